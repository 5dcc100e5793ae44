extension Lowering {
  mutating func lower(_ score: Score) {
    for item in score.items { lower(item, isShare: score.form == .percentOfAnswered) }
    append(Instruction(operation: .yieldSum))
  }

  private mutating func lower(_ item: Score.Item, isShare: Bool) {
    if case .each(let points, let questions, let part) = item {
      for asked in questions {
        let isYes = Condition.question(asked.question, .isOne(of: [Literal(.yes)]), asked.part)
        lower(.points(points, if: isYes, part), isShare: isShare)
      }
      return
    }
    let unanswered = newLabel()
    if isShare {
      require(.hasValue, ofEachRead: item, else: unanswered)
      let most = ranges.range(of: item)?.upperBound ?? 0
      append(Instruction(operation: .addBest, subject: constant(Int64(most))))
    }
    switch item {
    case .points(let points, let condition, _):
      branch(on: condition, to: unanswered, when: false)
      append(Instruction(operation: .add, subject: constant(points.millionths)))
    case .add(.score(let score), let times, _):
      append(Instruction(operation: .addScore, subject: Int32(score.position), low: constant(times.millionths)))
    case .add(.question(let question), let times, _): lower(question, times: times)
    case .each: break
    }
    place(unanswered)
  }

  private mutating func lower(_ question: QuestionID, times: Number) {
    let slot = Int32(question.position)
    func points(_ number: Number) -> Int64 { PointRange.product(number, times) ?? 0 }
    switch grammar.questions[question].kind {
    case .choice(let choices):
      append(Instruction(operation: .addListed, subject: slot, low: Int32(program.constants.count)))
      program.constants += choices.map { points($0.value ?? Number(0)) }
    case .number(let range):
      append(Instruction(operation: .addScaled, subject: slot, low: constant(points(range.low))))
      program.constants.append(points(range.step))
    default: break
    }
  }
}
