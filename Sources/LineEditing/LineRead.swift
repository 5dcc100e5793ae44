/// What reading a line came to.
public enum LineRead: Equatable, Sendable {
  /// A line ended by Enter, or by the end of a pipe.
  case line(TypedLine)

  /// Ctrl-C: the line is dropped.
  case interrupted

  /// Nobody has touched a key for as long as ``LineEditor/expectOthers(patience:)`` says.
  case idle

  /// Ctrl-D on an empty line, the end of a pipe, or a terminal that is gone.
  case endOfInput
}

/// One line without its line ending, and what had to be done to it.
public struct TypedLine: Equatable, Sendable {
  /// No longer than ``longest`` bytes of UTF-8.
  public var text: String

  /// Bytes that are no UTF-8, or NUL, stood here and were replaced by U+FFFD.
  public var wasRepaired: Bool

  /// The line went on beyond ``longest``; the rest of it was read and dropped.
  public var wasCut: Bool

  public init(text: String, wasRepaired: Bool = false, wasCut: Bool = false) {
    self.text = text
    self.wasRepaired = wasRepaired
    self.wasCut = wasCut
  }

  /// The most bytes a line may have. An answer has dozens; the bound keeps a mistaken redirection out of memory.
  public static let longest = 4096
}

extension TypedLine {
  /// Makes text of bytes that ought to be UTF-8, at most ``longest`` of them.
  ///
  /// - Parameters:
  ///   - bytes: without the line ending.
  ///   - wasCut: more bytes followed, which were not kept.
  init(bytes: some Collection<UInt8>, wasCut: Bool = false) {
    let wasCut = wasCut || bytes.count > Self.longest
    var kept = Array(bytes.prefix(Self.longest))
    if wasCut { kept.removeLast(Self.unfinishedTail(of: kept)) }
    // NUL is valid UTF-8 and ends a C string; 0xFF is valid nowhere, so it is repaired like any other stray byte.
    let text = String(decoding: kept.lazy.map { $0 == 0 ? 0xFF : $0 }, as: UTF8.self)
    self.init(text: text, wasRepaired: !text.utf8.elementsEqual(kept), wasCut: wasCut)
  }

  /// How many bytes at the end begin a character that a cut has left without its own end.
  private static func unfinishedTail(of bytes: [UInt8]) -> Int {
    let tail = bytes.suffix(4)
    guard let lead = tail.lastIndex(where: { $0 & 0b1100_0000 != 0b1000_0000 }) else { return 0 }
    let present = tail.endIndex - lead
    return present < encodedLength(lead: tail[lead]) ? present : 0
  }
}

/// How many bytes the character has that begins with `lead`; 1 for a byte that begins none.
func encodedLength(lead: UInt8) -> Int {
  switch lead {
  case 0xC2...0xDF: 2
  case 0xE0...0xEF: 3
  case 0xF0...0xF4: 4
  default: 1
  }
}
