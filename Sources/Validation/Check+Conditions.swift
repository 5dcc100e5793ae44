import Triage

extension Check {
  /// Checks a condition that decides something, so that an answer of its own may not be overlooked.
  mutating func checkDecision(_ condition: Condition) {
    check(condition)
    problems += ownNotNamed { reading.forEachRead(in: condition, $0) }
  }

  /// Checks the types, ranges and counts of a condition.
  mutating func check(_ condition: Condition, depth: Int = 0) {
    switch condition {
    case .always, .never, .fact: break
    case .not(let inner): check(parts: [inner], depth)
    case .all(let parts), .any(let parts): check(parts: parts, depth)
    case .count(let count, let parts, let part):
      if !count.isPossible(of: parts.count) { report(.countOutOfRange(of: parts.count), part) }
      check(parts: parts, depth)
    case .question(let question, let test, let part): check(test, of: question, part)
    case .score(let score, let test, let part): check(test, of: score, part)
    }
  }

  private mutating func check(parts: [Condition], _ depth: Int) {
    guard depth < Condition.deepest else {
      return report(.nestedTooDeep(limit: Condition.deepest), parts.first?.part ?? .none)
    }
    parts.forEach { check($0, depth: depth + 1) }
  }

  private mutating func check(_ test: QuestionTest, of question: QuestionID, _ part: PartID) {
    let kind = grammar.questions[question].kind
    switch test {
    case .isUnsure, .wasAsked: break
    case .isOne(let literals):
      guard kind.isPicked else { return report(.testWrongType(question), part) }
      literals.forEach { check($0, of: question) }
    case .has(_, let literals):
      guard case .choices(let choices) = kind else { return report(.testWrongType(question), part) }
      for literal in literals { check(literal, isChoiceOf: choices, of: question) }
    case .compares(_, let literal):
      guard kind.isMeasured else { return report(.testWrongType(question), part) }
      check(literal, of: question)
    case .between(let low, let high):
      guard kind.isMeasured else { return report(.testWrongType(question), part) }
      guard check(low, of: question), check(high, of: question) else { return }
      if kind.checkedCode(of: low) > kind.checkedCode(of: high) {
        report(.betweenBackwards, part)
      }
    }
  }

  private mutating func check(_ literal: Literal, isChoiceOf choices: [Choice], of question: QuestionID) {
    guard case .choice(let position) = literal.value else { return report(.wrongType(question), literal.part) }
    if !choices.indices.contains(position) { report(.outOfRange(question), literal.part) }
  }

  private mutating func check(_ test: ScoreTest, of score: ScoreID, _ part: PartID) {
    switch test {
    case .isUnsure:
      if grammar.scores[score].form == .sum { report(.sumIsNeverUnsure(score), part) }
    case .compares(_, let literal): check(number: literal)
    case .between(let low, let high):
      guard let low = check(number: low), let high = check(number: high) else { return }
      if low > high { report(.betweenBackwards, part) }
    }
  }

  @discardableResult
  private mutating func check(number literal: Literal) -> Number? {
    if case .number(let number) = literal.value { return number }
    report(.scoreNotNumber, literal.part)
    return nil
  }

  /// Whether a question accepts a literal as its answer.
  @discardableResult
  mutating func check(_ literal: Literal, of question: QuestionID) -> Bool {
    let kind = grammar.questions[question].kind
    guard kind.lastCode != nil else { return false }
    do throws(Question.Kind.Misfit) {
      _ = try kind.code(of: literal.value)
      return true
    } catch {
      switch error {
      case .wrongType: report(.wrongType(question), literal.part)
      case .outOfRange: report(.outOfRange(question), literal.part)
      case .offGrid: report(.offGrid(question), literal.part)
      }
      return false
    }
  }

  /// Whoever reads a question whose "not sure" is a value of its own has to say what then.
  func ownNotNamed(_ forEachRead: ((Reading.Read) -> Void) -> Void) -> [Problem] {
    var (read, named): ([Reading.Read], Set<QuestionID>) = ([], [])
    forEachRead { found in
      guard case .own = grammar.questions[found.question].unsure else { return }
      if found.kind == .value { read.append(found) }
      if found.kind == .unsure { named.insert(found.question) }
    }
    return read.filter { named.insert($0.question).inserted }
      .map { Problem(.ownNotNamed($0.question), at: $0.part, readAt: $0.origin) }
  }
}

extension Count {
  func isPossible(of number: Int) -> Bool {
    switch self {
    case .atLeast(let count), .exactly(let count), .atMost(let count): (0...number).contains(count)
    }
  }
}

extension Question.Kind {
  /// Whether its answer is one of a few that are named.
  var isPicked: Bool {
    switch self {
    case .yesNo, .choice: true
    case .choices, .number, .duration: false
    }
  }

  /// Whether its answer lies on a scale.
  var isMeasured: Bool {
    switch self {
    case .number, .duration: true
    case .yesNo, .choice, .choices: false
    }
  }
}

extension Condition {
  /// The mark of the first test that it holds.
  var part: PartID {
    switch self {
    case .always, .never: .none
    case .not(let inner): inner.part
    case .all(let parts), .any(let parts): parts.first?.part ?? .none
    case .count(_, _, let part), .fact(_, let part), .question(_, _, let part), .score(_, _, let part): part
    }
  }
}
