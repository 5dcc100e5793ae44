import Triage
import Understanding

extension Conversation {
  /// Takes what a line was understood as, as the answer to the question that stands.
  mutating func take(_ understood: Understood, at now: Moment) -> Reply {
    guard let asked = question else { return Reply() }
    switch understood {
    case .answer(let reading): return take(reading, to: asked, at: now)
    case .interval(let interval): return take(interval, to: asked, at: now)
    case .ambiguous(let values): return ask(whichOf: values, to: asked, at: now)
    case .unrecognised(let difficulty): return explain(difficulty, with: asked, at: now)
    }
  }

  private mutating func take(_ reading: Reading, to asked: QuestionID, at now: Moment) -> Reply {
    guard reading.answer == .unsure else {
      return enter(reading.answer, to: asked, echo: [echo(reading, of: asked, at: now)], at: now)
    }
    if let interval = tries.interval, let worse = worryingEnd(of: interval, for: asked) {
      return enter(.value(worse), to: asked, echo: [worryingEcho(worse, of: asked)], at: now)
    }
    guard grammar.questions[asked].asksAgain else {
      return enter(.unsure, to: asked, echo: [echo(reading, of: asked, at: now)], at: now)
    }
    guard !tries.wasUnsure else { return giveUp(on: asked, at: now) }
    tries.wasUnsure = true
    return Reply(says: [say(.echo, .understoodNotSure), say(.paragraph, .plainerWords)] + questionWords)
  }

  // MARK: Entering

  /// Makes an answer an event, and says what follows.
  mutating func enter(_ answer: Answer, to asked: QuestionID, echo: [Say], at now: Moment) -> Reply {
    switch purpose {
    case .next: return submit(.answer(asked, answer), answering: [asked], echo: echo, at: now)
    case .change: return propose(asked, answer, echo: echo)
    case .alarm(var sounding):
      sounding.given.append(standing(Event.Given(asked, answer)))
      return goOn(with: sounding, echo: echo, at: now)
    }
  }

  /// Submits an event. Where it is refused nothing has changed, and the question comes back.
  mutating func submit(_ event: Event, answering: [QuestionID], echo: [Say], at now: Moment) -> Reply {
    do throws(Rejection) {
      try session.submit(event)
    } catch {
      return Reply(says: [say(.trouble, .cannotTakeThat)] + questionWords)
    }
    purpose = .next
    tries = Tries()
    return Reply(says: echo + progress(after: answering, at: now))
  }

  // MARK: Not understood

  /// What was understood, where the line may say which of several values is meant: "weeks" after "5 days, 5 weeks or
  /// 5 months?", or yes or no after "Do you mean that?"
  func chosen(_ understood: Understood, _ line: String, at now: Moment) -> Understood {
    guard let asked = question, let first = tries.candidates.first else { return understood }
    if case .answer(let reading) = understood, reading.rule == .label { return understood }
    if tries.candidates.count == 1,
      case .answer(let reply) = understand(line, as: .yesOrNo, now: now, in: language ?? .english)
    {
      if reply.answer == .value(.yes) { return .answer(Reading(.value(first), by: reply.rule)) }
      if reply.answer == .value(.no) { return .unrecognised(.noSense) }
    }
    switch understood {
    case .answer, .interval: return understood
    case .ambiguous, .unrecognised: break
    }
    let choices = tries.candidates.map { Choice(name: "", label: phrases.value($0, of: grammar.questions[asked])) }
    let which = Question(name: "", kind: .choice(choices), ask: "")
    guard case .answer(let reading) = understand(line, as: which, now: now, in: language ?? .english),
      reading.rule != .listNumber,
      case .value(.choice(let place)) = reading.answer
    else { return understood }
    return .answer(Reading(.value(tries.candidates[place]), by: reading.rule))
  }

  private mutating func ask(whichOf values: [Value], to asked: QuestionID, at now: Moment) -> Reply {
    guard !values.isEmpty else { return explain(.noSense, with: asked, at: now) }
    tries.misunderstood += 1
    tries.candidates = grammar.questions[asked].kind == .yesNo ? [] : values
    guard tries.misunderstood < 3 else { return loseTrack(of: asked, at: now) }
    let which = whichWords(values, of: grammar.questions[asked])
    return Reply(says: [which] + (tries.misunderstood == 2 ? questionWords : []))
  }

  private mutating func explain(_ difficulty: Difficulty, with asked: QuestionID, at now: Moment) -> Reply {
    if difficulty != .empty { tries.misunderstood += 1 }
    guard tries.misunderstood < 3 else { return loseTrack(of: asked, at: now) }
    let isSecond = tries.misunderstood == 2 && difficulty == .noSense
    let trouble = isSecond ? secondTrouble(with: asked) : troubleWords(difficulty, with: grammar.questions[asked])
    return Reply(says: [trouble] + (tries.misunderstood < 2 ? [hint(for: asked)] : questionWords))
  }

  private func secondTrouble(with asked: QuestionID) -> Say {
    say(.trouble, grammar.questions[asked].wording.plainer == nil ? .stillUnclear : .stillUnclearPlainer)
  }

  /// After three lines that were no answer: each choice by itself, or else one last try.
  private mutating func loseTrack(of asked: QuestionID, at now: Moment) -> Reply {
    if case .change = purpose { return giveUp(on: asked, at: now) }
    if tries.interval == nil, let singly = askSingly(asked) { return singly }
    guard !tries.isLast, tries.interval == nil else { return giveUp(on: asked, at: now) }
    tries.isLast = true
    return Reply(says: [say(.trouble, .lastTry)] + questionWords)
  }

  /// After the last try: not sure where that is an answer, and else the session is stuck. What was answered before
  /// stays as it was, and an alarm is left.
  mutating func giveUp(on asked: QuestionID, at now: Moment) -> Reply {
    if case .change = purpose {
      purpose = .next
      tries = Tries()
      return Reply(says: [say(.notice, .keptAnswer)] + questionWords)
    }
    if let interval = tries.interval, let worse = worryingEnd(of: interval, for: asked) {
      return enter(.value(worse), to: asked, echo: [worryingEcho(worse, of: asked)], at: now)
    }
    guard grammar.questions[asked].asksAgain else {
      let echo = echo(Reading(.unsure, by: .notSure), of: asked, at: now)
      return enter(.unsure, to: asked, echo: [say(.notice, .skippedAsNotSure), echo], at: now)
    }
    if case .alarm = purpose { return leaveAlarm(at: now) }
    return submit(.stuck, answering: [], echo: [say(.notice, tries.wasUnsure ? .stuckUnsure : .stuckNow)], at: now)
  }
}

extension Question {
  /// A mere yes or no, about nothing in particular.
  static let yesOrNo = Question(name: "", kind: .yesNo, ask: "")

  /// Whether an answer to a red flag is less worrying than another.
  func isLower(_ answer: Answer, than other: Answer) -> Bool {
    guard let first = worry(of: answer), let second = worry(of: other) else { return false }
    return first < second
  }
}
