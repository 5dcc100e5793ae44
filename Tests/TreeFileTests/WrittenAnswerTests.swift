import Testing
import Triage

@testable import TreeFile

/// Answers that are written one by one, as on a command line.
@Suite struct WrittenAnswerTests {
  static let tree = """
    backtalk: 1
    id: fruit
    title: Fruit
    version: 1.0.0
    language: en
    levels: [later]
    start: opening
    stuck: eat
    questions:
      ripe: {ask: Is it ripe?, type: yes-no, unsure: no}
      spots: {ask: How many spots?, type: number, range: 0 to 9}
      age: {ask: How old is it?, type: duration, range: 0 days to 9 weeks}
      smells: {ask: Of what does it smell?, type: choices, choices: {honey: Honey, wine: Wine}}
    sections:
      opening:
        - ask: ripe
        - ask: spots
        - ask: age
        - ask: smells
        - decide:
            - end: eat
    outcomes:
      eat: {level: later, title: Eat it, say: It is good.}

    """

  static func load(_ answers: [String]) -> LoadedCases {
    Loader().load(
      Array(tree.utf8), named: "fruit.yaml", files: GivenFiles(), answers.compactMap { WrittenAnswer($0) })
  }

  @Test func `they are read as in a case`() throws {
    let given = Self.load(["ripe=unsure", "spots=stuck", "age=2 weeks", "smells=[honey, wine]"])
    #expect(given.loaded.diagnostics == [], "\(given.loaded.report)")
    #expect(
      given.answers == [
        QuestionID(0): .answer(.unsure), QuestionID(1): .stuck, QuestionID(2): .answer(.value(.duration(.days(14)))),
        QuestionID(3): .answer(.value(.choices(0b11))),
      ])
  }

  @Test(arguments: [
    ("ripr=yes", Code.unknownName), ("ripe=perhaps", .unknownAnswer), ("age=3", .durationWithoutUnit),
    ("spots=3 # or 4", .conditionSyntax), ("spots=3\nripe: yes", .yamlColon), ("ripe=[yes", .yamlFlow),
    ("ripe=&a yes", .anchor), ("ripe={yes: no}", .wrongShape), ("ripe: yes, spots=3", .wrongShape),
    ("spots=1\n---\n2", .secondDocument), ("\u{1B}=3", .controlCharacter),
  ])
  func `what is wrong with one is told at it, and none is read for another`(_ text: String, _ code: Code) throws {
    let given = Self.load([text])
    #expect(given.loaded.tree == nil)
    #expect(given.loaded.diagnostics.map(\.code).contains(code), "\(given.loaded.report)")
    let diagnostic = try #require(given.loaded.diagnostics.first)
    let place = given.loaded.map.sources.position(of: diagnostic.span)
    #expect(place.file == "the answer \(text)")
  }

  @Test func `an answer given twice is refused at the second`() {
    let given = Self.load(["spots=3", "spots=4"])
    #expect(given.loaded.diagnostics.map(\.code) == [.repeatedKey])
    #expect(given.loaded.report.contains("the answer spots=4:1:1"))
  }

  @Test(arguments: ["", "ripe", "=yes", "ripe=", "ripe= ", " =yes"])
  func `half an answer is none`(_ text: String) { #expect(WrittenAnswer(text) == nil) }
}
