import Triage

/// What a visit to every state of a tree shows: what can be reached, and after how many questions.
final class Survey {
  /// Whether every state was visited.
  let isComplete: Bool
  private let search: Search
  /// By stop: the states that stand there with nothing of its question decided.
  private let standing: [[Int32]]
  /// Which ways walks have taken.
  let trail: Trail
  /// By question: the most that are asked before it; nil where it is never asked.
  private(set) var mostBefore: [Int?]
  /// Which red flags everybody was asked.
  let asked: AskedFlags

  var states: Int { search.table.count }

  init(_ model: Model, _ budget: Budget) {
    mostBefore = Array(repeating: nil, count: model.grammar.questions.count)
    var search = Search(model, Goal(premise: model.diagrams.always, target: .everything), order: .byStop)
    search.trail = Trail(model)
    search.askedFlags = AskedFlags(model.grammar)
    var left = budget
    if case .nobody = search.run(&left) { isComplete = true } else { isComplete = false }
    var standing = Array(repeating: [Int32](), count: model.stops.all.count)
    for state in 0..<search.table.count {
      let node = search.node(state)
      if node.decided == 0 { standing[node.first.stop].append(Int32(state)) }
    }
    (asked, trail) = (search.askedFlags!, search.trail!)
    search.askedFlags = nil
    (self.search, self.standing) = (search, standing)
    for (stop, depth) in search.deepest.enumerated() {
      guard let depth, case .ask(let question) = model.stops[stop].kind else { continue }
      mostBefore[question.position] = max(mostBefore[question.position] ?? 0, depth)
    }
  }

  /// The states in which a stop was come to, each with the fewest questions asked before.
  func states(at stop: Int) -> [(number: Int, node: Node, depth: Int32)] {
    standing[stop].map { (Int($0), search.node(Int($0)), search.steps[Int($0)].depth) }
  }

  /// What was answered on the way to a state.
  func conversation(to state: Int) -> [Found.Given] { search.conversation(to: search.steps[state]) }
}
