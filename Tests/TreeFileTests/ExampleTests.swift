import Foundation
import Testing

@testable import TreeFile

/// The folder in which these tests and their files lie.
let testFolder = String(#filePath.dropLast("ExampleTests.swift".count))

@Suite struct ExampleTests {
  @Test func `the example tree loads without a diagnostic`() {
    let loaded = Loader().load(path: testFolder + "Example/stiff-back.yaml")
    #expect(loaded.report == "")
    #expect(loaded.tree != nil)
    #expect(loaded.map.files.count == 4)
  }

  @Test func `a folded block does not end in a line break`() throws {
    let tree = try #require(Loader().load(path: testFolder + "Example/stiff-back.yaml").tree)
    #expect(tree.grammar.outcomes.allSatisfy { !$0.say.hasSuffix("\n") })
  }
}
