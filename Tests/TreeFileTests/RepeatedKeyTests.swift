import Testing

@testable import TreeFile

@Suite struct RepeatedKeyTests {
  /// The keys that stand for the second time, each with its line.
  private func repeated(_ text: String) -> [String] {
    var document = Document()
    var diagnostics: [Diagnostic] = []
    let file = document.sources.add(text.utf8, named: "fruit.yaml")
    _ = Composer.compose(&document, file: file, limits: Limits(), diagnostics: &diagnostics)
    return diagnostics.filter { $0.code == .repeatedKey }.map { diagnostic in
      "\(document.sources.position(of: diagnostic.span).line) \(document.sources.text(diagnostic.span.range))"
    }
  }

  @Test func `a key is repeated also where a mapping inside has the same`() {
    #expect(repeated("- if: a\n  decide: [{if: b, end: x}, {end: y}]\n  if: c\n") == ["3 if"])
    #expect(repeated("title: Fruit\nsources:\n  book: {title: Book}\ntitle: Pears\n") == ["4 title"])
    #expect(repeated("a: {b: {a: {b: 1}, b: 2}, b: 3}\nb: 4\na: 5\n") == ["1 b", "3 a"])
  }

  @Test func `a key may stand in mappings beside and inside one another`() {
    #expect(repeated("a: {a: {a: 1}}\nb: [{a: 1}, {a: 2, b: {a: 3}}]\n") == [])
  }

  @Test func `a third is told like a second`() {
    #expect(repeated("a: 1\nb: {a: 2}\na: 3\nc: {a: 4}\na: 5\n") == ["3 a", "5 a"])
  }
}
