import Triage

/// What came of loading a file of cases: its tree and the cases, or everything that is wrong with either.
public struct LoadedCases: Sendable {
  /// Without a tree where there is any error.
  public var loaded: Loaded
  public var cases: Cases
}

extension Loader {
  /// Loads a file of cases, and the tree that it names.
  /// - Parameter libraries: folders, besides the tree's own, whose files the tree may use.
  public func loadCases(path: String, libraries: [String] = []) -> LoadedCases {
    do throws(FileFailure) {
      return loadCases(try DiskFiles.contents(of: path, limit: limits.bytes), named: path, libraries: libraries)
    } catch {
      return LoadedCases(loaded: refused(path, error), cases: Cases())
    }
  }

  func loadCases(_ bytes: [UInt8], named path: String, libraries: [String]) -> LoadedCases {
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
    return cases(root, gathering, diagnostics)
  }

  private func cases(
    _ root: NodeID, _ gathering: Gathering<DiskFiles>, _ diagnostics: [Diagnostic]
  ) -> LoadedCases {
    var cases = Cases()
    var result = check(gathering) { reader in
      reader.diagnostics += diagnostics
      cases = reader.cases(root)
    }
    if !gathering.isTreeRead { result = loaded(nil, result.diagnostics + diagnostics, result.map) }
    return LoadedCases(loaded: result, cases: cases)
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
