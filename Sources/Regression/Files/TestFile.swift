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

  /// The scripts and cases at a path: itself, or all below it, in the order of their names.
  public static func find(at path: String) throws(UnusableFile) -> [TestFile] {
    guard let names = try names(in: path) else { return TestFile(path).map { [$0] } ?? [] }
    var files: [TestFile] = []
    let folder = path == "." ? "" : path.hasSuffix("/") ? path : path + "/"
    for name in names { files += try find(at: folder + name) }
    return files
  }
}
