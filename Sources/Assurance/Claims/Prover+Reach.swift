import Triage

extension Prover {
  /// Whether everything that a tree is made of is met by some patient.
  func proofsOfReach() -> [Proof] {
    let passers = Passers(through: model, count: surveyOfLongTree() == nil ? mostPassers : 0)
    // Who was not met may still exist: where anything is left, every state is visited.
    func proof(_ subject: Proof.Subject, _ isMet: Bool, _ isReached: (Survey) -> Bool) -> Proof {
      if isMet || isReached(surveyed()) { return Proof(subject: subject, verdict: .holds) }
      return Proof(subject: subject, verdict: surveyed().isComplete ? .unreached : .notProven)
    }
    return grammar.sections.ids.map { section in
      proof(.reachesSection(section), passers.sections[section.position]) { $0.sections[section.position] }
    }
      + model.program.branches.indices.map { branch in
        proof(.takesBranch(branch), passers.branches[branch]) { $0.branches[branch] }
      }
      + grammar.outcomes.ids.filter { $0 != grammar.stuck }.map { outcome in
        proof(.reachesOutcome(outcome), passers.outcomes[outcome.position] || isReachedByAlarm(outcome)) {
          $0.outcomes[outcome.position]
        }
      }
      + grammar.stretches.ids.map { self.proof(ofOffering: $0) }
  }

  /// How many patients are made up by chance. So many take nearly every branch of a tree of the usual size, in far less
  /// time than a visit to every state takes; a small tree needs few, and in a long one each takes long.
  private var mostPassers: Int {
    let stops = model.stops.all.count
    return min(20 * stops * stops, 20_000_000 / max(100, stops))
  }

  private func isReachedByAlarm(_ outcome: OutcomeID) -> Bool {
    asksSomething
      && grammar.alarms.ids.contains { alarm in
        grammar.alarms[alarm].end == outcome && model.answers(making: alarms[alarm.position]) != nil
      }
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
