/// A character that looks like one of the format's own and is not: a no-break space, a typographic quote.
struct Lookalike {
  var character: UInt32
  var span: Span

  /// Three dots in one character, which looks like the sign of a pattern.
  static let ellipsis: UInt32 = 0x2026

  /// What was probably meant; nil for a character that resembles nothing.
  static func meant(by character: UInt32) -> String? {
    switch character {
    case 0xA0, 0x1680, 0x2000...0x200B, 0x202F, 0x205F, 0x2060, 0x3000: " "
    case 0x2018...0x201B, 0x2032, 0xB4: "'"
    case 0x201C...0x201F, 0x2033, 0xAB, 0xBB: "\""
    case 0x2010...0x2015, 0x2212: "-"
    case 0x2264: "<="
    case 0x2265: ">="
    case 0xFF1A: ":"
    case 0xFF0C: ","
    default: nil
    }
  }

  /// The first such character among the bytes of `range`.
  static func first(in range: Range<Int>, of sources: Sources) -> Lookalike? {
    var at = range.lowerBound
    while at < range.upperBound, let (scalar, length) = decodeScalar(sources.bytes, at: at, end: range.upperBound) {
      if scalar > 0x7F, meant(by: scalar) != nil { return Lookalike(character: scalar, span: Span(at..<at + length)) }
      at += length
    }
    return nil
  }

  /// A no-break space where YAML would need a plain one: in the indentation, or behind a colon or a dash.
  static func spaceAsSyntax(in line: Range<Int>, of sources: Sources) -> Lookalike? {
    var start = line.lowerBound
    while let found = first(in: start..<line.upperBound, of: sources) {
      let before = sources.bytes[line.lowerBound..<found.span.range.lowerBound].last ?? UInt8(ascii: " ")
      let isSyntax = [UInt8(ascii: " "), UInt8(ascii: ":"), UInt8(ascii: "-")].contains(before)
      if isSyntax, meant(by: found.character) == " " { return found }
      start = found.span.range.upperBound
    }
    return nil
  }
}
