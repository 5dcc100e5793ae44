import Triage

/// From which stops a walk may take a passage, before it comes to another stop.
final class Approach {
  let passage: Passage
  let starts: [Int]
  /// By stop: when the passage is taken there, over the answers entered. Of an instruction that is no branch the decisions
  /// do not tell, and it is always.
  let conditions: [Diagrams.Ref]
  private let isJumped: [Bool]
  private let branches: Set<Int32>
  /// By what is left of a decision: when one of the branches is taken.
  private var known: [Diagrams.Ref: Diagrams.Ref] = [:]

  init(_ model: Model, to passage: Passage) {
    self.passage = passage
    let branches = Set(model.program.branches(into: passage))
    self.branches = branches
    isJumped = model.mayJump(to: passage)
    var known: [Diagrams.Ref: Diagrams.Ref] = [:]
    conditions = zip(model.onward, isJumped).map { decision, isJumped in
      isJumped ? model.diagrams.always : model.diagrams.condition(of: decision, leadingBehind: branches, &known)
    }
    self.known = known
    starts = conditions.indices.filter { [conditions] in model.couldHold(conditions[$0]) }
  }

  /// Whether a session may still take the passage.
  func isOpen(to traveller: Traveller, _ model: Model, _ paths: Paths) -> Bool {
    starts.contains { start in
      guard paths.leads(from: traveller.stop, to: start) else { return false }
      if isJumped[start] { return true }
      let rest = traveller.rest(of: Int32(start)) ?? model.onward[start]
      return model.diagrams.condition(of: rest, leadingBehind: branches, &known) != model.diagrams.never
    }
  }
}

extension Program {
  fileprivate func branches(into passage: Passage) -> [Int32] {
    let target: Branch.Target
    switch passage {
    case .branch(let branch): return [Int32(branch)]
    case .section(let section): target = .section(section)
    case .outcome(let outcome): target = .outcome(outcome)
    }
    return branches.indices.filter { branches[$0].target == target }.map(Int32.init)
  }

  /// Whether an instruction goes to a section without being a branch.
  fileprivate func isJump(_ position: Int32, to passage: Passage) -> Bool {
    guard case .section(let section) = passage, code[Int(position)].operation == .jump else { return false }
    return code[Int(position)].target == sections[section.position] && origins[Int(position)].branch == nil
  }
}

extension Model {
  /// By stop: whether a jump to the passage that is no branch may be come to from there before another stop, whatever the
  /// answers.
  fileprivate func mayJump(to passage: Passage) -> [Bool] {
    let isJumped = program.code.indices.contains { program.isJump(Int32($0), to: passage) }
    return stops.all.indices.map { isJumped && mayJump(to: passage, from: $0) }
  }

  private func mayJump(to passage: Passage, from stop: Int) -> Bool {
    if case .end = stops[stop].kind { return false }
    let start = stops[stop].position
    var (open, seen) = ([start], Set([start]))
    while let position = open.popLast() {
      if program.isJump(position, to: passage) { return true }
      let instruction = program.code[Int(position)]
      var next = instruction.operation == .jump ? [] : [position + 1]
      if instruction.target >= 0 { next.append(instruction.target) }
      for place in next where stops.find(at: place) == nil && seen.insert(place).inserted { open.append(place) }
    }
    return false
  }
}
