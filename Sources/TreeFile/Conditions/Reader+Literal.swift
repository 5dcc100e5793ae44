import Triage

/// A text could not be read on; why is among the diagnostics.
struct Abandoned: Error {}

/// Numbers, durations and the names of answers.
extension Reader {
  /// What a literal is compared with.
  enum Subject {
    case question(QuestionID)
    case score(ScoreID)
    /// A name that nobody knows: its literals are read, and nothing is said about them.
    case unknown
  }

  mutating func advance(_ cursor: inout Cursor) { cursor.advance(document.symbols) }

  /// Refuses what stands at the cursor where something else was wanted.
  mutating func abandon(_ cursor: Cursor, expected: String) -> Abandoned {
    let found = cursor.token.kind == .end ? "" : cursor.tokenText
    if let instead = instead(of: cursor) {
      refuse(.writtenOtherwise(found, instead: instead), at: cursor.tokenSpan)
    } else if !refusesLookalike(cursor) {
      refuse(.conditionSyntax(expected: expected, found: found), at: cursor.tokenSpan)
    }
    return Abandoned()
  }

  private mutating func leftOver(_ cursor: Cursor) -> Abandoned {
    if let instead = instead(of: cursor) {
      refuse(.writtenOtherwise(cursor.tokenText, instead: instead), at: cursor.tokenSpan)
    } else if !refusesLookalike(cursor) {
      refuse(.leftOver(cursor.tokenText), at: cursor.tokenSpan)
    }
    return Abandoned()
  }

  /// Whether a character at the cursor was refused when the file was read, or is refused as a lookalike now.
  private mutating func refusesLookalike(_ cursor: Cursor) -> Bool {
    guard cursor.token.kind == .other, let scalar = cursor.tokenText.unicodeScalars.first?.value else { return false }
    if isBidirectional(scalar) || isControl(scalar) { return true }
    guard Lookalike.meant(by: scalar) != nil else { return false }
    refuse(.lookalike(scalar), at: cursor.tokenSpan)
    return true
  }

  /// Reads over a token that has to be there.
  mutating func expect(_ kind: Token.Kind, _ name: String, _ cursor: inout Cursor) throws(Abandoned) {
    guard cursor.token.kind == kind else { throw abandon(cursor, expected: name) }
    advance(&cursor)
  }

  mutating func expect(_ word: Word, _ cursor: inout Cursor) throws(Abandoned) {
    guard cursor.token.word == word else { throw abandon(cursor, expected: "\"\(word.text)\"") }
    advance(&cursor)
  }

  /// A whole number, 0 or more.
  mutating func count(_ cursor: inout Cursor) throws(Abandoned) -> Int {
    guard cursor.token.kind == .number, let count = Number(parsing: cursor.tokenBytes)?.whole, count >= 0 else {
      throw abandon(cursor, expected: "a whole number")
    }
    advance(&cursor)
    return count
  }

  /// A number or a duration; nil where it was refused.
  mutating func quantity(_ cursor: inout Cursor) throws(Abandoned) -> Value? {
    guard cursor.token.kind == .number else { throw abandon(cursor, expected: "a number or a duration") }
    let start = cursor.token.range.lowerBound
    let text = cursor.tokenText
    let number = Number(parsing: cursor.tokenBytes)
    advance(&cursor)
    guard let word = cursor.token.word, let unit = Unit(word) else {
      if number == nil { refuse(.notANumber(text), at: cursor.span(from: start)) }
      return number.map { .number($0) }
    }
    advance(&cursor)
    guard let number, let minutes = unit.minutes(number) else {
      let whole = "\(text) \(word.text)"
      refuse(number == nil ? .notADuration(whole) : .noWholeMinutes(whole), at: cursor.span(from: start))
      return nil
    }
    return .duration(minutes)
  }

  /// A literal that a number question, a duration question or a score is compared with.
  mutating func measure(_ cursor: inout Cursor, for subject: Subject) throws(Abandoned) -> Literal? {
    let start = cursor.token.range.lowerBound
    guard let value = try quantity(&cursor) else { return nil }
    if case .number = value, let unit = strayUnit(cursor) {
      return refuseUnit(unit, from: start, for: subject, &cursor)
    }
    let span = cursor.span(from: start)
    guard case .question(let id) = subject else { return Literal(value, at: part(span)) }
    switch (questions[id.position].kind, value) {
    case (_, _) where questions[id.position].isRefused: return nil
    case (.duration, .number): refuse(.durationWithoutUnit(document.sources.text(span.range)), at: span)
    case (.number, .duration): refuse(.unitOnNumber(document.sources.text(span.range)), at: span)
    default: return Literal(value, at: part(span))
    }
    return nil
  }

  /// An answer to a question, in the words of its type; nil where it was refused.
  mutating func answer(_ cursor: inout Cursor, to subject: Subject) throws(Abandoned) -> Literal? {
    if cursor.token.kind == .number { return try measure(&cursor, for: subject) }
    guard cursor.token.kind == .word else { throw abandon(cursor, expected: "an answer") }
    let (span, text, symbol) = (cursor.tokenSpan, cursor.tokenText, cursor.token.symbol)
    advance(&cursor)
    guard case .question(let id) = subject, !questions[id.position].isRefused else { return nil }
    return answer(symbol, text, to: id, at: span)
  }

  private mutating func answer(_ symbol: Symbol, _ text: String, to id: QuestionID, at span: Span) -> Literal? {
    switch questions[id.position].kind {
    case .yesNo:
      if symbol.word == .yes { return Literal(.yes, at: part(span)) }
      if symbol.word == .no { return Literal(.no, at: part(span)) }
    case .choice, .choices:
      if let position = questions[id.position].choices.firstIndex(of: symbol) {
        return Literal(.choice(position), at: part(span))
      }
    case .number, .duration:
      let head = questions[id.position]
      refuse(.meaning(.testWrongType(id), names: [head.name, head.kind.typeName]), at: span)
      return nil
    }
    refuseAnswer(text, to: questions[id.position], at: span)
    return nil
  }

  /// Of a question's answers, a diagnostic names no more than these.
  private static let mostNamed = 12

  private mutating func refuseAnswer(_ text: String, to head: Head, at span: Span) {
    let symbols = document.symbols
    let choices = head.kind == .yesNo ? [Word.yes, .no].map { Symbol(index: $0.index) } : head.choices
    let known = choices.lazy.map { symbols.text($0) }
    let small = text.lowercased()
    let suggestion =
      known.first { $0 == small } ?? (small == Word.unsure.text ? small : nil) ?? nearest.name(to: text, among: known)
      ?? nearest.name(to: text, among: [Word.unsure.text])
    let few = Array(known.prefix(Self.mostNamed))
    refuse(.unknownAnswer(text, question: head.name, nearest: suggestion, known: few), at: span)
  }

  /// A list in brackets.
  mutating func list<Item>(
    _ cursor: inout Cursor, _ item: (inout Reader, inout Cursor) throws(Abandoned) -> Item?
  ) throws(Abandoned) -> [Item] {
    try expect(.openList, "\"[\"", &cursor)
    var items: [Item] = []
    while true {
      if let next = try item(&self, &cursor) { items.append(next) }
      guard cursor.token.kind == .comma else { break }
      advance(&cursor)
    }
    try expect(.closeList, "\",\" or \"]\"", &cursor)
    return items
  }

  // MARK: Scalars that hold one literal

  /// Reads a whole scalar with `body`; nil where it was refused.
  mutating func whole<Part>(
    _ id: NodeID, _ body: (inout Reader, inout Cursor) throws(Abandoned) -> Part?
  ) -> Part? {
    guard isText(id) else { return nil }
    var cursor = Cursor(document, id)
    let mistakes = diagnostics.count
    do throws(Abandoned) {
      let result = try body(&self, &cursor)
      if cursor.token.kind != .end, diagnostics.count == mistakes { throw leftOver(cursor) }
      return result
    } catch {
      return nil
    }
  }

  mutating func number(_ id: NodeID) -> Number? {
    guard isText(id) else { return nil }
    if let number = Number(parsing: document.bytes(id)) { return number }
    refuse(.notANumber(document.text(id)), at: id)
    return nil
  }

  /// A whole number from `least` on.
  mutating func wholeNumber(_ id: NodeID, from least: Int = 0, to most: Int = .max) -> Int? {
    guard let number = number(id) else { return nil }
    if let whole = number.whole, (least...most).contains(whole) { return whole }
    refuse(.notANumber(document.text(id)), at: id)
    return nil
  }

  mutating func minutes(_ id: NodeID) -> Minutes? {
    guard let (number, unit) = lengthOfTime(id) else { return nil }
    if let minutes = unit.minutes(number) { return minutes }
    refuse(.noWholeMinutes(document.text(id)), at: id)
    return nil
  }

  mutating func seconds(_ id: NodeID) -> Int? {
    guard let (number, unit) = lengthOfTime(id, isShort: true) else { return nil }
    if let seconds = unit.seconds(number) { return Int(seconds) }
    refuse(.notADuration(document.text(id)), at: id)
    return nil
  }

  /// - Parameter isShort: whether it may be told in seconds.
  private mutating func lengthOfTime(_ id: NodeID, isShort: Bool = false) -> (Number, Unit)? {
    guard isText(id) else { return nil }
    var cursor = Cursor(document, id)
    if cursor.token.kind == .number, let number = Number(parsing: cursor.tokenBytes), number.millionths >= 0 {
      advance(&cursor)
      if let word = cursor.token.word, let unit = Unit(word) {
        advance(&cursor)
        if cursor.token.kind == .end { return (number, unit) }
      } else if let unit = strayUnit(cursor) {
        refuse(unknownUnit(unit, isShort: isShort), at: cursor.tokenSpan)
        return nil
      }
    }
    refuse(.notADuration(document.text(id)), at: id)
    return nil
  }
}
