import Triage

/// What somebody reaches, and whom an outcome leaves with nothing.
extension BruteForce {
  /// Whether everybody who ends there by decision is offered a stretch, where the outcome offers any.
  public func keepsAStretch(_ outcome: OutcomeID) -> Verdict {
    let losesAll = ways.all.contains { $0.outcome == outcome && $0.offered.isEmpty }
    return verdict(isBroken: losesAll && !grammar.outcomes[outcome].stretches.entries.isEmpty)
  }

  /// Whether somebody ends there, be it by decision, by an alarm, or because they cannot answer.
  public func outcomeReached(_ outcome: OutcomeID) -> Verdict {
    let isReached =
      sessions.contains { $0.outcome == outcome }
      || outcome == grammar.stuck && ways.all.contains { way in way.asked.contains { mayStick(at: $0) } }
    return verdict(isBroken: !isReached)
  }

  public func sectionReached(_ section: SectionID) -> Verdict {
    verdict(isBroken: !ways.all.contains { $0.sections.contains(section) })
  }

  /// Whether somebody takes a branch, by its place among those of all sections.
  public func branchTaken(_ place: Int) -> Verdict {
    let branches = grammar.sections.flatMap(\.steps).flatMap { step in
      switch step.action {
      case .ask(_, then: let branches), .decide(let branches): branches
      case .say, .go: [Branch]()
      }
    }
    let mark = branches[place].part.mark
    return verdict(isBroken: !ways.all.contains { $0.branches.contains(mark) })
  }

  /// Whether somebody is offered it who ends by decision.
  public func stretchOffered(_ stretch: StretchID) -> Verdict {
    verdict(isBroken: !ways.all.contains { $0.offered.contains(stretch) })
  }

  private func mayStick(at question: QuestionID) -> Bool { !grammar.questions[question].acceptsUnsure }
}
