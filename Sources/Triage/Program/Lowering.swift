/// Lowers a checked grammar to a program.
struct Lowering {
  let grammar: Grammar
  var ranges: PointRange
  var program = Program()

  /// By label: the position that it names, once it is placed.
  private var labels: [Int32] = []
  private var sectionLabels: [Label] = []
  private var outcomeLabels: [Label] = []
  /// Units that are named but not yet written.
  private var pending: [(unit: Int32, body: UnitBody)] = []
  private var sharedUnits: [Shared: Int32] = [:]
  /// Where the alternatives began of which the next instruction begins another.
  private var alternative: Int32?

  typealias Label = Int32

  /// What a test is taken for whose answer is missing or unsure.
  enum Unknown: Hashable {
    /// It is read as it stands: what a missing or unsure answer counts as.
    case plain
    case holds, fails

    var flipped: Unknown {
      switch self {
      case .plain: .plain
      case .holds: .fails
      case .fails: .holds
      }
    }
  }

  /// Units that are worked out once for all who use them.
  enum Shared: Hashable {
    case fact(FactID, Unknown)
    /// Holds unless a question is known not to apply.
    case mayApply(QuestionID)
    /// Every question that a fact or score reads passes a test.
    case factReads(FactID, pass: Instruction.Operation)
    case scoreReads(ScoreID, pass: Instruction.Operation)
  }

  private enum UnitBody {
    case condition(Condition, Unknown)
    case count(Count, of: [Condition])
    case score(ScoreID)
    case shared(Shared)
  }

  static func lower(_ grammar: Grammar, besides: [Condition]) -> Program {
    var lowering = Lowering(grammar)
    lowering.program.besides = besides.map { lowering.unit($0) }
    lowering.lowerEverything()
    return lowering.program
  }

  private init(_ grammar: Grammar) {
    self.grammar = grammar
    ranges = PointRange(grammar)
  }

  private mutating func lowerEverything() {
    sectionLabels = grammar.sections.map { _ in newLabel() }
    outcomeLabels = grammar.outcomes.map { _ in newLabel() }
    program.unasked = grammar.questions.map(\.slotWhileUnasked)
    program.scores = grammar.scores.ids.map { newUnit(.score($0)) }
    program.applies = grammar.questions.map { $0.applies.map { unit($0) } }
    program.alarms = grammar.alarms.map { $0.condition.map { unit($0) } }
    program.onBehalf = grammar.onBehalf.map { unit($0, unknown: .fails) }
    program.outcomeEntries = grammar.outcomes.map { entryUnits($0.stretches) }
    program.programmeEntries = grammar.programmes.map { entryUnits($0.list) }
    program.avoids = grammar.stretches.map { $0.avoid.map { caution($0) } }

    for (section, label) in zip(grammar.sections, sectionLabels) { lower(section, at: label) }
    for (outcome, label) in zip(grammar.outcomes.ids, outcomeLabels) {
      place(label)
      append(Instruction(operation: .end, subject: Int32(outcome.position)))
    }
    while let next = pending.popLast() { lower(next.body, of: next.unit) }
    for position in program.code.indices where program.code[position].target >= 0 {
      program.code[position].target = labels[Int(program.code[position].target)]
    }
    program.sections = sectionLabels.map { labels[Int($0)] }
    program.start = Int(program.sections[grammar.start.position])
  }

  // MARK: Sections

  private mutating func lower(_ section: Section, at label: Label) {
    place(label)
    for step in section.steps {
      let next = newLabel()
      if let condition = step.condition { branch(on: condition, to: next, when: false) }
      lower(step)
      place(next)
    }
  }

  private mutating func lower(_ step: Step) {
    switch step.action {
    case .say(let text):
      append(Instruction(operation: .say, subject: Int32(program.texts.count)), part: step.part)
      program.texts.append(text)
    case .ask(let question, let branches):
      let asked = newLabel()
      if let applies = program.applies[question.position] { require(applies, else: asked) }
      append(Instruction(operation: .ask, subject: Int32(question.position)), part: step.part)
      place(asked)
      branches.forEach { lower($0) }
    case .decide(let branches):
      branches.forEach { lower($0) }
    case .go(let section):
      append(Instruction(operation: .jump, target: sectionLabels[section.position]))
    }
  }

  private mutating func lower(_ taken: Branch) {
    let label =
      switch taken.target {
      case .section(let section): sectionLabels[section.position]
      case .outcome(let outcome): outcomeLabels[outcome.position]
      }
    let first = program.code.count
    beginAlternative(to: 0)
    branch(on: taken.condition ?? .always, to: label, when: true)
    for position in first..<program.code.count where program.code[position].target == label {
      program.origins[position].branch = Int32(program.branches.count)
    }
    program.branches.append(taken)
  }

  private mutating func entryUnits(_ list: StretchList) -> [Int32?] {
    list.entries.map { $0.condition.map { unit($0) } }
  }

  private mutating func caution(_ avoid: Stretch.Avoid) -> Program.Caution {
    let condition =
      switch avoid {
      case .fact(let fact, let part): Condition.fact(fact, part)
      case .question(let question, let part):
        Condition.question(question, .isOne(of: [Literal(.yes, at: part)]), part)
      }
    return Program.Caution(mayHold: unit(condition, unknown: .holds), isKnown: unit(condition, unknown: .fails))
  }

  // MARK: Units and labels

  /// The unit of a condition.
  private mutating func unit(_ condition: Condition, unknown: Unknown = .plain) -> Int32 {
    if case .fact(let fact, _) = condition { return unit(.fact(fact, unknown)) }
    return newUnit(.condition(condition, unknown))
  }

  mutating func unit(_ shared: Shared) -> Int32 {
    if let unit = sharedUnits[shared] { return unit }
    let unit = newUnit(.shared(shared))
    sharedUnits[shared] = unit
    return unit
  }

  mutating func unit(_ count: Count, of conditions: [Condition]) -> Int32 { newUnit(.count(count, of: conditions)) }

  private mutating func newUnit(_ body: UnitBody) -> Int32 {
    let unit = Int32(program.units.count)
    program.units.append(-1)
    pending.append((unit, body))
    return unit
  }

  private mutating func lower(_ body: UnitBody, of unit: Int32) {
    program.units[Int(unit)] = Int32(program.code.count)
    switch body {
    case .condition(let condition, let unknown):
      lowerUnit { $0.branch(on: condition, to: $1, when: false, unknown: unknown) }
    case .count(let count, let conditions): lower(count, of: conditions)
    case .score(let score): lower(grammar.scores[score])
    case .shared(let shared): lower(shared)
    }
  }

  private mutating func lower(_ shared: Shared) {
    lowerUnit { lowering, fails in
      switch shared {
      case .fact(let fact, let unknown):
        lowering.branch(on: lowering.grammar.facts[fact].condition, to: fails, when: false, unknown: unknown)
      case .mayApply(let question):
        let applies = lowering.grammar.questions[question].applies ?? .always
        lowering.branch(on: applies, to: fails, when: false, unknown: .holds)
      case .factReads(let fact, let operation):
        lowering.require(operation, ofEachRead: lowering.grammar.facts[fact].condition, else: fails)
      case .scoreReads(let score, let operation):
        for item in lowering.grammar.scores[score].items { lowering.require(operation, ofEachRead: item, else: fails) }
      }
    }
  }

  /// Lowers a unit that holds unless `body` goes to the label given to it.
  private mutating func lowerUnit(_ body: (inout Lowering, Label) -> Void) {
    let fails = newLabel()
    body(&self, fails)
    append(Instruction(operation: .yield, low: 1))
    place(fails)
    append(Instruction(operation: .yield, low: 0))
  }

  /// The next instruction begins an alternative to all that was appended from `start` on.
  mutating func beginAlternative(to start: Int) { alternative = min(alternative ?? .max, Int32(start)) }

  mutating func newLabel() -> Label {
    labels.append(-1)
    return Label(labels.count - 1)
  }

  mutating func place(_ label: Label) { labels[Int(label)] = Int32(program.code.count) }

  mutating func append(
    _ instruction: Instruction, part: PartID = .none, held: Bool? = nil, subject: TraceEntry.Subject? = nil
  ) {
    program.code.append(instruction)
    program.origins.append(Program.Origin(part: part, held: held, subject: subject, forgets: alternative))
    alternative = nil
  }

  mutating func constant(_ value: Int64) -> Int32 {
    program.constants.append(value)
    return Int32(program.constants.count - 1)
  }
}

extension Question {
  /// The slot as long as the question has not been asked.
  var slotWhileUnasked: Slot {
    guard let unasked, let code = try? kind.code(of: unasked.value) else { return .blank }
    return Slot(value: code, asked: false, unsure: false)
  }
}
