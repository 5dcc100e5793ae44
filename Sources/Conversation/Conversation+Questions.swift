import Triage
import Understanding

/// How questions and answers are put to the patient.
extension Conversation {
  var openingWords: [Say] {
    let about = grammar.about
    var words = [Say(.heading, told: grammar.title), Say(.paragraph, Phrases.whatThisIs)]
    if let audience = about.audience { words.append(Say(.paragraph, told: Phrases.madeFor(audience))) }
    words.append(Say(.paragraph, isRecorded ? Phrases.isStored : Phrases.nothingIsStored))
    words.append(reviewWords)
    if let number = about.emergencyNumber {
      words.append(Say(.notice, told: Phrases.emergencyNumber(number), role: .strong))
    }
    words.append(Say(.paragraph, Phrases.helpHint))
    return words
  }

  private var reviewWords: Say {
    switch review {
    case .none: Say(.notice, Phrases.notSignedOff)
    case .some: Say(.notice, Phrases.partlySignedOff)
    case .all(let names, let last): Say(.paragraph, told: Phrases.reviewed(by: names, last: Phrases.date(last)))
    }
  }

  /// The question that stands, with its choices and how it can be answered.
  var questionWords: [Say] {
    if let confirming { return confirmationWords(confirming) }
    guard let asked = question else { return whatNow }
    let choices = grammar.questions[asked].choices
    return [Say(.question, told: text(of: asked), isApart: true)] + plainerWords(for: asked)
      + choices.indices.map { Say.choice(choices[$0].label, at: $0) } + [hint(for: asked)]
  }

  /// What can be done where no question stands.
  var whatNow: [Say] { [Say(.paragraph, Phrases.afterOutcome, role: .dim, isApart: true)] }

  /// The plainer words, once it was misunderstood twice.
  private func plainerWords(for asked: QuestionID) -> [Say] {
    guard tries.misunderstood > 1, !tries.wasUnsure, let plainer = grammar.questions[asked].wording.plainer else {
      return []
    }
    return [Say(.paragraph, told: plainer)]
  }

  /// The words of a question: plainer after a "not sure" that is no answer, and for somebody else where somebody answers
  /// for them.
  func text(of asked: QuestionID) -> String {
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
    let hint =
      switch grammar.questions[asked].kind {
      case .yesNo: Phrases.hintYesNo
      case .choice: Phrases.hintChoice
      case .choices: Phrases.hintChoices
      case .number(let range): Phrases.hintNumber(range)
      case .duration: Phrases.hintDuration
      }
    return Say(.paragraph, hint, role: .dim, indent: 2)
  }

  // MARK: Echoes

  func echo(_ reading: Reading, of asked: QuestionID, at now: Moment) -> Say {
    let question = grammar.questions[asked]
    switch reading.answer {
    case .unsure:
      guard case .counts(let literal) = question.unsure else { return Say(.echo, Phrases.understoodNotSure) }
      return Say(.echo, told: Phrases.notSureCountsAs(Phrases.value(literal.value, of: question)))
    case .value(let value):
      let words = Phrases.value(value, of: question)
      if reading.rule == .since, let date = now.date(before: value) {
        return Say(.echo, told: Phrases.understoodSince(Phrases.date(date), words))
      }
      let isAbout = reading.isApproximate && value.size != nil
      return Say(.echo, told: isAbout ? Phrases.understoodAbout(words) : Phrases.understood(words))
    }
  }

  func echo(_ interval: Interval, of asked: QuestionID, at now: Moment) -> Say {
    if interval.rule == .since, let first = now.date(before: interval.high), let last = now.date(before: interval.low) {
      return Say(.echo, told: Phrases.understoodBetween(Phrases.date(first), Phrases.date(last)))
    }
    return Say(.echo, told: Phrases.understood(Phrases.interval(interval, of: grammar.questions[asked])))
  }

  func worryingEcho(_ value: Value, of asked: QuestionID) -> Say {
    Say(.echo, told: Phrases.worryingEnd(Phrases.value(value, of: grammar.questions[asked])))
  }

  /// An answer in words, and what "not sure" is treated as.
  func wording(of answer: Answer, to asked: QuestionID) -> String {
    let question = grammar.questions[asked]
    switch answer {
    case .value(let value): return Phrases.value(value, of: question)
    case .unsure:
      guard case .counts(let literal) = question.unsure else { return Phrases.notSure }
      return Phrases.unsureKept(Phrases.value(literal.value, of: question))
    }
  }
}

extension Phrases {
  /// What to say to somebody whose words were no answer.
  static func trouble(_ difficulty: Difficulty, with question: Question) -> String {
    switch difficulty {
    case .empty: empty
    case .tooLong: tooLong
    case .noSense: didNotUnderstand
    case .vague: needsLength
    case .outOfRange: outOfRange(range(of: question))
    case .offGrid(let below, let above): offGrid(below.digits, above.digits)
    }
  }

  /// What to say to somebody whose words may be one of several answers.
  static func which(of values: [Value], _ question: Question) -> String {
    if case .yesNo = question.kind { return yesNoOrNotSure }
    let words = values.map { value($0, of: question) }
    return words.count == 1 ? doYouMean(words[0]) : whichOf(words)
  }

  private static func range(of question: Question) -> String {
    switch question.kind {
    case .number(let range): fromTo(range.low.digits, range.high.digits)
    case .duration(let range): fromTo(duration(range.lowerBound), duration(range.upperBound))
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
