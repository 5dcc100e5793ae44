/// A record that was read and found whole, as far as it goes.
public struct SessionRecord: Equatable, Sendable {
  /// Every whole line; the first is the start.
  public let lines: [Line]
  public let start: Start
  /// The bytes of all whole lines.
  public let wholeBytes: Int
  /// The bytes behind them: the beginning of a line that was cut short.
  public let tornBytes: Int

  /// How the session ended; nil where the record has no last line, and may have had others that were cut off.
  public var end: End? { if case .end(let end) = lines.last?.entry { end } else { nil } }

  public var turns: [Turn] { lines.compactMap { if case .turn(let turn) = $0.entry { turn } else { nil } } }

  /// The notes that stand where the record ends, without those that were taken out.
  public var notes: [String] {
    let turns = turns
    let standing = max(0, turns.last?.open.notes ?? 0)
    return turns.compactMap(\.note).suffix(standing).compactMap(\.text)
  }

  /// What goes on where the record ends.
  public var chain: Chain { Chain(after: lines[lines.count - 1]) }

  /// The same without what was typed. It verifies as before. What was cut short is left out.
  public var redacted: [Line] {
    lines.map { line in
      var line = line
      line.entry = line.entry.redacted
      return line
    }
  }
}

/// The first thing that is wrong with a record.
public struct Flaw: Error, Equatable, Sendable {
  /// From 1.
  public var line: Int
  public var kind: Kind

  public enum Kind: Equatable, Sendable {
    /// Nothing stands there that begins a record.
    case noRecord
    /// A record of another version of the format.
    case version(Int)
    /// Nothing that a record holds.
    case unreadable
    /// Its hash is not that of the line.
    case changed
    /// Its hash is right, but a private text is not that of its hash.
    case textChanged
    /// These lines should stand before it, and stand nowhere.
    case missing(Int, to: Int)
    /// It is this line, which belongs elsewhere.
    case misplaced(Int)
    /// It goes on from another line than the one before it.
    case foreign
    /// It stands behind the last line, or begins a second time.
    case outOfPlace
  }

  /// Whether there is nothing that this program could read, rather than something that was changed.
  public var isUnusable: Bool {
    switch kind {
    case .noRecord, .version: true
    default: false
    }
  }
}

// MARK: - Reading

extension SessionRecord {
  /// Reads a record, and sees whether it is what was written.
  ///
  /// - Throws: the first ``Flaw``.
  public init(_ bytes: [UInt8]) throws(Flaw) {
    let newline = UInt8(ascii: "\n")
    var texts = bytes.split(separator: newline, omittingEmptySubsequences: false)
    let torn = texts.removeLast()  // the whole, where there is no line feed
    guard let first = texts.first else { throw Flaw(line: 1, kind: .noRecord) }
    if let kind = Self.flaw(ofFirst: first) { throw Flaw(line: 1, kind: kind) }
    let lines = texts.map { Line($0) }
    let sound = try Self.linked(lines)
    guard case .start(let start) = sound[0].entry else { throw Flaw(line: 1, kind: .noRecord) }
    (self.lines, self.start) = (sound, start)
    (wholeBytes, tornBytes) = (bytes.count - torn.count, torn.count)
  }

  private static func flaw(ofFirst text: ArraySlice<UInt8>) -> Flaw.Kind? {
    guard let version = JSONValue(text)?["record"]?.integer else { return .noRecord }
    return version == Start.recordVersion ? nil : .version(version)
  }

  private static func linked(_ lines: [Line?]) throws(Flaw) -> [Line] {
    var chain = Chain()
    var sound: [Line] = []
    for (place, line) in lines.enumerated() {
      guard let line else { throw Flaw(line: place + 1, kind: .unreadable) }
      if var kind = chain.flaw(of: line) {
        // Where what is missing stands further down, nothing is missing.
        if case .missing(let number, _) = kind, lines[place...].contains(where: { $0?.number == number }) {
          kind = .misplaced(line.number)
        }
        throw Flaw(line: place + 1, kind: kind)
      }
      if case .end = sound.last?.entry { throw Flaw(line: place + 1, kind: .outOfPlace) }
      if case .start = line.entry, place > 0 { throw Flaw(line: place + 1, kind: .outOfPlace) }
      chain = Chain(after: line)
      sound.append(line)
    }
    return sound
  }
}
