/// Where the bytes of a scalar's text stand in its source: folding, escapes, quotes and line breaks undone.
///
/// It is worked out anew when a place inside such a text is wanted, which is when something is wrong there.
struct ScalarPlaces {
  /// For each byte of the text, the offset in the source that it comes from.
  private var offsets: [Int] = []
  /// How long the escape is that starts at an offset.
  private var escapes: [Int: Int] = [:]
  /// Where the text ends in the source, before a closing quote.
  private let end: Int

  init(text: [UInt8], style: Node.Style, source: [UInt8], range: Range<Int>) {
    offsets.reserveCapacity(text.count)
    let isQuoted = style == .doubleQuoted || style == .singleQuoted
    end = isQuoted ? range.upperBound - 1 : range.upperBound
    switch style {
    case .doubleQuoted: followEscapes(text: text, source: source, from: range.lowerBound + 1)
    case .singleQuoted: followWords(text: text, source: source, from: range.lowerBound + 1, quoted: true)
    case .literal, .folded:
      let header = source[range].firstIndex(of: UInt8(ascii: "\n")) ?? range.lowerBound
      followWords(text: text, source: source, from: header, quoted: false)
    case .plain, .block, .flow: followWords(text: text, source: source, from: range.lowerBound, quoted: false)
    }
  }

  /// The span in the source of some bytes of the text.
  func span(_ text: Range<Int>) -> Span {
    guard text.lowerBound < offsets.count else { return Span(end..<end) }
    let start = offsets[text.lowerBound]
    guard !text.isEmpty else { return Span(start..<start) }
    let last = offsets[min(text.upperBound, offsets.count) - 1]
    return Span(start..<last + (escapes[last] ?? 1))
  }

  /// Words stand in the source as in the text; only the white space between them differs.
  private mutating func followWords(text: [UInt8], source: [UInt8], from start: Int, quoted: Bool) {
    var at = start
    for byte in text {
      if !isSpace(byte) { skipSpace(source, &at) }
      offsets.append(min(at, end))
      if quoted, byte == UInt8(ascii: "'") {
        escapes[at] = 2
        at += 2
      } else if at < end, source[at] == byte {
        at += 1
      }
    }
  }

  private mutating func followEscapes(text: [UInt8], source: [UInt8], from start: Int) {
    var at = start
    while offsets.count < text.count, at < end {
      let byte = text[offsets.count]
      if source[at] == UInt8(ascii: "\\") {
        let escape = Escape(source[at..<end])
        escapes[at] = escape.length
        offsets.append(contentsOf: repeatElement(at, count: escape.bytes))
        at += escape.length
      } else if source[at] == byte {
        offsets.append(at)
        at += 1
      } else if isSpace(byte) {
        offsets.append(at)
        skipSpace(source, &at)
      } else {
        at += 1
      }
    }
    offsets.append(contentsOf: repeatElement(end, count: max(0, text.count - offsets.count)))
  }

  private func skipSpace(_ source: [UInt8], _ at: inout Int) {
    while at < end, isSpace(source[at]) { at += 1 }
  }
}

/// An escape in a double-quoted scalar: its length in the source, and how many bytes of text it gives.
private struct Escape {
  var length: Int
  var bytes: Int

  /// - Parameter source: begins with the backslash.
  init(_ source: ArraySlice<UInt8>) {
    switch source.dropFirst().first {
    case UInt8(ascii: "x"): (length, bytes) = (4, Self.width(source.dropFirst(2).prefix(2)))
    case UInt8(ascii: "u"): (length, bytes) = (6, Self.width(source.dropFirst(2).prefix(4)))
    case UInt8(ascii: "U"): (length, bytes) = (10, Self.width(source.dropFirst(2).prefix(8)))
    case UInt8(ascii: "N"), UInt8(ascii: "_"): (length, bytes) = (2, 2)
    case UInt8(ascii: "L"), UInt8(ascii: "P"): (length, bytes) = (2, 3)
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"): (length, bytes) = (2, 0)
    default: (length, bytes) = (2, 1)
    }
  }

  /// How many bytes the character with this hexadecimal number takes in UTF-8.
  private static func width(_ digits: ArraySlice<UInt8>) -> Int {
    let number = UInt32(String(decoding: digits, as: UTF8.self), radix: 16) ?? 0
    return number < 0x80 ? 1 : number < 0x800 ? 2 : number < 0x10000 ? 3 : 4
  }
}

private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }
