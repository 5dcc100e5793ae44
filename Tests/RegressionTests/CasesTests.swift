import Testing

@testable import Regression

@Suite struct CasesTests {
  static func report(_ cases: String) throws -> (Report, Folder) {
    let folder = try Folder(["fruit.yaml": Fruit.tree, "tests/fruit.cases.yaml": cases])
    var suite = Suite()
    return (suite.run([folder.path]), folder)
  }

  static func text(_ cases: String) throws -> String {
    let (report, folder) = try report(cases)
    return folder.withoutPath(report.text + report.unusable.joined())
  }

  static let head = """
    backtalk-cases: 1
    tree: ../fruit.yaml
    now: 2026-11-02T09:00
    defaults:
      colour: red
      spotted: no
      age: 1 day
      smells: [sweet]

    """

  @Test func `cases that go as they say pass`() throws {
    let (report, _) = try Self.report(
      Self.head + """
        cases:
          - name: A spotted one is eaten
            source: [book]
            answers: {spotted: unsure}
            expect:
              outcome: eat
              level: now
              offers exactly: []
              never asked: [age]
          - name: An old one is thrown away
            answers:
              age: 15 days
            expect:
              level: outside
          - name: A green one is left to ripen
            answers: {colour: green, smells: []}
            expect:
              outcome: wait
              offers: [climb]
              offers exactly: [reach, climb]
              asked: [smells]
          - name: Who cannot tell the colour asks somebody
            answers: {colour: stuck}
            expect: {outcome: ask-somebody}
          - name: A spotted one that fell is eaten before anything is asked
            alarm: falling
            answers: {spotted: yes}
            expect: {outcome: eat, never asked: [colour]}
        """)
    #expect(report.passed == 5)
    #expect(report.failed == 0)
    #expect(report.unusable == [])
    #expect(report.exitStatus == 0)
  }

  @Test func `a story in the patient's words tells more than is asked, and one of several levels is enough`() throws {
    let text = try Self.text(
      Self.head + """
        cases:
          - name: A heavy one
            words: I found a heavy green one on the ground.
            answers: {colour: green, smells: [], weight: 20}
            expect:
              level: [now, later]
          - name: A heavy one again
            words: I found a heavy green one on the ground.
            answers: {colour: green, smells: [], weight: 20}
            expect:
              level: [now, outside]
        """)
    #expect(text.contains("1 passed, 1 failed"), "\(text)")
    #expect(text.contains("expected level now or outside, was later"), "\(text)")
    #expect(text.contains("in the patient's words:\n    I found a heavy green one"), "\(text)")
    #expect(!text.contains("which is not asked"), "\(text)")
  }

  @Test func `a failure shows what was expected, what came, the conversation and where`() throws {
    let text = try Self.text(
      Self.head + """
        cases:
          - name: A green one is eaten
            source: [book]
            answers: {colour: green, weight: 20}
            expect:
              outcome: eat
              never offers: [climb]
        """)
    #expect(
      text == """
        tests/fruit.cases.yaml  0 passed, 1 failed

        FAILED tests/fruit.cases.yaml:10: A green one is eaten
          the case answers weight, which is not asked
          expected outcome eat, was wait
          expected climb never to be offered, was
          resting on A book of fruit

          the conversation:
            colour: green
            spotted: no
            age: 1 day
            smells: [sweet]
              go: unripe  (fruit.yaml:60)
              end: wait  (fruit.yaml:65)

        0 passed, 1 failed

        """)
  }

  @Test func `a case that lacks an answer to what is asked fails and says which`() throws {
    let text = try Self.text(
      Self.head + """
        cases:
          - name: A red one
            answers: {}
            expect: {outcome: wait}
        """)
    #expect(text.contains("weight is asked, and neither the case nor the defaults answer it"))
    #expect(text.contains("    weight: ?\n"))
  }

  @Test func `an answer off the grid fails and says so`() throws {
    let text = try Self.text(
      Self.head + """
        cases:
          - name: A red one
            answers: {weight: 15}
            expect: {outcome: wait}
        """)
    #expect(text.contains("the answer to weight lies between two that the question accepts"))
  }

  @Test func `mistakes in a file of cases are told like those of a tree, all at once`() throws {
    let (report, folder) = try Self.report(
      """
      backtalk-cases: 1
      tree: ../fruit.yaml
      now: today
      defaults:
        color: red
      cases:
        - name: One
          answers: {spotted: perhaps}
          expects: {outcome: eat}
        - name: One
          answers: {age: 3}
          expect: {outcome: eaten, offers: reach}
        - expect: {}
      """)
    #expect(report.exitStatus == 2)
    let heads = report.unusable.joined().split(separator: "\n").filter { $0.hasPrefix("error") }
    #expect(
      heads.dropLast() == [
        "error[not-a-date]: \"today\" is not a date and time",
        "error[unknown-name]: there is no question named \"color\"",
        "error[unknown-answer]: \"perhaps\" is no answer to \"spotted\"",
        "error[unknown-key]: there is no key \"expects\" here",
        "error[defined-twice]: the name \"One\" of this case is already taken",
        "error[duration-without-unit]: \"3\" has no unit of time",
        "error[unknown-target]: there is no outcome named \"eaten\"",
        "error[wrong-shape]: here a list should stand",
        "error[missing-key]: a case must have \"name:\"",
      ])
    #expect(heads.last?.hasPrefix("error[none-of-keys]: an expectation must have") == true)
    #expect(folder.withoutPath(report.unusable.joined()).contains("tests/fruit.cases.yaml:5:3"))
  }

  @Test func `a tree with mistakes makes its cases unusable and is told with its places`() throws {
    let folder = try Folder([
      "fruit.yaml": Fruit.tree.replacing("end: eat\n", with: "end: eaten\n"),
      "fruit.cases.yaml": "backtalk-cases: 1\ntree: fruit.yaml\ncases:\n  - name: One\n    expect: {outcome: eat}\n",
    ])
    var suite = Suite()
    let report = suite.run([folder.path])
    #expect(report.exitStatus == 2)
    #expect(report.unusable.joined().contains("fruit.yaml:51:16"))
  }

  @Test func `a tree that is not there is told at the words that name it`() throws {
    let folder = try Folder(["a.cases.yaml": "backtalk-cases: 1\ntree: b.yaml\ncases: []\n"])
    var suite = Suite()
    let text = folder.withoutPath(suite.run([folder.path]).unusable.joined())
    #expect(text.contains("error[unreadable-file]: this file cannot be read: there is no such file"))
    #expect(text.contains("a.cases.yaml:2:7"))
  }

  @Test func `a path with nothing to run and a path that leads nowhere are unusable`() throws {
    let folder = try Folder(["empty/readme.txt": ""])
    var suite = Suite()
    let report = suite.run([folder.path, folder.path + "/nowhere"])
    #expect(report.exitStatus == 2)
    #expect(
      report.unusable.map(folder.withoutPath) == [
        "\(folder.path): there are no scripts and no cases here\n", "nowhere: No such file or directory\n",
      ])
  }
}
