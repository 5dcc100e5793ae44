/// What is wrong with a file's characters, before any of them is read as YAML.
struct TextCheck {
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether every byte is ASCII, so that characters and bytes count alike.
  private(set) var isASCII = true
  /// What libyaml is given in place of refused characters, so that the rest can be read.
  private(set) var replacements: [(offset: Int, byte: UInt8)] = []
  /// Whether there are tabs other than at the beginning of a line.
  private(set) var hasTabs = false
  /// Whether reading on would only bring errors that follow from these.
  private(set) var isFatal = false
  /// Nil until somebody wants to know.
  private var isWithoutLineFeeds: Bool?

  init(_ sources: Sources, file: Int) {
    let range = sources.files[file].range
    var at = Self.endOfPlainText(sources.bytes[range])
    while at < range.upperBound {
      let byte = sources.bytes[at]
      if byte < 0x80 {
        checkControl(byte, at: at, in: range, sources)
        at += 1
      } else {
        isASCII = false
        guard let (scalar, length) = decodeScalar(sources.bytes, at: at, end: range.upperBound) else {
          refuse(.invalidUTF8, at..<at + 1, fatal: true)
          return
        }
        checkWide(scalar, at: at..<at + length)
        at += length
      }
      if isFatal { return }
      at = Self.endOfPlainText(sources.bytes[at..<range.upperBound])
    }
  }

  /// Where bytes of which nothing can be wrong come to an end, which is nearly always at the end of the file.
  private static func endOfPlainText(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.withUnsafeBufferPointer { plain in
      var length = 0
      while length < plain.count, plain[length] &- 0x20 < 0x5F || plain[length] == UInt8(ascii: "\n") { length += 1 }
      return bytes.startIndex + length
    }
  }

  private mutating func refuse(_ mistake: Mistake, _ range: Range<Int>, fatal: Bool = false) {
    diagnostics.append(Diagnostic(mistake, at: Span(range)))
    isFatal = isFatal || fatal
  }

  private mutating func checkControl(_ byte: UInt8, at: Int, in file: Range<Int>, _ sources: Sources) {
    switch byte {
    case 0: refuse(.nulByte, at..<at + 1, fatal: true)
    case UInt8(ascii: "\t"): checkTab(at, in: file, sources)
    case UInt8(ascii: "\r") where at + 1 < file.upperBound && sources.bytes[at + 1] == UInt8(ascii: "\n"): break
    case UInt8(ascii: "\r") where hasNoLineFeed(sources.bytes[file]):
      refuse(.oldLineEnds, at..<at + 1, fatal: true)
    default:
      refuse(.controlCharacter(UInt32(byte)), at..<at + 1)
      replacements.append((at, UInt8(ascii: " ")))
    }
  }

  /// Looked up once: a file may have very many such characters.
  private mutating func hasNoLineFeed(_ bytes: ArraySlice<UInt8>) -> Bool {
    let isSo = isWithoutLineFeeds ?? !bytes.contains(UInt8(ascii: "\n"))
    isWithoutLineFeeds = isSo
    return isSo
  }

  /// A tab is refused where a line is indented with it.
  private mutating func checkTab(_ at: Int, in file: Range<Int>, _ sources: Sources) {
    var start = at
    while start > file.lowerBound, sources.bytes[start - 1] == UInt8(ascii: " ") { start -= 1 }
    guard start == file.lowerBound || sources.bytes[start - 1] == UInt8(ascii: "\n") else {
      hasTabs = true
      return
    }
    let rest = sources.bytes[at..<file.upperBound]
    let end = rest.firstIndex { $0 != UInt8(ascii: "\t") && $0 != UInt8(ascii: " ") } ?? file.upperBound
    refuse(.tabIndent, at..<end, fatal: true)
  }

  private mutating func checkWide(_ scalar: UInt32, at range: Range<Int>) {
    guard isBidirectional(scalar) || isControl(scalar) else { return }
    refuse(isControl(scalar) ? .controlCharacter(scalar) : .bidirectionalCharacter(scalar), range)
    // "é" keeps the length of a two-byte character, "€" that of a three-byte one.
    let harmless = range.count == 2 ? [0xC3, 0xA9] : [0xE2, 0x82, 0xAC] as [UInt8]
    replacements += zip(range, harmless).map { ($0, $1) }
  }
}

/// Whether a character changes the direction in which text around it is shown.
func isBidirectional(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
  default: false
  }
}

/// Whether a character is a control character, a line break other than LF, or no character at all.
func isControl(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x0A: false
  case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
  default: false
  }
}

/// The character at `at` and its length in bytes; nil where the bytes are no UTF-8.
func decodeScalar(_ bytes: [UInt8], at: Int, end: Int) -> (scalar: UInt32, length: Int)? {
  let lead = bytes[at]
  let length = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
  guard length > 0, at + length <= end else { return nil }
  if length == 1 { return (UInt32(lead), 1) }
  var scalar = UInt32(lead) & (0x7F >> UInt32(length))
  for byte in bytes[at + 1..<at + length] {
    guard isContinuation(byte) else { return nil }
    scalar = scalar << 6 | UInt32(byte & 0x3F)
  }
  let least: [UInt32] = [0, 0, 0x80, 0x800, 0x10000]
  let isSurrogate = (0xD800..<0xE000).contains(scalar)
  return scalar < least[length] || scalar > 0x10FFFF || isSurrogate ? nil : (scalar, length)
}
