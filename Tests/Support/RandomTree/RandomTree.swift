import Triage

/// Random trees that are valid, in which every construct of the format occurs.
///
/// First come the questions and the graph of steps, every condition still a blank (`always`). Then it is known which
/// questions have been asked where, and the blanks are filled with conditions over those. Facts and scores are written
/// when a condition has a use for one.
public struct RandomTree {
  var random: RandomSource
  var grammar: Grammar
  let size: Size
  private var lastMark: Int32 = 0

  /// The tree of a seed.
  public static func grammar(seed: UInt64, size: Size = .any) -> Grammar {
    var tree = RandomTree(seed: seed, size: size)
    tree.grow()
    return tree.grammar
  }

  private init(seed: UInt64, size: Size) {
    random = RandomSource(seed: seed)
    self.size = size
    grammar = Grammar(
      id: "random-\(seed)", title: "Random", version: "1", language: "en", levels: [], start: SectionID(0),
      stuck: OutcomeID(0))
  }

  private mutating func grow() {
    growQuestions()
    growOutcomes()
    growSections()
    growAlarms()
    growStretches()
    let asked = CertainlyAsked(grammar)
    fillQuestions(asked)
    fillSections(asked)
    fillOffers(asked)
    fillAlarms()
    growGuarantees()
    if random.chance(30) { grammar.onBehalf = condition(over: grammar.questions.ids) }
  }

  /// A mark that no other part of the tree has.
  mutating func mark() -> PartID {
    lastMark += 1
    return PartID(lastMark)
  }
}

extension Condition {
  /// A condition that is still to be written.
  static let blank = Condition.always
}

extension RandomTree {
  private mutating func growOutcomes() {
    grammar.levels = (0..<random.number(in: 1...4)).map { Level(name: "level\($0)") }
    grammar.outcomes = (0..<random.number(in: 2...6)).map { position in
      let level = random.chance(15) ? nil : random.pick(grammar.levels.ids)
      return Outcome(name: "outcome\(position)", part: mark(), level: level, title: "Outcome", say: "So it is.")
    }
    grammar.stuck = random.pick(grammar.outcomes.ids)
  }

  private mutating func growAlarms() {
    for position in 0..<random.number(in: 0...3) {
      var alarm = Alarm(name: "alarm\(position)", part: mark(), hears: ["help \(position)"], end: highestOutcome())
      alarm.asks = random.pick(random.number(in: 0...3), of: grammar.questions.ids).map {
        QuestionReference($0, at: mark())
      }
      grammar.alarms.append(alarm)
    }
  }

  private mutating func highestOutcome() -> OutcomeID {
    let highest = grammar.outcomes.ids.filter { grammar.outcomes[$0].level == grammar.levels.ids.last }
    if !highest.isEmpty { return random.pick(highest) }
    let name = "outcome\(grammar.outcomes.count)"
    grammar.outcomes.append(
      Outcome(name: name, part: mark(), level: grammar.levels.ids.last, title: "Highest", say: "Now."))
    return grammar.outcomes.ids.last!
  }

  private mutating func fillQuestions(_ asked: CertainlyAsked) {
    var known: [QuestionID: Set<QuestionID>] = [:]
    for section in grammar.sections.ids {
      for (step, before) in zip(grammar.sections[section].steps, asked.beforeSteps(of: section)) {
        guard case .ask(let question, _) = step.action else { continue }
        known[question] = known[question]?.intersection(before) ?? before
      }
    }
    for question in grammar.questions.ids where grammar.questions[question].applies != nil {
      // By earlier questions alone, so that no two questions apply by each other.
      let earlier = grammar.questions.ids.filter { $0 < question }
      let usable = usable(known[question] ?? []).filter { $0 < question }
      grammar.questions[question.position].applies =
        size.isProvable ? plainCondition(over: usable) : condition(over: usable, mentioning: earlier)
    }
  }

  private mutating func fillAlarms() {
    for alarm in grammar.alarms.ids where !grammar.alarms[alarm].asks.isEmpty && random.chance(80) {
      let asks = grammar.alarms[alarm].asks.map(\.question)
      grammar.alarms[alarm.position].condition = condition(over: asks, mentioning: asks)
    }
  }

  /// What a condition may use where these questions have been asked.
  func usable(_ asked: Set<QuestionID>) -> [QuestionID] {
    grammar.questions.ids.filter { asked.contains($0) || grammar.questions[$0].unasked != nil }
  }
}
