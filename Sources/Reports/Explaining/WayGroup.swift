import Assurance
import Triage

/// Ways that lead to outcomes of one level, in the order in which people are told of them.
struct WayGroup: Equatable {
  /// Nil for outcomes that are outside.
  var level: LevelID?
  /// Each with at least one way. All of a set have the same changes; what is newly asked tells them apart.
  var sets: [[WhyNot.Way]]

  /// People are shown so many sets of changes of each level.
  static let mostShown = 5

  var shown: ArraySlice<[WhyNot.Way]> { sets.prefix(Self.mostShown) }
  var more: Int { sets.count - shown.count }

  /// By level, the highest first. Within a level first what leads there by itself, without anything newly asked; and of
  /// those that change the same questions one each, before any of them has a second.
  static func groups(of ways: [WhyNot.Way], _ grammar: Grammar) -> [WayGroup] {
    let levels = grammar.levels.ids.reversed().map { $0 as LevelID? } + [nil]
    return levels.compactMap { level in
      let sets = sets(of: ways.filter { grammar.outcomes[$0.outcome].level == level })
      return sets.isEmpty ? nil : WayGroup(level: level, sets: inOrder(sets))
    }
  }

  /// Neighbours with the same changes.
  private static func sets(of ways: [WhyNot.Way]) -> [[WhyNot.Way]] {
    ways.reduce(into: []) { sets, way in
      if sets.last?[0].changes == way.changes {
        sets[sets.count - 1].append(way)
      } else {
        sets.append([way])
      }
    }
  }

  private static func inOrder(_ sets: [[WhyNot.Way]]) -> [[WhyNot.Way]] {
    var counts: [Kind: Int] = [:]
    let ranked = sets.enumerated().map { place, set in
      let kind = Kind(asked: set.map(\.then.count).min() ?? 0, changed: set[0].changes.map(\.question))
      defer { counts[kind, default: 0] += 1 }
      return (set: set, rank: (kind.asked, counts[kind, default: 0], place))
    }
    return ranked.sorted { $0.rank < $1.rank }.map(\.set)
  }

  private struct Kind: Hashable {
    /// The fewest questions newly asked.
    var asked: Int
    var changed: [QuestionID]
  }
}
