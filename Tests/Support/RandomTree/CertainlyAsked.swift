import Triage

/// Which questions every path has asked, at each place of the graph of steps, ignoring what conditions can hold.
///
/// A step with `if`, and a question with `applies`, asks nothing for certain; where paths join, sets are intersected.
struct CertainlyAsked {
  private let grammar: Grammar
  private var atSection: [SectionID: Set<QuestionID>]
  private var atOutcome: [OutcomeID: Set<QuestionID>] = [:]

  init(_ grammar: Grammar) {
    self.grammar = grammar
    atSection = [grammar.start: []]
    var before: [SectionID: Set<QuestionID>] = [:]
    while before != atSection {
      before = atSection
      for (section, asked) in before { follow(grammar.sections[section], asked) }
    }
    // Stuck and alarms lead here from anywhere.
    atOutcome[grammar.stuck] = []
    for alarm in grammar.alarms { atOutcome[alarm.end] = [] }
  }

  func at(_ outcome: OutcomeID) -> Set<QuestionID> { atOutcome[outcome] ?? [] }

  /// Before each step of a section.
  func beforeSteps(of section: SectionID) -> [Set<QuestionID>] {
    var asked = atSection[section] ?? []
    return grammar.sections[section].steps.map { step in
      defer { if step.condition == nil { asked = within(step, asked) } }
      return asked
    }
  }

  /// Where the branches of a step are tried.
  func within(_ step: Step, _ asked: Set<QuestionID>) -> Set<QuestionID> {
    guard case .ask(let question, _) = step.action, grammar.questions[question].applies == nil else { return asked }
    return asked.union([question])
  }

  private mutating func follow(_ section: Section, _ asked: Set<QuestionID>) {
    var asked = asked
    for step in section.steps {
      let within = within(step, asked)
      for target in step.targets { reach(target, within) }
      if step.condition == nil { asked = within }
    }
  }

  private mutating func reach(_ target: Branch.Target, _ asked: Set<QuestionID>) {
    switch target {
    case .section(let section): atSection[section] = atSection[section]?.intersection(asked) ?? asked
    case .outcome(let outcome): atOutcome[outcome] = atOutcome[outcome]?.intersection(asked) ?? asked
    }
  }
}

extension Grammar {
  /// The questions that every path has asked which comes to a step.
  public func askedForCertain(before step: Int, of section: SectionID) -> Set<QuestionID> {
    CertainlyAsked(self).beforeSteps(of: section)[step]
  }
}

extension Step {
  var branches: [Branch] {
    switch action {
    case .ask(_, then: let branches), .decide(let branches): branches
    case .say, .go: []
    }
  }

  var targets: [Branch.Target] {
    if case .go(let section) = action { [.section(section)] } else { branches.map(\.target) }
  }
}
