/// A file among all that could be used: its folder, and its path in it.
private struct Location {
  var folder: Int
  var path: [String]

  var file: String { path.joined(separator: "/") }
}

/// A file of whose uses some are not read yet.
private struct Open {
  /// What ``FileReading/locate(_:inFolder:)`` knows it by.
  var file: String
  var location: Location
  var name: String
  /// Where the files that it uses are named and were not looked for yet.
  var uses: ArraySlice<NodeID> = []
  /// Where the file is named that is looked for now.
  var current = Span(0..<0)
}

/// Reads a tree's file and all those that it uses, each once, however many paths lead to it.
struct Gathering<Files: FileReading> {
  let limits: Limits
  let files: Files
  private(set) var document: Document
  private(set) var roots: [NodeID] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether every file could be had and read to its end.
  private(set) var hasEveryFile = true

  /// Whether the tree's own file could be read.
  var isTreeRead: Bool { !roots.isEmpty }

  private var seen: Set<String> = []
  /// The files that led to the one being read, which comes last.
  private var open: [Open] = []
  private var useCount = 0

  /// - Parameter document: what was read before the tree.
  init(limits: Limits, files: Files, after document: Document = Document()) {
    self.limits = limits
    self.files = files
    self.document = document
  }

  mutating func readTree(_ bytes: [UInt8], named name: String) {
    let path = name.split(separator: "/").last.map(String.init) ?? name
    let file = (try? files.locate(path, inFolder: 0)) ?? path
    read(bytes, Open(file: file, location: Location(folder: 0, path: [path]), name: name))
    while let using = open.last {
      if let item = using.uses.first {
        open[open.count - 1].uses.removeFirst()
        use(item)
      } else {
        open.removeLast()
      }
    }
  }

  private mutating func read(_ bytes: [UInt8], _ file: Open) {
    seen.insert(file.file)
    let number = document.sources.add(withoutMark(bytes), named: file.name, path: file.location.file)
    guard let root = Composer.compose(&document, file: number, limits: limits, diagnostics: &diagnostics) else {
      return hasEveryFile = false
    }
    roots.append(root)
    open.append(file)
    open[open.count - 1].uses = uses(of: root)[...]
  }

  /// The paths that a file names under `uses:`.
  private mutating func uses(of root: NodeID) -> [NodeID] {
    guard let list = document.value(.uses, in: root) else { return [] }
    guard document.nodes[list].kind == .list else {
      refuse(.wrongShape(.list), at: list)
      return []
    }
    return document.items(of: list).filter { item in
      let isPath = document.nodes[item].kind == .scalar && document.nodes[item].length > 0
      if !isPath { refuse(.wrongShape(.text), at: item) }
      return isPath
    }
  }

  private mutating func use(_ item: NodeID) {
    let path = document.text(item)
    let here = open[open.count - 1].location
    open[open.count - 1].current = document.nodes[item].span
    useCount += 1
    guard useCount <= limits.uses else { return stop(.tooManyFiles(limit: limits.uses), at: item) }
    guard let target = Self.resolve(path, from: here) else { return refuse(.libraryOutside(path), at: item) }
    do throws(FileFailure) {
      try find(target, at: item)
    } catch {
      switch error {
      case .missing: refuse(.libraryMissing(path), at: item)
      case .outside: refuse(.libraryOutside(path), at: item)
      case .tooLarge: refuse(.tooLarge(limit: limits.bytes), at: item)
      case .unreadable(let reason): refuse(.unreadableFile(reason: reason), at: item)
      }
    }
  }

  /// Looks for a file beside the one that names it, then in the folders of libraries.
  private mutating func find(_ target: Location, at item: NodeID) throws(FileFailure) {
    for folder in [target.folder] + files.folders.indices.dropFirst().filter({ $0 != target.folder }) {
      do throws(FileFailure) {
        return try readOnce(Location(folder: folder, path: target.path), at: item)
      } catch  where error == .missing {
        continue
      }
    }
    throw .missing
  }

  private mutating func readOnce(_ location: Location, at item: NodeID) throws(FileFailure) {
    let file = try files.locate(location.file, inFolder: location.folder)
    guard !seen.contains(file) else {
      if let start = open.firstIndex(where: { $0.file == file }) { refuseCircle(from: start) }
      return
    }
    let bytes = try files.read(file, limit: limits.bytes)
    guard document.sources.bytes.count + bytes.count <= limits.total else {
      return stop(.tooLargeTogether(limit: limits.total), at: item)
    }
    read(bytes, Open(file: file, location: location, name: shownName(location)))
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

  /// Refuses a node, unless it was refused already.
  private mutating func refuse(_ mistake: Mistake, at item: NodeID) {
    if !document.nodes[item].isRefused { diagnostics.append(Diagnostic(mistake, at: document.nodes[item].span)) }
    hasEveryFile = false
  }

  /// Refuses a file that is one too many, and looks for no other.
  private mutating func stop(_ mistake: Mistake, at item: NodeID) {
    refuse(mistake, at: item)
    open = []
  }

  /// Refuses the last use, which leads back to an open file.
  private mutating func refuseCircle(from start: Int) {
    let members = open[start...]
    let names = members.map(\.name) + [open[start].name]
    var diagnostic = Diagnostic(.circleOfUses(names), at: open[open.count - 1].current)
    for (member, next) in zip(members.dropLast(), members.dropFirst()) {
      diagnostic = diagnostic.labelled(.uses(next.name), member.current)
    }
    diagnostics.append(diagnostic)
  }
}
