import Testing
import Understanding

@testable import Regression

@Suite struct ScriptTests {
  static let text = """
    # Why this script is here.
    tree: ../fruit.yaml
    now: 2026-11-02T09:05
    width: 40
    exit: 1
    ---
    Which colour is it?

    > red
    Red. It is ripe.
    >
    \\> is no mark here
    \\\\ nor is this

    """

  @Test func `a script is read as its header and what was said and typed`() throws {
    let script = try Script(Self.text)
    #expect(script.header.tree == "../fruit.yaml")
    #expect(script.header.now == Moment(year: 2026, month: 11, day: 2, hour: 9, minute: 5))
    #expect(script.header.width == 40)
    #expect(script.header.exit == 1)
    #expect(script.firstLine == 7)
    #expect(script.header.remarks == ["# Why this script is here."])
    #expect(script.transcript.typed == ["red", ""])
    #expect(script.transcript.lines.last == .said("\\ nor is this"))
  }

  @Test func `a script written down again is the same script`() throws {
    #expect(try Script(Self.text).text == Self.text)
  }

  @Test func `a width and a status that are the usual ones need not be written`() throws {
    let script = try Script("tree: a.yaml\nnow: 2026-11-02T09:05\n---\nHello.\n")
    #expect(script.header.width == 80)
    #expect(script.header.exit == 0)
    #expect(script.text == "tree: a.yaml\nnow: 2026-11-02T09:05\n---\nHello.\n")
  }

  @Test(arguments: [
    ("tree: a.yaml\n", ScriptMistake(.endlessHeader, line: 1)),
    ("now: 2026-11-02T09:00\n---\n", ScriptMistake(.missingKey("tree"), line: 1)),
    ("tree: a.yaml\n---\n", ScriptMistake(.missingKey("now"), line: 1)),
    ("tree: a.yaml\nnoon\n---\n", ScriptMistake(.notKeyAndValue("noon"), line: 2)),
    ("tree: a.yaml\nclock: 9\n---\n", ScriptMistake(.unknownKey("clock"), line: 2)),
    ("tree: a.yaml\ntree: b.yaml\n---\n", ScriptMistake(.repeatedKey("tree"), line: 2)),
    ("tree: a.yaml\nnow: today\n---\n", ScriptMistake(.noMoment("today"), line: 2)),
    ("tree: a.yaml\nnow: 2026-02-29T09:00\n---\n", ScriptMistake(.noMoment("2026-02-29T09:00"), line: 2)),
    (
      "tree: a.yaml\nnow: 2026-11-02T09:00\nwidth: 9\n---\n",
      ScriptMistake(.noNumber("9", 10...1000), line: 3)
    ),
  ])
  func `a mistake in the header is told with its line`(_ text: String, _ mistake: ScriptMistake) {
    #expect(throws: mistake) { try Script(text) }
  }
}

@Suite struct LineDiffTests {
  @Test func `equal texts differ in nothing`() {
    #expect(LineDiff(from: ["a", "b"], to: ["a", "b"]).lines == [.kept("a"), .kept("b")])
  }

  @Test func `what went and what came is shown beside what stayed`() {
    let diff = LineDiff(from: ["a", "b", "c"], to: ["a", "x", "c"])
    #expect(diff.lines == [.kept("a"), .removed("b"), .added("x"), .kept("c")])
  }

  @Test func `only what is near a change is shown, under its line in the file`() {
    let old = (1...20).map { "line \($0)" }
    var new = old
    new[9] = "other"
    new.append("more")
    let text = LineDiff(from: old, to: new).text(named: "fruit.chat", firstLine: 4)
    #expect(
      text == """
          fruit.chat:11
              line 8
              line 9
            - line 10
            + other
              line 11
              line 12
          fruit.chat:22
              line 19
              line 20
            + more

        """)
  }
}
