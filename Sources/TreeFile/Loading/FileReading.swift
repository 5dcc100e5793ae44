/// Why a file cannot be had.
public enum FileFailure: Error, Equatable, Sendable {
  case missing
  /// A link leads out of the folder.
  case outside
  /// More bytes than the limit.
  case tooLarge
  /// The system's reason.
  case unreadable(String)
}

/// The folder in front of a file's name, with its last slash; empty where there is none.
func folder(of path: String) -> String {
  path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? ""
}

/// Where the files of a load come from.
///
/// Files lie in folders: number 0 is that of the tree, the others are those named as libraries.
public protocol FileReading {
  var folders: [String] { get }

  /// What a file is known by, whichever path leads to it.
  /// - Parameter path: relative, with `/` between names, and without `.` and `..`.
  func locate(_ path: String, inFolder folder: Int) throws(FileFailure) -> String

  /// The bytes of a file.
  /// - Parameters:
  ///   - file: what ``locate(_:inFolder:)`` gave for it.
  ///   - limit: no more bytes than this are wanted.
  func read(_ file: String, limit: Int) throws(FileFailure) -> [UInt8]
}

/// Files that exist only in memory: for tests, and for text from elsewhere.
public struct GivenFiles: FileReading {
  public let folders = [""]
  public var texts: [String: String]

  public init(_ texts: [String: String] = [:]) { self.texts = texts }

  public func locate(_ path: String, inFolder folder: Int) -> String { path }

  public func read(_ file: String, limit: Int) throws(FileFailure) -> [UInt8] {
    guard let text = texts[file] else { throw .missing }
    guard text.utf8.count <= limit else { throw .tooLarge }
    return Array(text.utf8)
  }
}
