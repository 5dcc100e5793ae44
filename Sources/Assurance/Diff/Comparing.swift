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
  let areAlike: (Traveller, Traveller) -> Bool
  /// What two sessions end in; nil where it is the same.
  let ending: (Node) -> Ending?

  init(areAlike: @escaping (Traveller, Traveller) -> Bool, ending: @escaping (Node) -> Ending?) {
    (self.areAlike, self.ending) = (areAlike, ending)
  }

  /// - Parameter next: the state that it leads to; nil where both go on alike.
  func note(_ state: Int, _ question: Int, _ news: Move.News, to next: Int?) {
    add(state, question, news, next.map(End.state) ?? .same)
  }

  func note(_ state: Int, _ question: Int, _ news: Move.News, ending node: Node, _ who: () -> Found) {
    guard let ending = ending(node) else { return add(state, question, news, .same) }
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

  private func add(_ state: Int, _ question: Int, _ news: Move.News, _ end: End) {
    edges[state, default: []].append(Edge(question: Int32(question), news: news, end: end))
  }
}
