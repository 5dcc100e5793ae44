import Triage

extension WrittenTree {
  func node(_ question: Question) -> YAMLNode {
    entries([
      "ask": .text(question.wording.ask), "type": .text(type(of: question)), "choices": choices(of: question),
      "range": range(of: question), "step": step(of: question), "unsure": unsure(of: question),
      "unasked": question.unasked.map { value($0, question) }, "applies": question.applies.map(node),
      "red_flag": redFlag(of: question), "was": question.was.map { .text($0) },
    ])
  }

  private func type(of question: Question) -> String {
    switch question.kind {
    case .yesNo: "yes-no"
    case .choice: "choice"
    case .choices: "choices"
    case .number: "number"
    case .duration: "duration"
    }
  }

  private func choices(of question: Question) -> YAMLNode? {
    switch question.kind {
    case .choice(let choices), .choices(let choices): .map(choices.map { ($0.name, node($0)) })
    case .yesNo, .number, .duration: nil
    }
  }

  private func node(_ choice: Choice) -> YAMLNode {
    entries([
      "label": .text(choice.label), "value": choice.value.map { .text(text($0)) }, "was": choice.was.map { .text($0) },
    ])
  }

  private func range(of question: Question) -> YAMLNode? {
    switch question.kind {
    case .number(let range): .text("\(text(range.low)) to \(text(range.high))")
    case .duration(let range): .text("\(text(range.lowerBound)) to \(text(range.upperBound))")
    case .yesNo, .choice, .choices: nil
    }
  }

  private func step(of question: Question) -> YAMLNode? {
    guard case .number(let range) = question.kind else { return nil }
    return .text(text(range.step))
  }

  private func unsure(of question: Question) -> YAMLNode? {
    switch question.unsure {
    case nil: nil
    case .askAgain: .text("ask again")
    case .own: .text("own")
    case .counts(as: let literal): value(literal, question)
    }
  }

  /// What a question counts as; of `choices`, a list of what is picked.
  private func value(_ literal: Literal, _ question: Question) -> YAMLNode {
    guard case (.choices(let bits), .choices(let choices)) = (literal.value, question.kind) else {
      return .text(text(literal, question))
    }
    return .names(choices.indices.filter { bits >> UInt32($0) & 1 == 1 }.map { choices[$0].name })
  }

  private func redFlag(of question: Question) -> YAMLNode? {
    switch question.redFlag {
    case nil: nil
    case .rising: .text("rising")
    case .falling: .text("falling")
    case .worrying(let literals, _): .names(literals.map { text($0, question) })
    case .ranked(let ranks, _):
      .list(
        ranks.map { tie in
          let names = tie.map { rank in
            switch rank {
            case .unsure: "unsure"
            case .value(let literal): text(literal, question)
            }
          }
          return names.count == 1 ? .text(names[0]) : .names(names)
        })
    }
  }
}
