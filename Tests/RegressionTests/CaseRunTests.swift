import Testing
import TreeFile
import Triage
import Validation

@testable import Regression

@Suite struct CaseRunTests {
  // red? -> yes: sweet; no: weight -> 5 or more: sour, else sweet
  static let red = QuestionID(0)
  static let weight = QuestionID(1)
  static let sweet = OutcomeID(0)
  static let sour = OutcomeID(1)

  static func tree() throws -> Tree {
    var grammar = Grammar(
      id: "fruit", title: "Fruit", version: "1", language: "en", levels: [Level(name: "low"), Level(name: "high")],
      start: SectionID(0), stuck: OutcomeID(1))
    grammar.questions = [
      Question(name: "red", kind: .yesNo, ask: "Is it red?"),
      Question(name: "weight", kind: .number(NumberRange(Number(0), to: Number(10))), ask: "How heavy is it?"),
    ]
    grammar.questions[1].unsure = .counts(as: Literal(.number(Number(0))))
    let isRed = Condition.question(red, .isOne(of: [Literal(.yes)]), .none)
    let isHeavy = Condition.question(weight, .compares(.atLeast, Literal(.number(Number(5)))), .none)
    grammar.sections = [
      Section(
        name: "start",
        steps: [
          Step(.ask(red, then: [Branch(if: isRed, to: .outcome(sweet))])), Step(.ask(weight, then: [])),
          Step(.decide([Branch(if: isHeavy, to: .outcome(sour)), Branch(to: .outcome(sweet))])),
        ])
    ]
    grammar.stretches = [Stretch(name: "reach", title: "Reach"), Stretch(name: "hop", title: "Hop")]
    grammar.outcomes = [
      Outcome(name: "sweet", level: LevelID(0), title: "Sweet", say: "Eat it."),
      Outcome(name: "sour", level: LevelID(1), title: "Sour", say: "Leave it."),
    ]
    grammar.outcomes[0].stretches = StretchList([.init(.stretch(StretchID(0)))])
    return try Tree(grammar)
  }

  static func run(
    _ replies: [QuestionID: Case.Reply], defaults: [QuestionID: Case.Reply] = [:],
    expecting change: (inout Case.Expectation) -> Void = { _ in }
  ) throws -> [Complaint] {
    var test = Case(name: "a fruit")
    test.replies = replies
    change(&test.expectation)
    return CaseRun(try tree(), test, defaults: defaults).complaints(about: test)
  }

  @Test func `a case that goes as it says has nothing to complain of`() throws {
    let complaints = try Self.run([Self.red: .answer(.value(.no)), Self.weight: .answer(.unsure)]) {
      $0.outcome = Self.sweet
      $0.levels = [.level(LevelID(0))]
      $0.offersExactly = [StretchID(0)]
      $0.neverOffers = [StretchID(1)]
      $0.asked = [Self.red, Self.weight]
    }
    #expect(complaints == [])
  }

  @Test func `a case that answers what is not asked is told so`() throws {
    let replies: [QuestionID: Case.Reply] = [
      Self.red: .answer(.value(.yes)), Self.weight: .answer(.value(.number(Number(2)))),
    ]
    #expect(try Self.run(replies) == [.answeredInVain(Self.weight)])
  }

  @Test func `a default may go unasked`() throws {
    #expect(try Self.run([Self.red: .answer(.value(.yes))], defaults: [Self.weight: .answer(.unsure)]) == [])
  }

  @Test func `a case that lacks an answer to what is asked is told so`() throws {
    let complaints = try Self.run([Self.red: .answer(.value(.no))]) { $0.outcome = Self.sweet }
    #expect(complaints == [.halted(.unanswered(Self.weight))])
  }

  @Test func `an answer that the question does not take is told with the reason`() throws {
    let tooMuch = Case.Reply.answer(.value(.number(Number(11))))
    let complaints = try Self.run([Self.red: .answer(.value(.no)), Self.weight: tooMuch])
    #expect(complaints == [.halted(.refused(Self.weight, .outOfRange(Self.weight)))])
  }

  @Test func `whoever is stuck ends in the tree's outcome for it`() throws {
    #expect(try Self.run([Self.red: .stuck]) { $0.outcome = Self.sour } == [])
    #expect(
      try Self.run([Self.red: .answer(.value(.no)), Self.weight: .stuck])
        == [.halted(.refused(Self.weight, .notStuck(Self.weight)))])
  }

  @Test func `everything that went otherwise is told at once`() throws {
    let complaints = try Self.run([Self.red: .answer(.value(.yes))]) {
      $0.outcome = Self.sour
      $0.levels = [.outside]
      $0.offers = [StretchID(1)]
      $0.offersExactly = []
      $0.neverOffers = [StretchID(0)]
      $0.asked = [Self.weight]
      $0.neverAsked = [Self.red]
    }
    #expect(
      complaints == [
        .outcome(expected: Self.sour, was: Self.sweet),
        .level(expected: [.outside], was: .level(LevelID(0))),
        .offersOtherwise(expected: [], were: [StretchID(0)]),
        .notOffered(StretchID(1)),
        .offered(StretchID(0)),
        .notAsked(Self.weight),
        .asked(Self.red),
      ])
  }

  @Test func `the conversation is told answer by answer with the branches taken`() throws {
    var test = Case(name: "a fruit")
    test.replies = [Self.red: .answer(.value(.no)), Self.weight: .answer(.value(.number(Number(7))))]
    let account = CaseRun(try Self.tree(), test, defaults: [:]).session.account
    let lines = account.map { $0.text { _ in "fruit.yaml:9" } }
    #expect(lines == ["red: no", "weight: 7", "  end: sour  (fruit.yaml:9)"])
  }
}

@Suite struct ValueTextTests {
  @Test(arguments: [(5_000_000, "5"), (-1_500_000, "-1.5"), (250_000, "0.25"), (1, "0.000001"), (0, "0")])
  func `a number is written as short as it is exact`(_ millionths: Int64, _ text: String) {
    #expect(Number(millionths: millionths).text == text)
  }

  @Test(arguments: [(0, "0 days"), (1440, "1 day"), (20160, "2 weeks"), (90, "90 minutes"), (4320, "3 days")])
  func `a duration is written in its largest whole unit`(_ minutes: Int64, _ text: String) {
    #expect(Minutes(minutes).text == text)
  }
}
