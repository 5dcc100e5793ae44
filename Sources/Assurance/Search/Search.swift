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
  /// What everybody has to take, or two as long as they are the same. Missing where they differ from the outset.
  let together: Course?
  /// What is taken once the target is reached.
  let afterwards: Course?
  let order: Order
  var table = StateTable()
  var steps: [Step] = []
  var frontier = Frontier()
  var entered = Payload()
  var plans: [Int: Plan] = [:]
  /// Whether what somebody says who is found is wanted: in a long tree that is long.
  var isTold = true
  /// Whether something was met that cannot be looked through to its end.
  var gaveUp = false
  /// Which way every walk goes, where that is wanted.
  var trail: Trail?
  /// What everybody was asked who comes to a state, where that is wanted; only for a search by stops.
  var askedFlags: AskedFlags?
  /// What every two sessions come to, where that is wanted.
  var comparison: Comparing?
  /// By stop: the most questions asked before it, where every state is visited.
  var deepest: [Int?] = []
  /// Where the search began, if not at the first question.
  private var survey: Survey?

  /// In which order states are looked at.
  enum Order {
    /// What seems nearest to the goal comes first.
    ///
    /// Of two who are apart, one who is sure to get to where it has to is not followed any further.
    case nearest
    /// What is found has the fewest questions.
    case fewestQuestions
    /// Each stop before all that can follow it. A search for a question then goes on, to come to it by every way.
    case byStop
  }

  /// How a state was come to.
  struct Step {
    /// A state; -1 at the start, and below that a state of the survey that the search began from.
    var parent: Int32
    /// The fewest questions asked so far, and where every state is visited the most.
    var depth: Int32
    var most: Int32
    /// The answer that led here; nil where a choice was only decided in part.
    var given: Found.Given?
  }

  /// - Parameter isApart: whether the search begins where the answers differ that a goal is about.
  init(_ model: Model, _ goal: Goal, order: Order, isApart: Bool = false) {
    (self.model, paths, self.goal, self.order) = (model, model.paths, goal, order)
    let (together, parting) = (isApart ? nil : goal.course(of: model), goal.parting)
    let afterwards = goal.lastCourse(of: model)
    (self.together, self.afterwards) = (together, afterwards)
    readers = Readers(model, goal) { stop in
      let matters = order == .nearest ? parting?.isOpen(at: stop) : parting?.isOnTheWay(stop)
      return together.map { goal.matters(stop, on: $0) } ?? false || matters ?? false
        || afterwards?.leadsThere[stop] ?? false
    }
  }

  /// Looks from the first question on.
  ///
  /// - Parameter guess: somebody who reaches the goal, where one is found without looking; asked for once it is not plain
  ///   that nobody does.
  mutating func run(_ budget: inout Budget, guess: () -> Found? = { nil }) -> SearchResult {
    if order == .byStop { deepest = Array(repeating: nil, count: model.stops.all.count) }
    if model.hasTooManyPoints { return .unknown }
    var start = Node(premise: goal.premise, first: Traveller(stop: first()))
    guard model.canHold(start.premise), !isHopeless(start), !isHopelessAtTheOutset(from: start.first.stop) else {
      return .nobody
    }
    if let found = guess() { return .somebody(found) }
    let step = Step(parent: -1, depth: 0, most: 0, given: nil)
    note(start, step)
    switch arrival(&start, depth: 0) {
    case .goal: return .somebody(found(step, start))
    case .onward: add(start, step)
    case .away: break
    }
    return goOn(&budget)
  }

  /// Looks from wherever a question is asked, on from all states of a survey that stand there.
  mutating func run(from survey: Survey, whereAsked question: Int, _ budget: inout Budget) -> SearchResult {
    guard canPart(byAnswersTo: question) else { return .nobody }
    self.survey = survey
    for stop in model.asking[question] {
      for state in survey.states(at: Int(stop)) {
        var node = Node(premise: goal.premise, first: state.node.first)
        forget(&node.first)
        add(node, Step(parent: Int32(-2 - state.number), depth: state.depth, most: state.depth, given: nil))
      }
    }
    return goOn(&budget)
  }

  /// Looks on from every state that is known. Where the fewest questions are wanted, whoever is found is kept until no state
  /// is left by which somebody could come there with fewer.
  mutating func goOn(_ budget: inout Budget) -> SearchResult {
    defer { askedFlags?.finish() }
    var fewest: (found: Found, depth: Int32)?
    while let state = frontier.next() {
      if let fewest, frontier.lowest >= fewest.depth { break }
      guard budget.spend(), !isTooLarge else { return .unknown }
      guard let found = expand(state) else { continue }
      guard order == .fewestQuestions else { return .somebody(found) }
      let depth = steps[state].depth + 1
      if fewest.map({ depth < $0.depth }) ?? true { fewest = (found, depth) }
    }
    if let fewest { return .somebody(fewest.found) }
    return gaveUp ? .unknown : .nobody
  }

  /// Whether so much is kept that a usual machine would run out of memory.
  private var isTooLarge: Bool {
    let kept = table.size + entered.size + 100 * (comparison?.edgeCount ?? 0) + model.diagrams.size
    return kept > Self.mostKept
  }

  /// In bytes, about; what is kept beside comes to as much again.
  private static let mostKept = 2 << 30

  private mutating func first() -> Int { trail == nil ? model.first : stop(from: model.program.start) }

  /// The stop that the walk comes to from an instruction, with what its slots hold.
  mutating func stop(from position: Int) -> Int {
    guard trail != nil else { return model.stop(from: position) }
    return model.stops.number(at: Int32(model.walk.walkOn(from: position, watcher: &trail!)))
  }

  // MARK: States

  /// - Returns: the state's number.
  @discardableResult
  mutating func add(_ node: Node, _ step: Step) -> Int {
    let (number, isNew) = table.insert(node.key)
    askedFlags?.arrive(at: number, isNew: isNew)
    guard isNew else {
      relax(number, step, node)
      return number
    }
    steps.append(step)
    entered.append(node)
    frontier.add(number, at: urgency(of: node, step))
    return number
  }

  /// When a state is looked at: the lower, the earlier.
  private func urgency(of node: Node, _ step: Step) -> Int {
    switch order {
    case .nearest: Int(distance(from: node))
    case .fewestQuestions: Int(step.depth + distance(from: node))
    case .byStop: (rank(of: node.first) + (node.second.map { rank(of: $0) } ?? 0)) * Self.steps + Int(node.decided)
    }
  }

  private func rank(of traveller: Traveller) -> Int { Int(paths.rank[traveller.stop]) }

  /// More than one question is decided in.
  private static let steps = Question.mostChoices + 2

  /// How many questions at least are asked before the goal is reached.
  private func distance(from node: Node) -> Int32 {
    guard let second = node.second, let parting = goal.parting else {
      if case .questions = goal.target, !node.isPastTarget { return 0 }
      return (node.isPastTarget ? afterwards : together)?.distance[node.first.stop] ?? 0
    }
    return max(parting.first.distance[node.first.stop], parting.second.distance[second.stop])
  }

  /// Notes a shorter way to a state that was known.
  private mutating func relax(_ state: Int, _ step: Step, _ node: Node) {
    guard order != .nearest else { return }
    let most = max(step.most, steps[state].most)
    if step.depth < steps[state].depth {
      steps[state] = step
      // What was picked so far is told as this way has it.
      if node.decided > 0 { entered.replace(state, by: node) }
      if order == .fewestQuestions { frontier.add(state, at: urgency(of: node, step)) }
    }
    steps[state].most = most
  }

  /// Notes after how many questions a stop is come to.
  mutating func note(_ node: Node, _ step: Step) {
    guard order == .byStop else { return }
    deepest[node.first.stop] = max(deepest[node.first.stop] ?? 0, Int(step.most))
    askedFlags?.arrive(at: model.stops[node.first.stop].kind)
  }

  func node(_ state: Int) -> Node { Node(table[state], entered[state]) }

  // MARK: What was found

  func found(_ step: Step, _ node: Node) -> Found {
    Found(
      conversation: isTold ? conversation(to: step) : [], besides: model.answers(making: node.premise) ?? [],
      ends: (node.first.stop, node.second?.stop), isToTheEnd: order != .nearest || node.second == nil)
  }

  func conversation(to step: Step) -> [Found.Given] {
    var conversation: [Found.Given] = []
    var step = step
    while true {
      if let given = step.given { conversation.append(given) }
      guard step.parent >= 0 else { break }
      step = steps[Int(step.parent)]
    }
    let before = step.parent < -1 ? survey!.conversation(to: Int(-2 - step.parent)) : []
    return before + conversation.reversed()
  }
}
