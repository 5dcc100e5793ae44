import Triage

/// What decides an offer, as diagrams: which patients have to be told apart, and where there is no hope any more.
///
/// Whether a patient is offered something is always the interpreter's own word.
extension Prover {
  /// How an outcome is judged; one that offers nothing to anybody needs no judging.
  func judged(_ judgement: Goal.Judgement, in outcome: OutcomeID) -> Goal.End {
    let list = grammar.outcomes[outcome].stretches
    switch judgement {
    case .offersSomething: return list.entries.isEmpty ? .no : .judged(judgement)
    case .offersNothing: return list.entries.isEmpty ? .yes : .judged(judgement)
    case .offersAny(let stretches):
      return stretches.contains { list.mayOffer($0, grammar.programmes) } ? .judged(judgement) : .no
    }
  }

  func closings(_ ends: [Goal.End]) -> [Goal.Closing] {
    zip(model.outcomes, ends).flatMap { outcome, end in
      if case .judged(let judgement) = end { closings(of: outcome, judgement) } else { [Goal.Closing]() }
    }
  }

  private func closings(of outcome: OutcomeID, _ judgement: Goal.Judgement) -> [Goal.Closing] {
    let offers = entries(of: outcome)
    switch judgement {
    case .offersNothing:
      return offers.map { Goal.Closing(diagram: $0.any, outcome: outcome, mustHold: false, mustFail: true) }
    case .offersSomething:
      let any = offers.reduce(diagrams.never) { diagrams.or($0, $1.any) }
      return [Goal.Closing(diagram: any, outcome: outcome, mustHold: true, mustFail: false)]
    case .offersAny(let stretches):
      let any = offers.reduce(diagrams.never) { diagrams.or($0, $1.offering(stretches, diagrams)) }
      let wanted = Goal.Closing(diagram: any, outcome: outcome, mustHold: true, mustFail: false)
      guard grammar.outcomes[outcome].stretches.hasCap(grammar.programmes) else { return [wanted] }
      // Under a cap everything in front counts.
      return [wanted]
        + offers.flatMap(\.conditions).map {
          Goal.Closing(diagram: $0, outcome: outcome, mustHold: false, mustFail: false)
        }
    }
  }

  /// One entry of a list, programmes taken apart.
  private struct Entry {
    var condition: Diagrams.Ref
    /// In order, each with whether it is permitted; the first that is gets offered.
    var stretches: [(stretch: StretchID, permitted: Diagrams.Ref)]
    /// Where it offers something.
    var any: Diagrams.Ref

    var conditions: [Diagrams.Ref] { [condition] + stretches.map(\.permitted) }

    /// Where it offers one of some.
    func offering(_ wanted: [StretchID], _ diagrams: Diagrams) -> Diagrams.Ref {
      var (offering, before) = (diagrams.never, condition)
      for (stretch, permitted) in stretches {
        if wanted.contains(stretch) { offering = diagrams.or(offering, diagrams.and(before, permitted)) }
        before = diagrams.and(before, diagrams.not(permitted))
      }
      return offering
    }
  }

  private func entries(of outcome: OutcomeID) -> [Entry] {
    entries(
      grammar.outcomes[outcome].stretches, model.program.outcomeEntries[outcome.position], where: diagrams.always)
  }

  private func entries(_ list: StretchList, _ units: [Int32?], where outer: Diagrams.Ref) -> [Entry] {
    zip(list.entries, units).flatMap { entry, unit in
      let condition = diagrams.and(outer, unit.map { model.condition(ofUnit: $0) } ?? diagrams.always)
      switch entry.use {
      case .stretch(let stretch): return [self.entry([stretch], condition)]
      case .firstOf(let stretches): return [self.entry(stretches, condition)]
      case .programme(let programme):
        let units = model.program.programmeEntries[programme.position]
        return entries(grammar.programmes[programme].list, units, where: condition)
      }
    }
  }

  private func entry(_ stretches: [StretchID], _ condition: Diagrams.Ref) -> Entry {
    let permitted = stretches.map { ($0, self.permitted($0)) }
    let any = permitted.reduce(diagrams.never) { diagrams.or($0, $1.1) }
    return Entry(condition: condition, stretches: permitted, any: diagrams.and(condition, any))
  }

  private func permitted(_ stretch: StretchID) -> Diagrams.Ref {
    model.program.avoids[stretch.position].reduce(diagrams.always) { permitted, caution in
      diagrams.and(permitted, diagrams.not(model.condition(ofUnit: caution.mayHold)))
    }
  }
}

extension StretchList {
  fileprivate func mayOffer(_ stretch: StretchID, _ programmes: [Programme]) -> Bool {
    entries.contains { entry in
      switch entry.use {
      case .stretch(let other): other == stretch
      case .firstOf(let others): others.contains(stretch)
      case .programme(let programme): programmes[programme].list.mayOffer(stretch, programmes)
      }
    }
  }

  fileprivate func hasCap(_ programmes: [Programme]) -> Bool {
    atMost != nil
      || entries.contains {
        if case .programme(let programme) = $0.use { programmes[programme].list.hasCap(programmes) } else { false }
      }
  }
}
