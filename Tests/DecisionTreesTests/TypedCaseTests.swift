import TestSupport
import Testing
import TreeFile
import Triage

@Suite struct TypedCaseTests {
  @Test(arguments: ShippedTrees.cases)
  func `every case comes to its outcome in a chat as well`(path: String) throws {
    let loaded = Loader().loadCases(path: path)
    let tree = try #require(loaded.loaded.tree)
    for test in loaded.cases.all {
      let typed = TypedCase(test, defaults: loaded.cases.defaults, tree)
      #expect(typed.outcome == test.expectation.outcome, "\(test.name): \(typed.lines)")
    }
  }

  @Test(arguments: zip(ShippedTrees.trees, ShippedTrees.cases))
  func `conversations through a pipe reach every outcome`(treePath: String, path: String) throws {
    let loaded = Loader().loadCases(path: path)
    let tree = try #require(loaded.loaded.tree)
    for outcome in tree.grammar.outcomes.ids {
      let test = try #require(loaded.cases.all.first { $0.expectation.outcome == outcome })
      let typed = TypedCase(test, defaults: loaded.cases.defaults, tree)
      let run = try Run([builtProgram("backtalk"), treePath], lines: typed.lines, environment: ["COLUMNS": "200"])
      #expect(run.status == 0)
      #expect(run.complaints == "")
      #expect(run.output.contains(tree.grammar.outcomes[outcome].title), "\(test.name)")
    }
  }
}
