import Triage

extension RandomTree {
  /// The graph of steps: every section is reached from one before it, and leads only to later ones.
  mutating func growSections() {
    let count = random.number(in: size.sections)
    let ids = (0..<count).shuffled(using: &random).map { SectionID($0) }
    grammar.sections = Array(repeating: Section(name: "", steps: []), count: count)
    grammar.start = ids[0]
    var children: [[SectionID]] = Array(repeating: [], count: count)
    for position in 0..<count where position > 0 {
      children[random.number(in: 0...(position - 1))].append(ids[position])
    }
    for position in 0..<count {
      let later = Array(ids[(position + 1)...])
      grammar.sections[ids[position].position] = Section(
        name: "section\(position)", part: mark(), steps: steps(reaching: children[position], orAnyOf: later))
    }
  }

  private mutating func steps(reaching children: [SectionID], orAnyOf later: [SectionID]) -> [Step] {
    var left = children
    var steps = (0..<random.number(in: size.steps)).map { _ in step(reaching: &left, orAnyOf: later) }
    steps.append(lastStep(reaching: left, orAnyOf: later))
    return steps
  }

  private mutating func step(reaching left: inout [SectionID], orAnyOf later: [SectionID]) -> Step {
    let condition: Condition? = random.chance(25) ? .blank : nil
    switch random.pick(weighted: [80, 8, 4]) {
    case 0:
      let branches = (0..<random.pick([0, 0, 0, 0, 1, 2])).map { _ in branch(reaching: &left, orAnyOf: later) }
      return Step(.ask(random.pick(grammar.questions.ids), then: branches), if: condition, part: mark())
    case 1: return Step(.say("Listen."), if: condition, part: mark())
    default:
      let branches = (0..<random.number(in: 0...1)).map { _ in branch(reaching: &left, orAnyOf: later) }
      let last = Branch(to: target(orAnyOf: later), because: "It is the last.", part: mark())
      return Step(.decide(branches + [last]), if: .blank, part: mark())
    }
  }

  /// A step that the section cannot run past.
  private mutating func lastStep(reaching left: [SectionID], orAnyOf later: [SectionID]) -> Step {
    var left = left
    if left.count == 1 && random.chance(40) { return Step(.go(left[0]), part: mark()) }
    let extra = random.number(in: 0...2)
    var branches: [Branch] = []
    while !left.isEmpty || branches.count < extra { branches.append(branch(reaching: &left, orAnyOf: later)) }
    branches.append(Branch(to: target(orAnyOf: later), part: mark()))
    if random.chance(15) {
      return Step(.ask(random.pick(grammar.questions.ids), then: branches), part: mark())
    }
    return Step(.decide(branches), part: mark())
  }

  private mutating func branch(reaching left: inout [SectionID], orAnyOf later: [SectionID]) -> Branch {
    let target = left.isEmpty ? target(orAnyOf: later) : .section(left.removeFirst())
    return Branch(if: .blank, to: target, because: random.chance(30) ? "For this reason." : nil, part: mark())
  }

  private mutating func target(orAnyOf later: [SectionID]) -> Branch.Target {
    !later.isEmpty && random.chance(80)
      ? .section(random.pick(later)) : .outcome(random.pick(grammar.outcomes.ids))
  }
}

// MARK: - Filling the blanks

extension RandomTree {
  mutating func fillSections(_ asked: CertainlyAsked) {
    for section in grammar.sections.ids {
      let before = asked.beforeSteps(of: section)
      for (position, step) in grammar.sections[section].steps.enumerated() {
        grammar.sections[section.position].steps[position] = filled(
          step, before: before[position], within: asked.within(step, before[position]))
      }
    }
  }

  private mutating func filled(_ step: Step, before: Set<QuestionID>, within: Set<QuestionID>) -> Step {
    var step = step
    if step.condition != nil { step.condition = condition(over: usable(before)) }
    switch step.action {
    case .ask(let question, then: let branches):
      step.action = .ask(question, then: filled(branches, over: usable(within), likely: question))
    case .decide(let branches): step.action = .decide(filled(branches, over: usable(within)))
    case .say, .go: break
    }
    return step
  }

  /// The branches with their conditions written; the question just asked is the likeliest to be used.
  private mutating func filled(
    _ branches: [Branch], over usable: [QuestionID], likely: QuestionID? = nil
  ) -> [Branch] {
    let usable = usable.filter { $0 != likely } + usable.filter { $0 == likely }
    return branches.map { branch in
      var branch = branch
      if branch.condition != nil { branch.condition = condition(over: usable) }
      return branch
    }
  }
}
