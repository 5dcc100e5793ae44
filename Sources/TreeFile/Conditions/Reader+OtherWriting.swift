import Triage

/// Conditions as other languages write them: refused, with what to write instead.
extension Reader {
  /// What stands at the cursor as it is written here: a word of the conditions in capitals, or a sign for one.
  func instead(of cursor: Cursor) -> String? {
    switch cursor.token.kind {
    case .word where cursor.token.word == nil:
      let small = cursor.tokenText.lowercased()
      return small != cursor.tokenText && Word(rawValue: small)?.isReserved == true ? small : nil
    case .other: return Self.signs[cursor.tokenText]
    default: return nil
    }
  }

  private static let signs = [
    "&&": Word.and.text, "&": Word.and.text, "||": Word.or.text, "|": Word.or.text, "!": Word.not.text,
    "==": "=", "=>": ">=", "=<": "<=",
  ]

  /// Refuses a comparison that is written with a sign of other languages, or with one that does not go with the question.
  ///
  /// - Throws: where that was so; else nothing has happened.
  mutating func refuseSign(_ cursor: inout Cursor, of subject: Subject, named name: String) throws(Abandoned) {
    guard let form = form(of: subject) else { return }
    let sign = cursor.tokenText
    let isDifferent = sign == "!=" || sign == "<>"
    switch (sign, form) {
    case ("==", _), ("=>", .measured), ("=<", .measured), ("=", .picked), ("=", .several): break
    default: if !isDifferent { return }
    }
    let start = cursor.token.range.lowerBound
    advance(&cursor)
    // A yes-no question or a choice that is compared with a number is told to be of another type.
    if form != .measured, cursor.token.kind == .number { throw refuseTest(cursor, from: start, "\(name) is …") }
    let value = literalText(&cursor)
    let test =
      switch form {
      case .picked: "\(name) is \(isDifferent ? "not " : "")\(value)"
      case .several: "\(isDifferent ? "not " : "")\(name) has \(value)"
      case .measured: "\(isDifferent ? "not " : "")\(name) \(Self.signs[sign] ?? "=") \(value)"
      }
    throw refuseTest(cursor, from: start, test)
  }

  /// Refuses `is` before a number or a length of time.
  ///
  /// - Parameter start: where `is` stands, which has been read.
  mutating func refuseIs(
    _ isNegated: Bool, _ cursor: inout Cursor, from start: Int, of subject: Subject, named name: String
  ) throws(Abandoned) {
    guard form(of: subject) == .measured else { return }
    let before = cursor
    var sign = "="
    if cursor.token.word == .at {
      advance(&cursor)
      guard cursor.token.word == .least || cursor.token.word == .most else { return }
      sign = cursor.token.word == .least ? ">=" : "<="
      advance(&cursor)
    }
    guard cursor.token.kind == .number else { return }
    let value = literalText(&cursor)
    if strayUnit(cursor) != nil {
      // The unit is told first.
      cursor = before
      return
    }
    throw refuseTest(cursor, from: start, "\(isNegated ? "not " : "")\(name) \(sign) \(value)")
  }

  /// Refuses a fact that is compared with something.
  mutating func refuseTestOfFact(_ cursor: inout Cursor, named name: String) throws(Abandoned) {
    switch cursor.token.kind {
    case .comparison: break
    case .word where cursor.token.word == .is || cursor.token.word == .has: break
    case .other where cursor.tokenText == "==" || cursor.tokenText == "!=": break
    default: return
    }
    refuse(.factCompared(name), at: cursor.tokenSpan)
    throw Abandoned()
  }

  private mutating func refuseTest(_ cursor: Cursor, from start: Int, _ instead: String) -> Abandoned {
    refuse(.writtenOtherwise(cursor.text(from: start), instead: instead), at: cursor.span(from: start))
    return Abandoned()
  }

  /// Reads over a literal, and gives its text.
  private mutating func literalText(_ cursor: inout Cursor) -> String {
    let start = cursor.token.range.lowerBound
    let isNumber = cursor.token.kind == .number
    guard isNumber || cursor.token.kind == .word else { return "…" }
    advance(&cursor)
    if isNumber, let word = cursor.token.word, Unit(word) != nil { advance(&cursor) }
    return cursor.text(from: start)
  }

  /// How the answers of a question or a score are tested.
  private enum Form {
    /// With `is`.
    case picked
    /// With `has`.
    case several
    /// With a comparison.
    case measured
  }

  private func form(of subject: Subject) -> Form? {
    switch subject {
    case .unknown: return nil
    case .score: return .measured
    case .question(let id):
      if questions[id.position].isRefused { return nil }
      switch questions[id.position].kind {
      case .yesNo, .choice: return .picked
      case .choices: return .several
      case .number, .duration: return .measured
      }
    }
  }
}
