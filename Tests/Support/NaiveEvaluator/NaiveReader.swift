import Triage

/// Conditions over some answers, as decisions read them: what is not asked counts as its `unasked`, and what is not
/// sure as its `unsure`.
public struct NaiveReader {
  let grammar: Grammar
  let answers: [QuestionID: Answer]
  /// Whether a question that is not asked counts as its `unasked`, as decisions have it. An alarm's `if` has not.
  let countsUnasked: Bool

  public init(grammar: Grammar, answers: [QuestionID: Answer], countsUnasked: Bool = true) {
    self.grammar = grammar
    self.answers = answers
    self.countsUnasked = countsUnasked
  }

  /// What a question counts as, or nil: it is not sure in its own right, or not asked and without `unasked`.
  func value(of question: QuestionID) -> Value? {
    switch answers[question] {
    case .value(let value): return value
    case .unsure:
      guard case .counts(as: let literal) = grammar.questions[question].unsure else { return nil }
      return literal.value
    case nil: return countsUnasked ? grammar.questions[question].unasked?.value : nil
    }
  }

  public func holds(_ condition: Condition) -> Bool {
    switch condition {
    case .always: true
    case .never: false
    case .not(let inner): !holds(inner)
    case .all(let parts): parts.allSatisfy { holds($0) }
    case .any(let parts): parts.contains { holds($0) }
    case .count(let count, of: let parts, _): Self.is(parts.filter { holds($0) }.count, count)
    case .fact(let fact, _): holds(grammar.facts[fact].condition)
    case .question(let question, let test, _): passes(question, test)
    case .score(let score, let test, _): passes(grammar.scores[score], test)
    }
  }

  public static func `is`(_ holding: Int, _ count: Count) -> Bool {
    switch count {
    case .atLeast(let bound): holding >= bound
    case .exactly(let bound): holding == bound
    case .atMost(let bound): holding <= bound
    }
  }

  func passes(_ question: QuestionID, _ test: QuestionTest) -> Bool {
    switch test {
    case .isUnsure: return answers[question] == .unsure
    case .wasAsked: return answers[question] != nil
    default:
      guard let value = value(of: question) else { return false }
      return Self.passes(value, test)
    }
  }

  /// Tests a definite value.
  static func passes(_ value: Value, _ test: QuestionTest) -> Bool {
    switch test {
    case .isUnsure, .wasAsked: preconditionFailure("asked of the answer, not of its value")
    case .isOne(of: let literals): literals.contains { $0.value == value }
    case .has(.any, of: let literals): literals.contains { includes(value, $0.value) }
    case .has(.all, of: let literals): literals.allSatisfy { includes(value, $0.value) }
    case .has(.none, of: let literals): !literals.contains { includes(value, $0.value) }
    case .compares(let comparison, let literal): compares(size(value), comparison, size(literal.value))
    case .between(let low, let high): size(low.value) <= size(value) && size(value) <= size(high.value)
    }
  }

  /// Whether an answer to a `choices` question picks a choice.
  static func includes(_ picked: Value, _ sought: Value) -> Bool {
    guard case (.choices(let picked), .choice(let position)) = (picked, sought) else { return false }
    return picked >> UInt32(position) & 1 == 1
  }

  private static func size(_ value: Value) -> Int64 {
    switch value {
    case .number(let number): number.millionths
    case .duration(let minutes): minutes.count
    default: preconditionFailure("only numbers and durations have a size")
    }
  }

  static func compares<Size: Comparable>(_ left: Size, _ comparison: Comparison, _ right: Size) -> Bool {
    switch comparison {
    case .less: left < right
    case .atMost: left <= right
    case .equal: left == right
    case .atLeast: left >= right
    case .more: left > right
    }
  }
}
