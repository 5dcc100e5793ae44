import Triage

extension WrittenTree {
  func node(_ condition: Condition) -> YAMLNode { .text(text(condition)) }

  /// What joins others is in parentheses, since `and` and `or` may not be mixed without them.
  func text(_ condition: Condition) -> String {
    switch condition {
    case .always: "always"
    case .never: "never"
    case .not(let inner): "not \(text(inner))"
    case .all(let parts): "(\(parts.map(text).joined(separator: " and ")))"
    case .any(let parts): "(\(parts.map(text).joined(separator: " or ")))"
    case .count(let count, of: let parts, _): "\(text(count)) of [\(parts.map(text).joined(separator: ", "))]"
    case .fact(let fact, _): grammar.facts[fact].name
    case .question(let question, let test, _): "\(name(question)) \(text(test, grammar.questions[question]))"
    case .score(let score, let test, _): "\(grammar.scores[score].name) \(text(test))"
    }
  }

  private func text(_ count: Count) -> String {
    switch count {
    case .atLeast(let number): "at least \(number)"
    case .exactly(let number): "exactly \(number)"
    case .atMost(let number): "at most \(number)"
    }
  }

  private func text(_ test: QuestionTest, _ question: Question) -> String {
    switch test {
    case .isOne(of: let literals) where literals.count == 1: "is \(text(literals[0], question))"
    case .isOne(of: let literals): "is one of \(row(literals, question))"
    case .isUnsure: "is unsure"
    case .wasAsked: "was asked"
    case .has(.any, of: let literals): "has any of \(row(literals, question))"
    case .has(.all, of: let literals): "has all of \(row(literals, question))"
    case .has(.none, of: let literals): "has none of \(row(literals, question))"
    case .compares(let comparison, let literal): "\(text(comparison)) \(text(literal, question))"
    case .between(let low, let high): "between \(text(low, question)) and \(text(high, question))"
    }
  }

  private func text(_ test: ScoreTest) -> String {
    switch test {
    case .compares(let comparison, let literal): "\(text(comparison)) \(text(literal))"
    case .between(let low, let high): "between \(text(low)) and \(text(high))"
    case .isUnsure: "is unsure"
    }
  }

  private func text(_ comparison: Comparison) -> String {
    switch comparison {
    case .less: "<"
    case .atMost: "<="
    case .equal: "="
    case .atLeast: ">="
    case .more: ">"
    }
  }

  private func row(_ literals: [Literal], _ question: Question) -> String {
    "[\(literals.map { text($0, question) }.joined(separator: ", "))]"
  }

  private func text(_ literal: Literal) -> String {
    guard case .number(let number) = literal.value else { preconditionFailure("a score is compared with a number") }
    return text(number)
  }

  func text(_ literal: Literal, _ question: Question) -> String {
    switch (literal.value, question.kind) {
    case (.yesNo(let isYes), _): isYes ? "yes" : "no"
    case (.choice(let place), .choice(let choices)), (.choice(let place), .choices(let choices)): choices[place].name
    case (.number(let number), _): text(number)
    case (.duration(let minutes), _): text(minutes)
    default: preconditionFailure("no literal of this question")
    }
  }

  func text(_ minutes: Minutes) -> String { "\(minutes.count) minutes" }

  /// As a decimal number, without zeros that say nothing.
  func text(_ number: Number) -> String {
    let size = number.millionths.magnitude
    let whole = "\(number.millionths < 0 ? "-" : "")\(size / UInt64(Number.scale))"
    let rest = size % UInt64(Number.scale)
    guard rest > 0 else { return whole }
    let digits = String(String(rest + UInt64(Number.scale)).dropFirst())
    return "\(whole).\(digits[...digits.lastIndex { $0 != "0" }!])"
  }
}
