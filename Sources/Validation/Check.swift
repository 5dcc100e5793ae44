import Triage

/// Finds everything that is wrong with a grammar.
struct Check {
  let grammar: Grammar
  let reading: Reading
  var problems: [Problem] = []

  static func problems(of grammar: Grammar) -> [Problem] {
    var check = Check(grammar: grammar, reading: Reading(grammar))
    check.checkNames()
    grammar.questions.ids.forEach { check.check($0) }
    grammar.facts.forEach { check.check($0.condition) }
    check.checkScores()
    check.checkOutcomes()
    grammar.alarms.ids.forEach { check.check($0) }
    grammar.guarantees.forEach { check.check($0) }
    if let condition = grammar.onBehalf { check.check(condition) }
    check.checkSections()
    return check.problems
  }

  mutating func report(_ kind: Problem.Kind, _ part: PartID) { problems.append(Problem(kind, at: part)) }

  private mutating func checkNames() {
    for circle in reading.circles { report(.circleOfNames(circle), part(of: circle[0])) }
    for name in reading.tooDeep { report(.namesTooDeep(limit: Reading.deepest), part(of: name)) }
  }

  private func part(of name: Problem.NameReference) -> PartID {
    switch name {
    case .fact(let fact): grammar.facts[fact].part
    case .score(let score): grammar.scores[score].part
    case .question(let question): grammar.questions[question].part
    }
  }

  // MARK: Outcomes, alarms, guarantees

  private mutating func checkOutcomes() {
    for outcome in grammar.outcomes { check(outcome.stretches, mayUseProgrammes: true) }
    for programme in grammar.programmes { check(programme.list, mayUseProgrammes: false) }
    for avoid in grammar.stretches.lazy.flatMap(\.avoid) {
      if case .question(let question, let part) = avoid, grammar.questions[question].kind != .yesNo {
        report(.avoidsNoYesNo(question), part)
      }
    }
  }

  private mutating func check(_ list: StretchList, mayUseProgrammes: Bool) {
    if let cap = list.atMost, cap < 1 { report(.capNotPositive, list.entries.first?.part ?? .none) }
    for entry in list.entries {
      if let condition = entry.condition { checkDecision(condition) }
      if case .programme(let programme) = entry.use, !mayUseProgrammes {
        report(.programmeInProgramme(programme), entry.part)
      }
    }
  }

  private mutating func check(_ alarm: AlarmID) {
    let checked = grammar.alarms[alarm]
    let highest = LevelID(grammar.levels.count - 1)
    if grammar.outcomes[checked.end].level != highest {
      report(.alarmBelowHighest(alarm, highest: highest), checked.part)
    }
    guard let condition = checked.condition else { return }
    if checked.asks.isEmpty { report(.alarmWithoutQuestions(alarm), checked.part) }
    checkDecision(condition)
    let asked = Set(checked.asks.map(\.question))
    var strangers: [Problem] = []
    reading.forEachRead(in: condition) { read in
      guard !asked.contains(read.question) else { return }
      strangers.append(Problem(.alarmUsesUnasked(alarm, read.question), at: read.part, readAt: read.origin))
    }
    if !checked.asks.isEmpty { problems += strangers }
  }

  private mutating func check(_ guarantee: Guarantee) {
    if case .patient(let condition) = guarantee.premise { checkDecision(condition) }
    if case .patient(let condition) = guarantee.claim { checkDecision(condition) }
  }
}
