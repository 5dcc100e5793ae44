import Triage

/// What came of loading a file of cases: its tree and the cases, or everything that is wrong with either.
public struct LoadedCases: Sendable {
  /// Without a tree where there is any error.
  public var loaded: Loaded
  public var cases: Cases
  /// What was answered beside the file.
  public var answers: [QuestionID: Case.Reply] = [:]
}

extension Loader {
  /// Loads a file of cases, and the tree that it names.
  /// - Parameters:
  ///   - libraries: folders, besides the tree's own, whose files the tree may use.
  ///   - answers: to be read too, with the names of the tree.
  public func loadCases(path: String, libraries: [String] = [], answers: [WrittenAnswer] = []) -> LoadedCases {
    do throws(FileFailure) {
      return loadCases(
        try DiskFiles.contents(of: path, limit: limits.bytes), named: path, libraries: libraries, answers: answers)
    } catch {
      return LoadedCases(loaded: refused(path, error), cases: Cases())
    }
  }

  /// Loads a tree from a file, and answers to its questions.
  /// - Parameter libraries: folders, besides the tree's own, whose files it may use.
  public func load(path: String, libraries: [String] = [], answers: [WrittenAnswer]) -> LoadedCases {
    do throws(FileFailure) {
      let bytes = try DiskFiles.contents(of: path, limit: limits.bytes)
      return load(bytes, named: path, files: DiskFiles(folder: folder(of: path), libraries: libraries), answers)
    } catch {
      return LoadedCases(loaded: refused(path, error), cases: Cases())
    }
  }

  /// Loads a tree from bytes, and answers to its questions.
  public func load(
    _ bytes: [UInt8], named name: String, files: some FileReading, _ answers: [WrittenAnswer]
  ) -> LoadedCases {
    var gathering = Gathering(limits: limits, files: files)
    gathering.readTree(bytes, named: name)
    var replies: [QuestionID: Case.Reply] = [:]
    let loaded = check(gathering) { replies = $0.replies(answers, limits: limits) }
    return LoadedCases(loaded: loaded, cases: Cases(), answers: replies)
  }

  func loadCases(
    _ bytes: [UInt8], named path: String, libraries: [String], answers: [WrittenAnswer] = []
  ) -> LoadedCases {
    var document = Document()
    var diagnostics: [Diagnostic] = []
    let file = document.sources.add(withoutMark(bytes), named: path)
    let root = Composer.compose(&document, file: file, limits: limits, diagnostics: &diagnostics)
    guard let root, let tree = treePath(in: root, of: document, &diagnostics) else {
      return LoadedCases(
        loaded: loaded(nil, diagnostics, SourceMap(sources: document.sources, places: [])), cases: Cases())
    }
    let treeFile = DiskFiles.path(document.text(tree), writtenIn: path)
    var gathering = Gathering(
      limits: limits, files: DiskFiles(folder: folder(of: treeFile), libraries: libraries), after: document)
    do throws(FileFailure) {
      gathering.readTree(try DiskFiles.contents(of: treeFile, limit: limits.bytes), named: treeFile)
    } catch {
      diagnostics.append(Diagnostic(mistake(error, reading: treeFile), at: document.nodes[tree].span))
    }
    return cases(root, gathering, diagnostics, answers)
  }

  private func cases(
    _ root: NodeID, _ gathering: Gathering<DiskFiles>, _ diagnostics: [Diagnostic], _ answers: [WrittenAnswer]
  ) -> LoadedCases {
    var (cases, replies) = (Cases(), [QuestionID: Case.Reply]())
    var result = check(gathering) { reader in
      reader.diagnostics += diagnostics
      cases = reader.cases(root)
      replies = reader.replies(answers, limits: limits)
    }
    if !gathering.isTreeRead { result = loaded(nil, result.diagnostics + diagnostics, result.map) }
    return LoadedCases(loaded: result, cases: cases, answers: replies)
  }

  /// The scalar that names the tree.
  private func treePath(in root: NodeID, of document: Document, _ diagnostics: inout [Diagnostic]) -> NodeID? {
    let place = document.nodes[root].span
    guard document.nodes[root].kind == .mapping else {
      diagnostics.append(Diagnostic(.wrongShape(.mapping), at: place))
      return nil
    }
    guard let tree = document.value(.tree, in: root) else {
      let first = document.nodes[document.firstKey(of: root)].span
      diagnostics.append(Diagnostic(.missingKey(Word.tree.text, in: .cases), at: first))
      return nil
    }
    guard document.nodes[tree].kind == .scalar, document.nodes[tree].length > 0 else {
      diagnostics.append(Diagnostic(.wrongShape(.text), at: document.nodes[tree].span))
      return nil
    }
    return tree
  }
}
