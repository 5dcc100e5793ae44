import Foundation
import Testing

@testable import TreeFile

@Suite struct CascadeTests {
  private let text = [UInt8](FileManager.default.contents(atPath: testFolder + "Accepted/everything.yaml")!)
  private let document: Document

  init() throws {
    var document = Document()
    var diagnostics: [Diagnostic] = []
    let file = document.sources.add(text, named: "everything.yaml")
    _ = try #require(Composer.compose(&document, file: file, limits: Limits(), diagnostics: &diagnostics))
    self.document = document
  }

  private func expectOneDiagnostic(replacing id: NodeID, with spoilt: String) {
    var changed = text
    changed.replaceSubrange(document.nodes[id].span.range, with: spoilt.utf8)
    let loaded = Loader().load(changed, named: "everything.yaml", files: GivenFiles())
    #expect(loaded.diagnostics.count <= 1, "\(loaded.report)")
  }

  /// Every scalar that is no key, and names no level: those are missed wherever they are used.
  private func values(in id: NodeID) -> [NodeID] {
    switch document.nodes[id].kind {
    case .scalar: [id]
    case .list: document.items(of: id).flatMap { values(in: $0) }
    case .mapping:
      document.pairs(of: id).flatMap { key, value in document.text(key) == "levels" ? [] : values(in: value) }
    }
  }

  @Test func `one value spoilt brings one diagnostic at most`() {
    let rubbish = ["zzqx", "[]", "12 %", "*a", "{}", "\"\"", "ripee"]
    for (number, id) in values(in: 0).enumerated() {
      expectOneDiagnostic(replacing: id, with: rubbish[number % rubbish.count])
    }
  }

  @Test func `one key misspelt brings one diagnostic`() {
    for (id, node) in document.nodes.enumerated() {
      guard let word = node.symbol.word, Unit(word) == nil else { continue }
      expectOneDiagnostic(replacing: id, with: id % 2 == 0 ? "zzqx" : String(word.text.dropLast()) + "qe")
    }
  }
}
