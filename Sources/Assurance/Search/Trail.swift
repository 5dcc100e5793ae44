import Triage

/// Writes down which branches and jumps walks take, beginning with the one from the start to the first question.
struct Trail: WalkWatcher {
  private var branches: [Bool]
  /// The instructions jumped to.
  private var jumps: Set<Int32> = []
  private let program: Program
  private let start: SectionID

  init(_ model: Model) {
    (program, start) = (model.program, model.grammar.start)
    branches = Array(repeating: false, count: program.branches.count)
    _ = model.walk.walkOn(from: program.start, watcher: &self)
  }

  mutating func entered(_ question: QuestionID, at position: Int) {}
  mutating func said(at position: Int) {}

  mutating func tested(at position: Int, holds: Bool, goes: Bool) {
    guard goes else { return }
    if let branch = program.origins[position].branch { branches[Int(branch)] = true }
    if program.code[position].operation == .jump { jumps.insert(program.code[position].target) }
  }

  /// Whether some walk took a passage.
  func holds(_ passage: Passage) -> Bool {
    switch passage {
    case .branch(let branch): branches[branch]
    case .section(let section):
      section == start || jumps.contains(program.sections[section.position]) || leads(to: .section(section))
    case .outcome(let outcome): leads(to: .outcome(outcome))
    }
  }

  private func leads(to target: Branch.Target) -> Bool {
    branches.indices.contains { branches[$0] && program.branches[$0].target == target }
  }
}
