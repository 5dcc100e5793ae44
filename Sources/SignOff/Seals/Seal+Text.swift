import TreeFile

extension Seal {
  private static let version = "1"

  private enum Key: String, CaseIterable {
    case version = "backtalk-seal"
    case engine, files, verdict, day
  }

  /// The seal as it is written, a line each.
  public var text: String {
    let lines = Key.allCases.map { key in
      let value =
        switch key {
        case .version: Self.version
        case .engine: engine
        case .files: files.text
        case .verdict: verdict
        case .day: day.text
        }
      return "\(key.rawValue): \(value)\n"
    }
    return lines.joined()
  }

  /// Reads a seal exactly as ``text`` writes it, each line ending in a line feed or in CR and LF; nil of all else.
  init?(_ text: String) {
    var values: [Key: Substring] = [:]
    let lines = text.split { $0 == "\n" || $0 == "\r\n" }
    guard lines.count == Key.allCases.count else { return nil }
    for (key, line) in zip(Key.allCases, lines) {
      guard line.hasPrefix(key.rawValue + ": ") else { return nil }
      values[key] = line.dropFirst(key.rawValue.count + 2)
    }
    guard values[.version] == Self.version[...], let engine = values[.engine], Self.isWord(engine),
      let files = values[.files].flatMap({ Digest($0) }), let verdict = values[.verdict], Self.isWord(verdict),
      let day = values[.day].flatMap({ WrittenDay($0) })
    else { return nil }
    self.init(engine: String(engine), files: files, verdict: String(verdict), day: day)
  }
}

extension Seal {
  /// Why there is no seal to go by: the file, and the reason in words.
  public struct Unusable: Error, Equatable, Sendable {
    public var path: String
    public var reason: String
  }

  /// Bytes that a file may have; a seal takes less than five hundred.
  static let limit = 1 << 10

  /// Where the seal of a tree lies: `tree.seal` for `tree.yaml`.
  public static func path(beside tree: String) -> String { companion(of: tree, ".seal") }

  /// Reads the seal of a tree.
  /// - Returns: nil where it has none.
  /// - Throws: where there is one that cannot be read.
  public static func read(beside tree: String) throws(Unusable) -> Seal? {
    let path = path(beside: tree)
    do throws(FileFailure) {
      let bytes = try DiskFiles.contents(of: path, limit: limit)
      guard let seal = Seal(String(decoding: bytes, as: UTF8.self)) else {
        throw .unreadable("it is damaged, or of another version; seal the tree again")
      }
      return seal
    } catch {
      guard error == .missing else { throw Unusable(path: path, reason: error.words(limit: limit)) }
      return nil
    }
  }

  /// Puts the seal beside a tree, in place of the one that lies there.
  public func write(beside tree: String) throws(Unusable) {
    do throws(DiskFiles.Unwritable) {
      try DiskFiles.replace(Self.path(beside: tree), with: text)
    } catch {
      throw Unusable(path: error.path, reason: error.reason)
    }
  }
}
