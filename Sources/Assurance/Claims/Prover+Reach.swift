import Triage

extension Prover {
  /// Whether everything that a tree is made of is met by some patient.
  func proofsOfReach() -> [Proof] {
    let survey = surveyed()
    let isOver = survey.isComplete
    func proof(_ subject: Proof.Subject, _ isReached: Bool) -> Proof {
      Proof(subject: subject, verdict: isReached ? .holds : isOver ? .unreached : .notProven)
    }
    return grammar.sections.ids.map { proof(.reachesSection($0), survey.sections[$0.position]) }
      + model.program.branches.indices.map { proof(.takesBranch($0), survey.branches[$0]) }
      + grammar.outcomes.ids.map { outcome in
        proof(.reachesOutcome(outcome), survey.outcomes[outcome.position] || isReachedOtherwise(outcome))
      }
      + grammar.stretches.ids.map { self.proof(ofOffering: $0) }
  }

  /// By an alarm, or by who cannot answer.
  private func isReachedOtherwise(_ outcome: OutcomeID) -> Bool {
    guard asksSomething else { return false }
    let isAlarms = grammar.alarms.ids.contains { alarm in
      grammar.alarms[alarm].end == outcome && model.answers(making: alarms[alarm.position]) != nil
    }
    let survey = surveyed()
    let isStuck = grammar.questions.ids.contains {
      grammar.questions[$0].asksAgain && survey.mostBefore[$0.position] != nil
    }
    return isAlarms || outcome == grammar.stuck && isStuck
  }

  private func proof(ofOffering stretch: StretchID) -> Proof {
    let ends = ends { self.judged(.offersAny([stretch]), in: $0) }
    let goal = Goal(premise: diagrams.always, target: .end(ends), closings: closings(ends))
    let verdict: Proof.Verdict =
      switch quickSearch(goal) {
      case .nobody: .unreached
      case .somebody: .holds
      case .unknown: .notProven
      }
    return Proof(subject: .offersStretch(stretch), verdict: verdict)
  }
}
