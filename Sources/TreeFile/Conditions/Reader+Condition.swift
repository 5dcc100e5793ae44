import Triage

/// Conditions: `docs/tree-format.md` has their grammar.
extension Reader {
  /// Reads a condition; one that was refused stands in as `always`.
  mutating func condition(_ id: NodeID) -> Condition {
    whole(id) { (reader, cursor) throws(Abandoned) in try reader.connected(&cursor) } ?? .always
  }

  mutating func condition(_ key: Word, in mapping: NodeID) -> Condition? {
    document.value(key, in: mapping).map { condition($0) }
  }

  /// Items joined by `and`, or by `or`.
  mutating func connected(_ cursor: inout Cursor) throws(Abandoned) -> Condition {
    let first = try item(&cursor)
    guard let connective = connective(cursor) else { return first }
    let place = cursor.tokenSpan
    var items = [first]
    while let next = self.connective(cursor) {
      guard next == connective else {
        diagnostics.append(Diagnostic(.mixedAndOr, at: cursor.tokenSpan).labelled(.mentionedHere, place))
        throw Abandoned()
      }
      advance(&cursor)
      items.append(try item(&cursor))
    }
    return connective == .and ? .all(items) : .any(items)
  }

  private func connective(_ cursor: Cursor) -> Word? {
    cursor.token.word == .and || cursor.token.word == .or ? cursor.token.word : nil
  }

  private mutating func item(_ cursor: inout Cursor) throws(Abandoned) -> Condition {
    guard cursor.depth < Condition.deepest else {
      refuse(.meaning(.nestedTooDeep(limit: Condition.deepest), names: []), at: cursor.tokenSpan)
      throw Abandoned()
    }
    cursor.depth += 1
    defer { cursor.depth -= 1 }

    if cursor.token.kind == .open {
      advance(&cursor)
      let inner = try connected(&cursor)
      try expect(.close, "\"and\", \"or\" or \")\"", &cursor)
      return inner
    }
    guard cursor.token.kind == .word else { throw abandon(cursor, expected: "a question, a fact, \"not\" or \"(\"") }
    switch cursor.token.word {
    case .not:
      advance(&cursor)
      return .not(try item(&cursor))
    case .always:
      advance(&cursor)
      return .always
    case .never:
      advance(&cursor)
      return .never
    case .any, .all, .noneOf: return try quantified(&cursor)
    case .at, .exactly: return try counted(&cursor)
    default:
      if instead(of: cursor) != nil { throw abandon(cursor, expected: "") }
      return try test(&cursor)
    }
  }

  /// `any of`, `all of` or `none of` some conditions.
  private mutating func quantified(_ cursor: inout Cursor) throws(Abandoned) -> Condition {
    let quantifier = cursor.token.word
    advance(&cursor)
    let items = try conditions(&cursor)
    return switch quantifier {
    case .any: .any(items)
    case .all: .all(items)
    default: .not(.any(items))
    }
  }

  /// `at least`, `exactly` or `at most` so many of some conditions.
  private mutating func counted(_ cursor: inout Cursor) throws(Abandoned) -> Condition {
    let isExact = cursor.token.word == .exactly
    advance(&cursor)
    let isLeast = cursor.token.word == .least
    if !isExact {
      guard isLeast || cursor.token.word == .most else { throw abandon(cursor, expected: "\"least\" or \"most\"") }
      advance(&cursor)
    }
    let place = cursor.tokenSpan
    let number = try count(&cursor)
    let items = try conditions(&cursor)
    let count: Count = isExact ? .exactly(number) : isLeast ? .atLeast(number) : .atMost(number)
    return .count(count, of: items, part(place))
  }

  private mutating func conditions(_ cursor: inout Cursor) throws(Abandoned) -> [Condition] {
    try expect(.of, &cursor)
    return try list(&cursor) { (reader, cursor) throws(Abandoned) in try reader.connected(&cursor) }
  }

  // MARK: Tests

  /// A fact, or a test of a question or of a score.
  private mutating func test(_ cursor: inout Cursor) throws(Abandoned) -> Condition {
    let start = cursor.token.range.lowerBound
    let name = cursor.tokenText
    let place = cursor.tokenSpan
    let found =
      names.find(cursor.token.symbol, in: .conditions)
      ?? unknown(name, at: place, in: .conditions, .condition, only: [.question, .fact, .score])
    advance(&cursor)
    switch found?.kind {
    case .fact:
      try refuseTestOfFact(&cursor, named: name)
      return .fact(FactID(found!.position), part(place))
    case .score:
      let id = ScoreID(found!.position)
      guard let test = try scoreTest(&cursor, of: id, named: name, at: place) else { return .always }
      return negated(test.isNegated, .score(id, test.test, part(cursor.span(from: start))))
    case .question:
      let id = QuestionID(found!.position)
      let subject = Subject.question(id)
      // Of a refused test it is still known what it is about, and nothing more is to be said about it.
      let test = try questionTest(&cursor, of: subject, named: name, at: place) ?? (.isUnsure, false)
      return negated(test.isNegated, .question(id, test.test, part(cursor.span(from: start))))
    default:
      _ = try questionTest(&cursor, of: .unknown, named: name, at: place)
      return .always
    }
  }

  private func negated(_ isNegated: Bool, _ condition: Condition) -> Condition {
    isNegated ? .not(condition) : condition
  }

  private mutating func questionTest(
    _ cursor: inout Cursor, of subject: Subject, named name: String, at place: Span
  ) throws(Abandoned) -> (test: QuestionTest, isNegated: Bool)? {
    switch cursor.token.word {
    case .is:
      let start = cursor.token.range.lowerBound
      advance(&cursor)
      let isNegated = try skip(.not, &cursor)
      try refuseIs(isNegated, &cursor, from: start, of: subject, named: name)
      return try equality(&cursor, of: subject).map { ($0, isNegated) }
    case .was:
      advance(&cursor)
      try expect(.asked, &cursor)
      return (.wasAsked, false)
    case .has:
      advance(&cursor)
      return try membership(&cursor, of: subject).map { ($0, false) }
    case .between:
      let ends = try interval(&cursor, of: subject)
      return ends.map { (.between($0, $1), false) }
    default:
      try refuseSign(&cursor, of: subject, named: name)
      guard case .comparison(let comparison) = cursor.token.kind else {
        if case .question = subject { return try missingTest(.question, name, at: place, cursor) }
        return nil
      }
      advance(&cursor)
      return try measure(&cursor, for: subject).map { (.compares(comparison, $0), false) }
    }
  }

  private mutating func scoreTest(
    _ cursor: inout Cursor, of id: ScoreID, named name: String, at place: Span
  ) throws(Abandoned) -> (test: ScoreTest, isNegated: Bool)? {
    switch cursor.token.word {
    case .is:
      advance(&cursor)
      let isNegated = try skip(.not, &cursor)
      try expect(.unsure, &cursor)
      return (.isUnsure, isNegated)
    case .between:
      return try interval(&cursor, of: .score(id)).map { (.between($0, $1), false) }
    default:
      try refuseSign(&cursor, of: .score(id), named: name)
      guard case .comparison(let comparison) = cursor.token.kind else {
        return try missingTest(.score, name, at: place, cursor)
      }
      advance(&cursor)
      return try measure(&cursor, for: .score(id)).map { (.compares(comparison, $0), false) }
    }
  }

  /// Refuses a question or a score that stands alone where a condition is wanted.
  private mutating func missingTest<Test>(
    _ kind: Mistake.Kind, _ name: String, at place: Span, _ cursor: Cursor
  ) throws(Abandoned) -> Test? {
    switch cursor.token.kind {
    case .end, .close, .closeList, .comma: break
    case .word where connective(cursor) != nil: break
    default: throw abandon(cursor, expected: "\"is\", \"has\", \"between\" or a comparison")
    }
    refuse(.notATest(kind, name), at: place)
    return nil
  }

  /// What follows `is` and `is not`.
  private mutating func equality(_ cursor: inout Cursor, of subject: Subject) throws(Abandoned) -> QuestionTest? {
    if try skip(.unsure, &cursor) { return .isUnsure }
    if try skip(.one, &cursor) {
      try expect(.of, &cursor)
      let answers = try list(&cursor) { (reader, cursor) throws(Abandoned) in
        try reader.answer(&cursor, to: subject)
      }
      return answers.isEmpty ? nil : .isOne(of: answers)
    }
    return try answer(&cursor, to: subject).map { .isOne(of: [$0]) }
  }

  /// What follows `has`.
  private mutating func membership(_ cursor: inout Cursor, of subject: Subject) throws(Abandoned) -> QuestionTest? {
    let quantifier: QuestionTest.Quantifier
    switch cursor.token.word {
    case .any: quantifier = .any
    case .all: quantifier = .all
    case .noneOf: quantifier = .none
    default: return try answer(&cursor, to: subject).map { .has(.any, of: [$0]) }
    }
    advance(&cursor)
    try expect(.of, &cursor)
    let answers = try list(&cursor) { (reader, cursor) throws(Abandoned) in try reader.answer(&cursor, to: subject) }
    return answers.isEmpty ? nil : .has(quantifier, of: answers)
  }

  /// What `between` stands before: two literals.
  private mutating func interval(
    _ cursor: inout Cursor, of subject: Subject
  ) throws(Abandoned) -> (Literal, Literal)? {
    advance(&cursor)
    let low = try measure(&cursor, for: subject)
    try expect(.and, &cursor)
    guard let high = try measure(&cursor, for: subject), let low else { return nil }
    return (low, high)
  }

  private mutating func skip(_ word: Word, _ cursor: inout Cursor) throws(Abandoned) -> Bool {
    guard cursor.token.word == word else { return false }
    advance(&cursor)
    return true
  }
}
