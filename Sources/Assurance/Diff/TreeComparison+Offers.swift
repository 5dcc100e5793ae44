import Triage

/// Versions that ask alike and end alike, and differ only in what outcomes offer.
///
/// Then one session stands for both: who is offered something else is known from the same answers. It is looked for
/// outcome by outcome, and nobody is followed further for whom it is settled that both offers are the same.
extension TreeComparison {
  /// All who come to each outcome whose offer differs for anybody. Nil where the versions differ in something else.
  func visitsOfOffers(_ budget: inout Budget) -> [Visit]? {
    guard let pairs = outcomePairs, isWalkedAlike else { return nil }
    return pairs.compactMap { old, new in
      let change = OfferChange(model, old, new, name: name)
      return change.any == model.diagrams.never ? nil : visit(old, new, change, &budget)
    }
  }

  /// Each outcome with its counterpart; nil where one has none, or several.
  private var outcomePairs: [(OutcomeID, OutcomeID)]? {
    let all = model.grammar.outcomes.ids
    let new = Dictionary(grouping: all.filter { $0.position >= both.oldOutcomes }) { name(of: $0) }
    let pairs = all.prefix(both.oldOutcomes).map { old in (old, new[name(of: old)] ?? []) }
    guard pairs.allSatisfy({ $0.1.count == 1 }), new.count == pairs.count else { return nil }
    return pairs.map { ($0, $1[0]) }
  }

  /// Whether both versions ask every patient the same and end in the same outcome.
  private var isWalkedAlike: Bool {
    let likeness = Likeness(model, []) { self.name(of: $0) }
    let choice = model.onward[model.first]
    let version = Int32(both.version.position)
    let newVersion = Slot(value: 1 - oldVersion.value, asked: true, unsure: false)
    let (old, new) = (Move(version, .answer(oldVersion)), Move(version, .answer(newVersion)))
    return likeness.areAlike(
      model.diagrams.restrict(choice, by: model.diagrams.number(old)),
      model.diagrams.restrict(choice, by: model.diagrams.number(new)))
  }

  private func visit(_ old: OutcomeID, _ new: OutcomeID, _ change: OfferChange, _ budget: inout Budget) -> Visit {
    var goal = Goal(
      premise: model.diagrams.always, given: [both.version.position: oldVersion],
      target: .end(model.grammar.outcomes.ids.map { $0 == old ? .yes : .no }))
    goal.closings =
      [Goal.Closing(diagram: change.any, outcome: old, mustHold: true, mustFail: false)]
      + (change.single + [change.reordered]).map {
        Goal.Closing(diagram: $0, outcome: old, mustHold: false, mustFail: false)
      }
    var search = Search(model, goal, order: .byStop)
    search.comparison = Comparing(areAlike: { _, _ in false }) { [self] node in
      let (before, after) = (model.offer(of: old, to: node.first), model.offer(of: new, to: node.first))
      return verdict(on: old, before.stretches, new, after.stretches)
    }
    return Visit(search, &budget)
  }
}
