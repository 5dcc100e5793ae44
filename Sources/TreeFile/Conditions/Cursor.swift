import Triage

/// One piece of a condition, a range or a literal.
struct Token {
  enum Kind: Equatable {
    case word
    case number
    case comparison(Comparison)
    case open, close, openList, closeList, comma
    case end
    case other
  }

  var kind: Kind
  /// Where it stands in the cursor's bytes.
  var range: Range<Int>
  /// A word's symbol; `none` where it is no word known to the load.
  var symbol = Symbol.none

  var word: Word? { kind == .word ? symbol.word : nil }
}

/// Reads a scalar token by token, and knows where each stands in its file.
struct Cursor {
  private let bytes: [UInt8]
  private let end: Int
  private var at: Int
  /// Nil where the text stands in the file as it is, so that an offset in `bytes` is an offset in the sources.
  private let places: ScalarPlaces?
  private(set) var token = Token(kind: .end, range: 0..<0)
  /// Where the token before this one ends.
  private(set) var lastEnd: Int
  /// Parentheses, brackets and `not` around this place.
  var depth = 0

  init(_ document: Document, _ id: NodeID) {
    let node = document.nodes[id]
    let range = Int(node.text)..<Int(node.text + node.length)
    if node.isVerbatim {
      bytes = document.sources.bytes
      places = nil
      (at, end) = (range.lowerBound, range.upperBound)
    } else {
      bytes = Array(document.decoded[range])
      places = ScalarPlaces(
        text: bytes, style: node.style, source: document.sources.bytes, range: node.span.range)
      (at, end) = (0, bytes.count)
    }
    lastEnd = at
    advance(document.symbols)
  }

  /// The place of some of the bytes.
  func span(_ range: Range<Int>) -> Span { places?.span(range) ?? Span(range) }

  /// The place from `start` to the end of the last token read.
  func span(from start: Int) -> Span { span(start..<max(start, lastEnd)) }

  var tokenSpan: Span { span(token.range) }

  var tokenText: String { String(decoding: bytes[token.range], as: UTF8.self) }

  /// The text from `start` to the end of the last token read.
  func text(from start: Int) -> String { String(decoding: bytes[start..<max(start, lastEnd)], as: UTF8.self) }

  var tokenBytes: ArraySlice<UInt8> { bytes[token.range] }

  /// Reads the next token.
  mutating func advance(_ symbols: Symbols) {
    lastEnd = token.range.upperBound
    while at < end, bytes[at] == UInt8(ascii: " ") || bytes[at] == UInt8(ascii: "\n") { at += 1 }
    guard at < end else {
      token = Token(kind: .end, range: end..<end)
      return
    }
    let start = at
    let kind = scan()
    token = Token(kind: kind, range: start..<at)
    if kind == .word {
      token.symbol = bytes.withUnsafeBufferPointer { symbols.find(UnsafeBufferPointer(rebasing: $0[start..<at])) }
    }
  }

  private mutating func scan() -> Token.Kind {
    let byte = bytes[at]
    at += 1
    switch byte {
    case UInt8(ascii: "("): return .open
    case UInt8(ascii: ")"): return .close
    case UInt8(ascii: "["): return .openList
    case UInt8(ascii: "]"): return .closeList
    case UInt8(ascii: ","): return .comma
    case UInt8(ascii: "="):
      let isForeign = skip(UInt8(ascii: "=")) || skip(UInt8(ascii: ">")) || skip(UInt8(ascii: "<"))
      return isForeign ? .other : .comparison(.equal)
    case UInt8(ascii: "!"), UInt8(ascii: "&"), UInt8(ascii: "|"):
      // As other languages write them, in one piece.
      _ = skip(byte == UInt8(ascii: "!") ? UInt8(ascii: "=") : byte)
      return .other
    case UInt8(ascii: "<"):
      if skip(UInt8(ascii: ">")) { return .other }
      return .comparison(skip(UInt8(ascii: "=")) ? .atMost : .less)
    case UInt8(ascii: ">"): return .comparison(skip(UInt8(ascii: "=")) ? .atLeast : .more)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return number()
    case UInt8(ascii: "-"):
      return at < end && isDigit(bytes[at]) ? number() : .other
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"):
      while at < end, isNameByte(bytes[at] | 0x20) || bytes[at] == UInt8(ascii: "_") { at += 1 }
      return .word
    default:
      while at < end, isContinuation(bytes[at]) { at += 1 }
      return .other
    }
  }

  private mutating func number() -> Token.Kind {
    while at < end, isDigit(bytes[at]) { at += 1 }
    if at + 1 < end, bytes[at] == UInt8(ascii: "."), isDigit(bytes[at + 1]) {
      at += 1
      while at < end, isDigit(bytes[at]) { at += 1 }
    }
    return .number
  }

  private mutating func skip(_ byte: UInt8) -> Bool {
    guard at < end, bytes[at] == byte else { return false }
    at += 1
    return true
  }
}

/// Whether a byte is a decimal digit.
func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
