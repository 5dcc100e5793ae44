import Triage
import Validation

/// What came of a load: a tree, or everything that is wrong.
public struct Loaded: Sendable {
  /// Nil where there is any error.
  public var tree: Tree?
  /// Ordered by place.
  public var diagnostics: [Diagnostic]
  public var map: SourceMap
  /// Long words of which the tree says that its patients know them. They change nothing of what it does.
  public var knownWords: [String] = []

  /// The diagnostics as text for people, an empty line between two. Beyond ``mostReported`` only their number is told.
  public var report: String {
    var parts = diagnostics.prefix(Self.mostReported).map { $0.rendered(in: map.sources) }
    let rest = diagnostics.count - parts.count
    if rest > 0 { parts.append("and \(rest) more\n") }
    return parts.joined(separator: "\n")
  }

  /// More than anybody mends in one go.
  public static let mostReported = 1_000
}

/// Turns text into a checked tree, or into every mistake at once.
public struct Loader: Sendable {
  public var limits: Limits

  public init(limits: Limits = Limits()) { self.limits = limits }

  /// Loads a tree from a file.
  /// - Parameter libraries: folders, besides the tree's own, whose files it may use.
  public func load(path: String, libraries: [String] = []) -> Loaded {
    do throws(FileFailure) {
      let bytes = try DiskFiles.contents(of: path, limit: limits.bytes)
      return load(bytes, named: path, files: DiskFiles(folder: folder(of: path), libraries: libraries))
    } catch {
      return refused(path, error)
    }
  }

  /// Loads a tree from text.
  /// - Parameter files: where the files that it uses are read from.
  public func load(_ text: String, named name: String, files: some FileReading = GivenFiles()) -> Loaded {
    load(Array(text.utf8), named: name, files: files)
  }

  /// Loads a tree from bytes.
  public func load(_ bytes: [UInt8], named name: String, files: some FileReading) -> Loaded {
    var gathering = Gathering(limits: limits, files: files)
    gathering.readTree(bytes, named: name)
    return check(gathering)
  }

  /// - Parameter more: what else is to be read, once the names of the tree are known.
  func check(_ gathering: Gathering<some FileReading>, reading more: (inout Reader) -> Void = { _ in }) -> Loaded {
    guard gathering.isTreeRead else {
      return loaded(nil, gathering.diagnostics, SourceMap(sources: gathering.document.sources, places: []))
    }
    var reader = Reader(gathering.document, roots: gathering.roots, hasEveryFile: gathering.hasEveryFile)
    let grammar = reader.read()
    more(&reader)
    let map = SourceMap(sources: reader.document.sources, places: reader.places)
    var diagnostics = gathering.diagnostics + reader.diagnostics
    guard let grammar, gathering.hasEveryFile, !gathering.document.hasGaps else { return loaded(nil, diagnostics, map) }
    do throws(Tree.Problems) {
      let tree = try Tree(grammar)
      var loaded = loaded(diagnostics.isEmpty ? tree : nil, diagnostics, map)
      loaded.knownWords = reader.knownWords
      return loaded
    } catch {
      diagnostics += Findings(grammar: grammar, reader: reader, map: map).diagnostics(error.all)
      return loaded(nil, diagnostics, map)
    }
  }

  func refused(_ path: String, _ failure: FileFailure) -> Loaded {
    var sources = Sources()
    _ = sources.add([], named: path)
    let diagnostic = Diagnostic(mistake(failure, reading: path), at: Span(0..<0))
    return loaded(nil, [diagnostic], SourceMap(sources: sources, places: []))
  }

  func mistake(_ failure: FileFailure, reading path: String) -> Mistake {
    switch failure {
    case .missing: .unreadableFile(reason: "there is no such file")
    case .outside: .libraryOutside(path)
    case .tooLarge: .tooLarge(limit: limits.bytes)
    case .unreadable(let reason): .unreadableFile(reason: reason)
    }
  }

  func loaded(_ tree: Tree?, _ diagnostics: [Diagnostic], _ map: SourceMap) -> Loaded {
    Loaded(tree: tree, diagnostics: diagnostics.sorted { $0.span < $1.span }, map: map)
  }
}
