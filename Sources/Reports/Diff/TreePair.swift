import Assurance
import TreeFile
import Triage

/// Two versions of a tree, and which of their parts are the same.
struct TreePair {
  let oldTree: Tree
  let newTree: Tree

  var old: Grammar { oldTree.grammar }
  var new: Grammar { newTree.grammar }

  init(_ old: Tree, _ new: Tree) { (oldTree, newTree) = (old, new) }

  // MARK: Levels

  func move(from before: OutcomeID, to after: OutcomeID) -> LevelMove {
    let (one, other) = (old.outcomes[before].level, new.outcomes[after].level)
    return LevelMove(
      old: old.levelName(of: before), new: new.levelName(of: after), direction: direction(from: one, to: other))
  }

  /// In doubt lower: where one of the lists of levels says so.
  private func direction(from before: LevelID?, to after: LevelID?) -> LevelMove.Direction {
    switch (before, after) {
    case (nil, nil): return .same
    case (_?, nil): return .lowered
    case (nil, _?): return .raised
    case (let before?, let after?):
      if counterpart(of: after) == before.position && isSameOrder { return .same }
      let inNew = new.levels.firstIndex { $0.name == old.levels[before].name || $0.was == old.levels[before].name }
      let pairs: [(Int?, Int?)] = [(inNew, after.position), (before.position, counterpart(of: after))]
      let known = pairs.compactMap { one, other -> (Int, Int)? in one.flatMap { one in other.map { (one, $0) } } }
      let compared = known.isEmpty ? [(before.position, after.position)] : known
      if compared.contains(where: { $1 < $0 }) { return .lowered }
      return compared.contains { $1 > $0 } ? .raised : .same
    }
  }

  /// The position among the old levels of one of the new.
  private func counterpart(of level: LevelID) -> Int? {
    old.levels.firstIndex { $0.name == new.levels[level].name || $0.name == new.levels[level].was }
  }

  private var isSameOrder: Bool { new.levels.ids.map { counterpart(of: $0) } == old.levels.indices.map { $0 } }

  var levelChange: TreeDiff.LevelChange? {
    guard !isSameOrder else { return nil }
    return TreeDiff.LevelChange(old: old.levels.map(\.name), new: new.levels.map(\.name))
  }

  // MARK: Outcomes and stretches

  func isSame(_ before: OutcomeID, _ after: OutcomeID) -> Bool {
    let (one, other) = (old.outcomes[before], new.outcomes[after])
    return one.name == other.name || one.name == other.was
  }

  func outcomeMove(from before: OutcomeID, to after: OutcomeID) -> OutcomeMove {
    OutcomeMove(
      old: old.outcomes[before].name, new: new.outcomes[after].name, direction: move(from: before, to: after).direction)
  }

  var stuckMove: OutcomeMove? {
    let found = outcomeMove(from: old.stuck, to: new.stuck)
    return isSame(old.stuck, new.stuck) && found.direction == .same ? nil : found
  }

  /// What of an offer is gone, and what is new; by names, for changes that end in one outcome.
  func offers(_ change: Difference.Change) -> (noLonger: [String], newly: [String]) {
    (change.noLonger.map { old.stretches[$0].name }, change.newly.map { new.stretches[$0].name })
  }

  // MARK: Conversations

  func example(_ change: Difference.Change) -> PatientChange.Pair {
    PatientChange.Pair(
      old: Self.told(oldTree, change.oldConversation, endingIn: change.old),
      new: Self.told(newTree, change.newConversation, endingIn: change.new))
  }

  private static func told(
    _ tree: Tree, _ answers: [Event.Given], endingIn outcome: OutcomeID
  ) -> PatientChange.Conversation {
    let (grammar, retold) = (tree.grammar, Retold(tree, answers))
    return PatientChange.Conversation(
      answers: answers.map { grammar.text($0) }, outcome: grammar.outcomes[outcome].name,
      level: grammar.levelName(of: outcome),
      stretches: retold.outcome == nil ? [] : retold.session.offer.stretches.map { grammar.stretches[$0].name })
  }
}
