import Triage
import Understanding

/// How questions and answers are put to the patient.
extension Conversation {
  var openingWords: [Say] {
    let about = grammar.about
    var words = [Say(.heading, told: grammar.title), say(.paragraph, .whatThisIs)]
    if let audience = about.audience { words.append(say(.paragraph, .madeFor, [.audience: audience])) }
    words.append(say(.paragraph, isRecorded ? .isStored : .nothingIsStored))
    words.append(reviewWords)
    if let number = about.emergencyNumber {
      words.append(say(.notice, .emergencyNumber, [.number: number], role: .strong))
    }
    words.append(say(.paragraph, .helpHint))
    return words
  }

  private var reviewWords: Say {
    switch review {
    case .none: say(.notice, .notSignedOff)
    case .some: say(.notice, .partlySignedOff)
    case .all(let names, let last): reviewWords(by: names, last: phrases.date(last))
    }
  }

  /// Names of more than three would be a list to read before the first question.
  private func reviewWords(by names: [String], last date: String) -> Say {
    switch names.count {
    case 0...1: say(.paragraph, .reviewedByOne, [.names: phrases.allOf(names), .date: date])
    case 2...3: say(.paragraph, .reviewedBySome, [.names: phrases.allOf(names), .date: date])
    default: say(.paragraph, .reviewedByMany, [.date: date], count: Int64(names.count))
    }
  }

  /// The question that stands, with its choices and how it can be answered.
  var questionWords: [Say] {
    if let confirming { return confirmationWords(confirming) }
    guard let asked = question else { return whatNow }
    if let singly = tries.singly { return singleWords(singly, of: asked) }
    return questionWords(asking: questionText(of: asked))
  }

  /// The question once more, after something said beside it: without the choices, which stand right above.
  var reminder: [Say] {
    guard confirming == nil, tries.singly == nil, let asked = question else { return questionWords }
    return [Say(.question, told: questionText(of: asked), isApart: true), hint(for: asked)]
  }

  func questionWords(asking words: String) -> [Say] {
    guard let asked = question else { return whatNow }
    let choices = grammar.questions[asked].choices
    return [Say(.question, told: words, isApart: true)] + plainerWords(for: asked)
      + choices.indices.map { Say.choice(choices[$0].label, at: $0) } + [hint(for: asked)]
  }

  /// What can be done where no question stands.
  ///
  /// After an outcome of the highest level the number to call is said again, whatever was typed.
  var whatNow: [Say] {
    let still = stillToType
    guard isAtHighestLevel else { return [still] }
    guard let number = grammar.about.emergencyNumber else { return [still, say(.notice, .actNow, role: .strong)] }
    return [still, say(.notice, .stillCall, [.number: number], role: .strong)]
  }

  /// What to say to a line after an outcome that is no command. At the highest level somebody else can answer it.
  var beyondMe: Say {
    guard isAtHighestLevel, let number = grammar.about.emergencyNumber else { return say(.trouble, .didNotUnderstand) }
    return say(.trouble, .askWhoeverAnswers, [.number: number])
  }

  /// What can be typed after an outcome. What an alarm has decided can only be taken back.
  var stillToType: Say {
    say(.paragraph, endedByAlarm == nil ? .afterOutcome : .afterAlarm, role: .dim, isApart: true)
  }

  /// The plainer words, once it was misunderstood twice.
  private func plainerWords(for asked: QuestionID) -> [Say] {
    guard isPlainerShown, let plainer = grammar.questions[asked].wording.plainer else { return [] }
    return [Say(.paragraph, told: plainer)]
  }

  var isPlainerShown: Bool { tries.misunderstood > 1 && !tries.wasUnsure }

  /// The words of a question: plainer after a "not sure" that is no answer, and for somebody else where somebody answers
  /// for them.
  func questionText(of asked: QuestionID) -> String {
    let wording = grammar.questions[asked].wording
    if tries.wasUnsure, asked == question, let plainer = wording.plainer { return plainer }
    return name(of: asked)
  }

  /// How a question is spoken of: as it is asked, for somebody else where somebody answers for them.
  func name(of asked: QuestionID) -> String {
    let wording = grammar.questions[asked].wording
    return session.isOnBehalf ? wording.forOther ?? wording.ask : wording.ask
  }

  /// How a question can be answered.
  func hint(for asked: QuestionID) -> Say {
    switch grammar.questions[asked].kind {
    case .yesNo: hint(.hintYesNo)
    case .choice: hint(.hintChoice)
    case .choices: hint(.hintChoices)
    case .number(let range): hint(for: range)
    case .duration: hint(.hintDuration)
    }
  }

  private func hint(for range: NumberRange) -> Say {
    let ends = [Phrase.Slot.low: range.low.digits, .high: range.high.digits]
    guard range.step != Number(1) else { return hint(.hintNumber, ends) }
    return hint(.hintNumberInSteps, ends.merging([.step: range.step.digits]) { $1 })
  }

  func hint(_ phrase: Phrase, _ slots: [Phrase.Slot: String] = [:]) -> Say {
    say(.paragraph, phrase, slots, role: .dim, indent: 2)
  }

  // MARK: Echoes

  /// - Parameter saidMore: whether the line said more than this.
  func echo(_ reading: Reading, of asked: QuestionID, saidMore: Bool = false, at now: Moment) -> Say {
    let question = grammar.questions[asked]
    switch reading.answer {
    case .unsure:
      guard case .counts(let literal) = question.unsure else { return say(.echo, .understoodNotSure) }
      return say(
        .echo, question.redFlag == nil ? .notSureCountsAs : .notSureIsCareful,
        [.answer: phrases.value(literal.value, of: question)])
    case .value(let value):
      let words = phrases.value(value, of: question)
      if reading.rule == .since, let date = now.date(before: value) {
        if date == now.date { return say(.echo, .understoodToday) }
        return say(.echo, .understoodSince, [.date: phrases.date(date), .time: words])
      }
      let isAbout = reading.isApproximate && value.size != nil
      if isAbout { return say(.echo, .understoodAbout, [.answer: words]) }
      return say(.echo, saidMore ? .tookFrom : .understood, [.answer: words])
    }
  }

  func echo(_ interval: Interval, of asked: QuestionID, at now: Moment) -> Say {
    if interval.rule == .since, let first = now.date(before: interval.high), let last = now.date(before: interval.low) {
      return say(.echo, .understoodBetween, [.first: phrases.date(first), .last: phrases.date(last)])
    }
    return say(.echo, .understood, [.answer: phrases.interval(interval, of: grammar.questions[asked])])
  }

  func worryingEcho(_ value: Value, of asked: QuestionID) -> Say {
    say(.echo, .worryingEnd, [.answer: phrases.value(value, of: grammar.questions[asked])])
  }

  /// An answer in words, and what "not sure" is treated as.
  func wording(of answer: Answer, to asked: QuestionID) -> String {
    let question = grammar.questions[asked]
    switch answer {
    case .value(let value): return phrases.value(value, of: question)
    case .unsure:
      guard case .counts(let literal) = question.unsure else { return text(.notSure) }
      return text(.unsureKept, [.answer: phrases.value(literal.value, of: question)])
    }
  }
}

extension Conversation {
  /// What to say to somebody whose words were no answer.
  func troubleWords(_ difficulty: Difficulty, with question: Question) -> Say {
    switch difficulty {
    case .empty: say(.trouble, .empty)
    case .tooLong: say(.trouble, .tooLong)
    case .noSense: say(.trouble, .didNotUnderstand)
    case .vague: say(.trouble, .needsLength)
    case .outOfRange: say(.trouble, .outOfRange, [.range: range(of: question)])
    case .offGrid(let below, let above): say(.trouble, .offGrid, [.below: below.digits, .above: above.digits])
    }
  }

  /// What to say to somebody whose words may be one of several answers.
  func whichWords(_ values: [Value], of question: Question) -> Say {
    if case .yesNo = question.kind { return say(.trouble, .yesNoOrNotSure) }
    let words = values.map { phrases.value($0, of: question) }
    return words.count == 1
      ? say(.trouble, .doYouMean, [.answer: words[0]]) : say(.trouble, .whichOf, [.answers: phrases.oneOf(words)])
  }

  private func range(of question: Question) -> String {
    switch question.kind {
    case .number(let range): phrases.fromTo(range.low.digits, range.high.digits)
    case .duration(let range): phrases.fromTo(phrases.duration(range.lowerBound), phrases.duration(range.upperBound))
    case .yesNo, .choice, .choices: ""
    }
  }
}

extension Moment {
  /// The day that lies so long ago; nil for what is no length of time.
  fileprivate func date(before value: Value) -> CivilDate? {
    guard case .duration(let minutes) = value else { return nil }
    return date + -Int(minutes.count / (24 * 60))
  }
}
