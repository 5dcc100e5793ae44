/// A file that `backtalk test` runs.
public struct TestFile: Equatable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case script = ".chat"
    case cases = ".cases.yaml"
  }

  public var path: String
  public var kind: Kind

  /// A file whose name says what it is.
  init?(_ path: String) {
    guard let kind = Kind.allCases.first(where: { path.hasSuffix($0.rawValue) }) else { return nil }
    self.path = path
    self.kind = kind
  }

  /// The scripts and cases at a path: itself, or all below it, in the order of their names. A folder is searched once,
  /// however many links lead there.
  public static func find(at path: String) throws(UnusableFile) -> [TestFile] {
    var searched: Set<FolderID> = []
    return try find(at: path, &searched)
  }

  private static func find(at path: String, _ searched: inout Set<FolderID>) throws(UnusableFile) -> [TestFile] {
    switch try FileKind(at: path) {
    case .file: return TestFile(path).map { [$0] } ?? []
    case .other: return []
    case .folder(let folder):
      guard searched.insert(folder).inserted else { return [] }
      let prefix = path == "." ? "" : path.hasSuffix("/") ? path : path + "/"
      var files: [TestFile] = []
      for name in try names(in: path) { files += try find(at: prefix + name, &searched) }
      return files
    }
  }
}
