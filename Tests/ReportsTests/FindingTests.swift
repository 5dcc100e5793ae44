import Testing
import TreeFile

@testable import Reports

@Suite struct FindingTests {
  /// A tree around the parts that a test is about.
  static func tree(questions: String, sections: String, more: String = "") -> String {
    """
    backtalk: 1
    id: fruit
    title: Which fruit
    version: 1.0.0
    language: en
    levels: [later, now]
    start: opening
    stuck: ask-somebody
    questions:
    \(questions)
    sections:
    \(sections)
    outcomes:
      eat:
        level: later
        title: Eat it
        say: Enjoy it.
      throw-away:
        level: now
        title: Throw it away
        say: It is not good any more.
      ask-somebody:
        level: now
        title: Please ask somebody
        say: I could not follow.
    \(more)
    """
  }

  static let mould = """
      mould:
        ask: Is there mould on it?
        type: yes-no
    """
  static let deciding = """
      opening:
        - ask: mould
        - decide:
            - if: mould is yes
              end: throw-away
            - end: eat
    """

  @Test func `a tree that keeps all it promises is proven, and nothing is found`() {
    let check = TreeCheck(Self.tree(questions: Self.mould, sections: Self.deciding))
    #expect(check.findings.isEmpty, "\(check.said)")
    #expect(check.verdict == .proven)
    #expect(check.exitStatus(isStrict: true) == 0)
    #expect(check.said.hasPrefix("fruit.yaml: proven\n"))
  }

  @Test func `a tree that cannot be loaded is not proven, and shows its mistakes`() {
    let check = TreeCheck("backtalk: 1\n")
    #expect(check.verdict == .notProven)
    #expect(check.exitStatus(isStrict: false) == 2)
    #expect(check.said.contains("error[missing-key]"))
  }

  @Test func `"not sure" may lead lower where the tree says why`() {
    let check = TreeCheck(
      Self.tree(
        questions: Self.mould + "\n    unsure: no\n    unsure_because: Nobody eats what looks bad.",
        sections: Self.deciding))
    #expect(check.findings.isEmpty)
    #expect(check.said.contains("\"not sure\" never leads to a lower level; 1 says why it may"))
  }

  @Test func `an alarm that breaks a guarantee is told as what somebody says`() throws {
    let more = """
      alarms:
        wasp:
          hears: [i was stung]
          asks: [mould]
          if: mould is yes
          end: ask-somebody
      guarantees:
        - name: What is mouldy is thrown away
          if: mould is yes
          then: ends in [throw-away]
      """
    let check = TreeCheck(Self.tree(questions: Self.mould, sections: Self.deciding, more: more))
    let example = try #require(check.findings.first?.example)
    #expect(
      example.lines == [
        "alarm wasp, at the first question: somebody says something like \"i was stung\"", "mould: yes",
        "alarm wasp: ask-somebody", "level: now",
      ])
  }

  @Test func `of two who part, what both say is told once, and what they do not beside one another`() throws {
    let questions = """
        ripe:
          ask: Is it ripe?
          type: yes-no
          unsure: no
      \(Self.mould)
          unsure: yes
          red_flag: [no, yes]
        soft:
          ask: Is it soft?
          type: yes-no
      """
    let sections = """
        opening:
          - ask: ripe
          - ask: mould
            then:
              - if: mould is yes
                end: eat
          - ask: soft
          - decide:
              - if: soft is yes
                end: throw-away
              - end: eat
      """
    let check = TreeCheck(Self.tree(questions: questions, sections: sections))
    let example = try #require(check.findings.first?.example)
    #expect(check.findings.map(\.rule) == [.redFlagNotMonotone])
    #expect(example.title == "two patients who answer alike but for mould:")
    #expect(example.lines.first?.hasPrefix("ripe: ") == true)
    #expect(
      example.lines.dropFirst() == [
        "mould: no       | mould: yes", "soft: yes       | (not asked)", "end: throw-away | end: eat",
        "level: now      | level: later",
      ])
    #expect(example.conversations.count == 2)
  }

  @Test func `of two who part by an alarm, what the first says is told before both`() throws {
    let more = """
      alarms:
        wasp:
          hears: [i was stung]
          asks: [mould]
          if: mould is no
          end: throw-away
      """
    let questions = Self.mould + "\n    unsure: yes\n    red_flag: [no, yes]"
    let sections = """
        opening:
          - ask: mould
          - decide:
              - end: eat
      """
    let check = TreeCheck(Self.tree(questions: questions, sections: sections, more: more))
    let finding = try #require(check.findings.first { $0.rule == .redFlagNotMonotone })
    #expect(
      finding.example?.lines == [
        "alarm wasp, at the first question: somebody says something like \"i was stung\"",
        "mould: no              | mould: yes", "alarm wasp: throw-away | end: eat",
        "level: now             | level: later",
      ])
  }

  // MARK: One mistake, one finding

  @Test func `what only an unreached section leads to is not told again`() {
    let sections = """
      \(Self.deciding)
        cellar:
          - decide:
              - if: mould is yes
                go: shelf
              - end: keep
        shelf:
          - decide:
              - end: keep
      """
    let text = Self.tree(questions: Self.mould, sections: sections)
      .replacing(
        "  ask-somebody:\n", with: "  keep:\n    level: later\n    title: Keep\n    say: Wait.\n  ask-somebody:\n")
    let check = TreeCheck(text)
    #expect(check.findings.map(\.message) == ["nobody ever comes to the section \"cellar\""])
    #expect(check.said.contains("  1 of 3 sections: somebody comes there\n"))
  }

  @Test func `the outcome for who is stuck may be there though nobody can be`() {
    let check = TreeCheck(Self.tree(questions: Self.mould + "\n    unsure: yes", sections: Self.deciding))
    #expect(check.findings.isEmpty, "\(check.said)")
  }

  @Test func `a library may have stretches that the tree does not name`() {
    let library = """
      backtalk: 1
      stretches:
        peel:
          name: Peel it
        cut:
          name: Cut it
      """
    let text = Self.tree(questions: Self.mould, sections: Self.deciding, more: "uses: [library.yaml]")
      .replacing("    say: Enjoy it.", with: "    say: Enjoy it.\n    stretches: [peel]")
    let loaded = Loader().load(text, named: "fruit.yaml", files: GivenFiles(["library.yaml": library]))
    let check = TreeCheck(loaded, path: "fruit.yaml")
    #expect(check.loaded.diagnostics.isEmpty, "\(check.loaded.report)")
    #expect(check.findings.isEmpty, "\(check.said)")
    #expect(check.said.contains("  1 stretch: offered to somebody\n"))
  }
}
