import TestSupport
import Testing
import TreeFile
import Triage
import Understanding

@Suite struct TypedCaseTests {
  @Test(arguments: ShippedTrees.cases.flatMap(\.self))
  func `every case comes to its outcome in a chat as well`(path: String) throws {
    let loaded = Loader().loadCases(path: path)
    let tree = try #require(loaded.loaded.tree)
    let listener = Listener(tree)
    for test in loaded.cases.all where test.expectation.outcome != nil {
      let typed = TypedCase(test, defaults: loaded.cases.defaults, tree, hearing: listener)
      #expect(typed.outcome == test.expectation.outcome, "\(test.name): \(typed.lines)")
    }
  }

  @Test(arguments: zip(ShippedTrees.trees, ShippedTrees.cases))
  func `conversations through a pipe reach every outcome that a case expects`(treePath: String, paths: [String]) throws
  {
    let files = paths.map { Loader().loadCases(path: $0) }
    let tree = try #require(files[0].loaded.tree)
    let listener = Listener(tree)
    for outcome in tree.grammar.outcomes.ids {
      let found = files.lazy.compactMap { file in
        file.cases.all.first { $0.expectation.outcome == outcome }.map { ($0, file.cases.defaults) }
      }.first
      guard let (test, defaults) = found else { continue }
      let typed = TypedCase(test, defaults: defaults, tree, hearing: listener)
      let run = try Run([builtProgram("backtalk"), treePath], lines: typed.lines, environment: ["COLUMNS": "200"])
      #expect(run.status == 0)
      #expect(run.complaints == "")
      #expect(run.output.contains(tree.grammar.outcomes[outcome].title), "\(test.name)")
    }
  }
}
