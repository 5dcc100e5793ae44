import Triage

/// Who ends in the same outcome as before, and is offered something else there.
///
/// Where the same was asked, as far as the old list reads it, both offers follow from the answers of the new session. So
/// they are looked for outcome by outcome, and two sessions are left as soon as both offers are known to be the same.
extension TreeComparison {
  /// An outcome in both versions.
  struct OutcomePair {
    var old: OutcomeID
    var new: OutcomeID
  }

  /// Every outcome that both versions have, where the name tells which is which.
  var outcomePairs: [OutcomePair] {
    let groups = Dictionary(grouping: model.grammar.outcomes.ids) { name(of: $0) }
    return groups.values.compactMap { group in
      guard group.count == 2, isOld(group[0]), !isOld(group[1]) else { return nil }
      return OutcomePair(old: group[0], new: group[1])
    }.sorted { $0.old < $1.old }
  }

  func isOld(_ outcome: OutcomeID) -> Bool { outcome.position < both.oldOutcomes }

  /// Whether every question that the old list reads is one to both versions.
  func isReadAlike(_ pair: OutcomePair) -> Bool {
    conditions(of: pair.old).allSatisfy { condition in
      model.questions(in: condition).allSatisfy { both.twins[Int($0)] == nil && !both.unsure.keys.contains(Int($0)) }
    }
  }

  /// All who come to the outcome in both versions and are offered something else; nil where nobody can be.
  func visit(_ pair: OutcomePair, _ budget: inout Budget) -> Visit? {
    let change = OfferChange(model, pair.old, pair.new, name: name)
    guard change.any != model.diagrams.never else { return nil }
    let outcomes = model.grammar.outcomes.ids
    let parting = Parting(model, first: outcomes.map { $0 == pair.old }, second: outcomes.map { $0 == pair.new })
    let closings =
      [Goal.Closing(diagram: change.any, outcome: pair.new, mustHold: true, mustFail: false)]
      + (change.single + [change.reordered]).map {
        Goal.Closing(diagram: $0, outcome: pair.new, mustHold: false, mustFail: false)
      }
    let comparing = Comparing(areAlike: { _, _ in false }) { [self] node in
      // Of the old session's answers nothing was kept: they are the same.
      let (before, after) = (model.offer(of: pair.old, to: node.second!), model.offer(of: pair.new, to: node.second!))
      return verdict(on: pair, before.stretches, after.stretches)
    }
    return Visit(search(parting, closings, comparing), &budget)
  }

  /// What two offers of one outcome come to.
  func verdict(on pair: OutcomePair, _ before: [StretchID], _ after: [StretchID]) -> Comparing.Verdict {
    let (was, now) = (before.map(name), after.map(name))
    if was == now { return .same }
    return .otherwise(
      Comparing.Ending(
        old: pair.old, new: pair.new, noLonger: before.filter { !now.contains(name(of: $0)) }.sorted(),
        newly: after.filter { !was.contains(name(of: $0)) }.sorted()))
  }
}
