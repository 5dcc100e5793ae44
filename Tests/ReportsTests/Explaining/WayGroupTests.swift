import Testing
import TreeFile
import Triage

@testable import Assurance
@testable import Reports

/// Which of many ways people are shown, and in which order.
@Suite struct WayGroupTests {
  /// A tree that asks eight questions, of which each ends at once where it is answered yes; to the last also a `then`.
  private static let text = """
    backtalk: 1
    id: doors
    title: Doors
    version: 1.0.0
    language: en
    levels: [low, high]
    start: opening
    stuck: out
    questions:

    """ + (1...8).map { "  q\($0):\n    ask: Q\($0)?\n    type: yes-no\n" }.joined() + """
        door:
          ask: Which door?
          type: choices
          choices: {red: Red, blue: Blue, green: Green, white: White, black: Black, grey: Grey, brown: Brown}
      sections:
        opening:

      """
    + (1...8).map { "    - ask: q\($0)\n      then:\n        - if: q\($0) is yes\n          go: s\($0)\n" }.joined()
      + """
          - ask: door
          - decide:
              - if: at least 2 of [door has red, door has blue, door has green, door has white, door has black]
                end: inside
              - end: out

      """
    + (1...8).map { number in
      number == 1
        ? "  s1:\n    - ask: q8\n    - decide:\n        - if: q8 is yes\n          end: inside\n        - end: out\n"
        : "  s\(number):\n    - decide:\n        - end: inside\n"
    }.joined() + """
      outcomes:
        out:
          level: low
          title: Out
          say: Out.
        inside:
          level: high
          title: In
          say: In.

      """

  private static func explained() throws -> [String] {
    let answers = (1...8).map { "q\($0)=no" } + ["door=[]"]
    let given = Loader().load(
      Array(text.utf8), named: "doors.yaml", files: GivenFiles(), answers.compactMap { WrittenAnswer($0) })
    let tree = try #require(given.loaded.tree, "\(given.loaded.report)")
    let explanation = Explanation(
      of: try Session(tree, answering: given.answers), given.loaded.map, path: "doors.yaml")
    let lines = explanation.text.split(separator: "\n").map(String.init)
    let start = try #require(lines.firstIndex { $0.hasPrefix("What would have led") })
    #expect(explanation.json(engine: "1").contains("\"q8\""))
    return Array(lines[start...].dropFirst())
  }

  @Test func `of each level five are shown, those that ask nothing new first, and the rest is counted`() throws {
    let lines = try Self.explained()
    #expect(lines.first == "  level high")
    #expect(
      lines.filter { $0.hasPrefix("    q") } == (2...6).map { "    q\($0): yes, instead of no" }, "\(lines)")
    #expect(lines.last == "    and 3 more; all are in --format json")
  }

  @Test func `of very many picks a few are named, and the others counted`() {
    let picks = (0..<9).map { WhyNot.Alternative.picks(with: [$0], without: []) }
    let choices = (0..<9).map { Choice(name: "c\($0)", label: "C") }
    var grammar = Self.grammar
    grammar.questions[0].kind = .choices(choices)
    let answers = WhyNot.Answers(alternatives: picks + [.unsure])
    #expect(
      grammar.shortText(answers, to: QuestionID(0), from: nil)
        == "with c0, or with c1, or with c2, or with c3, or any of 5 other picks, or unsure")
    #expect(
      grammar.shortText(
        WhyNot.Answers(alternatives: [.picks(with: [1, 2], without: [3, 4])]), to: QuestionID(0),
        from: .value(.choices(0b10010))) == "with c2 but without c4")
  }

  private static var grammar: Grammar { Loader().load(text, named: "doors.yaml").tree!.grammar }
}
