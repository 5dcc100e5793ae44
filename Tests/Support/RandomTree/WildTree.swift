import Triage

/// Random trees that were valid until somebody changed a thing or two without thinking.
public struct WildTree {
  private var random: RandomSource
  private var grammar: Grammar
  /// The questions before anything was changed.
  private let questions: [Question]

  /// The tree of a seed, with so many careless changes: it may be valid or not.
  public static func grammar(seed: UInt64, changes: Int) -> Grammar {
    var tree = WildTree(seed: seed)
    for _ in 0..<changes { tree.change() }
    return tree.grammar
  }

  private init(seed: UInt64) {
    random = RandomSource(seed: ~seed)
    grammar = RandomTree.grammar(seed: seed)
    questions = grammar.questions
  }

  private mutating func change() {
    switch random.number(in: 0...11) {
    case 0: changeQuestion { $0.kind = $1.kind }
    case 1: changeQuestion { $0.unsure = $1.unsure }
    case 2: changeQuestion { $0.unasked = $1.unasked }
    case 3: changeQuestion { $0.redFlag = $1.redFlag }
    case 4: changeApplies()
    case 5: changeFact()
    case 6: changeScore()
    case 7: changeStep()
    case 8: loseStep()
    case 9: changeOffer()
    case 10: changeAlarm()
    default: changeRange()
    }
  }

  // MARK: Questions

  /// Gives a question something of another's.
  private mutating func changeQuestion(_ change: (inout Question, Question) -> Void) {
    let other = grammar.questions[random.pick(grammar.questions.ids)]
    change(&grammar.questions[random.pick(grammar.questions.ids).position], other)
  }

  private mutating func changeApplies() {
    let condition = condition()
    changeQuestion { question, _ in question.applies = condition }
  }

  private mutating func changeRange() {
    let numbers = [Number(-1_000_000_000), Number(0), Number(millionths: 1), Number(10), Number(1_000_000_000)]
    let range = NumberRange(random.pick(numbers), to: random.pick(numbers), step: random.pick(numbers))
    changeQuestion { question, _ in question.kind = .number(range) }
  }

  // MARK: Conditions

  private mutating func condition() -> Condition {
    switch random.number(in: 0...5) {
    case 0 where !grammar.facts.isEmpty: return .fact(random.pick(grammar.facts.ids), .none)
    case 1 where !grammar.scores.isEmpty: return .score(random.pick(grammar.scores.ids), scoreTest(), .none)
    case 2: return .count(.atLeast(random.number(in: -1...3)), of: [.never, condition()], .none)
    case 3: return .not(condition())
    default: return .question(random.pick(grammar.questions.ids), questionTest(), .none)
    }
  }

  private mutating func questionTest() -> QuestionTest {
    switch random.number(in: 0...5) {
    case 0: .isOne(of: random.chance(10) ? [] : [literal()])
    case 1: .isUnsure
    case 2: .wasAsked
    case 3: .has(random.pick([.any, .all, .none]), of: [literal()])
    case 4: .between(literal(), literal())
    default: .compares(random.pick([.less, .atMost, .equal, .atLeast, .more]), literal())
    }
  }

  private mutating func scoreTest() -> ScoreTest {
    random.chance(30) ? .isUnsure : .compares(random.pick([.less, .equal, .atLeast]), literal())
  }

  private mutating func literal() -> Literal {
    if random.chance(70) { return Literal(random.value(of: random.pick(questions))) }
    return Literal(random.pick([.choice(-1), .choice(40), .choices(.max), .number(-7), .days(-1), .days(1 << 40)]))
  }

  private mutating func changeFact() {
    guard !grammar.facts.isEmpty else { return }
    grammar.facts[random.pick(grammar.facts.ids).position].condition = condition()
  }

  private mutating func changeScore() {
    guard !grammar.scores.isEmpty else { return }
    let score = random.pick(grammar.scores.ids).position
    let points = random.pick([Number(-1), Number(millionths: 1), Number(1_000_000_000)])
    let addend: Score.Addend =
      random.chance(50) ? .question(random.pick(grammar.questions.ids)) : .score(random.pick(grammar.scores.ids))
    switch random.number(in: 0...3) {
    case 0: grammar.scores[score].form = .percentOfAnswered
    case 1: grammar.scores[score].items.append(.points(points, if: condition(), .none))
    case 2: grammar.scores[score].items.append(.add(addend, times: points, .none))
    default: grammar.scores[score].items = []
    }
  }

  // MARK: Sections, offers and alarms

  private mutating func changeStep() {
    let section = random.pick(grammar.sections.ids).position
    guard !grammar.sections[section].steps.isEmpty else { return }
    let step = random.number(in: 0...(grammar.sections[section].steps.count - 1))
    let branch = Branch(if: random.chance(70) ? condition() : nil, to: target())
    let action: Step.Action =
      random.chance(50) ? .decide([branch]) : .ask(random.pick(grammar.questions.ids), then: [branch])
    grammar.sections[section].steps[step] = Step(action, if: random.chance(30) ? condition() : nil)
  }

  private mutating func target() -> Branch.Target {
    random.chance(50) ? .section(random.pick(grammar.sections.ids)) : .outcome(random.pick(grammar.outcomes.ids))
  }

  private mutating func loseStep() {
    let section = random.pick(grammar.sections.ids).position
    guard !grammar.sections[section].steps.isEmpty else { return }
    grammar.sections[section].steps.remove(
      at: random.number(in: 0...(grammar.sections[section].steps.count - 1)))
  }

  private mutating func changeOffer() {
    guard !grammar.stretches.isEmpty else { return }
    let uses: [StretchList.Use] =
      [.stretch(random.pick(grammar.stretches.ids)), .firstOf([])] + grammar.programmes.ids.map { .programme($0) }
    let list = StretchList([.init(random.pick(uses), if: condition())], atMost: random.number(in: -1...2))
    if !grammar.programmes.isEmpty && random.chance(50) {
      grammar.programmes[random.pick(grammar.programmes.ids).position].list = list
    } else {
      grammar.outcomes[random.pick(grammar.outcomes.ids).position].stretches = list
    }
    grammar.stretches[random.pick(grammar.stretches.ids).position].avoid = [
      .question(random.pick(grammar.questions.ids), .none)
    ]
  }

  private mutating func changeAlarm() {
    guard !grammar.alarms.isEmpty else { return }
    let alarm = random.pick(grammar.alarms.ids).position
    grammar.alarms[alarm].end = random.pick(grammar.outcomes.ids)
    grammar.alarms[alarm].condition = condition()
  }
}
