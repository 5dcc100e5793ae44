import Foundation

/// The project's own files, found from where this one stands.
enum Project {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// A file with its text.
  struct File: Sendable {
    /// From the root of the project.
    var path: String
    var text: String

    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
  }

  /// The text files below a folder, in the order of their paths; nothing hidden, nothing built.
  static func files(in folder: String = "", named suffix: String = "") -> [File] {
    let top = root.appending(path: folder)
    let found = FileManager.default.enumerator(at: top, includingPropertiesForKeys: nil, options: .skipsHiddenFiles)
    let urls = found?.compactMap { $0 as? URL } ?? []
    return urls.filter { $0.lastPathComponent.hasSuffix(suffix) }.compactMap(read).sorted { $0.path < $1.path }
  }

  static func file(_ path: String) throws -> File {
    File(path: path, text: try String(contentsOf: root.appending(path: path), encoding: .utf8))
  }

  private static func read(_ url: URL) -> File? {
    guard let text = try? String(contentsOf: url, encoding: .utf8) else { return nil }
    return File(path: String(url.path.dropFirst(root.path.count + 1)), text: text)
  }
}
