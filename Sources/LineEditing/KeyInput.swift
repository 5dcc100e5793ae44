import Glibc

/// What the keyboard, or the system on its behalf, has for the editor.
enum KeyEvent: Equatable {
  /// One character, as a Unicode scalar value.
  case character(UInt32)

  /// A signal arrived while waiting.
  case signal(Notice)

  /// Nothing came for as long as it was waited for.
  case idle

  /// The terminal is gone.
  case end
}

/// Bytes from a terminal, made into characters.
///
/// libedit would read for itself, but then nobody could tell a line that was typed from one that was pasted, a resize
/// would show only at the next key, and a byte that is no UTF-8 would vanish without a word.
struct KeyInput {
  private let descriptor: Int32
  private var queue: [UInt8] = []
  private var isPasting = false

  /// Bytes of the current line that were no UTF-8 and became U+FFFD.
  private(set) var sawInvalidBytes = false

  /// Whether the last Enter came together with other characters, faster than anybody types: pasted, or sent by a program.
  private(set) var lastLineCameInBurst = false
  private var chunkSize = 0

  /// Milliseconds without a byte after which nobody is waited for any longer; nil for ever.
  var patience: Int?
  private var wasIdle = false

  init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Before each line: what is remembered about the one before is forgotten.
  mutating func beginLine() {
    sawInvalidBytes = false
  }

  /// Waits for the next event.
  mutating func next() -> KeyEvent {
    while true {
      guard let lead = peek(0) else { return interruption() }
      if lead == UInt8(ascii: "\u{1B}") {
        guard let isMark = consumePasteMark() else { return interruption() }
        if isMark { continue }
      }
      guard let character = decode(lead) else { return interruption() }
      if isPasting, isKeyAlone(character) { isPasting = false }
      if isPasting {
        if let inserted = Self.harmless(character) { return .character(inserted) }
        continue
      }
      noteLineEnd(character)
      return .character(character)
    }
  }

  /// Drops what has been typed so far, and what follows without a pause of `quiet` milliseconds.
  ///
  /// - Returns: whether there was anything.
  mutating func discard(quiet: Int32) -> Bool {
    var dropped = !queue.isEmpty
    queue.removeAll()
    isPasting = false
    var patience = lastLineCameInBurst ? quiet : 0
    while waitForInput(on: descriptor, milliseconds: patience) {
      guard !readChunk(from: descriptor).isEmpty else { break }
      dropped = true
      patience = quiet
    }
    tcflush(descriptor, TCIFLUSH)  // with "edit off" the system keeps a half-typed line to itself
    lastLineCameInBurst = false
    return dropped
  }

  private mutating func noteLineEnd(_ character: UInt32) {
    if character == 0x0A || character == 0x0D { lastLineCameInBurst = chunkSize > 1 }
  }

  /// Why there is no byte: a signal, too long a wait, or the end.
  private func interruption() -> KeyEvent {
    Signals.takeNotice().map(KeyEvent.signal) ?? (wasIdle ? .idle : .end)
  }
}

// MARK: - Bytes

extension KeyInput {
  /// The byte `offset` places ahead, waited for; nil at the end and when a signal arrives first.
  private mutating func peek(_ offset: Int) -> UInt8? {
    while queue.count <= offset {
      let wait = Signals.waitForInput(on: descriptor, atMost: patience)
      wasIdle = wait == .nothing
      guard wait == .input else { return nil }
      let chunk = readChunk(from: descriptor)
      guard !chunk.isEmpty else { return nil }
      chunkSize = chunk.count
      queue += chunk
    }
    return queue[offset]
  }

  /// Takes one character off the queue; U+FFFD for bytes that are no UTF-8. Nil where its bytes have not all come.
  private mutating func decode(_ lead: UInt8) -> UInt32? {
    var length = 1
    while length < encodedLength(lead: lead) {
      guard let byte = peek(length) else { return nil }
      guard byte & 0b1100_0000 == 0b1000_0000 else { break }
      length += 1
    }
    let scalar = String(decoding: queue.prefix(length), as: UTF8.self).unicodeScalars.first!
    queue.removeFirst(length)
    if scalar == "\u{FFFD}" { sawInvalidBytes = true }
    return scalar.value
  }
}

// MARK: - Bracketed paste

extension KeyInput {
  /// Asks the terminal to mark what is pasted. Terminals that cannot ignore it.
  static let askForBrackets = "\u{1B}[?2004h"
  static let stopBrackets = "\u{1B}[?2004l"
  static let farewell: StaticString = "\u{1B}[?2004l\r\n"

  /// Wipes the screen, and all that the terminal would scroll back to. The cursor goes to the corner first, since wiping
  /// leaves it where it is. The last sequence is xterm's, and terminals that do not know it ignore it.
  static let wipe: StaticString = "\u{1B}[H\u{1B}[2J\u{1B}[3J"
  static let farewellWiping: StaticString = "\u{1B}[?2004l\u{1B}[H\u{1B}[2J\u{1B}[3J"

  /// Takes a mark for the beginning or the end of a paste off the queue, if it stands there.
  ///
  /// A mark may come in two pieces, and its rest is waited for. Only an Escape that nothing follows is not kept waiting
  /// outside a paste, where it is a key.
  ///
  /// - Returns: whether there was a mark; nil where the wait for its rest was interrupted, and nothing was taken.
  private mutating func consumePasteMark() -> Bool? {
    guard isPasting || queue.count > 1 else { return false }
    let mark = Array((isPasting ? "\u{1B}[201~" : "\u{1B}[200~").utf8)
    for (place, byte) in mark.enumerated() {
      guard let next = peek(place) else { return nil }
      if next != byte { return false }
    }
    queue.removeFirst(mark.count)
    isPasting.toggle()
    return true
  }

  /// Ctrl-C, pressed and not pasted: the way out of a paste whose second mark was lost.
  private func isKeyAlone(_ character: UInt32) -> Bool { character == 0x03 && chunkSize == 1 }

  /// A pasted character as text: a line's end becomes a space, so that only the Enter key ever sends a line, and
  /// control characters, which would be taken for keys, are left out.
  private static func harmless(_ character: UInt32) -> UInt32? {
    switch character {
    case 0x09, 0x0A, 0x0D: 0x20
    case 0..<0x20, 0x7F..<0xA0: nil
    default: character
    }
  }
}
