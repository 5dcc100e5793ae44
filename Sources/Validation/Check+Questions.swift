import Triage

extension Check {
  mutating func check(_ question: QuestionID) {
    let checked = grammar.questions[question]
    checkAnswers(of: question)
    if let unasked = checked.unasked { check(unasked, of: question) }
    if case .counts(let literal) = checked.unsure { check(literal, of: question) }
    if let applies = checked.applies { checkDecision(applies) }
    guard let order = checked.redFlag, checked.kind.lastCode != nil else { return }
    check(order, of: question)
    checkUnsure(of: question, order)
  }

  private mutating func checkAnswers(of question: QuestionID) {
    let checked = grammar.questions[question]
    switch checked.kind {
    case .yesNo: break
    case .choice(let choices):
      if choices.isEmpty { report(.noChoices(question), checked.part) }
    case .choices(let choices):
      if choices.isEmpty { report(.noChoices(question), checked.part) }
      if choices.count > Question.mostChoices { report(.tooManyChoices(question), checked.part) }
    case .number(let range):
      if range.step.millionths <= 0 { return report(.stepNotPositive, range.part) }
      if range.low > range.high { return report(.emptyRange, range.part) }
      if checked.kind.lastCode == nil { return report(.rangeTooLarge, range.part) }
      if (range.high.millionths - range.low.millionths) % range.step.millionths != 0 {
        report(.rangeOffGrid(range), range.part)
      }
    case .duration:
      if checked.kind.lastCode == nil { report(.rangeTooLarge, checked.part) }
    }
  }

  // MARK: Red flags

  private mutating func check(_ order: Question.RedFlag, of question: QuestionID) {
    switch (order, grammar.questions[question].kind) {
    case (.rising, .number), (.rising, .duration), (.falling, .number), (.falling, .duration), (.falling, .choices):
      break
    case (.worrying(let literals, _), .choices(let choices)):
      for literal in literals {
        guard case .choice(let position) = literal.value, choices.indices.contains(position) else {
          report(.wrongType(question), literal.part)
          continue
        }
      }
    case (.ranked(let ranks, let part), .yesNo), (.ranked(let ranks, let part), .choice):
      check(ranks, of: question, part)
    default: report(.orderWrongForm(question), order.part)
    }
  }

  /// Every answer stands in the order, once.
  private mutating func check(_ ranks: [[Question.Rank]], of question: QuestionID, _ part: PartID) {
    let checked = grammar.questions[question]
    var (seen, sawUnsure) = (Set<Int32>(), false)
    for rank in ranks.joined() {
      switch rank {
      case .value(let literal):
        guard check(literal, of: question) else { continue }
        if !seen.insert(checked.kind.checkedCode(of: literal)).inserted {
          report(.orderRepeats(question), literal.part)
        }
      case .unsure(let part):
        if sawUnsure { report(.orderRepeats(question), part) }
        sawUnsure = true
      }
    }
    let missing = (0...(checked.kind.lastCode ?? 0)).filter { !seen.contains($0) }
    if !missing.isEmpty { report(.orderLacks(question, missing.map { checked.kind.value(of: $0) }), part) }
  }

  private mutating func checkUnsure(of question: QuestionID, _ order: Question.RedFlag) {
    let checked = grammar.questions[question]
    switch checked.unsure {
    case nil: report(.unsureUnstated(question), checked.part)
    case .askAgain(let part): report(.unsureAsksAgain(question), part)
    case .own(let part):
      guard let worry = checked.worry(of: .unsure) else { return report(.unsureUnranked(question), part) }
      if worry <= checked.leastWorry { report(.unsureLeastWorrying(question), part) }
    case .counts(let literal):
      guard (try? checked.kind.code(of: literal.value)) != nil else { return }
      let worries = [checked.worry(of: .unsure), checked.worry(of: .value(literal.value))]
      if worries.contains(checked.leastWorry) { report(.unsureLeastWorrying(question), literal.part) }
    }
  }
}

extension Question.RedFlag {
  var part: PartID {
    switch self {
    case .rising(let part), .falling(let part), .ranked(_, let part), .worrying(_, let part): part
    }
  }
}
