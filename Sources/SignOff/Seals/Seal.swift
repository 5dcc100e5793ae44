import TreeFile

/// What was found out about a tree, by which version of the program, and when, so that it need not be found out again.
public struct Seal: Equatable, Sendable {
  /// The version of the program.
  public var engine: String
  /// Of the files of the tree.
  public var files: Digest
  /// What was found, in one word.
  public var verdict: String
  public var day: WrittenDay

  /// The verdict that everything was proven without which no patient should follow a tree.
  public static let proven = "proven"

  /// - Parameters:
  ///   - engine: a word of visible ASCII.
  ///   - verdict: another.
  public init(engine: String, files: Digest, verdict: String, day: WrittenDay) {
    precondition(Self.isWord(engine) && Self.isWord(verdict))
    self.engine = engine
    self.files = files
    self.verdict = verdict
    self.day = day
  }

  /// Letters, digits and marks that can be seen, and no space.
  static func isWord(_ text: some StringProtocol) -> Bool {
    (1...100).contains(text.utf8.count) && text.utf8.allSatisfy { (0x21..<0x7F).contains($0) }
  }

  /// Whether the seal speaks of these files, byte by byte, and of this version of the program.
  public func matches(_ sources: Sources, engine: String) -> Bool {
    self.engine == engine && files == Digest(of: sources)
  }
}

extension Digest {
  /// Of the bytes of all files of a tree in the order of loading, each with its path and its length, so that no other
  /// files have it. A path counts from the tree's folder, or the library's: where those lie does not matter.
  public init(of sources: Sources) {
    let files = sources.contents
    var builder = Builder()
    builder.add(length: files.count)
    for (path, bytes) in files {
      builder.add(length: path.utf8.count)
      builder.add(Array(path.utf8))
      builder.add(length: bytes.count)
      bytes.withUnsafeBytes { builder.add($0) }
    }
    self = builder.digest()
  }
}

extension Digest.Builder {
  /// Eight bytes, the highest first.
  fileprivate mutating func add(length: Int) {
    withUnsafeBytes(of: UInt64(length).bigEndian) { add($0) }
  }
}
