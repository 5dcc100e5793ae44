import Triage

/// Looks through every class of patient that matters for a goal, until somebody reaches it.
///
/// A state is where one session stands, or two, with what is left of everything still to be read: patients in one state
/// cannot be told apart any more, and are followed once. Where a session goes next is the interpreter's own walk.
struct Search {
  let model: Model
  let paths: Paths
  let goal: Goal
  let readers: Readers
  let courses: Courses
  let order: Order
  var walk: Walk
  var table = StateTable()
  var steps: [Step] = []
  var frontier: Frontier
  var entered = Payload()
  var plans: [Int: Plan] = [:]
  var canLeave: [[UInt8]] = [[], [], []]
  var satisfiable: [Diagrams.Ref: Bool] = [:]
  /// By what is left of a decision to two sessions: whether they can part in it.
  var parting = NumberTable()
  /// Whether something was met that cannot be looked through to its end.
  var gaveUp = false
  /// Which way every walk goes, where that is wanted.
  var trail: Trail?
  /// By stop: the most questions asked before it, where every state is visited.
  var deepest: [Int?] = []

  /// In which order states are looked at.
  enum Order {
    /// The first found is the quickest to find.
    case depthFirst
    /// The first found has the fewest questions.
    case fewestQuestions
    /// Each stop before all that can follow it.
    case byStop
  }

  /// How a state was come to.
  struct Step {
    var parent: Int32
    /// The fewest questions asked so far, and where every state is visited the most.
    var depth: Int32
    var most: Int32
    /// The answer that led here; nil where a choice was only decided in part.
    var given: Found.Given?
  }

  init(_ model: Model, _ paths: Paths, _ goal: Goal, order: Order) {
    (self.model, self.paths, self.goal, self.order) = (model, paths, goal, order)
    courses = Courses(model, paths, goal)
    readers = Readers(model, paths, courses, goal)
    walk = Walk(model.tree)
    frontier = Frontier(order)
  }

  mutating func run(_ budget: inout Budget) -> SearchResult {
    if model.hasTooManyPoints { return .unknown }
    if let found = begin() { return .somebody(found) }
    while let state = frontier.next() {
      guard budget.spend() else { return .unknown }
      if let found = expand(state) { return .somebody(found) }
    }
    return gaveUp ? .unknown : .nobody
  }

  private mutating func begin() -> Found? {
    let start = Node(premise: goal.premise, first: Traveller(stop: stop(from: model.program.start)))
    guard canHold(start.premise), !isHopelessAtTheOutset(from: start.first.stop) else { return nil }
    let step = Step(parent: -1, depth: 0, most: 0, given: nil)
    deepest = Array(repeating: nil, count: model.stops.all.count)
    note(start, step)
    switch arrival(start, depth: 0) {
    case .goal: return found(step, start)
    case .onward: add(start, step)
    case .away: break
    }
    return nil
  }

  /// The stop that the walk comes to from an instruction, with what its slots hold.
  mutating func stop(from position: Int) -> Int {
    let position = trail == nil ? walk.walkOn(from: position) : walk.walkOn(from: position, watcher: &trail!)
    return model.stops.number(at: Int32(position))
  }

  // MARK: States

  mutating func add(_ node: Node, _ step: Step) {
    let (number, isNew) = table.insert(node.key)
    guard isNew else { return relax(number, step) }
    steps.append(step)
    entered.append(node)
    frontier.add(number, depth: Int(step.depth), rank: Int(paths.rank[node.first.stop]))
  }

  /// Notes a shorter way to a state that was known.
  private mutating func relax(_ state: Int, _ step: Step) {
    guard order == .byStop else { return }
    let most = max(step.most, steps[state].most)
    if step.depth < steps[state].depth { steps[state] = step }
    steps[state].most = most
  }

  /// Notes after how many questions a stop is come to.
  mutating func note(_ node: Node, _ step: Step) {
    guard order == .byStop else { return }
    deepest[node.first.stop] = max(deepest[node.first.stop] ?? 0, Int(step.most))
  }

  func node(_ state: Int) -> Node { Node(table[state], entered[state]) }

  // MARK: What was found

  func found(_ step: Step, _ node: Node) -> Found {
    var conversation: [Found.Given] = []
    var step = step
    while true {
      if let given = step.given { conversation.append(given) }
      guard step.parent >= 0 else { break }
      step = steps[Int(step.parent)]
    }
    return Found(
      conversation: conversation.reversed(), besides: model.answers(making: node.premise) ?? [],
      ends: (node.first.stop, node.second?.stop))
  }

  mutating func canHold(_ premise: Diagrams.Ref) -> Bool {
    if let value = model.diagrams.value(premise) { return value == 1 }
    if let known = satisfiable[premise] { return known }
    let can = model.answers(making: premise) != nil
    satisfiable[premise] = can
    return can
  }
}
