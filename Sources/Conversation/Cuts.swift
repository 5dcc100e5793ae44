import Triage
import Understanding

/// A place where a tree tells the values of a question apart: those below it from it and those above.
struct Cut: Hashable, Sendable {
  /// The first size above it, in millionths or minutes.
  var place: Int64
  /// The last size below it that the question accepts.
  var below: Int64
  /// The value that the tree names.
  var value: Value
  /// Whether that value is the last below the place, and not the first above it.
  var isAfter: Bool
}

extension Grammar {
  /// Where the tree tells the values of an interval apart, from low to high; nil where every value counts.
  func cuts(of question: QuestionID, in interval: Interval) -> [Cut]? {
    guard let low = interval.low.size, let high = interval.high.size else { return nil }
    var collector = CutCollector(question, step: questions[question].step)
    collector.collect(from: self)
    if collector.isSummed, low < high { return nil }
    return collector.cuts.filter { low < $0.place && $0.place <= high }.sorted { $0.place < $1.place }
  }
}

private struct CutCollector {
  let question: QuestionID
  /// From one answer to the next.
  let step: Int64
  private(set) var cuts: Set<Cut> = []
  /// Whether the value enters a sum, where every value counts.
  private(set) var isSummed = false

  init(_ question: QuestionID, step: Int64) {
    self.question = question
    self.step = step
  }

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

  private mutating func cut(before literal: Literal) {
    guard let size = literal.value.size else { return }
    cuts.insert(Cut(place: size, below: size - step, value: literal.value, isAfter: false))
  }

  private mutating func cut(after literal: Literal) {
    guard let size = literal.value.size else { return }
    cuts.insert(Cut(place: size + step, below: size, value: literal.value, isAfter: true))
  }
}

extension Question {
  /// From one answer to the next, in millionths or minutes.
  fileprivate var step: Int64 { if case .number(let range) = kind { range.step.millionths } else { 1 } }
}

extension Value {
  /// A number in millionths, a length of time in minutes; nil for what has no size.
  var size: Int64? {
    switch self {
    case .number(let number): number.millionths
    case .duration(let minutes): minutes.count
    case .yesNo, .choice, .choices: nil
    }
  }

  /// Another number or length of time of this size.
  func ofSameKind(_ size: Int64) -> Value {
    if case .number = self { .number(Number(millionths: size)) } else { .duration(Minutes(size)) }
  }
}
