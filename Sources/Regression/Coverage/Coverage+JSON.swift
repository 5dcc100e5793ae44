import JSON

extension [Coverage] {
  /// Every point of every tree, with how many tests came by.
  public var json: String { JSON.json(Document(trees: map(Document.Tree.init))) }
}

private struct Document: Encodable {
  var trees: [Tree]

  struct Tree: Encodable {
    var id: String
    var path: String
    var kinds: [String: Share]
    var total: Share
    var points: [Point]
  }

  struct Share: Encodable {
    var covered: Int
    var of: Int
    /// Rounded down to a tenth.
    var percent: Double
  }

  struct Point: Encodable {
    var kind: String
    var what: String
    var side: Bool?
    var file: String
    var line: Int
    var tests: Int
  }
}

extension Document.Tree {
  init(_ coverage: Coverage) {
    id = coverage.tree
    path = coverage.path
    kinds = Dictionary(uniqueKeysWithValues: coverage.shares.map { ($0.kind.rawValue, Document.Share($0.share)) })
    total = Document.Share(coverage.total)
    points = coverage.entries.map { entry in
      Document.Point(
        kind: entry.kind.rawValue, what: entry.what, side: entry.side, file: entry.file, line: entry.line,
        tests: entry.tests)
    }
  }
}

extension Document.Share {
  init(_ share: Coverage.Share) { self.init(covered: share.covered, of: share.of, percent: Double(share.tenths) / 10) }
}
