import Testing
import Triage

@testable import TreeFile

@Suite struct AcceptedTests {
  private let loaded = Loader().load(path: testFolder + "Accepted/everything.yaml")

  private var grammar: Grammar { get throws { try #require(loaded.tree?.grammar, "\(loaded.report)") } }

  /// Positions in the file of the parts that the conditions below name.
  private let mine = QuestionID(0)
  private let bitten = QuestionID(1)
  private let colour = QuestionID(2)
  private let smells = QuestionID(3)
  private let weight = QuestionID(4)
  private let age = QuestionID(5)
  private let old = FactID(0)
  private let fresh = FactID(1)
  private let worth = ScoreID(0)
  private let share = ScoreID(1)

  @Test func `every construct of the format is accepted`() {
    #expect(loaded.report == "")
    #expect(loaded.tree != nil)
  }

  @Test func `texts mean what they say, however they are written`() throws {
    let grammar = try grammar
    #expect(grammar.title == "What to do with a fruit: all of it")
    #expect(grammar.version == "1.10.0")
    #expect(grammar.questions[bitten].wording.plainer == "Is there a bite in it? It's easy to miss.")
    #expect(grammar.questions[bitten].wording.why == "Bitten fruit does not keep.\nIt has to be eaten now.")
    #expect(grammar.questions[colour].wording.ask == "What colour is it, mostly?")
    #expect(grammar.questions[bitten].was == "eaten")
    #expect(grammar.levels.map(\.name) == ["whenever", "today", "now"])
    #expect(grammar.levels.map(\.was) == ["someday", nil, nil])
    #expect(grammar.about.crisisLine == "116 123")
  }

  @Test func `questions have their types, values and orders`() throws {
    let grammar = try grammar
    let half = Number(millionths: -500_000)
    let quarter = Number(millionths: 250_000)
    #expect(grammar.questions[weight].kind == .number(NumberRange(half, to: Number(10), step: quarter)))
    #expect(grammar.questions[weight].unsure == .counts(as: Literal(.number(Number(millionths: 3_250_000)))))
    #expect(grammar.questions[age].kind == .duration(Minutes(0) ... .days(730)))
    #expect(grammar.questions[age].unsure == .counts(as: Literal(.duration(Minutes(90)))))
    #expect(grammar.questions[age].unasked == Literal(.duration(.days(42))))
    #expect(grammar.questions[age].redFlag == .rising(.none))
    #expect(grammar.questions[age].applies == .not(.question(mine, .isOne(of: [Literal(.no)]), .none)))
    #expect(grammar.questions[smells].unsure == .counts(as: Literal(.choices(0b100))))
    #expect(grammar.questions[smells].unasked == Literal(.choices(0)))
    #expect(grammar.questions[smells].redFlag == .worrying([Literal(.choice(2)), Literal(.choice(1))], .none))
    #expect(
      grammar.questions[bitten].redFlag
        == .ranked([[.value(Literal(.no))], [.unsure(.none), .value(Literal(.yes))]], .none))
    guard case .choice(let choices) = grammar.questions[colour].kind else { throw WrongKind() }
    #expect(choices.map(\.label) == ["Green", "Yellow", "Brown"])
    #expect(choices.map(\.value) == [Number(0), Number(millionths: 1_500_000), Number(2)])
    #expect(choices.map(\.hears) == [[], ["golden", "lemon"], ["like mud", "dark"]])
  }

  @Test func `facts and scores are read as the format defines them`() throws {
    let grammar = try grammar
    #expect(grammar.facts[old].condition == .question(age, .compares(.atLeast, days(42)), .none))
    #expect(
      grammar.facts[fresh].condition
        == .any([
          .all([
            .not(.fact(old, .none)),
            .question(colour, .isOne(of: [Literal(.choice(0)), Literal(.choice(1))]), .none),
          ]),
          .all([.question(colour, .isUnsure, .none), .never]),
        ]))
    #expect(grammar.facts[fresh].means == "It is fresh.")
    #expect(
      grammar.scores[worth].items == [
        .points(Number(2), if: .question(bitten, .isOne(of: [Literal(.no)]), .none), .none),
        .add(.question(weight), times: Number(millionths: 500_000), .none),
        .each(Number(-1), of: [QuestionReference(bitten), QuestionReference(mine)], .none),
        .points(Number(0), if: .question(colour, .isUnsure, .none), .none),
      ])
    #expect(grammar.scores[share].form == .percentOfAnswered)
  }

  @Test func `every form of condition is read`() throws {
    let last = try #require(grammar.sections[1].steps.last)
    guard case .decide(let branches) = last.action else { throw WrongKind() }
    let conditions = branches.map(\.condition)
    #expect(
      conditions[0]
        == .all([
          .not(.question(bitten, .isOne(of: [Literal(.yes)]), .none)),
          .any([
            .fact(old, .none),
            .question(weight, .between(number(-500_000), number(250_000)), .none),
          ]),
        ]))
    #expect(
      conditions[1]
        == .any([
          .question(smells, .has(.none, of: [Literal(.choice(1)), Literal(.choice(2))]), .none),
          .question(smells, .has(.all, of: [Literal(.choice(0)), Literal(.choice(1))]), .none),
          .question(smells, .has(.any, of: [Literal(.choice(2))]), .none),
        ]))
    #expect(
      conditions[2]
        == .all([
          .score(worth, .compares(.more, number(1_000_000)), .none),
          .score(share, .compares(.less, number(50_000_000)), .none),
          .any([
            .question(weight, .compares(.equal, number(3_000_000)), .none),
            .question(weight, .compares(.atMost, number(2_000_000)), .none),
          ]),
          .not(.any([.fact(old, .none)])),
        ]))
    #expect(
      conditions[3]
        == .all([
          .count(
            .exactly(2), of: [.fact(old, .none), .question(mine, .isOne(of: [Literal(.yes)]), .none), .always], .none),
          .count(.atLeast(1), of: [.fact(old, .none)], .none),
          .count(.atMost(1), of: [.fact(old, .none), .never], .none),
        ]))
    #expect(
      conditions[4] == .any([.score(share, .isUnsure, .none), .not(.score(share, .isUnsure, .none))]))
  }

  @Test func `every form of claim is read`() throws {
    let claims = try grammar.guarantees.map(\.claim)
    #expect(
      claims == [
        .level(.atLeast(LevelID(1))),
        .patient(.any([.fact(fresh, .none), .not(.fact(fresh, .none))])),
        .ends(in: [OutcomeID(0), OutcomeID(1), OutcomeID(2), OutcomeID(3)]),
        .offersNothing,
        .neverOffers([StretchID(1)]),
        .neverAsks([weight, age]),
        .asks(bitten, within: 2),
        .asksBefore(bitten, colour),
        .asksBeforeOffering(bitten),
        .offersOnlyAfter(StretchID(1), weight),
        .neverRaised(by: [weight]),
        .patient(.never),
      ])
    #expect(try grammar.guarantees[1].premise == .level(.exactly(LevelID(0))))
  }

  @Test func `lists of stretches, doses and referrals are read`() throws {
    let grammar = try grammar
    let (peel, cut) = (StretchID(0), StretchID(1))
    let notBitten = Condition.question(bitten, .isOne(of: [Literal(.no)]), .none)
    let isMine = Condition.question(mine, .isOne(of: [Literal(.yes)]), .none)
    #expect(
      grammar.programmes[0].list
        == StretchList(
          [.init(.stretch(peel)), .init(.firstOf([cut, peel]), if: isMine), .init(.stretch(cut), if: notBitten)],
          atMost: 2))
    #expect(
      grammar.outcomes[0].stretches.entries == [
        .init(.programme(ProgrammeID(0))), .init(.stretch(cut)), .init(.stretch(peel), if: notBitten),
      ])
    #expect(grammar.stretches[peel].avoid == [.fact(old, .none), .question(mine, .none)])
    #expect(grammar.stretches[peel].card.dose?.hold == 90)
    #expect(grammar.stretches[cut].card.dose?.hold == 90)
    #expect(grammar.stretches[cut].card.dose?.sides == .each)
    #expect(grammar.outcomes[1].refer == Referral(to: ProviderID(0), within: .days(14)))
    #expect(grammar.outcomes[3].level == nil)
    #expect(grammar.outcomes[0].review == .days(1))
  }

  @Test func `rules of stretching stand alone or with their sources, and known words apart from the tree`() throws {
    #expect(
      try grammar.stretchingRules.map(\.text) == ["Wash your hands first.", "Cut away from yourself."])
    #expect(try grammar.stretchingRules.map(\.sources) == [[], [SourceID(0)]])
    #expect(loaded.knownWords == ["refrigerator"])
  }

  @Test func `groups of words and the patterns that name them are read as they stand`() throws {
    let grammar = try grammar
    #expect(
      grammar.wordGroups == [
        WordGroup(name: "somebody", words: ["somebody", "my brother"]),
        WordGroup(name: "pound", words: ["pound", "pounds", "lb"]),
      ])
    #expect(grammar.questions[bitten].hears == ["{somebody} bit ... it", "nibbled"])
    #expect(grammar.questions[weight].hears == ["weighs #", "# of #1-10 ... {pound}"])
    #expect(grammar.alarms[1].hears == ["it hisses", "#2-3.5 {pound} of snake"])
    #expect(grammar.questions[colour].hears == [])
    #expect(grammar.wordGroups(in: grammar.alarms[1].hears[1]) == [ID(1)])
  }

  @Test func `an outcome has other words for somebody who answers for somebody else`() throws {
    #expect(try grammar.outcomes.map(\.titleForOther) == [nil, "Let them keep it", nil, nil])
    #expect(try grammar.outcomes.map(\.sayForOther) == [nil, "They should put it away.", nil, nil])
  }

  @Test func `every part knows where it was written`() throws {
    let grammar = try grammar
    #expect(loaded.map.position(of: grammar.questions[mine].part)?.line == 25)
    #expect(loaded.map.position(of: grammar.questions[mine].part)?.column == 3)
    #expect(loaded.map.position(of: .none) == nil)
  }

  private struct WrongKind: Error {}

  private func number(_ millionths: Int64) -> Literal { Literal(.number(Number(millionths: millionths))) }

  private func days(_ days: Int64) -> Literal { Literal(.duration(.days(days))) }
}

@Suite struct QuantityTests {
  @Test(arguments: [
    ("0", 0), ("7", 7_000_000), ("-0.5", -500_000), ("1.50", 1_500_000), ("0.000001", 1),
    ("0.0000010", 1), ("1000000000", 1_000_000_000_000_000), ("007", 7_000_000),
  ])
  func `a decimal is exact`(text: String, millionths: Int64) {
    #expect(Number(parsing: Array(text.utf8))?.millionths == millionths)
  }

  @Test(arguments: [
    "", "-", ".", ".5", "5.", "1.2.3", "0.0000001", "1000000000.000001", "1e3", "+1", "1,5", "٣", "--1",
  ])
  func `what is no decimal is refused`(_ text: String) {
    #expect(Number(parsing: Array(text.utf8)) == nil)
  }
}
