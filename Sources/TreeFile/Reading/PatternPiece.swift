/// A piece of a pattern: of what stands under `hears`.
struct PatternPiece {
  enum Kind {
    /// Words, at least one.
    case words
    /// `...`, which stands for a few other words.
    case gap
    /// `{name}`, which stands for the words of a group; its place is that of the name.
    case group
    /// `#`, which stands for an answer.
    case answer
    /// `#38-43`, which stands for a number in between.
    case numbers
    case strayBrace
    /// One character that only looks like three dots.
    case ellipsis
  }

  var kind: Kind
  /// Its place among the bytes of the pattern.
  var range: Range<Int>
}

extension PatternPiece {
  /// The pieces of a pattern in their order. What is neither a sign nor a word is left out.
  static func all(in text: [UInt8]) -> [PatternPiece] {
    var pieces: [PatternPiece] = []
    var at = 0
    while at < text.count {
      let piece = sign(in: text, at: at) ?? words(in: text, at: at)
      let isGroup = piece.kind == .group
      at = piece.range.upperBound + (isGroup ? 1 : 0)
      if piece.kind != .words || holdsWord(text[piece.range]) { pieces.append(piece) }
    }
    return pieces
  }

  private static let ellipsis = Array("…".utf8)

  private static func sign(in text: [UInt8], at start: Int) -> PatternPiece? {
    let rest = text[start...]
    switch text[start] {
    case UInt8(ascii: "{"): return group(in: text, at: start)
    case UInt8(ascii: "}"): return PatternPiece(kind: .strayBrace, range: start..<start + 1)
    case UInt8(ascii: "#"): return number(in: text, at: start)
    case UInt8(ascii: ".") where rest.starts(with: "...".utf8):
      let end = rest.firstIndex { $0 != UInt8(ascii: ".") } ?? text.count
      return PatternPiece(kind: .gap, range: start..<end)
    case ellipsis[0] where rest.starts(with: ellipsis):
      return PatternPiece(kind: .ellipsis, range: start..<start + ellipsis.count)
    default: return nil
    }
  }

  /// A name in braces; where another brace opens before they close, or none closes, one that strayed here.
  private static func group(in text: [UInt8], at start: Int) -> PatternPiece {
    let rest = text[(start + 1)...]
    guard let end = rest.firstIndex(where: { $0 == UInt8(ascii: "}") || $0 == UInt8(ascii: "{") }),
      text[end] == UInt8(ascii: "}")
    else { return PatternPiece(kind: .strayBrace, range: start..<start + 1) }
    return PatternPiece(kind: .group, range: start + 1..<end)
  }

  /// `#`, with the ends of a range where a digit follows. A full stop behind them ends a sentence.
  private static func number(in text: [UInt8], at start: Int) -> PatternPiece {
    var end = start + 1
    guard end < text.count, isDigit(text[end]) else { return PatternPiece(kind: .answer, range: start..<end) }
    while end < text.count, isDigit(text[end]) || text[end] == UInt8(ascii: "-") || text[end] == UInt8(ascii: ".") {
      end += 1
    }
    while text[end - 1] == UInt8(ascii: ".") { end -= 1 }
    return PatternPiece(kind: .numbers, range: start..<end)
  }

  /// All up to the next sign.
  private static func words(in text: [UInt8], at start: Int) -> PatternPiece {
    let end = text[start...].indices.dropFirst().first { sign(in: text, at: $0) != nil } ?? text.count
    return PatternPiece(kind: .words, range: start..<end)
  }

  private static func holdsWord(_ bytes: ArraySlice<UInt8>) -> Bool {
    // For the letters of ASCII no table needs to be read.
    bytes.contains { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) }
      || String(decoding: bytes, as: UTF8.self).contains { $0.isLetter || $0.isNumber }
  }
}
