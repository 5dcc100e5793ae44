import Glibc

extension Loader {
  /// Loads a version of a tree: a file on disk or, where there is no such file, one in a revision of git.
  ///
  /// - Parameters:
  ///   - version: a path, or `revision:path`.
  ///   - libraries: folders, besides the tree's own, whose files it may use.
  public func load(version: String, libraries: [String] = []) -> Loaded {
    guard let colon = version.utf8.firstIndex(of: UInt8(ascii: ":")), access(version, F_OK) != 0 else {
      return load(path: version, libraries: libraries)
    }
    let (revision, path) = (String(version[..<colon]), String(version[version.utf8.index(after: colon)...]))
    do throws(FileFailure) {
      let files = try GitFiles(revision: revision, file: path, libraries: libraries)
      let name = path.split(separator: "/").last.map(String.init) ?? path
      let bytes = try files.read(files.locate(name, inFolder: 0), limit: limits.bytes)
      return load(bytes, named: version, files: files)
    } catch {
      let failure: FileFailure =
        error == .missing
        ? .unreadable(
          "the revision \"\(revision)\" has no file \"\(path)\"; paths are counted from the top of the repository, and "
            + "\"git ls-tree -r --name-only \(revision)\" lists them") : error
      return refused(version, failure)
    }
  }
}
