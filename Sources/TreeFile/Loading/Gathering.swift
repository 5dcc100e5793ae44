/// A file among all that could be used: its folder, and its path in it.
private struct Location: Hashable {
  var folder: Int
  var path: [String]

  var file: String { path.joined(separator: "/") }
}

/// Reads a tree's file and all those that it uses, each once.
struct Gathering<Files: FileReading> {
  let limits: Limits
  let files: Files
  private(set) var document = Document()
  private(set) var roots: [NodeID] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether every file could be had and read to its end.
  private(set) var hasEveryFile = true

  /// Whether the tree's own file could be read.
  var isTreeRead: Bool { !roots.isEmpty }

  private struct Open {
    var location: Location
    var name: String
    /// Where the next file is named.
    var uses = Span(0..<0)
  }

  private var seen: Set<Location> = []
  /// The files that led to the one being read.
  private var open: [Open] = []

  /// - Parameter document: what was read before the tree.
  init(limits: Limits, files: Files, after document: Document = Document()) {
    self.limits = limits
    self.files = files
    self.document = document
  }

  mutating func readTree(_ bytes: [UInt8], named name: String) {
    let file = name.split(separator: "/").last.map(String.init) ?? name
    read(bytes, named: name, at: Location(folder: 0, path: [file]))
  }

  private mutating func read(_ bytes: [UInt8], named name: String, at location: Location) {
    seen.insert(location)
    let file = document.sources.add(withoutMark(bytes), named: name)
    guard let root = Composer.compose(&document, file: file, limits: limits, diagnostics: &diagnostics) else {
      return hasEveryFile = false
    }
    roots.append(root)
    open.append(Open(location: location, name: name))
    if document.nodes[root].kind == .mapping { readUses(of: root) }
    open.removeLast()
  }

  private mutating func readUses(of root: NodeID) {
    guard let list = document.value(.uses, in: root) else { return }
    guard document.nodes[list].kind == .list else {
      if !document.nodes[list].isRefused { refuse(.wrongShape(.list), at: list) }
      return
    }
    for item in Array(document.items(of: list)) {
      if document.nodes[item].kind == .scalar, document.nodes[item].length > 0 {
        use(item)
      } else {
        refuse(.wrongShape(.text), at: item)
      }
    }
  }

  private mutating func use(_ item: NodeID) {
    let path = document.text(item)
    let here = open[open.count - 1].location
    open[open.count - 1].uses = document.nodes[item].span
    guard let target = Self.resolve(path, from: here) else { return refuse(.libraryOutside(path), at: item) }
    if let start = open.firstIndex(where: { $0.location == target }) { return refuseCircle(from: start) }
    guard !seen.contains(target) else { return }
    find(target, named: path, at: item)
  }

  /// Looks for a file beside the one that names it, then in the folders of libraries.
  private mutating func find(_ target: Location, named path: String, at item: NodeID) {
    let folders = [target.folder] + files.folders.indices.dropFirst().filter { $0 != target.folder }
    for folder in folders {
      let location = Location(folder: folder, path: target.path)
      guard !seen.contains(location) else { return }
      switch contents(location) {
      case .success(let bytes): return read(bytes, named: shownName(location), at: location)
      case .failure(.missing): continue
      case .failure(.outside): return refuse(.libraryOutside(path), at: item)
      case .failure(.tooLarge): return refuse(.tooLarge(limit: limits.bytes), at: item)
      case .failure(.unreadable(let reason)): return refuse(.unreadableFile(reason: reason), at: item)
      }
    }
    refuse(.libraryMissing(path), at: item)
  }

  private func contents(_ location: Location) -> Result<[UInt8], FileFailure> {
    do throws(FileFailure) {
      return .success(try files.read(location.file, inFolder: location.folder, limit: limits.bytes))
    } catch {
      return .failure(error)
    }
  }

  private func shownName(_ location: Location) -> String {
    let base = files.folders[location.folder]
    return base.isEmpty || base.hasSuffix("/") ? base + location.file : base + "/" + location.file
  }

  /// Where a path leads from a file; nil where it leaves the folder.
  private static func resolve(_ path: String, from file: Location) -> Location? {
    guard !path.hasPrefix("/"), !path.utf8.contains(0) else { return nil }
    var parts = Array(file.path.dropLast())
    for part in path.split(separator: "/") where part != "." {
      if part == ".." {
        guard parts.popLast() != nil else { return nil }
      } else {
        parts.append(String(part))
      }
    }
    return parts.isEmpty ? nil : Location(folder: file.folder, path: parts)
  }

  // MARK: Refusals

  private mutating func refuse(_ mistake: Mistake, at item: NodeID) {
    diagnostics.append(Diagnostic(mistake, at: document.nodes[item].span))
    hasEveryFile = false
  }

  /// Refuses the last use, which leads back to an open file.
  private mutating func refuseCircle(from start: Int) {
    let members = open[start...]
    let names = members.map(\.name) + [open[start].name]
    var diagnostic = Diagnostic(.circleOfUses(names), at: open[open.count - 1].uses)
    for (member, next) in zip(members.dropLast(), members.dropFirst()) {
      diagnostic = diagnostic.labelled(.uses(next.name), member.uses)
    }
    diagnostics.append(diagnostic)
  }
}
