import Triage

extension Check {
  /// Follows every way from step to step, ignoring what conditions can hold.
  mutating func checkSections() {
    let circles = checkCircles()
    for section in grammar.sections.ids {
      if !grammar.sections[section].endsForCertain { report(.runsOff(section), grammar.sections[section].part) }
    }
    for condition in grammar.sections.lazy.flatMap(\.steps).flatMap(\.conditions) { checkDecision(condition) }
    for branches in grammar.sections.lazy.flatMap(\.steps).compactMap(\.decision) {
      if branches.last?.condition != nil || branches.isEmpty { report(.mayNotDecide, branches.last?.part ?? .none) }
    }
    if circles.circles.isEmpty { checkAsked(inOrder: circles.order.reversed().map { SectionID($0) }) }
  }

  private mutating func checkCircles() -> Dependencies {
    let dependencies = Dependencies(grammar.sections.map { section in section.targets.map(\.position) })
    for circle in dependencies.circles {
      report(.circleOfSections(circle.map { SectionID($0) }), grammar.sections[circle[0]].part)
    }
    return dependencies
  }

  /// A decision may use only what every way to it has asked, or what says what it counts as unasked.
  ///
  /// - Parameter sections: each before those that it goes to.
  private mutating func checkAsked(inOrder sections: [SectionID]) {
    var asked = AskedForCertain(grammar)
    for section in sections {
      for step in grammar.sections[section].steps { check(step, in: section, &asked) }
      asked.leave(section)
    }
    for alarm in grammar.alarms { asked.arriveWithNothing(at: alarm.end) }
    asked.arriveWithNothing(at: grammar.stuck)
    for outcome in grammar.outcomes.ids { checkEntries(of: outcome, asked) }
  }

  private mutating func check(_ step: Step, in section: SectionID, _ asked: inout AskedForCertain) {
    if let condition = step.condition { check(condition, reads: asked.before(section)) }
    switch step.action {
    case .say: break
    case .go(let target): asked.arrive(at: .section(target), from: section, with: nil)
    case .decide(let branches): check(branches, in: section, with: nil, &asked)
    case .ask(let question, let branches):
      let applies = grammar.questions[question].applies
      if let applies { check(applies, reads: asked.before(section)) }
      let certain = applies == nil ? question : nil
      check(branches, in: section, with: certain, &asked)
      if step.condition == nil, let certain { asked.ask(certain, in: section) }
    }
  }

  private mutating func check(
    _ branches: [Branch], in section: SectionID, with question: QuestionID?, _ asked: inout AskedForCertain
  ) {
    for branch in branches {
      if let condition = branch.condition { check(condition, reads: asked.before(section), or: question) }
      asked.arrive(at: branch.target, from: section, with: question)
    }
  }

  private mutating func checkEntries(of outcome: OutcomeID, _ asked: AskedForCertain) {
    guard let before = asked.before(outcome) else { return }
    for entry in grammar.outcomes[outcome].stretches.entries {
      if let condition = entry.condition { check(condition, reads: before) }
      guard case .programme(let programme) = entry.use else { continue }
      for condition in grammar.programmes[programme].list.entries.compactMap(\.condition) {
        check(condition, reads: before)
      }
    }
  }

  private mutating func check(_ condition: Condition, reads asked: QuestionSet?, or just: QuestionID? = nil) {
    guard let asked else { return }
    var unasked: [Problem] = []
    reading.forEachRead(in: condition) { read in
      guard grammar.questions[read.question].unasked == nil, read.question != just, !asked.contains(read.question)
      else { return }
      unasked.append(Problem(.notAskedBefore(read.question), at: read.part, readAt: read.origin))
    }
    problems += unasked
  }
}

extension Section {
  /// Where its steps can lead, in order; the same may stand there twice.
  var targets: [SectionID] { steps.flatMap(\.targets) }

  var endsForCertain: Bool {
    guard let last = steps.last, last.condition == nil else { return false }
    switch last.action {
    case .go, .decide: return true
    case .ask(_, let branches): return branches.contains { $0.condition == nil }
    case .say: return false
    }
  }
}

extension Step {
  var targets: [SectionID] {
    switch action {
    case .say: []
    case .go(let section): [section]
    case .ask(_, let branches), .decide(let branches): branches.compactMap(\.section)
    }
  }

  var conditions: [Condition] {
    let branches: [Branch] =
      switch action {
      case .say, .go: []
      case .ask(_, let branches), .decide(let branches): branches
      }
    return (condition.map { [$0] } ?? []) + branches.compactMap(\.condition)
  }

  var decision: [Branch]? {
    if case .decide(let branches) = action { branches } else { nil }
  }
}

extension Branch {
  var section: SectionID? {
    if case .section(let section) = target { section } else { nil }
  }
}
