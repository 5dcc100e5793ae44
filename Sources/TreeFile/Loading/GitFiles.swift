/// Files as a revision of git has them. What a link leads to must lie in the folder too.
///
/// A library's folder is that of the revision where the revision has it, and else that on disk.
final class GitFiles: FileReading {
  let folders: [String]
  /// The commit that the revision named when it was first asked for.
  private let commit: String
  /// By folder: its path from the top of the repository, links followed; nil where it is read from disk.
  private var roots: [[String]?] = []
  private let disk: DiskFiles
  private var entries: [String: Entry?] = [:]
  private var links = 0

  private struct Entry {
    var kind: Kind
    var object: String
    var size: Int

    enum Kind { case file, link, folder, other }
  }

  /// - Parameters:
  ///   - file: from the top of the repository; with `./` in front, from where the program runs.
  init(revision: String, file: String, libraries: [String]) throws(FileFailure) {
    commit = try Self.commit(revision)
    let place = try Self.prefix()
    let top = folder(of: file)
    folders = ["\(revision):\(top.isEmpty ? "" : String(top.dropLast()) + "/")"] + libraries
    disk = DiskFiles(folder: "", libraries: libraries)
    let isHere = file.hasPrefix("./") || file.hasPrefix("../")
    guard !file.hasPrefix("/"), let own = Self.normal(top, from: isHere ? place : []) else {
      throw .unreadable("\"\(file)\" leads out of the repository; paths are counted from its top")
    }
    roots = [try resolved(own)]
    for library in libraries {
      let path = library.hasPrefix("/") ? nil : Self.normal(library, from: place)
      roots.append(path.flatMap { try? resolved($0) })
    }
  }

  func locate(_ path: String, inFolder folder: Int) throws(FileFailure) -> String {
    guard let root = roots[folder] else { return try disk.locate(path, inFolder: folder) }
    links = 0
    let file = try resolved(root + path.split(separator: "/").map(String.init))
    guard file.starts(with: root), file.count > root.count else { throw .outside }
    return "\(commit):" + file.joined(separator: "/")
  }

  func read(_ file: String, limit: Int) throws(FileFailure) -> [UInt8] {
    guard file.hasPrefix(commit + ":") else { return try disk.read(file, limit: limit) }
    let path = String(file.dropFirst(commit.count + 1))
    guard let entry = try entry(path) else { throw .missing }
    guard entry.kind == .file else { throw .unreadable("it is no regular file") }
    guard entry.size <= limit else { throw .tooLarge }
    return try Self.output(["cat-file", "blob", entry.object], limit: limit)
  }

  // MARK: Paths

  /// A path from the top of the repository; nil where it leads out of it.
  private static func normal(_ path: String, from place: [String]) -> [String]? {
    var parts = place
    for part in path.split(separator: "/") where part != "." {
      if part != ".." { parts.append(String(part)) } else if parts.popLast() == nil { return nil }
    }
    return parts
  }

  /// The same path with every link followed.
  private func resolved(_ path: [String]) throws(FileFailure) -> [String] {
    var (done, left) = ([String](), path[...])
    while let part = left.popFirst() {
      if part == "." { continue }
      if part == ".." {
        guard done.popLast() != nil else { throw .outside }
        continue
      }
      guard let entry = try entry((done + [part]).joined(separator: "/")) else { throw .missing }
      guard entry.kind == .link else {
        done.append(part)
        continue
      }
      links += 1
      guard links <= 40 else { throw .unreadable("too many links lead to one another") }
      let target = String(decoding: try Self.output(["cat-file", "blob", entry.object], limit: 1 << 12), as: UTF8.self)
      guard !target.hasPrefix("/") else { throw .outside }
      left = target.split(separator: "/").map(String.init)[...] + left
    }
    return done
  }

  /// What the revision has at a path; nil where it has nothing.
  private func entry(_ path: String) throws(FileFailure) -> Entry? {
    if let known = entries[path] { return known }
    // Of a folder this gives the folder, of a path through a file nothing.
    let listed = try Self.output(["--literal-pathspecs", "ls-tree", "-z", "-l", "--full-tree", commit, "--", path])
    let entry = Self.entry(listed)
    entries[path] = .some(entry)
    return entry
  }

  /// `100644 blob 3b18e5... 12<tab>name`
  private static func entry(_ line: [UInt8]) -> Entry? {
    let words = String(decoding: line.prefix { $0 != UInt8(ascii: "\t") }, as: UTF8.self).split(separator: " ")
    guard words.count == 4 else { return nil }
    let kind: Entry.Kind =
      switch words[0] {
      case "100644", "100755", "100664": .file
      case "120000": .link
      case "040000": .folder
      default: .other
      }
    return Entry(kind: kind, object: String(words[2]), size: Int(words[3]) ?? 0)
  }

  // MARK: Git

  private static func commit(_ revision: String) throws(FileFailure) -> String {
    guard !revision.utf8.contains(0), !revision.isEmpty else {
      throw .unreadable("there is no such file, and no revision is named before its colon")
    }
    let git = try Git(["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"])
    if git.status == 0 { return line(git.output) }
    if try Git(["rev-parse", "--git-dir"]).status != 0 {
      throw .unreadable(
        "there is no such file, and no git repository here in which to look for the revision \"\(revision)\"")
    }
    throw .unreadable(
      "there is no such file, and git knows no revision \"\(revision)\": name a branch, a tag or a commit, and fetch it first"
    )
  }

  /// Where the program runs, from the top of the repository.
  private static func prefix() throws(FileFailure) -> [String] {
    line(try output(["rev-parse", "--show-prefix"])).split(separator: "/").map(String.init)
  }

  private static func line(_ bytes: [UInt8]) -> String {
    String(decoding: bytes.last == UInt8(ascii: "\n") ? bytes.dropLast() : bytes[...], as: UTF8.self)
  }

  private static func output(_ arguments: [String], limit: Int = 1 << 20) throws(FileFailure) -> [UInt8] {
    let git = try Git(arguments, limit: limit)
    guard git.status == 0 else { throw .unreadable("git says: \(git.reason)") }
    return git.output
  }
}
