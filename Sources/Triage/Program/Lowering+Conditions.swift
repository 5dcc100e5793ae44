extension Lowering {
  /// Goes to `label` where the condition's truth is `sense`, and else on to what is appended next.
  ///
  /// `unknown` says what a test stands for whose answer is missing or unsure; `asserted` is false under an odd number
  /// of negations, where a test makes the whole hold by failing.
  mutating func branch(
    on condition: Condition, to label: Label, when sense: Bool, unknown: Unknown = .plain, asserted: Bool = true
  ) {
    switch condition {
    case .always, .never:
      if sense == (condition == .always) { append(Instruction(operation: .jump, target: label)) }
    case .not(let inner):
      branch(on: inner, to: label, when: !sense, unknown: unknown.flipped, asserted: !asserted)
    case .all(let parts):
      branch(onEach: parts, decidedBy: false, to: label, when: sense, unknown: unknown, asserted: asserted)
    case .any(let parts):
      branch(onEach: parts, decidedBy: true, to: label, when: sense, unknown: unknown, asserted: asserted)
    case .fact(let fact, let part):
      append(
        Instruction(operation: .unit, sense: sense, subject: unit(.fact(fact, unknown)), target: label),
        part: part, held: asserted, subject: .fact(fact))
    case .question(let question, let test, let part):
      guard unknown == .plain else {
        return branch(on: question, test, part, to: label, when: sense, unknownHolds: unknown == .holds)
      }
      branch(on: question, test, part, to: label, when: sense, asserted: asserted)
    case .count(let count, let parts, let part):
      let test = Instruction(operation: .unit, sense: sense, subject: unit(count, of: parts), target: label)
      branch(onWhole: condition, test, part, .count, unknown: unknown, asserted: asserted)
    case .score(let score, let test, let part):
      branch(on: score, test, part, to: label, when: sense, whole: condition, unknown: unknown, asserted: asserted)
    }
  }

  /// All of the parts, which one that fails decides, or any of them, which one that holds decides.
  private mutating func branch(
    onEach parts: [Condition], decidedBy truth: Bool, to label: Label, when sense: Bool, unknown: Unknown,
    asserted: Bool
  ) {
    let (past, start) = (newLabel(), program.code.count)
    for part in parts.dropLast() {
      branch(on: part, to: sense == truth ? label : past, when: truth, unknown: unknown, asserted: asserted)
      if truth == asserted { beginAlternative(to: start) }
    }
    if let last = parts.last {
      branch(on: last, to: label, when: sense, unknown: unknown, asserted: asserted)
    } else {
      branch(on: truth ? .never : .always, to: label, when: sense)
    }
    place(past)
  }

  // MARK: Tests of a question

  private mutating func branch(
    on question: QuestionID, _ test: QuestionTest, _ part: PartID, to label: Label, when sense: Bool, asserted: Bool
  ) {
    let tests = instructions(for: test, of: question)
    let past = newLabel()
    for (position, var instruction) in tests.enumerated() {
      let isLast = position == tests.count - 1
      instruction.sense = isLast ? sense : true
      instruction.target = isLast || sense ? label : past
      append(instruction, part: part, held: asserted, subject: .question(question))
    }
    place(past)
  }

  /// The same where a missing or unsure answer counts as the test holding, or as its failing.
  private mutating func branch(
    on question: QuestionID, _ test: QuestionTest, _ part: PartID, to label: Label, when sense: Bool, unknownHolds: Bool
  ) {
    let (past, mayApply) = (newLabel(), newLabel())
    let slot = Int32(question.position)
    if test != .wasAsked {
      if grammar.questions[question].applies != nil {
        append(Instruction(operation: .wasAsked, subject: slot, target: mayApply))
        append(Instruction(operation: .unit, subject: unit(.mayApply(question)), target: mayApply))
        append(Instruction(operation: .jump, target: sense ? past : label))
      }
      place(mayApply)
      let known: Instruction.Operation = test == .isUnsure ? .wasAsked : .isSettled
      require(known, of: question, else: sense == unknownHolds ? label : past)
    }
    branch(on: question, test, part, to: label, when: sense, asserted: true)
    place(past)
  }

  /// The instructions of which any has to hold; at least one.
  private func instructions(for test: QuestionTest, of question: QuestionID) -> [Instruction] {
    let kind = grammar.questions[question].kind
    let slot = Int32(question.position)
    switch test {
    case .isUnsure: return [Instruction(operation: .isUnsure, subject: slot)]
    case .wasAsked: return [Instruction(operation: .wasAsked, subject: slot)]
    case .has(let quantifier, let literals):
      let bits = literals.reduce(0) { $0 | kind.bit(of: $1) }
      return [Instruction(operation: quantifier.operation, subject: slot, low: bits)]
    case .isOne(let literals):
      return runs(of: literals.map { kind.checkedCode(of: $0) }).map {
        Instruction(operation: .inRange, subject: slot, low: $0.lowerBound, high: $0.upperBound)
      }
    case .compares(let comparison, let literal):
      let codes = comparison.codes(around: kind.checkedCode(of: literal))
      return [Instruction(operation: .inRange, subject: slot, low: codes.lowerBound, high: codes.upperBound)]
    case .between(let low, let high):
      let (low, high) = (kind.checkedCode(of: low), kind.checkedCode(of: high))
      return [Instruction(operation: .inRange, subject: slot, low: low, high: high)]
    }
  }

  /// The codes as ranges; where there are none, one that no answer has.
  private func runs(of codes: [Int32]) -> [ClosedRange<Int32>] {
    guard !codes.isEmpty else { return [.max ... .max] }
    var runs: [ClosedRange<Int32>] = []
    for code in codes.sorted() {
      if let last = runs.last, code <= last.upperBound + 1 {
        runs[runs.count - 1] = last.lowerBound...code
      } else {
        runs.append(code...code)
      }
    }
    return runs
  }

  // MARK: Counts and scores

  /// Appends a test of something that is known only where every question that it reads is settled.
  private mutating func branch(
    onWhole condition: Condition, _ test: Instruction, _ part: PartID, _ subject: TraceEntry.Subject, unknown: Unknown,
    asserted: Bool
  ) {
    let past = newLabel()
    if unknown != .plain {
      let whereUnknown = test.sense == (unknown == .holds) ? test.target : past
      require(.isSettled, ofEachRead: condition, else: whereUnknown)
    }
    append(test, part: part, held: asserted, subject: subject)
    place(past)
  }

  /// Goes to `label` unless every question that a condition reads passes a test.
  mutating func require(_ operation: Instruction.Operation, ofEachRead condition: Condition, else label: Label) {
    switch condition {
    case .always, .never, .question(_, .wasAsked, _): break
    case .not(let inner): require(operation, ofEachRead: inner, else: label)
    case .all(let parts), .any(let parts), .count(_, let parts, _):
      for part in parts { require(operation, ofEachRead: part, else: label) }
    case .fact(let fact, _): require(unit(.factReads(fact, pass: operation)), else: label)
    case .score(let score, _, _): require(unit(.scoreReads(score, pass: operation)), else: label)
    case .question(let question, _, _): require(operation, of: question, else: label)
    }
  }

  mutating func require(_ operation: Instruction.Operation, ofEachRead item: Score.Item, else label: Label) {
    switch item {
    case .points(_, let condition, _): require(operation, ofEachRead: condition, else: label)
    case .add(.question(let question), _, _): require(operation, of: question, else: label)
    case .add(.score(let score), _, _): require(unit(.scoreReads(score, pass: operation)), else: label)
    case .each(_, let questions, _): for asked in questions { require(operation, of: asked.question, else: label) }
    }
  }

  private mutating func require(_ operation: Instruction.Operation, of question: QuestionID, else label: Label) {
    append(Instruction(operation: operation, sense: false, subject: Int32(question.position), target: label))
  }

  /// Goes to `label` unless a unit holds.
  mutating func require(_ unit: Int32, else label: Label) {
    append(Instruction(operation: .unit, sense: false, subject: unit, target: label))
  }

  mutating func lower(_ count: Count, of conditions: [Condition]) {
    for condition in conditions {
      let past = newLabel()
      branch(on: condition, to: past, when: false)
      append(Instruction(operation: .tally))
      place(past)
    }
    let most = Int32(conditions.count)
    let (low, high): (Int32, Int32) =
      switch count {
      case .atLeast(let least): (Int32(least), most)
      case .exactly(let number): (Int32(number), Int32(number))
      case .atMost(let number): (0, Int32(number))
      }
    append(Instruction(operation: .yieldTally, low: low, high: high))
  }

  private mutating func branch(
    on score: ScoreID, _ test: ScoreTest, _ part: PartID, to label: Label, when sense: Bool, whole: Condition,
    unknown: Unknown, asserted: Bool
  ) {
    let limit: Program.Threshold.Test
    switch test {
    case .between(let low, let high):
      let ends = [
        Condition.score(score, .compares(.atLeast, low), part), .score(score, .compares(.atMost, high), part),
      ]
      return branch(on: .all(ends), to: label, when: sense, unknown: unknown, asserted: asserted)
    case .compares(let comparison, let literal):
      guard case .number(let number) = literal.value else { return }
      limit = .compares(comparison, number.millionths)
    case .isUnsure: limit = .isUnsure
    }
    let (isShare, subject) = (grammar.scores[score].form == .percentOfAnswered, Int32(program.thresholds.count))
    program.thresholds.append(Program.Threshold(score: Int32(score.position), isShare: isShare, test: limit))
    let test = Instruction(operation: .threshold, sense: sense, subject: subject, target: label)
    branch(onWhole: whole, test, part, .score(score), unknown: unknown, asserted: asserted)
  }
}

extension QuestionTest.Quantifier {
  var operation: Instruction.Operation {
    switch self {
    case .any: .hasAny
    case .all: .hasAll
    case .none: .hasNone
    }
  }
}

extension Comparison {
  /// The codes that compare so with `code`; where there are none, one that no answer has.
  func codes(around code: Int32) -> ClosedRange<Int32> {
    switch self {
    case .less: code == 0 ? .max ... .max : 0...code - 1
    case .atMost: 0...code
    case .equal: code...code
    case .atLeast: code ... .max
    case .more: code + 1 ... .max
    }
  }
}
