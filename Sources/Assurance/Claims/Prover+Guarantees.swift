import Triage

extension Prover {
  /// Whether a guarantee of the tree holds.
  func proof(ofGuarantee number: Int) -> Proof {
    Proof(subject: .guarantee(number), verdict: verdict(ofGuarantee: number))
  }

  private func verdict(ofGuarantee number: Int) -> Proof.Verdict {
    let guarantee = grammar.guarantees[number]
    let premise = conditions[number].premise ?? diagrams.always
    switch meets(guarantee, premise) {
    case .some(false): return .empty
    case .none: return .notProven
    case .some(true): break
    }
    switch guarantee.claim {
    case .patient: return verdict(onPatients: guarantee, diagrams.and(premise, diagrams.not(conditions[number].claim!)))
    case .level, .ends, .offersNothing, .neverOffers: return verdict(onEnds: guarantee, premise)
    case .neverRaised(let questions): return verdict(neverRaisedBy: questions, guarantee, premise)
    case .neverAsks, .asks, .asksBefore, .asksBeforeOffering, .offersOnlyAfter:
      return verdict(onQuestions: guarantee, premise)
    }
  }

  /// Whether any patient meets a guarantee's `if`; nil where that is not known.
  private func meets(_ guarantee: Guarantee, _ premise: Diagrams.Ref) -> Bool? {
    guard case .level = guarantee.premise else { return model.canHold(premise) }
    let isHeard = grammar.alarms.ids.contains { alarm in
      asksSomething && isMeant(grammar.alarms[alarm].end, by: guarantee)
        && model.canHold(alarms[alarm.position])
    }
    if isHeard { return true }
    let goal = Goal(premise: diagrams.always, target: .end(ends { self.isMeant($0, by: guarantee) ? .yes : .no }))
    return switch quickSearch(goal) {
    case .nobody: false
    case .somebody: true
    case .unknown: nil
    }
  }

  // MARK: Claims

  /// A claim about the answers alone; with a level as its premise, about those of patients who end there.
  private func verdict(onPatients guarantee: Guarantee, _ broken: Diagrams.Ref) -> Proof.Verdict {
    if case .level = guarantee.premise {
      return firstBroken(Goal(premise: broken, target: .end(ends { self.isMeant($0, by: guarantee) ? .yes : .no })))
    }
    guard let answers = model.answers(making: broken) else { return .holds }
    return .broken(counterexample(answers))
  }

  private func verdict(onEnds guarantee: Guarantee, _ premise: Diagrams.Ref) -> Proof.Verdict {
    let ends = ends { outcome in
      guard self.isMeant(outcome, by: guarantee) else { return .no }
      switch guarantee.claim {
      case .level(let test): return test.holds(for: self.grammar.outcomes[outcome].level) ? .no : .yes
      case .ends(let allowed): return allowed.contains(outcome) ? .no : .yes
      case .neverOffers(let stretches): return self.judged(.offersAny(stretches), in: outcome)
      default: return self.judged(.offersSomething, in: outcome)
      }
    }
    return firstBroken(Goal(premise: premise, target: .end(ends), closings: closings(ends)))
  }

  /// A claim that is broken where a question is not asked, though it applies; or is.
  private func verdict(onQuestions guarantee: Guarantee, _ premise: Diagrams.Ref) -> Proof.Verdict {
    let wanted = guarantee.questionToAsk
    let broken = wanted.map { diagrams.and(premise, model.applies($0)) } ?? premise
    var goal = Goal(premise: broken, without: wanted, target: .everything)
    if case .level = guarantee.premise, !guarantee.isAboutOffers {
      goal.afterwards = model.outcomes.map { self.isMeant($0, by: guarantee) }
    }
    switch guarantee.claim {
    case .neverAsks(let questions): goal.target = .question(Set(questions))
    case .asks(_, let most): goal.target = .questions(most, orEnd: true)
    case .asksBefore(_, let later): goal.target = .question([later])
    default:
      let ends = ends { outcome in
        guard self.isMeant(outcome, by: guarantee) else { return .no }
        if case .offersOnlyAfter(let stretch, _) = guarantee.claim {
          return self.judged(.offersAny([stretch]), in: outcome)
        }
        return self.judged(.offersSomething, in: outcome)
      }
      goal.target = .end(ends)
      goal.closings = closings(ends)
    }
    return verdict(onQuestions: guarantee, goal)
  }

  /// By decision, or by an alarm that ends the session of somebody who was asked too much before, or something else
  /// first: whichever takes fewer questions.
  private func verdict(onQuestions guarantee: Guarantee, _ goal: Goal) -> Proof.Verdict {
    var breaches: [(found: Found, alarm: AlarmID?)] = []
    var isKnown = true
    func note(_ result: SearchResult, hearing alarm: AlarmID? = nil) {
      switch result {
      case .nobody: break
      case .unknown: isKnown = false
      case .somebody(let found): breaches.append((found, alarm))
      }
    }
    note(search(goal))
    for alarm in grammar.alarms.ids where goal.afterwards != nil && asksSomething {
      guard isMeant(grammar.alarms[alarm].end, by: guarantee), breaches.isEmpty || examplesLeft > 0 else { continue }
      note(search(self.goal(goal, before: alarm)), hearing: alarm)
    }
    let fewest = breaches.min { $0.found.conversation.count < $1.found.conversation.count }
    guard let fewest else { return isKnown ? .holds : .notProven }
    guard let alarm = fewest.alarm else { return .broken(counterexample(fewest.found)) }
    return .broken(counterexample(fewest.found, hearing: alarm, isAtOnce: false))
  }

  /// The same for those who end by an alarm: its end is none that a claim about order forbids.
  private func goal(_ goal: Goal, before alarm: AlarmID) -> Goal {
    var goal = goal
    goal.afterwards = nil
    goal.premise = diagrams.and(goal.premise, alarms[alarm.position])
    if case .questions(let most, _) = goal.target { goal.target = .questions(most, orEnd: false) }
    return goal
  }

  /// By level: nobody below it comes to it by other answers to these questions.
  private func verdict(
    neverRaisedBy questions: [QuestionID], _ guarantee: Guarantee, _ premise: Diagrams.Ref
  ) -> Proof.Verdict {
    let differences = Dictionary(questions.map { ($0.position, Goal.Difference.any) }) { one, _ in one }
    for level in grammar.levels.ids.dropFirst() {
      let below = model.outcomes.map { outcome in
        self.isMeant(outcome, by: guarantee) && grammar.outcomes[outcome].level.map { $0 < level } ?? false
      }
      let above = grammar.outcomes.map { $0.level.map { $0 >= level } ?? false }
      let parting = Parting(model, first: below, second: above)
      let found = search(Goal(premise: premise, target: .apart(parting, by: differences)))
      if case .nobody = found { continue }
      return verdict(found)
    }
    return .holds
  }

  // MARK: Ends

  /// By outcome: what its being reached means.
  func ends(_ end: (OutcomeID) -> Goal.End) -> [Goal.End] { model.outcomes.map(end) }

  /// Whether a guarantee whose `if` is about the level speaks of those who end in an outcome.
  private func isMeant(_ outcome: OutcomeID, by guarantee: Guarantee) -> Bool {
    guard case .level(let test) = guarantee.premise else { return true }
    return test.holds(for: grammar.outcomes[outcome].level)
  }

  /// Looks for somebody who reaches a goal by decision or by an alarm.
  func firstBroken(_ goal: Goal) -> Proof.Verdict {
    guard case .end(let ends) = goal.target else { return verdict(search(goal)) }
    var isKnown = true
    for alarm in grammar.alarms.ids where asksSomething {
      let outcome = grammar.alarms[alarm].end
      let judged = ends[outcome.position]
      if judged == .no { continue }
      guard let answers = model.answers(making: diagrams.and(goal.premise, alarms[alarm.position])) else { continue }
      // What an alarm's outcome offers depends on when it is heard, and is not looked through.
      guard judged == .yes else { isKnown = false; continue }
      return .broken(counterexample(answers, hearing: alarm))
    }
    let found = verdict(search(goal))
    if case .holds = found, !isKnown { return .notProven }
    return found
  }
}

extension Guarantee {
  fileprivate var isAboutOffers: Bool {
    switch claim {
    case .asksBeforeOffering, .offersOnlyAfter: true
    default: false
    }
  }
}

extension Guarantee.LevelTest {
  /// Whether an outcome's level is meant; one without a level never is.
  func holds(for level: LevelID?) -> Bool {
    guard let level else { return false }
    return switch self {
    case .exactly(let wanted): level == wanted
    case .atLeast(let wanted): level >= wanted
    case .atMost(let wanted): level <= wanted
    }
  }
}
