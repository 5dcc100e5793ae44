import Triage

/// What a visit to every state of a tree shows: what can be reached, and after how many questions.
final class Survey {
  /// Whether every state was visited.
  let isComplete: Bool
  private let search: Search
  /// By stop: the states that stand there with nothing of its question decided.
  private let standing: [[Int32]]
  private(set) var branches: [Bool]
  private(set) var sections: [Bool]
  private(set) var outcomes: [Bool]
  /// By question: the most that are asked before it; nil where it is never asked.
  private(set) var mostBefore: [Int?]
  /// Which red flags everybody was asked.
  let asked: AskedFlags

  var states: Int { search.table.count }

  init(_ model: Model, _ budget: Budget) {
    branches = Array(repeating: false, count: model.program.branches.count)
    sections = Array(repeating: false, count: model.grammar.sections.count)
    outcomes = Array(repeating: false, count: model.grammar.outcomes.count)
    mostBefore = Array(repeating: nil, count: model.grammar.questions.count)
    var search = Search(model, Goal(premise: model.diagrams.always, target: .everything), order: .byStop)
    search.trail = Trail(model.program)
    search.askedFlags = AskedFlags(model.grammar)
    var left = budget
    if case .nobody = search.run(&left) { isComplete = true } else { isComplete = false }
    var standing = Array(repeating: [Int32](), count: model.stops.all.count)
    for state in 0..<search.table.count {
      let node = search.node(state)
      if node.decided == 0 { standing[node.first.stop].append(Int32(state)) }
    }
    asked = search.askedFlags!
    search.askedFlags = nil
    (self.search, self.standing) = (search, standing)
    note(search, model)
  }

  /// The states in which a stop was come to, each with the fewest questions asked before.
  func states(at stop: Int) -> [(number: Int, node: Node, depth: Int32)] {
    standing[stop].map { (Int($0), search.node(Int($0)), search.steps[Int($0)].depth) }
  }

  /// What was answered on the way to a state.
  func conversation(to state: Int) -> [Found.Given] { search.conversation(to: search.steps[state]) }

  private func note(_ search: Search, _ model: Model) {
    let trail = search.trail!
    (branches, sections) = (trail.branches, trail.sections(model))
    for (stop, depth) in search.deepest.enumerated() {
      guard let depth else { continue }
      switch model.stops[stop].kind {
      case .ask(let question): mostBefore[question.position] = max(mostBefore[question.position] ?? 0, depth)
      case .end(let outcome): outcomes[outcome.position] = true
      case .join: break
      }
    }
  }
}

/// Writes down which branches and jumps a walk takes.
struct Trail: WalkWatcher {
  private(set) var branches: [Bool]
  /// The instructions jumped to.
  private(set) var jumps: Set<Int32> = []
  private let program: Program

  init(_ program: Program) {
    self.program = program
    branches = Array(repeating: false, count: program.branches.count)
  }

  mutating func entered(_ question: QuestionID, at position: Int) {}
  mutating func said(at position: Int) {}

  mutating func tested(at position: Int, holds: Bool, goes: Bool) {
    guard goes else { return }
    if let branch = program.origins[position].branch { branches[Int(branch)] = true }
    if program.code[position].operation == .jump { jumps.insert(program.code[position].target) }
  }

  /// By section: whether a walk came to it.
  func sections(_ model: Model) -> [Bool] {
    var sections = Array(repeating: false, count: model.grammar.sections.count)
    sections[model.grammar.start.position] = true
    for (branch, isTaken) in branches.enumerated() where isTaken {
      if case .section(let section) = program.branches[branch].target { sections[section.position] = true }
    }
    for (section, start) in program.sections.enumerated() where jumps.contains(start) { sections[section] = true }
    return sections
  }
}
