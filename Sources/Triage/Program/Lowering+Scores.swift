extension Lowering {
  mutating func lower(_ score: Score) {
    for item in score.items {
      switch item {
      case .points(let points, let condition, _):
        lower(condition: condition, points: points, isShare: score.form == .percentOfAnswered)
      case .each(let points, let questions, _):
        for asked in questions {
          let isYes = Condition.question(asked.question, .isOne(of: [Literal(.yes)]), asked.part)
          lower(condition: isYes, points: points, isShare: score.form == .percentOfAnswered)
        }
      case .add(let addend, let times, _):
        lower(addend, times: times, isShare: score.form == .percentOfAnswered)
      }
    }
    append(Instruction(operation: .yieldSum))
  }

  private mutating func lower(condition: Condition, points: Number, isShare: Bool) {
    let (past, unanswered) = (newLabel(), newLabel())
    if isShare {
      skipUnlessAnswered(condition, to: unanswered)
      append(Instruction(operation: .addBest, subject: constant(points.millionths)))
    }
    branch(on: condition, to: past, when: false)
    append(Instruction(operation: .add, subject: constant(points.millionths)))
    place(past)
    place(unanswered)
  }

  private mutating func lower(_ addend: Score.Addend, times: Number, isShare: Bool) {
    let unanswered = newLabel()
    if isShare {
      let whole: Condition =
        switch addend {
        case .question(let question): .question(question, .isUnsure, .none)
        case .score(let score): .score(score, .isUnsure, .none)
        }
      skipUnlessAnswered(whole, to: unanswered)
      let best = scoring.bounds(of: addend, times: times)?.upperBound ?? 0
      append(Instruction(operation: .addBest, subject: constant(best)))
    }
    switch addend {
    case .question(let question): lower(question, times: times)
    case .score(let score):
      append(Instruction(operation: .addScore, subject: Int32(score.position), low: constant(times.millionths)))
    }
    place(unanswered)
  }

  private mutating func lower(_ question: QuestionID, times: Number) {
    let slot = Int32(question.position)
    switch grammar.questions[question].kind {
    case .choice(let choices):
      let points = choices.map { Scoring.product($0.value ?? Number(0), times) ?? 0 }
      let first = Int32(program.constants.count)
      program.constants += points
      append(Instruction(operation: .addListed, subject: slot, low: first))
    case .number(let range):
      let first = constant(Scoring.product(range.low, times) ?? 0)
      program.constants.append(Scoring.product(range.step, times) ?? 0)
      append(Instruction(operation: .addScaled, subject: slot, low: first))
    default: break
    }
  }

  private mutating func skipUnlessAnswered(_ condition: Condition, to label: Label) {
    reading.forEachRead(in: condition) { read in
      append(
        Instruction(operation: .hasValue, sense: false, subject: Int32(read.question.position), target: label))
    }
  }
}
