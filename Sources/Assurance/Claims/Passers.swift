import Triage

/// Patients made up by chance, each of whom the interpreter walks through the tree: what one of them comes to can be come
/// to. The same tree gives the same patients.
struct Passers {
  private(set) var branches: [Bool]
  private(set) var sections: [Bool]
  private(set) var outcomes: [Bool]

  private static let batch = 5_000

  /// Walks patients through the tree, one after another.
  ///
  /// - Parameter count: how many at most; fewer where every branch has been taken before.
  init(through model: Model, count: Int) {
    var trail = Trail(model.program)
    outcomes = Array(repeating: false, count: model.grammar.outcomes.count)
    var chance = Chance()
    let answers = model.grammar.questions.ids.map { Answers(model, $0) }
    for number in 0..<count {
      if number % Self.batch == 0, !trail.branches.contains(false) { break }
      // Few patients have many signs, and some have none.
      let signs = chance.next(below: 4)
      outcomes[Self.end(model, &trail) { answers[$0].next(&chance, signs) }.position] = true
    }
    (branches, sections) = (trail.branches, trail.sections(model))
  }

  /// Where a patient ends who answers so.
  private static func end(_ model: Model, _ trail: inout Trail, answering answer: (Int) -> Slot) -> OutcomeID {
    defer { for question in model.walk.slots.indices { model.walk.slots[question] = model.program.unasked[question] } }
    var position = model.walk.walkOn(from: model.program.start, watcher: &trail)
    while true {
      let instruction = model.program.code[position]
      guard instruction.operation == .ask else { return OutcomeID(Int(instruction.subject)) }
      model.walk.slots[Int(instruction.subject)] = answer(Int(instruction.subject))
      position = model.walk.walkOn(from: position + 1, watcher: &trail)
    }
  }

  /// The answers to one question among which is chosen.
  private struct Answers {
    private let whole: [Slot]
    private let bits: [Int32]
    private let isFlag: Bool
    /// The least worrying answer to a red flag.
    private let plain: Slot

    init(_ model: Model, _ question: QuestionID) {
      let classes = model.classes(of: question, toldApartBy: model.tests[question.position])
      (whole, bits) = (classes.whole, classes.bits ?? [])
      isFlag = model.grammar.questions[question].redFlag != nil
      plain = Self.plainest(of: classes, model.grammar.questions[question])
    }

    private static func plainest(of classes: AnswerClasses, _ question: Question) -> Slot {
      let none = Slot(value: 0, asked: true, unsure: false)
      if let bits = classes.bits {
        guard case .falling = question.redFlag else { return none }
        return Slot(value: bits.reduce(0) { $0 | 1 << $1 }, asked: true, unsure: false)
      }
      func worry(_ slot: Slot) -> Int { question.worry(of: .value(question.kind.value(of: slot.value))) ?? 0 }
      return classes.whole.filter { !$0.isUnsure }.min { worry($0) < worry($1) } ?? none
    }

    /// - Parameter signs: how often out of sixteen times a red flag is there. All else is as it comes.
    func next(_ chance: inout Chance, _ signs: Int) -> Slot {
      if isFlag, chance.next(below: 16) >= signs { return plain }
      if bits.isEmpty || !whole.isEmpty && chance.next(below: 8) == 0 {
        return whole.isEmpty ? plain : whole[chance.next(below: whole.count)]
      }
      let picks = isFlag ? 1 + chance.next(below: 2) : chance.next(below: bits.count + 1)
      let picked = (0..<picks).reduce(Int32(0)) { picked, _ in picked | 1 << bits[chance.next(below: bits.count)] }
      return Slot(value: picked, asked: true, unsure: false)
    }
  }
}

/// Numbers by chance, the same each time (SplitMix64).
private struct Chance {
  private var state: UInt64 = 1

  mutating func next(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ mixed >> 31) % UInt64(bound))
  }
}
