import Testing

@testable import TreeFile

/// What people say, written as patterns, and the mistakes in it.
@Suite struct PatternTests {
  private static func tree(_ pattern: String, groups: String = "  worm: [worm, maggot]\n", rest: String = "") -> String
  {
    """
    backtalk: 1
    id: fruit
    title: Which fruit
    version: 1.0.0
    language: en
    levels: [later, now]
    start: opening
    stuck: done
    questions:
      weight:
        ask: What does it weigh?
        type: number
        range: 0 to 10
        hears: ["it weighs #"]
      old:
        ask: How old is it?
        type: duration
        range: 0 days to 10 days
        hears: ["bought # ago"]
    word_groups:
    \(groups)alarms:
      worm:
        hears: [\(pattern)]
        end: done
    sections:
      opening:
        - decide:
            - end: done
    outcomes:
      done:
        level: now
        title: Done
        say: Enjoy it.
    \(rest)
    """
  }

  /// The code of each mistake, and the words that it points at.
  private func found(_ text: String) -> [String] {
    let loaded = Loader().load(
      text, named: "fruit.yaml", files: GivenFiles(["more.yaml": "word_groups: {worm: [grub]}"]))
    return loaded.diagnostics.map { "\($0.code.rawValue) \(loaded.map.sources.text($0.span.range))" }
  }

  @Test(arguments: [
    "it moves", "a {worm} in it", "{worm}", "...a {worm}... it", "#2-3 worms", "#38.5-40°", "#3-3", "it moves. ",
    "really?..",
    "no.1", "worm....", "#1-2. And more", "é",
  ])
  func `a pattern of words and signs is accepted`(_ pattern: String) {
    #expect(found(Self.tree("\"\(pattern)\"")) == [])
  }

  @Test(arguments: [
    ("a {worn} in it", "unknown-name worn"), ("a {} in it", "unknown-name "), ("a {worm in it", "stray-brace {"),
    ("a worm} in it", "stray-brace }"), ("{wo{worm}", "stray-brace {"), ("", "empty-value \"\""),
    ("...", "nothing-to-hear \"...\""), ("?! -", "nothing-to-hear \"?! -\""),
    ("... ...", "nothing-to-hear \"... ...\""),
    ("# worms", "no-number-here #"), ("#/10", "no-number-here #"), ("#3 worms", "not-a-pattern-range #3"),
    ("#3-", "not-a-pattern-range #3-"), ("#4-3", "not-a-pattern-range #4-3"),
    ("#3-4-5", "not-a-pattern-range #3-4-5"), ("#1.2.3-4", "not-a-pattern-range #1.2.3-4"),
    ("a worm… in it", "lookalike …"),
  ])
  func `what no pattern can be is refused at its place`(_ pattern: String, _ mistake: String) {
    #expect(found(Self.tree("\"\(pattern)\"")) == [mistake])
  }

  @Test func `several mistakes in one pattern are all told`() {
    #expect(found(Self.tree("'# {worn} }'")) == ["no-number-here #", "unknown-name worn", "stray-brace }"])
  }

  @Test(arguments: ["[{worm}]", "\n      - {worm}"])
  func `a group that YAML takes for a mapping is refused with what to do`(_ list: String) {
    let text = Self.tree("x").replacing("hears: [x]", with: "hears: \(list)")
    let loaded = Loader().load(text, named: "fruit.yaml")
    #expect(loaded.diagnostics.map(\.code) == [.wrongShape])
    #expect(loaded.report.contains("put a phrase with braces in quotes"))
  }

  @Test func `a misspelt group is told with the nearest one`() {
    let report = Loader().load(Self.tree("\"a {worn} in it\""), named: "fruit.yaml").report
    #expect(report.contains("there is no word group named \"worn\""))
    #expect(report.contains("did you mean \"worm\"?"))
  }

  @Test(arguments: [
    ("  worm: []\n", "wrong-shape []"), ("  worm: maggot\n", "wrong-shape maggot"),
    ("  Worm: [maggot]\n", "bad-name Worm"),
    ("  any: [maggot]\n", "reserved-name any"), ("  worm: [\"-\"]\n", "nothing-to-hear \"-\""),
    ("  worm: [\"a # b\"]\n", "sign-in-word-group #"), ("  worm: [a ... b]\n", "sign-in-word-group ..."),
    ("  worm: [a]\n  grub: [\"{worm}\"]\n", "sign-in-word-group worm"),
  ])
  func `a word group is a name and words`(_ groups: String, _ mistake: String) {
    #expect(found(Self.tree("x", groups: groups)) == [mistake])
  }

  @Test func `a word group may stand in any file, and its name in one place only`() {
    let uses = "uses: [more.yaml]"
    #expect(found(Self.tree("\"{worm}\"", groups: "  grub: [a]\n", rest: uses)) == [])
    let text = Self.tree("x", rest: uses)
    let files = GivenFiles(["more.yaml": "word_groups: {worm: [grub]}"])
    let twice = Loader().load(text, named: "fruit.yaml", files: files)
    #expect(twice.diagnostics.map(\.code) == [.definedTwice])
    #expect(twice.diagnostics.first?.labels.map(\.role) == [.firstDefined])
  }

  @Test func `a question with choices hears nothing of its own`() {
    for type in ["choice", "choices"] {
      let text = Self.tree("x").replacing(
        "type: duration\n    range: 0 days to 10 days", with: "type: \(type)\n    choices: {a: A}")
      let loaded = Loader().load(text, named: "fruit.yaml")
      #expect(loaded.diagnostics.map(\.code) == [.keyOfOtherType])
      #expect(loaded.report.contains("put each phrase under \"hears:\" of the choice"))
    }
  }

  @Test func `a yes-no question has no number to hear`() {
    let text = Self.tree("x").replacing("type: duration\n    range: 0 days to 10 days", with: "type: yes-no")
    #expect(found(text) == ["no-number-here #"])
  }
}
