import Triage

/// Marks a tree.
struct Marking {
  let grammar: Grammar
  private(set) var points: [Point] = []
  private(set) var happenings: [Point.Happening: Int] = [:]
  private(set) var probes: [[MarkedTree.Probe]] = []
  private(set) var marked: Grammar

  private let names: Names
  /// Where the points begin of conditions that are looked at in more than one place.
  private var firstPoints: [Home: Int] = [:]
  /// By outcome: where its list of stretches is looked at, if that looks at anything.
  private var ends: [OutcomeID: SectionID] = [:]

  private enum Home: Hashable {
    case name(Names.Name)
    case applies(QuestionID)
    case programme(ProgrammeID)
  }

  init(_ grammar: Grammar) {
    self.grammar = grammar
    names = Names(grammar)
    marked = grammar
    marked.guarantees = []
  }

  mutating func markEverything() {
    for outcome in grammar.outcomes.ids where canEnd(in: outcome) { mark(outcome) }
    for section in grammar.sections.ids { mark(section) }
    for alarm in grammar.alarms.ids { mark(alarm) }
    for question in grammar.questionsAsked { mark(question) }
    for stretch in grammar.stretchesListed { happens(.offered(stretch), grammar.stretches[stretch].part) }
  }

  // MARK: Points

  private mutating func point(_ what: Point.What, _ part: PartID) -> Int {
    points.append(Point(what: what, part: part))
    return points.count - 1
  }

  private mutating func happens(_ happening: Point.Happening, _ part: PartID) {
    happenings[happening] = point(.happened(happening), part)
  }

  /// Two points for each comparison: that it comes out true, and that it comes out false.
  private mutating func points(for conditions: [Condition]) -> Int {
    let first = points.count
    for test in conditions.flatMap(\.comparisons) {
      for isTrue in [true, false] { _ = point(.compared(test, isTrue: isTrue), test.part ?? .none) }
    }
    return first
  }

  private mutating func points(for conditions: [Condition], in home: Home) -> Int {
    if let first = firstPoints[home] { return first }
    let first = points(for: conditions)
    firstPoints[home] = first
    return first
  }

  // MARK: Conditions

  private mutating func marks(at condition: Condition?) -> [Site.Mark] {
    guard let condition else { return [] }
    var site = Site(names, grammar)
    site.look(at: [condition], points: points(for: [condition]))
    return marks(of: &site)
  }

  /// All marks of a site, once the facts and scores have been looked at too.
  private mutating func marks(of site: inout Site) -> [Site.Mark] {
    while let (name, ways) = site.nextName() {
      let before = joined(ways)
      let conditions = names.conditions(of: name)
      site.look(at: conditions, after: before, points: points(for: conditions, in: .name(name)))
      for score in names.added(by: name) { site.look(at: score, after: before) }
    }
    return site.marks
  }

  /// Any of these ways, as a fact of its own, so that it is written down once.
  private mutating func joined(_ ways: [[Condition]]) -> [Condition] {
    if ways.contains([]) { return [] }
    marked.facts.append(Fact(name: "", condition: .any(ways.map { .all($0) })))
    return [.fact(marked.facts.ids.last!, .none)]
  }

  // MARK: Outcomes, alarms, questions

  /// Whether a session can end in an outcome. Where every question takes "not sure" nobody is stuck, and the outcome for
  /// that may be there in vain.
  private func canEnd(in outcome: OutcomeID) -> Bool {
    if outcome != grammar.stuck || grammar.questions.contains(where: \.asksAgain) { return true }
    if grammar.alarms.contains(where: { $0.end == outcome }) { return true }
    return grammar.sections.contains { section in
      section.steps.contains { step in
        switch step.action {
        case .ask(_, let branches), .decide(let branches): branches.contains { $0.target == .outcome(outcome) }
        case .say, .go: false
        }
      }
    }
  }

  private mutating func mark(_ outcome: OutcomeID) {
    happens(.reached(outcome), grammar.outcomes[outcome].part)
    let entries = grammar.outcomes[outcome].stretches.entries
    let conditions = entries.compactMap(\.condition)
    var site = Site(names, grammar)
    site.look(at: conditions, points: points(for: conditions))
    for entry in entries {
      guard case .programme(let programme) = entry.use else { continue }
      let conditions = grammar.programmes[programme].list.entries.compactMap(\.condition)
      let first = points(for: conditions, in: .programme(programme))
      site.look(at: conditions, after: entry.condition.map { [$0] } ?? [], points: first)
    }
    let marks = marks(of: &site)
    if marks.isEmpty { return }
    ends[outcome] = newSection(marks.map(Step.init) + [Step(.decide([Branch(to: .outcome(outcome))]))])
  }

  private mutating func mark(_ alarm: AlarmID) {
    let heard = grammar.alarms[alarm]
    happens(.heard(alarm), heard.part)
    happens(.endedBy(alarm), heard.part)
    probes.append(
      marks(at: heard.condition).map { mark in
        var probe = heard
        probe.condition = mark.condition
        marked.alarms.append(probe)
        return MarkedTree.Probe(alarm: marked.alarms.ids.last!, point: mark.point)
      })
  }

  private mutating func mark(_ question: QuestionID) {
    switch grammar.questions[question].unsure {
    case .counts(let literal): happens(.unsure(question), literal.part)
    case .own(let part): happens(.unsure(question), part)
    case .askAgain, nil: break
    }
  }

  // MARK: Sections

  private mutating func newSection(_ steps: [Step] = []) -> SectionID {
    marked.sections.append(Section(name: "", steps: steps))
    return marked.sections.ids.last!
  }

  /// Cuts a section behind every step with an `if`: what the step asks could change that condition, so it is read once.
  private mutating func mark(_ section: SectionID) {
    var piece = section
    var steps: [Step] = []
    for step in grammar.sections[section].steps {
      guard let condition = step.condition else {
        steps += marked(step)
        continue
      }
      let rest = newSection()
      steps += marks(at: condition).map(Step.init)
      let inside = newSection(marked(step) + [Step(.go(rest))])
      marked.sections[piece.position].steps = steps + [Step(.go(inside), if: condition), Step(.go(rest))]
      (piece, steps) = (rest, [])
    }
    marked.sections[piece.position].steps = steps
  }

  /// A step with its marks and without its `if`.
  private mutating func marked(_ step: Step) -> [Step] {
    switch step.action {
    case .say: return [Step(marking: point(.said, step.part))]
    case .go(let section): return [Step(marking: point(.wentOn(section), step.part)), Step(step.action)]
    case .decide(let branches):
      return [Step(marking: point(.decided, step.part))] + branches.flatMap { marked($0) }
    case .ask(let question, let branches):
      return marked(asking: question, at: step.part) + branches.flatMap { marked($0) }
    }
  }

  /// The mark is the last thing before a question that is put.
  private mutating func marked(asking question: QuestionID, at part: PartID) -> [Step] {
    let isOpen = Condition.not(.question(question, .wasAsked, .none))
    let asked = point(.asked(question), part)
    guard let applies = grammar.questions[question].applies else {
      return [Step(marking: asked, if: isOpen), Step(.ask(question, then: []))]
    }
    var site = Site(names, grammar)
    site.look(at: [applies], points: points(for: [applies], in: .applies(question)))
    return marks(of: &site).map(Step.init)
      + [Step(marking: asked, if: .all([isOpen, applies])), Step(.ask(question, then: []))]
  }

  private mutating func marked(_ branch: Branch) -> [Step] {
    var target = branch.target
    if case .outcome(let outcome) = target, let end = ends[outcome] { target = .section(end) }
    let taken = point(.took(branch.target), branch.part)
    return marks(at: branch.condition).map(Step.init)
      + [Step(marking: taken, if: branch.condition), Step(.decide([Branch(to: target)]), if: branch.condition)]
  }
}

extension Step {
  /// A step that says nothing and carries a point.
  fileprivate init(marking point: Int, if condition: Condition? = nil) {
    self.init(.say(""), if: condition, part: PartID(Int32(point)))
  }

  fileprivate init(_ mark: Site.Mark) { self.init(marking: mark.point, if: mark.condition) }
}

extension Grammar {
  /// The questions that some step or alarm asks, in their order: a library may hold others.
  fileprivate var questionsAsked: [QuestionID] {
    let bySteps = sections.flatMap(\.steps).compactMap { step in
      if case .ask(let question, _) = step.action { question } else { nil }
    }
    return Set(bySteps + alarms.flatMap(\.asks).map(\.question)).sorted()
  }

  /// The stretches that some outcome's list names, in their order.
  fileprivate var stretchesListed: [StretchID] {
    Set(outcomes.flatMap { stretches(in: $0.stretches) }).sorted()
  }

  private func stretches(in list: StretchList) -> [StretchID] {
    list.entries.flatMap { entry in
      switch entry.use {
      case .stretch(let stretch): [stretch]
      case .firstOf(let stretches): stretches
      case .programme(let programme): stretches(in: programmes[programme].list)
      }
    }
  }
}
