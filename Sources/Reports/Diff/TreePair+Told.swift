import Assurance
import Triage

/// The changes that people read: those of one kind together, as long as the same can be said of all their patients.
extension TreePair {
  /// What has to be equal of changes that are told as one.
  private struct Kind: Hashable {
    var move: LevelMove
    var isSameOutcome: Bool
    var noLonger: [String]
    var newly: [String]
    var restsOn: [String]
  }

  /// Changes that are told as one, and what is common to their patients.
  private struct Cluster {
    var changes: [Difference.Change]
    var common: Difference.Patients
  }

  /// The lowered levels first, then raised ones, then the rest; behind them in the same order what is not certain.
  func told(_ changes: [Difference.Change]) -> [PatientChange] {
    var order: [Kind] = []
    var clusters: [Kind: [Cluster]] = [:]
    let alone = changesAlone(changes)
    for change in changes {
      let kind = kind(of: change, besides: alone)
      if clusters[kind] == nil { order.append(kind) }
      add(change, to: &clusters[kind, default: []])
    }
    let ranks: [LevelMove.Direction] = [.lowered, .raised, .same]
    return [true, false].flatMap { isCertain in
      ranks.flatMap { rank in
        order.filter { $0.move.direction == rank && $0.restsOn.isEmpty == isCertain }.flatMap { kind in
          clusters[kind]!.map { change($0, kind) }
        }
      }
    }
  }

  /// Changes of an offer by which something only came to it, or only went.
  private func changesAlone(_ changes: [Difference.Change]) -> Set<Kind> {
    Set(changes.map { kind(of: $0) }.filter { $0.isSameOutcome && ($0.noLonger.isEmpty || $0.newly.isEmpty) })
  }

  private func kind(of change: Difference.Change) -> Kind {
    let offers = offers(change)
    return Kind(
      move: move(from: change.old, to: change.new),
      isSameOutcome: isSame(change.old, change.new), noLonger: offers.noLonger, newly: offers.newly,
      restsOn: change.restsOn.map { new.questions[$0].name })
  }

  /// The kind of a change. What comes to an offer, or goes, may make others go or come, since only so many are offered:
  /// that is the same kind.
  private func kind(of change: Difference.Change, besides alone: Set<Kind>) -> Kind {
    let kind = kind(of: change)
    var (came, went) = (kind, kind)
    (came.noLonger, went.newly) = ([], [])
    if !kind.newly.isEmpty, alone.contains(came) { return came }
    return !kind.noLonger.isEmpty && alone.contains(went) ? went : kind
  }

  /// What of an offer went or came beside what is common to a kind, for some of them.
  private func exchanged(_ changes: [Difference.Change], _ kind: Kind) -> [String] {
    let all = changes.map { offers($0) }.flatMap { $0.noLonger + $0.newly }
    return Set(all).subtracting(kind.noLonger + kind.newly).sorted()
  }

  /// To the first that still says something of everybody with it.
  private func add(_ change: Difference.Change, to clusters: inout [Cluster]) {
    for number in clusters.indices {
      let common = clusters[number].common.joined(with: change.common)
      let isTelling = common.answers.contains { !words(for: $0).isOrdinary && !words(for: $0).isEverything }
      guard isTelling, mayJoin(change, to: clusters[number].changes) else { continue }
      clusters[number].changes.append(change)
      clusters[number].common = common
      return
    }
    clusters.append(Cluster(changes: [change], common: change.common))
  }

  /// Whether a change can be told with others of its kind. The same change of an offer is one, whatever the outcome.
  private func mayJoin(_ change: Difference.Change, to others: [Difference.Change]) -> Bool {
    let kind = kind(of: change)
    let isOfOffer = kind.isSameOutcome && !(kind.noLonger.isEmpty && kind.newly.isEmpty)
    return kind.move.direction != .same || isOfOffer || isAkin(change, to: others)
  }

  /// Whether all end where they did, or now end where the others do: two outcomes that change places are two changes.
  private func isAkin(_ change: Difference.Change, to others: [Difference.Change]) -> Bool {
    others.allSatisfy { $0.old == change.old }
      || others.allSatisfy { $0.new == change.new }
  }

  private func change(_ cluster: Cluster, _ kind: Kind) -> PatientChange {
    var moves: [OutcomeMove] = []
    for change in cluster.changes {
      let move = outcomeMove(from: change.old, to: change.new)
      if !moves.contains(move) { moves.append(move) }
    }
    let shortest = cluster.changes.min { $0.oldConversation.count < $1.oldConversation.count }!
    return PatientChange(
      move: kind.move, outcomes: moves, noLonger: kind.noLonger, newly: kind.newly,
      exchanged: exchanged(cluster.changes, kind), who: who(cluster),
      example: example(shortest), restsOn: kind.restsOn, count: cluster.changes.count)
  }

  private func who(_ cluster: Cluster) -> PatientChange.Who {
    let cubes = cluster.changes.flatMap(\.patients)
    if !cluster.changes.contains(where: \.isCut), cubes.count <= Difference.Patients.mostSimplified {
      let simple = Difference.Patients.simplified(cubes.map { telling($0) })
      if simple.count == 1 || (simple.count <= PatientChange.Who.mostListed && isSilent(cluster.common)) {
        return PatientChange.Who(groups: simple.map { group(of: $0) }, isExact: true)
      }
    }
    return PatientChange.Who(groups: [group(of: cluster.common)], isExact: false)
  }

  private func isSilent(_ common: Difference.Patients) -> Bool { group(of: common).conditions.isEmpty }

  /// Without the questions of which any answer does.
  private func telling(_ patients: Difference.Patients) -> Difference.Patients {
    var telling = patients
    telling.answers.removeAll { words(for: $0).isEverything }
    return telling
  }

  /// What can be said of some patients. One or two ordinary answers alone are told as they are.
  private func group(of patients: Difference.Patients) -> PatientChange.Group {
    var left = patients.answers.filter { !words(for: $0).isEverything }
    let facts = meanings(takenFrom: &left)
    let all = left.map { words(for: $0) }
    let (ordinary, notable) = (all.filter(\.isOrdinary), all.filter { !$0.isOrdinary })
    if ordinary.count <= 2 { return PatientChange.Group(conditions: facts + all.map(\.text), ordinary: []) }
    return PatientChange.Group(conditions: facts + notable.map(\.text), ordinary: ordinary.map(\.text))
  }
}
