import Foundation
import TestSupport
import Testing
import Triage

@testable import Regression

/// Coverage from the files to what is written down.
@Suite struct CoverageTests {
  static let cases = """
    backtalk-cases: 1
    tree: ../fruit.yaml
    cases:
      - name: One that may be spotted is eaten
        answers: {colour: red, spotted: unsure}
        expect: {outcome: eat}
      - name: An old one is thrown away
        answers: {colour: green, spotted: no, age: 3 weeks, smells: []}
        expect: {outcome: throw-away}

    """

  static func coverage(_ files: [String: String], of paths: [String] = [""]) throws -> ([Coverage], Folder) {
    let folder = try Folder(files)
    var suite = Suite(measuresCoverage: true)
    let report = suite.run(paths.map { "\(folder.path)/\($0)" })
    #expect(report.unusable == [])
    return (report.coverage, folder)
  }

  @Test func `the text tells the share of each kind, and what was never taken`() throws {
    let (coverage, folder) = try Self.coverage(["fruit.yaml": Fruit.tree, "tests/fruit.cases.yaml": Self.cases])
    #expect(
      folder.withoutPath(coverage.map(\.text).joined()) == """
        coverage of fruit, fruit.yaml

                      covered  of
          steps             4   7  57.1 %
          branches          2   5  40.0 %
          thresholds        1   2  50.0 %
          not sure          1   4  25.0 %
          alarms            0   2   0.0 %
          outcomes          2   4  50.0 %
          stretches         0   2   0.0 %
          total            10  26  38.4 %

        never taken in fruit.yaml
          25     weight was never answered "not sure"
          31     age was never answered "not sure"
          38-40  smells was never answered "not sure"
                 alarm falling was never heard
                 alarm falling never ended a session
          55-65  age > 2 weeks was never false
                 weight was never asked
                 nothing was ever decided here
                 go unripe was never taken
                 end wait was never taken
                 nothing was ever decided here
                 end wait was never taken
          71-73  stretch reach was never offered
                 stretch climb was never offered
          80     outcome wait was never reached
          89     outcome ask-somebody was never reached

        """)
  }

  @Test func `nothing is measured unless it was asked for`() throws {
    let folder = try Folder(["fruit.yaml": Fruit.tree, "tests/fruit.cases.yaml": Self.cases])
    var suite = Suite()
    #expect(suite.run([folder.path]).coverage == [])
  }

  @Test func `a case that fails counts like one that passes`() throws {
    let failing = Self.cases.replacing("throw-away", with: "wait")
    let (passing, _) = try Self.coverage(["fruit.yaml": Fruit.tree, "tests/fruit.cases.yaml": Self.cases])
    let (coverage, _) = try Self.coverage(["fruit.yaml": Fruit.tree, "tests/fruit.cases.yaml": failing])
    #expect(coverage.map(\.total) == passing.map(\.total))
  }

  static let script = "tree: fruit.yaml\nnow: 2026-11-02T09:00\n---\n"

  @Test func `a script comes by what it takes back again`() throws {
    let typed = ["green", "no", "back", "yes", "quit"].map { "> \($0)\n" }.joined()
    let (coverage, _) = try Self.coverage(["fruit.yaml": Fruit.tree, "fruit.chat": Self.script + typed])
    let covered = coverage[0].entries.filter(\.isCovered)
    #expect(covered.map(\.what) == ["ask colour", "ask spotted", "end eat", "ask age", "outcome eat"])
    #expect(covered.map(\.tests) == [1, 1, 1, 1, 1])
  }

  @Test func `an alarm counts as heard once what it asks is answered`() throws {
    func covered(_ typed: [String]) throws -> [String] {
      let script = Self.script + typed.map { "> \($0)\n" }.joined()
      let (coverage, _) = try Self.coverage(["fruit.yaml": Fruit.tree, "fruit.chat": script])
      return coverage[0].entries.filter { $0.kind == .alarms && $0.isCovered }.map(\.what)
    }
    #expect(try covered(["it fell"]) == [])
    #expect(try covered(["it fell", "no"]) == ["alarm falling"])
    #expect(try covered(["it fell", "yes"]) == ["alarm falling", "end of alarm falling"])
  }

  @Test func `all that is run against a tree is counted together, whichever path leads to it`() throws {
    let (coverage, folder) = try Self.coverage(
      [
        "fruit.yaml": Fruit.tree, "tests/fruit.cases.yaml": Self.cases,
        "fruit.chat": Self.script + "> red\n> yes\n> quit\n",
        "other.yaml": Fruit.tree.replacing("id: fruit", with: "id: other"),
        "other.chat": Self.script.replacing("fruit.yaml", with: "other.yaml") + "> red\n> quit\n",
      ], of: ["tests/../fruit.chat", "tests", "other.chat"])
    #expect(coverage.map(\.tree) == ["fruit", "other"])
    #expect(folder.withoutPath(coverage[1].path) == "other.yaml")
    #expect(coverage.map { $0.entries.first { $0.what == "ask colour" }?.tests } == [3, 1])
  }

  @Test func `a line of another file is told in that file`() throws {
    let (coverage, folder) = try Self.coverage([
      "fruit.yaml": Fruit.tree.replacing("stuck: ask-somebody", with: "stuck: ask-somebody\nuses: [library/more.yaml]")
        .replacing("[reach, climb]", with: "[reach, climb, hop]"),
      "library/more.yaml": "stretches:\n  hop:\n    name: Hop\n  skip:\n    name: Skip\n",
      "fruit.chat": Self.script + "> red\n> yes\n> quit\n",
    ])
    #expect(
      folder.withoutPath(coverage[0].text).hasSuffix(
        "\nnever taken in library/more.yaml\n  2      stretch hop was never offered\n"))
  }

  @Test func `a section of another file is told in that file`() throws {
    let unripe = "  unripe:\n    - decide:\n        - end: wait\n          because: It is green.\n"
    let (coverage, folder) = try Self.coverage([
      "fruit.yaml": Fruit.tree.replacing(unripe, with: "")
        .replacing("stuck: ask-somebody", with: "stuck: ask-somebody\nuses: [parts/unripe.yaml]"),
      "parts/unripe.yaml": "sections:\n" + unripe,
      "fruit.chat": Self.script + "> red\n> yes\n> quit\n",
    ])
    #expect(
      folder.withoutPath(coverage[0].text).hasSuffix(
        """

        never taken in parts/unripe.yaml
          3-4    nothing was ever decided here
                 end wait was never taken

        """))
    #expect(
      folder.withoutPath(coverage[0].lcov).hasSuffix(
        """
        SF:parts/unripe.yaml
        BRDA:4,0,0,-
        BRF:1
        BRH:0
        DA:3,0
        DA:4,0
        LF:2
        LH:0
        end_of_record

        """))
  }

  @Test func `everything that is counted has a place in a tree from a file`() throws {
    let (coverage, folder) = try Self.coverage(["fruit.yaml": Fruit.tree, "fruit.chat": Self.script + "> quit\n"])
    var suite = Suite(measuresCoverage: true)
    _ = suite.run([folder.path])
    #expect(coverage[0].entries.count == 26)
    #expect(coverage[0].entries.map(\.line) == coverage[0].entries.map(\.line).sorted())
  }

  @Test func `a share is rounded down, so that 100 is all`() {
    #expect(Coverage.Share(covered: 1999, of: 2000).percentText == "99.9 %")
    #expect(Coverage.Share(covered: 2000, of: 2000).percentText == "100.0 %")
    #expect(Coverage.Share(covered: 1999, of: 2000).isBelow(percent: 100))
    #expect(!Coverage.Share(covered: 9, of: 10).isBelow(percent: 90))
  }
}

@Suite struct GapTests {
  /// A tree of one file with these lines, each covered or not.
  static func gaps(_ lines: [(Int, Bool)]) -> [String] {
    let entries = lines.map { line, isCovered in
      Coverage.Entry(
        kind: .steps, what: "", lack: "\(line)", file: "fruit.yaml", line: line, tests: isCovered ? 1 : 0)
    }
    return Coverage(tree: "fruit", path: "fruit.yaml", entries: entries).gaps.map { gap in
      "\(gap.lines.lowerBound)-\(gap.lines.upperBound): " + gap.lacks.joined(separator: " ")
    }
  }

  @Test func `lines that stand together are one gap`() {
    #expect(Self.gaps([(1, true), (3, false), (4, false), (7, false), (11, false)]) == ["3-7: 3 4 7", "11-11: 11"])
  }

  @Test func `a line that was taken lies in no gap`() {
    #expect(Self.gaps([(3, false), (4, true), (5, false)]) == ["3-3: 3", "5-5: 5"])
  }

  @Test func `a line of which only something was taken lies in one`() {
    #expect(Self.gaps([(3, false), (3, true), (4, true), (4, false)]) == ["3-4: 3 4"])
    #expect(Self.gaps([(2, true), (2, false), (3, false)]) == ["2-3: 2 3"])
  }
}

@Suite struct LCOVTests {
  /// One entry a line, or two of a threshold.
  static let coverage = Coverage(
    tree: "fruit-1 ü\nSF:x", path: "fruit.yaml",
    entries: [
      entry(.steps, line: 3, tests: 4), entry(.thresholds, side: true, line: 5, tests: 0),
      entry(.thresholds, side: false, line: 5, tests: 2), entry(.branches, line: 6, tests: 0),
      entry(.stretches, file: "library/more\nDA:1,1.yaml", line: 2, tests: 0),
    ])

  static func entry(
    _ kind: Coverage.Kind, side: Bool? = nil, file: String = "fruit.yaml", line: Int, tests: Int
  ) -> Coverage.Entry {
    Coverage.Entry(kind: kind, what: "", side: side, lack: "", file: file, line: line, tests: tests)
  }

  @Test func `every file has a record that no name in it can break`() {
    #expect(
      Self.coverage.lcov == """
        TN:fruit_1___SF_x
        SF:fruit.yaml
        BRDA:5,0,0,0
        BRDA:5,0,1,2
        BRDA:6,0,0,-
        BRF:3
        BRH:1
        DA:3,4
        DA:5,2
        DA:6,0
        LF:3
        LH:2
        end_of_record
        TN:fruit_1___SF_x
        SF:library/more\u{FFFD}DA:1,1.yaml
        BRF:0
        BRH:0
        DA:2,0
        LF:1
        LH:0
        end_of_record

        """)
  }
}
