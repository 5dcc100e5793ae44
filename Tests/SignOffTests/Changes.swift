import Testing
import Triage

/// Changes to a tree that each change one thing, so that every field of every type of the grammar is changed by one of
/// them. What comes out needs not be a tree that anybody could follow.
struct Changes {
  /// One place with a value after another, the tree's own first.
  struct Chain: Sendable, CustomTestStringConvertible {
    var place: String
    var grammars: [Grammar]

    var testDescription: String { place }
  }

  private let base: Grammar
  private(set) var all: [Chain] = []

  /// - Parameter grammar: a tree that has parts of every kind but scores.
  init(to grammar: Grammar) {
    var base = grammar
    base.scores += ["one", "two"].map { Score(name: $0, items: []) }
    base.programmes.append(Programme(name: "one", list: StretchList()))
    base.stretchingRules += ["One.", "Two."].map { StretchingRule($0) }
    base.wordGroups += ["one", "two"].map { WordGroup(name: $0, words: ["a"]) }
    base.alarms[0].hears += ["{one} more"]
    base.providers.append(Provider(name: "one", role: "One"))
    self.base = base
    changeHead()
    changeQuestions()
    changeFacts()
    changeScores()
    changeSections()
    changeOutcomes()
    changeStretches()
    changeAlarms()
    changeGuarantees()
    changeSources()
  }

  private mutating func change<T>(_ place: WritableKeyPath<Grammar, T>, _ values: T...) {
    let changed = values.map { value in
      var grammar = base
      grammar[keyPath: place] = value
      return grammar
    }
    all.append(Chain(place: "\(place)", grammars: [base] + changed))
  }

  private func position(_ matches: (Question.Kind) -> Bool) -> Int {
    base.questions.firstIndex { matches($0.kind) } ?? 0
  }

  private var yesNo: Int { position { $0 == .yesNo } }
  private var choice: Int { position { if case .choice = $0 { true } else { false } } }
  private var choices: Int { position { if case .choices = $0 { true } else { false } } }
  private var number: Int { position { if case .number = $0 { true } else { false } } }

  // MARK: The top

  private mutating func changeHead() {
    change(\.id, "other")
    change(\.title, "Other")
    change(\.version, "9")
    change(\.language, "xx")
    change(\.start, SectionID(1))
    change(\.stuck, OutcomeID(0), OutcomeID(1))
    change(\.onBehalf, .always, nil)
    change(\.about.audience, "x", nil)
    change(\.about.emergencyNumber, "1", nil)
    change(\.about.crisisLine, "1", nil)
    change(\.about.reviewDue, "2031-01-01", nil)
    change(\.about.licence, "x", nil)
    change(\.about.sources, [], [SourceID(0)])
    change(\.levels, base.levels + [Level(name: "more")], base.levels.reversed())
    change(\.levels[0].name, "lowest")
    change(\.levels[0].was, "x", nil)
  }

  // MARK: Questions

  private mutating func changeQuestions() {
    change(\.questions[yesNo].name, "renamed")
    change(\.questions[yesNo].wording.ask, "x", "y")
    change(\.questions[yesNo].wording.plainer, "x", nil)
    change(\.questions[yesNo].wording.why, "x", nil)
    change(\.questions[yesNo].wording.sign, "x", nil)
    change(\.questions[yesNo].wording.forOther, "x", nil)
    change(\.questions[yesNo].hears, [], ["x"], ["x", "y"], ["{one}"], ["{two}"])
    change(\.questions[yesNo].unsureBecause, "x", nil)
    change(\.questions[yesNo].unasked, Literal(.yes), Literal(.no), nil)
    change(\.questions[yesNo].applies, .never, .always, nil)
    change(\.questions[yesNo].sources, [], [SourceID(0)])
    change(\.questions[yesNo].was, "x", nil)
    change(
      \.questions[yesNo].unsure, .askAgain(.none), .own(.none), .counts(as: Literal(.no)), .counts(as: Literal(.yes)),
      nil)
    change(
      \.questions[choices].redFlag, .rising(.none), .falling(.none), .worrying([Literal(.choice(0))], .none),
      .worrying([Literal(.choice(1))], .none), .ranked([], .none), .ranked([[.unsure(.none)]], .none),
      .ranked([[.value(Literal(.choice(0)))]], .none), .ranked([[.value(Literal(.choice(1)))]], .none), nil)
    changeKinds()
  }

  private mutating func changeKinds() {
    let (one, two) = (Choice(name: "one", label: "One"), Choice(name: "two", label: "Two"))
    var named = one, labelled = one, heard = one, valued = one, valuedMore = one, renamed = one, grouped = one
    named.name = "three"
    labelled.label = "Three"
    heard.hears = ["third"]
    grouped.hears = ["{two}"]
    valued.value = Number(0)
    valuedMore.value = Number(1)
    renamed.was = "three"
    let range = NumberRange(Number(0), to: Number(9))
    change(
      \.questions[yesNo].kind, .choice([one]), .choice([named]), .choice([one, two]), .choice([two, one]),
      .choices([two, one]), .choices([one, two]),
      .choices([one]), .choices([named]), .choices([one]), .choices([labelled]), .choices([one]), .choices([heard]),
      .choices([one]), .choices([valued]), .choices([valuedMore]), .choices([one]), .choices([renamed]),
      .choices([one]), .choices([grouped]),
      .number(range), .number(NumberRange(Number(1), to: Number(9))),
      .number(NumberRange(Number(1), to: Number(8))),
      .number(NumberRange(Number(1), to: Number(8), step: Number(millionths: 1))),
      .duration(Minutes(0)...Minutes(9)), .duration(Minutes(1)...Minutes(9)), .duration(Minutes(1)...Minutes(8)), .yesNo
    )
  }

  // MARK: Facts and scores

  private mutating func changeFacts() {
    change(\.facts[0].name, "renamed")
    change(\.facts[0].means, "x", nil)
    let (yesNo, other) = (QuestionID(yesNo), QuestionID(number))
    func test(_ question: QuestionID, _ test: QuestionTest) -> Condition { .question(question, test, .none) }
    change(
      \.facts[0].condition, .always, .never, .not(.never), .not(.always), .all([]), .all([.always]), .any([.always]),
      .any([.never]), .count(.atLeast(1), of: [.never], .none), .count(.atLeast(1), of: [.always], .none),
      .count(.atLeast(2), of: [.always], .none), .count(.exactly(2), of: [.always], .none),
      .count(.exactly(1), of: [.always], .none), .count(.atMost(1), of: [.always], .none),
      .count(.atMost(2), of: [.always], .none), .fact(FactID(1), .none), .fact(FactID(0), .none),
      test(yesNo, .wasAsked), test(other, .wasAsked), test(other, .isUnsure), test(yesNo, .isUnsure))
    changeQuestionTests()
  }

  private mutating func changeQuestionTests() {
    let (yesNo, choice, choices) = (QuestionID(yesNo), QuestionID(choice), QuestionID(choices))
    func test(_ question: QuestionID, _ test: QuestionTest) -> Condition { .question(question, test, .none) }
    func literal(_ value: Value) -> Literal { Literal(value) }
    let numbers = [0, 1, 2].map { literal(.number(Number($0))) }
    let days = [0, 1].map { literal(.duration(.days($0))) }
    change(
      \.facts[0].condition, test(yesNo, .isOne(of: [literal(.yes)])), test(yesNo, .isOne(of: [literal(.no)])),
      test(choice, .isOne(of: [])), test(choice, .isOne(of: [literal(.no)])),
      test(choice, .isOne(of: [literal(.choice(0))])),
      test(choice, .isOne(of: [literal(.choice(1))])), test(choices, .isOne(of: [literal(.choices(1))])),
      test(choices, .isOne(of: [literal(.choices(2))])), test(choices, .isOne(of: [literal(.choices(3))])),
      test(choices, .isOne(of: [literal(.choice(0))])),
      test(choices, .has(.any, of: [literal(.choice(0))])), test(choices, .has(.any, of: [literal(.choice(1))])),
      test(choices, .has(.all, of: [literal(.choice(1))])), test(choices, .has(.none, of: [literal(.choice(1))])),
      test(yesNo, .compares(.less, numbers[0])), test(yesNo, .compares(.atMost, numbers[0])),
      test(yesNo, .compares(.equal, numbers[0])), test(yesNo, .compares(.atLeast, numbers[0])),
      test(yesNo, .compares(.more, numbers[0])), test(yesNo, .compares(.more, numbers[1])),
      test(yesNo, .compares(.more, days[1])), test(yesNo, .compares(.more, days[0])),
      test(yesNo, .between(numbers[0], numbers[1])), test(yesNo, .between(numbers[0], numbers[2])),
      test(yesNo, .between(numbers[1], numbers[2])))
  }

  private mutating func changeScores() {
    func score(_ test: ScoreTest, _ score: Int = 0) -> Condition { .score(ScoreID(score), test, .none) }
    let numbers = [0, 1, 2].map { Literal(.number(Number($0))) }
    change(
      \.facts[0].condition, score(.isUnsure, 1), score(.isUnsure), score(.compares(.less, numbers[0])),
      score(.compares(.more, numbers[0])), score(.compares(.more, numbers[1])), score(.between(numbers[0], numbers[1])),
      score(.between(numbers[0], numbers[2])), score(.between(numbers[1], numbers[2])))
    change(\.scores[0].name, "renamed")
    change(\.scores[0].form, .percentOfAnswered, .sum)
    let questions = [QuestionReference(QuestionID(0)), QuestionReference(QuestionID(1))]
    change(
      \.scores[0].items, [], [.points(Number(1), if: .always, .none)], [.points(Number(2), if: .always, .none)],
      [.points(Number(2), if: .never, .none)], [.add(.question(QuestionID(0)), times: Number(1), .none)],
      [.add(.question(QuestionID(1)), times: Number(1), .none)],
      [.add(.question(QuestionID(1)), times: Number(2), .none)],
      [.add(.score(ScoreID(1)), times: Number(2), .none)], [.add(.score(ScoreID(0)), times: Number(2), .none)],
      [.each(Number(1), of: [questions[0]], .none)], [.each(Number(2), of: [questions[0]], .none)],
      [.each(Number(2), of: [questions[1]], .none)], [.each(Number(2), of: questions, .none)])
  }

  // MARK: Sections

  private mutating func changeSections() {
    change(\.sections[1].name, "renamed")
    let (one, two) = (SectionID(0), SectionID(1))
    func step(_ action: Step.Action, if condition: Condition? = nil) -> [Step] { [Step(action, if: condition)] }
    func branch(if condition: Condition? = nil, to target: Branch.Target, because: String? = nil) -> [Step] {
      step(.decide([Branch(if: condition, to: target, because: because)]))
    }
    let ask = QuestionID(yesNo), other = QuestionID(number)
    change(
      \.sections[1].steps, [], step(.say("x")), step(.say("y")), step(.say("y"), if: .always),
      step(.say("y"), if: .never), step(.say("y")), step(.go(one)), step(.go(two)), step(.ask(ask, then: [])),
      step(.ask(other, then: [])), step(.ask(other, then: [Branch(to: .section(one))])),
      step(.ask(other, then: [Branch(to: .section(two))])), step(.decide([])), branch(to: .section(one)),
      branch(to: .section(two)), branch(to: .outcome(OutcomeID(0))), branch(to: .outcome(OutcomeID(1))),
      branch(if: .always, to: .section(two)), branch(if: .never, to: .section(two)),
      branch(to: .section(two), because: "x"), branch(to: .section(two), because: "y"),
      base.sections[1].steps + step(.say("x")), step(.say("x")) + base.sections[1].steps)
  }

  // MARK: Outcomes and stretches

  private mutating func changeOutcomes() {
    change(\.outcomes[1].name, "renamed")
    change(\.outcomes[1].level, nil, LevelID(0), LevelID(1))
    change(\.outcomes[1].title, "x")
    change(\.outcomes[1].say, "x")
    change(\.outcomes[1].titleForOther, "x", nil)
    change(\.outcomes[1].sayForOther, "x", nil)
    change(\.outcomes[1].review, nil, Minutes(1), Minutes(2))
    change(\.outcomes[1].watchFor, [], [QuestionReference(QuestionID(0))], [QuestionReference(QuestionID(1))])
    change(\.outcomes[1].sources, [], [SourceID(0)])
    change(\.outcomes[1].was, "x", nil)
    change(
      \.outcomes[1].refer, nil, Referral(to: ProviderID(1)), Referral(to: ProviderID(0)),
      Referral(to: ProviderID(0), within: Minutes(1)),
      Referral(to: ProviderID(0), within: Minutes(2)))
    func list(_ use: StretchList.Use, if condition: Condition? = nil, atMost: Int? = nil) -> StretchList {
      StretchList([StretchList.Entry(use, if: condition)], atMost: atMost)
    }
    let (one, two) = (StretchID(0), StretchID(1))
    change(
      \.outcomes[1].stretches, StretchList(), StretchList(atMost: 1), StretchList(atMost: 2), list(.stretch(one)),
      list(.stretch(two)), list(.stretch(two), if: .always), list(.stretch(two), if: .never), list(.stretch(two)),
      list(.firstOf([one])),
      list(.firstOf([one, two])), list(.firstOf([two, one])), list(.programme(ProgrammeID(0))),
      list(.programme(ProgrammeID(1))))
    change(\.programmes[0].name, "renamed")
    change(\.programmes[0].list, StretchList(), list(.stretch(one)), list(.stretch(two)))
  }

  private mutating func changeStretches() {
    change(\.stretches[1].name, "renamed")
    change(\.stretches[1].sources, [], [SourceID(0)])
    change(\.stretches[1].was, "x", nil)
    change(
      \.stretches[1].avoid, [], [.fact(FactID(0), .none)], [.fact(FactID(1), .none)],
      [.question(QuestionID(0), .none)], [.question(QuestionID(1), .none)])
    change(\.stretchingRules[0].text, "x")
    change(\.stretchingRules[0].sources, [], [SourceID(0)])
    change(\.stretchingRules, base.stretchingRules.reversed(), [])
    change(\.stretches[1].card.title, "x")
    change(\.stretches[1].card.purpose, "x", nil)
    change(\.stretches[1].card.helps, [], ["x"], ["x", "y"])
    change(\.stretches[1].card.difficulty, 4, 5, nil)
    change(\.stretches[1].card.setup, "x", nil)
    change(\.stretches[1].card.steps, [], ["x"], ["x", "y"], ["y", "x"], ["xy"])
    change(\.stretches[1].card.progress, "x", nil)
    change(\.stretches[1].card.stopIf, "x", nil)
    change(\.stretches[1].card.figure, "x", nil)
    var held = Stretch.Dose(), repeated = Stretch.Dose(), each = Stretch.Dose(), both = Stretch.Dose()
    var daily = Stretch.Dose()
    held.hold = 7
    repeated.repeats = 7
    each.sides = .each
    both.sides = .both
    daily.perDay = 7
    change(
      \.stretches[1].card.dose,
      Stretch.Dose(), held, Stretch.Dose(), repeated, Stretch.Dose(), each, both, Stretch.Dose(), daily, nil)
  }

  // MARK: Alarms and guarantees

  private mutating func changeAlarms() {
    change(\.alarms[0].name, "renamed")
    change(\.alarms[0].hears, [], ["x"], ["x", "y"], ["{one}"], ["{two}", "{one}"])
    let groups = base.wordGroups.count
    change(\.wordGroups[groups - 2].name, "renamed")
    change(\.wordGroups[groups - 2].words, ["b"], ["b", "c"])
    change(\.wordGroups[groups - 1].words, ["b"], ["b", "c"])
    change(\.wordGroups, [])
    change(\.alarms[0].asks, [], [QuestionReference(QuestionID(0))], [QuestionReference(QuestionID(1))])
    change(\.alarms[0].condition, nil, .always, .never)
    change(\.alarms[0].end, OutcomeID(0), OutcomeID(1))
    change(\.alarms, base.alarms.reversed(), [])
  }

  private mutating func changeGuarantees() {
    change(\.guarantees, base.guarantees.reversed(), [])
    change(\.guarantees[0].name, "x")
    let (low, high) = (LevelID(0), LevelID(1))
    change(
      \.guarantees[0].premise, nil, .patient(.always), .patient(.never), .level(.exactly(low)), .level(.exactly(high)),
      .level(.atLeast(high)), .level(.atLeast(low)), .level(.atMost(low)), .level(.atMost(high)))
    let (one, two) = (QuestionID(0), QuestionID(1))
    change(
      \.guarantees[0].claim, .patient(.always), .patient(.never), .level(.exactly(low)), .level(.exactly(high)),
      .ends(in: []), .ends(in: [OutcomeID(0)]), .ends(in: [OutcomeID(1)]), .offersNothing,
      .neverOffers([StretchID(0)]), .neverOffers([StretchID(1)]), .neverAsks([one]), .neverAsks([two]),
      .asks(one, within: 1), .asks(one, within: 2), .asks(two, within: 2), .asksBefore(one, two), .asksBefore(two, two),
      .asksBefore(two, one), .asksBeforeOffering(one), .asksBeforeOffering(two), .offersOnlyAfter(StretchID(0), one),
      .offersOnlyAfter(StretchID(1), one), .offersOnlyAfter(StretchID(1), two), .neverRaised(by: [one]),
      .neverRaised(by: [two]))
  }

  // MARK: Sources and providers

  private mutating func changeSources() {
    change(\.sources[0].name, "renamed")
    change(\.sources[0].title, "x")
    change(\.sources[0].publisher, "x", nil)
    change(\.sources[0].year, 1, nil)
    change(\.sources[0].url, "x", nil)
    change(\.providers[0].name, "renamed")
    change(\.providers[0].role, "x")
    change(\.providers[0].person, "x", nil)
    change(\.providers[0].phone, "x", nil)
    change(\.providers[0].address, "x", nil)
    change(\.providers[0].hours, "x", nil)
    change(\.providers[0].page, "x", nil)
  }
}
