import Triage

extension Prover {
  /// Whether everything that a tree is made of is met by some patient.
  func proofsOfReach() -> [Proof] {
    // What an unfinished survey has seen is taken by somebody all the same.
    var trail = isLong ? surveyed().trail : Trail(model)
    let sections = grammar.sections.ids.map { section in
      Proof(subject: .reachesSection(section), verdict: verdict(taking: .section(section), &trail))
    }
    let branches = model.program.branches.indices.map { branch in
      Proof(subject: .takesBranch(branch), verdict: verdict(taking: .branch(branch), &trail))
    }
    let outcomes = model.outcomes.filter { $0 != grammar.stuck }.map { outcome in
      let isHeard = isReachedByAlarm(outcome)
      return Proof(
        subject: .reachesOutcome(outcome), verdict: isHeard ? .holds : verdict(taking: .outcome(outcome), &trail))
    }
    return sections + branches + outcomes + grammar.stretches.ids.map { proof(ofOffering: $0) }
  }

  /// Whether somebody takes a passage.
  ///
  /// - Parameter trail: what walks have taken so far. It is all that can be taken where every state was visited.
  private func verdict(taking passage: Passage, _ trail: inout Trail) -> Proof.Verdict {
    if trail.holds(passage) { return .holds }
    if surveyOfLongTree() != nil { return .unreached }
    return reached(search(for: passage, &trail))
  }

  private func reached(_ result: SearchResult) -> Proof.Verdict {
    switch result {
    case .nobody: .unreached
    case .somebody: .holds
    case .unknown: .notProven
    }
  }

  private func isReachedByAlarm(_ outcome: OutcomeID) -> Bool {
    asksSomething
      && grammar.alarms.ids.contains { alarm in
        grammar.alarms[alarm].end == outcome && model.canHold(alarms[alarm.position])
      }
  }

  private func proof(ofOffering stretch: StretchID) -> Proof {
    let ends = ends { self.judged(.offersAny([stretch]), in: $0) }
    let goal = Goal(premise: diagrams.always, target: .end(ends), closings: closings(ends))
    return Proof(subject: .offersStretch(stretch), verdict: reached(quickSearch(goal)))
  }
}
