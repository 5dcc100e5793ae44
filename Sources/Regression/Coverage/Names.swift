import Triage

/// The facts and scores of a tree, each before those that it uses.
struct Names {
  enum Name: Hashable {
    case fact(FactID)
    case score(ScoreID)
  }

  private(set) var order: [Name] = []
  /// Those in which something is compared, in themselves or in what they use, with their place in the order.
  private(set) var places: [Name: Int] = [:]
  private let grammar: Grammar

  init(_ grammar: Grammar) {
    self.grammar = grammar
    var compares: [Name: Bool] = [:]
    for fact in grammar.facts.ids { visit(.fact(fact), &compares) }
    for score in grammar.scores.ids { visit(.score(score), &compares) }
    order.reverse()
    for (place, name) in order.enumerated() where compares[name] == true { places[name] = place }
  }

  /// Puts a name after all that it uses. A checked tree has no circles.
  private mutating func visit(_ name: Name, _ compares: inout [Name: Bool]) {
    guard compares[name] == nil else { return }
    let tests = conditions(of: name).flatMap(\.tests)
    let used = tests.compactMap(Self.name) + added(by: name)
    for other in used { visit(other, &compares) }
    compares[name] = tests.contains(where: \.isComparison) || used.contains { compares[$0] == true }
    order.append(name)
  }

  private static func name(in test: Condition) -> Name? {
    switch test {
    case .fact(let fact, _): .fact(fact)
    case .score(let score, _, _): .score(score)
    default: nil
    }
  }

  /// The conditions that a name is made of.
  func conditions(of name: Name) -> [Condition] {
    switch name {
    case .fact(let fact): [grammar.facts[fact].condition]
    case .score(let score):
      grammar.scores[score].items.compactMap { item in
        if case .points(_, let condition, _) = item { condition } else { nil }
      }
    }
  }

  /// The scores that a score adds.
  func added(by name: Name) -> [Name] {
    guard case .score(let score) = name else { return [] }
    return grammar.scores[score].items.compactMap { item in
      if case .add(.score(let added), _, _) = item { .score(added) } else { nil }
    }
  }
}
