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

  /// Two endings, and what only one of them offers where the outcome is the same.
  struct Ending: Hashable {
    var old: OutcomeID
    var new: OutcomeID
    var noLonger: [StretchID] = []
    var newly: [StretchID] = []
  }

  private(set) var edges: [Int: [Edge]] = [:]
  private(set) var edgeCount = 0
  private(set) var endings: [Ending] = []
  /// By ending: who comes to it after the fewest questions.
  private(set) var found: [Found] = []
  private var numbers: [Ending: Int] = [:]
  /// Outcomes that the versions may offer other things in, to those who were not asked the same.
  private(set) var doubtful: Set<OutcomeID> = []
  let areAlike: (Traveller, Traveller) -> Bool
  /// What two sessions that were never alike end in.
  private let judge: (Node) -> Verdict

  enum Verdict {
    case same
    case otherwise(Ending)
    /// It depends on offers that were not looked at.
    case doubtful([OutcomeID])
  }

  init(areAlike: @escaping (Traveller, Traveller) -> Bool, judge: @escaping (Node) -> Verdict) {
    (self.areAlike, self.judge) = (areAlike, judge)
  }

  /// - Parameter next: the state that it leads to; nil where both go on alike.
  func note(_ state: Int, _ question: Int, _ news: Move.News, to next: Int?) {
    add(state, question, news, next.map(End.state) ?? .same)
  }

  func note(_ state: Int, _ question: Int, _ news: Move.News, ending node: Node, _ who: () -> Found) {
    switch judge(node) {
    case .same: add(state, question, news, .same)
    case .doubtful(let outcomes):
      doubtful.formUnion(outcomes)
      add(state, question, news, .same)
    case .otherwise(let ending): add(state, question, news, .change(number(of: ending, who)))
    }
  }

  /// The number of an ending, with whoever comes to it after the fewest questions.
  private func number(of ending: Ending, _ who: () -> Found) -> Int {
    let other = who()
    guard let number = numbers[ending] else {
      numbers[ending] = endings.count
      endings.append(ending)
      found.append(other)
      return endings.count - 1
    }
    if other.conversation.count < found[number].conversation.count { found[number] = other }
    return number
  }

  private func add(_ state: Int, _ question: Int, _ news: Move.News, _ end: End) {
    edgeCount += 1
    edges[state, default: []].append(Edge(question: Int32(question), news: news, end: end))
  }
}
