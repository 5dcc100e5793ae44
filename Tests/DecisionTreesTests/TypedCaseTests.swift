import Foundation
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
      let said = try output(of: [builtProgram("backtalk"), treePath], typing: typed.lines)
      #expect(said.contains(tree.grammar.outcomes[outcome].title), "\(test.name)")
    }
  }

  /// What a program says to lines that come through a pipe; it must end with status 0.
  private func output(of arguments: [String], typing lines: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: arguments[0])
    process.arguments = Array(arguments.dropFirst())
    process.environment = ["COLUMNS": "200", "PATH": "/usr/bin:/bin"]
    let (input, output) = (Pipe(), Pipe())
    (process.standardInput, process.standardOutput) = (input, output)
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(lines.map { $0 + "\n" }.joined().utf8))
    try input.fileHandleForWriting.close()
    let said = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: said, as: UTF8.self)
  }
}
