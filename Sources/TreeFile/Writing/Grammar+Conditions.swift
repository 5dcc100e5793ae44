import Triage

/// Conditions as the author of a tree writes them.
extension Grammar {
  /// A condition on one line; a length of time may be in another unit than in the file.
  public func text(_ condition: Condition) -> String {
    switch condition {
    case .always: "always"
    case .never: "never"
    case .fact(let fact, _): facts[fact].name
    case .not(let inner): "not (\(text(inner)))"
    case .all(let parts): parts.map { grouped($0) }.joined(separator: " and ")
    case .any(let parts): parts.map { grouped($0) }.joined(separator: " or ")
    case .count(let count, let parts, _): "\(count.words) of [\(parts.map { text($0) }.joined(separator: ", "))]"
    case .question(let question, let test, _): "\(questions[question].name) \(text(test, questions[question].kind))"
    case .score(let score, let test, _): "\(scores[score].name) \(text(test))"
    }
  }

  private func grouped(_ condition: Condition) -> String {
    switch condition {
    case .all, .any: "(\(text(condition)))"
    default: text(condition)
    }
  }

  private func text(_ test: QuestionTest, _ kind: Question.Kind) -> String {
    func list(_ literals: [Literal]) -> String {
      literals.count == 1 ? literals[0].text(kind) : "[" + literals.map { $0.text(kind) }.joined(separator: ", ") + "]"
    }
    return switch test {
    case .isOne(let literals): literals.count == 1 ? "is \(list(literals))" : "is any of \(list(literals))"
    case .isUnsure: "is unsure"
    case .wasAsked: "was asked"
    case .has(.any, let literals): literals.count == 1 ? "has \(list(literals))" : "has any of \(list(literals))"
    case .has(.all, let literals): "has all of \(list(literals))"
    case .has(.none, let literals): "has none of \(list(literals))"
    case .compares(let comparison, let literal): "\(comparison.sign) \(literal.text(kind))"
    case .between(let low, let high): "between \(low.text(kind)) and \(high.text(kind))"
    }
  }

  private func text(_ test: ScoreTest) -> String {
    switch test {
    case .compares(let comparison, let literal): "\(comparison.sign) \(literal.text(.yesNo))"
    case .between(let low, let high): "between \(low.text(.yesNo)) and \(high.text(.yesNo))"
    case .isUnsure: "is unsure"
    }
  }
}

extension Literal {
  /// As the author of a tree writes it where it is compared with the answer to a question of this kind.
  public func text(_ kind: Question.Kind) -> String { value.text(kind) }
}

extension Comparison {
  fileprivate var sign: String {
    switch self {
    case .less: "<"
    case .atMost: "<="
    case .equal: "="
    case .atLeast: ">="
    case .more: ">"
    }
  }
}

extension Count {
  /// As the author of a tree writes it: "at least 2".
  public var words: String {
    switch self {
    case .atLeast(let count): "at least \(count)"
    case .exactly(let count): "exactly \(count)"
    case .atMost(let count): "at most \(count)"
    }
  }
}
