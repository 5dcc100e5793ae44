import Triage

extension Prover {
  /// Whether a more worrying answer to a red flag never gives a lower level, nor leads outside.
  func proof(ofMonotone question: QuestionID) -> Proof {
    let byDecision = order(of: question, .moreWorrying)
    guard case .holds = byDecision else { return Proof(subject: .monotone(question), verdict: byDecision) }
    return Proof(subject: .monotone(question), verdict: orderOfAlarms(question))
  }

  /// Whether "not sure" never gives a lower level than a definite answer, nor leads outside.
  ///
  /// Where the tree says why it may, no example is worked out.
  func proof(ofDoubt question: QuestionID) -> Proof {
    let isExcused = grammar.questions[question].unsureBecause != nil
    return Proof(subject: .doubt(question), verdict: order(of: question, .unsure, isShown: !isExcused))
  }

  /// Looks, for each level, for a patient who reaches it with the one answer and not with the other.
  private func order(
    of question: QuestionID, _ difference: Goal.Difference, isShown: Bool = true
  ) -> Proof.Verdict {
    for level in grammar.levels.ids {
      guard let parting = parting(at: level) else { continue }
      let goal = Goal(premise: diagrams.always, target: .apart(parting, by: [question.position: difference]))
      let found = isShown ? search(goal) : quickSearch(goal)
      if case .nobody = found { continue }
      return verdict(found)
    }
    return .holds
  }

  /// Whether no alarm ends the session of somebody and not that of somebody else whose answer is more worrying, and who
  /// comes to less than the highest level.
  private func orderOfAlarms(_ question: QuestionID) -> Proof.Verdict {
    var verdict = Proof.Verdict.holds
    for alarm in grammar.alarms.ids where grammar.alarms[alarm].asks.contains(where: { $0.question == question }) {
      switch order(of: question, hearing: alarm) {
      case .holds: continue
      case .notProven: verdict = .notProven
      case let broken: return broken
      }
    }
    return verdict
  }

  private func order(of question: QuestionID, hearing alarm: AlarmID) -> Proof.Verdict {
    let condition = alarms[alarm.position]
    let tests = model.tests[question.position] + diagrams.tests(in: condition).map { diagrams.tests[Int($0)] }
    let pairing = Pairing(model, question, model.classes(of: question, toldApartBy: tests))
    guard let pairs = pairing.pairsByWorry() else { return .notProven }
    let highest = LevelID(grammar.levels.count - 1)
    for pair in pairs {
      let (met, missed) = (rest(of: condition, question, pair.first), rest(of: condition, question, pair.second))
      var goal = Goal(
        premise: diagrams.and(met, diagrams.not(missed)),
        target: .end(ends { self.grammar.outcomes[$0].level == highest ? .no : .yes }))
      guard goal.premise != diagrams.never, asksSomething else { continue }
      goal.given = [question.position: pair.second]
      switch search(goal) {
      case .nobody: continue
      case .unknown: return .notProven
      case .somebody(var found):
        found.note(question, pair)
        return .broken(counterexample(found, hearing: alarm, isAtOnce: true))
      }
    }
    return .holds
  }

  private func rest(of condition: Diagrams.Ref, _ question: QuestionID, _ slot: Slot) -> Diagrams.Ref {
    diagrams.restrict(condition, by: diagrams.number(Move(Int32(question.position), .answer(slot))))
  }

  /// Whether nobody is offered a stretch who was not asked a question, though it applies.
  func proof(ofAskedBeforeOffering question: QuestionID) -> Proof {
    if surveyOfLongTree()?.asked.isAskedBeforeOffering(question) == true {
      return Proof(subject: .askedBeforeOffering(question), verdict: .holds)
    }
    let ends = ends { self.judged(.offersSomething, in: $0) }
    let goal = Goal(
      premise: model.applies(question), without: question, target: .end(ends), closings: closings(ends))
    return Proof(subject: .askedBeforeOffering(question), verdict: verdict(search(goal)))
  }

  /// Whether everybody who ends in an outcome is offered something.
  func proof(ofKeepingAStretch outcome: OutcomeID) -> Proof {
    let ends = ends { $0 == outcome ? self.judged(.offersNothing, in: $0) : .no }
    let goal = Goal(premise: diagrams.always, target: .end(ends), closings: closings(ends))
    return Proof(subject: .keepsStretch(outcome), verdict: verdict(search(goal)))
  }
}
