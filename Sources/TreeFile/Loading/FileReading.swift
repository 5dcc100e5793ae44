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

/// Where the files of a load come from.
///
/// Files lie in folders: number 0 is that of the tree, the others are those named as libraries.
public protocol FileReading {
  var folders: [String] { get }

  /// The bytes of a file.
  /// - Parameters:
  ///   - path: relative, with `/` between names, and without `.` and `..`.
  ///   - limit: no more bytes than this are wanted.
  func read(_ path: String, inFolder folder: Int, limit: Int) throws(FileFailure) -> [UInt8]
}

/// Files that exist only in memory: for tests, and for text from elsewhere.
public struct GivenFiles: FileReading {
  public let folders = [""]
  public var texts: [String: String]

  public init(_ texts: [String: String] = [:]) { self.texts = texts }

  public func read(_ path: String, inFolder folder: Int, limit: Int) throws(FileFailure) -> [UInt8] {
    guard let text = texts[path] else { throw .missing }
    guard text.utf8.count <= limit else { throw .tooLarge }
    return Array(text.utf8)
  }
}
