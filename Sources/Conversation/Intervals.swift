import Triage
import Understanding

extension Grammar {
  /// Whether the tree cannot tell any two values of an interval apart.
  func isOneClass(_ interval: Interval, of question: QuestionID) -> Bool {
    guard let low = interval.low.size, let high = interval.high.size else { return false }
    var cuts = Cuts(question)
    cuts.collect(from: self)
    return !cuts.isSummed && !cuts.places.contains { low < $0 && $0 <= high }
  }
}

/// Where a tree tells the values of one question apart: everything below a place from everything at it or above.
private struct Cuts {
  let question: QuestionID
  private(set) var places: Set<Int64> = []
  /// Whether the value enters a sum, where every value counts.
  private(set) var isSummed = false

  init(_ question: QuestionID) { self.question = question }

  mutating func collect(from grammar: Grammar) {
    grammar.facts.forEach { add($0.condition) }
    grammar.scores.flatMap(\.items).forEach { add($0) }
    grammar.questions.forEach { add($0.applies) }
    grammar.alarms.forEach { add($0.condition) }
    grammar.sections.flatMap(\.steps).forEach { add($0) }
    (grammar.outcomes.map(\.stretches) + grammar.programmes.map(\.list)).flatMap(\.entries).forEach {
      add($0.condition)
    }
    add(grammar.onBehalf)
  }

  private mutating func add(_ item: Score.Item) {
    switch item {
    case .points(_, let condition, _): add(condition)
    case .add(.question(question), _, _): isSummed = true
    case .add, .each: break
    }
  }

  private mutating func add(_ step: Step) {
    add(step.condition)
    switch step.action {
    case .ask(_, let branches), .decide(let branches): branches.forEach { add($0.condition) }
    case .say, .go: break
    }
  }

  private mutating func add(_ condition: Condition?) {
    switch condition {
    case .not(let inner): add(inner)
    case .all(let parts), .any(let parts), .count(_, let parts, _): parts.forEach { add($0) }
    case .question(question, let test, _): add(test)
    case nil, .always, .never, .fact, .score, .question: break
    }
  }

  private mutating func add(_ test: QuestionTest) {
    switch test {
    case .compares(.less, let literal), .compares(.atLeast, let literal): cut(before: literal)
    case .compares(.atMost, let literal), .compares(.more, let literal): cut(after: literal)
    case .compares(.equal, let literal):
      cut(before: literal)
      cut(after: literal)
    case .between(let low, let high):
      cut(before: low)
      cut(after: high)
    case .isOne, .isUnsure, .wasAsked, .has: break
    }
  }

  private mutating func cut(before literal: Literal) { places.formUnion(literal.value.size.map { [$0] } ?? []) }

  private mutating func cut(after literal: Literal) { places.formUnion(literal.value.size.map { [$0 + 1] } ?? []) }
}

extension Value {
  /// A number in millionths, a length of time in minutes; nil for what has no size.
  fileprivate var size: Int64? {
    switch self {
    case .number(let number): number.millionths
    case .duration(let minutes): minutes.count
    case .yesNo, .choice, .choices: nil
    }
  }
}
