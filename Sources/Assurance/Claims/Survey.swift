import Triage

/// What a visit to every state of a tree shows: what can be reached, and after how many questions.
struct Survey {
  private(set) var states = 0
  /// Whether every state was visited.
  private(set) var isComplete = false
  private(set) var branches: [Bool]
  private(set) var sections: [Bool]
  private(set) var outcomes: [Bool]
  /// By question: the most that are asked before it; nil where it is never asked.
  private(set) var mostBefore: [Int?]

  init(_ tree: Tree, _ budget: Budget) {
    let model = Model(tree, tellingBranchesApart: true)
    branches = Array(repeating: false, count: model.program.branches.count)
    sections = Array(repeating: false, count: model.grammar.sections.count)
    outcomes = Array(repeating: false, count: model.grammar.outcomes.count)
    mostBefore = Array(repeating: nil, count: model.grammar.questions.count)
    var search = Search(model, Goal(premise: model.diagrams.always, target: .everything), order: .byStop)
    search.trail = Trail(model.program)
    var left = budget
    if case .nobody = search.run(&left) { isComplete = true }
    states = search.table.count
    note(search, model)
  }

  private mutating func note(_ search: Search, _ model: Model) {
    let trail = search.trail!
    sections[model.grammar.start.position] = true
    for (branch, isTaken) in trail.branches.enumerated() where isTaken {
      branches[branch] = true
      if case .section(let section) = model.program.branches[branch].target { sections[section.position] = true }
    }
    for (section, start) in model.program.sections.enumerated() where trail.jumps.contains(start) {
      sections[section] = true
    }
    for (stop, depth) in search.deepest.enumerated() {
      guard let depth else { continue }
      switch model.stops[stop].kind {
      case .ask(let question): mostBefore[question.position] = max(mostBefore[question.position] ?? 0, depth)
      case .end(let outcome): outcomes[outcome.position] = true
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
}
