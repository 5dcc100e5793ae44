import Triage

extension WrittenTree {
  func node(_ guarantee: Guarantee) -> YAMLNode {
    entries([
      "name": .text(guarantee.name), "if": guarantee.premise.map { .text(text($0)) },
      "then": .text(text(guarantee.claim)),
    ])
  }

  private func text(_ premise: Guarantee.Premise) -> String {
    switch premise {
    case .patient(let condition): text(condition)
    case .level(let test): text(test)
    }
  }

  private func text(_ test: Guarantee.LevelTest) -> String {
    switch test {
    case .exactly(let level): "level is \(grammar.levels[level].name)"
    case .atLeast(let level): "level >= \(grammar.levels[level].name)"
    case .atMost(let level): "level <= \(grammar.levels[level].name)"
    }
  }

  private func text(_ claim: Guarantee.Claim) -> String {
    switch claim {
    case .patient(let condition): text(condition)
    case .level(let test): text(test)
    case .ends(in: let outcomes): "ends in \(row(outcomes.map { grammar.outcomes[$0].name }))"
    case .offersNothing: "offers nothing"
    case .neverOffers(let stretches): "never offers \(row(stretches.map { grammar.stretches[$0].name }))"
    case .neverAsks(let questions): "never asks \(row(questions.map(name)))"
    case .asks(let question, within: let number): "asks \(name(question)) within \(number) questions"
    case .asksBefore(let question, let other): "asks \(name(question)) before \(name(other))"
    case .asksBeforeOffering(let question): "asks \(name(question)) before offering"
    case .offersOnlyAfter(let stretch, let question):
      "offers \(grammar.stretches[stretch].name) only after \(name(question))"
    case .neverRaised(by: let questions): "never raised by \(row(questions.map(name)))"
    }
  }

  private func row(_ names: [String]) -> String { "[\(names.joined(separator: ", "))]" }
}
