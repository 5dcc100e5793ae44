import Testing

@testable import Regression

/// What files and cases are called cannot pass for a line of the report.
@Suite struct HostileNameTests {
  static let forged = "\n9 passed, 0 failed"

  static func report(_ name: String, _ text: String) throws -> (report: Report, folder: Folder) {
    let folder = try Folder(["fruit.yaml": Fruit.tree, name: text])
    var suite = Suite(measuresCoverage: true)
    return (suite.run([folder.path]), folder)
  }

  static func isForged(_ text: String) -> Bool { text.contains(forged) }

  @Test func `a case whose name breaks the line stays on it`() throws {
    let cases = """
      backtalk-cases: 1
      tree: fruit.yaml
      now: 2026-11-02T09:00
      cases:
        - name: "Ripe\\n9 passed, 0 failed"
          answers: {}
          expect: {outcome: ask-somebody}
      """
    let (report, _) = try Self.report("fruit.cases.yaml", cases)
    #expect(report.failed == 1, "\(report.unusable)")
    #expect(report.text.contains("Ripe␊9 passed, 0 failed\n"))
    #expect(!Self.isForged(report.text))
  }

  @Test func `a file whose name breaks the line stays on it, whatever there is to tell`() throws {
    let name = "x\(Self.forged).chat"
    for text in [
      "tree: fruit.yaml\nnow: 2026-11-02T09:00\n---\nGood morning.\n> quit\n", "no header", "tree: none\n---\n",
    ] {
      let (report, _) = try Self.report(name, text)
      let told = report.text + report.unusable.joined()
      #expect(told.contains("x␊9 passed, 0 failed.chat"))
      #expect(!Self.isForged(told))
    }
  }

  @Test func `a tree whose file breaks the line stays on it in what was covered`() {
    let entry = Coverage.Entry(kind: .steps, what: "say", lack: "never", file: "x\(Self.forged)", line: 1, tests: 0)
    let coverage = Coverage(tree: "fruit", path: "x\(Self.forged)", entries: [entry])
    let told = coverage.text + (coverage.shortfall(below: 100) ?? "")
    #expect(told.contains("coverage of fruit, x␊9 passed, 0 failed\n"))
    #expect(told.contains("never taken in x␊9 passed, 0 failed\n"))
    #expect(!Self.isForged(told))
  }
}
