import Triage

/// Units of time that are not known.
extension Reader {
  /// A word behind a number that nothing can go on with, so that it was meant as its unit.
  func strayUnit(_ cursor: Cursor) -> String? {
    guard cursor.token.kind == .word, instead(of: cursor) == nil else { return nil }
    if let word = cursor.token.word, word.isReserved || word == .to || Unit(word) != nil { return nil }
    return cursor.tokenText
  }

  /// Refuses what stands at the cursor, behind a number that begins at `start`; of a question that was refused nothing is
  /// said, and the unit is read over.
  mutating func refuseUnit(_ unit: String, from start: Int, for subject: Subject, _ cursor: inout Cursor) -> Literal? {
    let place = cursor.tokenSpan
    advance(&cursor)
    switch subject {
    case .unknown: break
    case .question(let id) where questions[id.position].isRefused: break
    case .question(let id) where questions[id.position].kind.typeName == Word.duration.text:
      refuse(unknownUnit(unit), at: place)
    case .question, .score:
      refuse(.numberWithUnit(cursor.text(from: start), unit: unit), at: cursor.span(from: start))
    }
    return nil
  }

  /// - Parameter isShort: whether seconds are meant too, as in a stretch that is held.
  mutating func unknownUnit(_ unit: String, isShort: Bool = false) -> Mistake {
    let known = (isShort ? [Word.seconds] : []) + [.minutes, .hours, .days, .weeks, .months, .years]
    let names = known.map(\.text)
    let small = unit.lowercased()
    let shortened = names.filter { $0.first == small.first && Self.has($0, lettersOf: small) }
    let meant = shortened.count == 1 ? shortened[0] : nearest.name(to: small, among: names)
    return .unknownUnit(unit, nearest: meant, known: names)
  }

  /// Whether a name has the letters of a shorter one, in their order: "weeks" those of "wks".
  private static func has(_ name: String, lettersOf short: String) -> Bool {
    var rest = name[...]
    for letter in short {
      guard let place = rest.firstIndex(of: letter) else { return false }
      rest = rest[rest.index(after: place)...]
    }
    return true
  }
}
