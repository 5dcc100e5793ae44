import Triage

/// Writes down what two sessions of every patient come to, state by state, while a search visits them all.
final class Comparing {
  /// What becomes known in a state, and where it leads.
  struct Edge {
    var question: Int32
    var news: Move.News
    var end: End
  }

  enum End: Hashable {
    case state(Int)
    /// Both sessions go on alike.
    case same
    /// They end otherwise; by its number among the changes.
    case change(Int)
  }

  /// Two endings.
  struct Ending: Hashable {
    var old: OutcomeID
    var new: OutcomeID
    var oldOffer: [StretchID]
    var newOffer: [StretchID]
  }

  private(set) var edges: [Int: [Edge]] = [:]
  private(set) var endings: [Ending] = []
  /// By ending: who comes to it after the fewest questions.
  private(set) var found: [Found] = []
  private var numbers: [Ending: Int] = [:]
  /// Outcomes that the versions may offer other things in, to those who were not asked the same.
  private(set) var doubtful: Set<OutcomeID> = []
  let areAlike: (Traveller, Traveller) -> Bool
  /// What two sessions end in, and whether all that is left to them is alike.
  private let judge: (Node, Bool) -> Verdict

  enum Verdict {
    case same
    case otherwise(Ending)
    /// It depends on offers that were not looked at.
    case doubtful([OutcomeID])
  }

  init(areAlike: @escaping (Traveller, Traveller) -> Bool, judge: @escaping (Node, Bool) -> Verdict) {
    (self.areAlike, self.judge) = (areAlike, judge)
  }

  /// - Parameter next: the state that it leads to; nil where both go on alike.
  func note(_ state: Int, _ question: Int, _ news: Move.News, to next: Int?) {
    add(state, question, news, next.map(End.state) ?? .same)
  }

  func note(_ state: Int, _ question: Int, _ news: Move.News, ending node: Node, _ who: () -> Found) {
    guard case .otherwise(let ending) = judge(node, areAlike(node.first, node.second!)) else {
      return note(sameEnding: node, state, question, news)
    }
    if let number = numbers[ending] {
      let other = who()
      if other.conversation.count < found[number].conversation.count { found[number] = other }
      return add(state, question, news, .change(number))
    }
    numbers[ending] = endings.count
    add(state, question, news, .change(endings.count))
    endings.append(ending)
    found.append(who())
  }

  private func note(sameEnding node: Node, _ state: Int, _ question: Int, _ news: Move.News) {
    if case .doubtful(let outcomes) = judge(node, areAlike(node.first, node.second!)) { doubtful.formUnion(outcomes) }
    add(state, question, news, .same)
  }

  private func add(_ state: Int, _ question: Int, _ news: Move.News, _ end: End) {
    edges[state, default: []].append(Edge(question: Int32(question), news: news, end: end))
  }
}
