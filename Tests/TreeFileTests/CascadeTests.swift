import Foundation
import Testing

@testable import TreeFile

@Suite struct CascadeTests {
  private static let path = testFolder + "Accepted/everything.yaml"

  /// Every scalar of the file that is no key, and names no level: those are missed wherever they are used.
  private static func values(of text: [UInt8]) -> [Range<Int>] {
    var document = Document()
    var diagnostics: [Diagnostic] = []
    let file = document.sources.add(text, named: "everything.yaml")
    let root = Composer.compose(&document, file: file, limits: Limits(), diagnostics: &diagnostics)!
    return values(in: root, of: document).map { document.nodes[$0].span.range }
  }

  private static func values(in id: NodeID, of document: Document) -> [NodeID] {
    switch document.nodes[id].kind {
    case .scalar: [id]
    case .list: document.items(of: id).flatMap { values(in: $0, of: document) }
    case .mapping:
      document.pairs(of: id).flatMap { key, value in
        document.text(key) == "levels" ? [] : values(in: value, of: document)
      }
    }
  }

  @Test func `one value spoilt brings one diagnostic at most`() {
    let text = [UInt8](FileManager.default.contents(atPath: Self.path)!)
    let rubbish = ["zzqx", "[]", "12 %", "*a", "{}", "\"\"", "ripee"]
    for (number, range) in Self.values(of: text).enumerated() {
      for spoilt in [rubbish[number % rubbish.count], rubbish[(number + 3) % rubbish.count]] {
        var changed = text
        changed.replaceSubrange(range, with: spoilt.utf8)
        let loaded = Loader().load(changed, named: "everything.yaml", files: GivenFiles())
        #expect(loaded.diagnostics.count <= 1, "\(loaded.report)")
      }
    }
  }
}
