import Triage
import Understanding

extension Conversation {
  /// Takes what a line was understood as, as the answer to the question that stands.
  ///
  /// - Parameter saidMore: whether the line said more than was made of it.
  mutating func take(_ understood: Understood, saidMore: Bool = false, at now: Moment) -> Reply {
    guard let asked = question else { return Reply() }
    switch understood {
    case .answer(let reading): return take(reading, to: asked, saidMore: saidMore, at: now)
    case .interval(let interval): return take(interval, to: asked, at: now)
    case .ambiguous(let values): return ask(whichOf: values, to: asked, at: now)
    case .unrecognised(let difficulty): return explain(difficulty, with: asked, at: now)
    }
  }

  private mutating func take(_ reading: Reading, to asked: QuestionID, saidMore: Bool, at now: Moment) -> Reply {
    guard reading.answer == .unsure else {
      let echo = echo(reading, of: asked, saidMore: saidMore, at: now)
      return enter(reading.answer, to: asked, echo: [echo], at: now)
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
    if tries.candidates.count == 1, case .answer(let reply) = yesOrNo(line, at: now) {
      if reply.answer == .value(.yes) { return .answer(Reading(.value(first), by: reply.rule)) }
      if reply.answer == .value(.no) { return .unrecognised(.noSense) }
    }
    switch understood {
    case .answer, .interval: return understood
    case .ambiguous, .unrecognised: break
    }
    let choices = tries.candidates.map { Choice(name: "", label: phrases.value($0, of: grammar.questions[asked])) }
    let isList = grammar.questions[asked].picksSeveral
    guard case .answer(let reading) = reading(of: line, as: isList ? .choices(choices) : .choice(choices), at: now),
      reading.rule != .listNumber, case .value(let picked) = reading.answer,
      let value = picked.among(tries.candidates)
    else { return understood }
    return .answer(Reading(.value(value), by: reading.rule))
  }

  /// The yes or no that a line is where one of several was asked for.
  func mereReply(_ line: String, _ understood: Understood, to asked: QuestionID, at now: Moment) -> Value? {
    guard case .unrecognised(.noSense) = understood, tries.singly == nil, tries.candidates.count != 1,
      !grammar.questions[asked].choices.isEmpty
    else { return nil }
    if GeneralReply(line, to: .twoThings, in: spoken) == .everything { return .yes }
    switch saysYes(line, at: now) {
    case true: return .yes
    case false where picksOne: return .no
    default: return nil
    }
  }

  /// Whether one of several is asked for, which people describe in words of their own.
  var picksOne: Bool {
    guard let asked = question, case .choice = grammar.questions[asked].kind else { return false }
    return true
  }

  /// Asks what a yes is to: whether to what sounded the alarm that is being asked about, and else to which of the list;
  /// and after a no, which comes nearest. Said once more the list is taken one by one.
  mutating func ask(whichFits asked: QuestionID, after reply: Value, at now: Moment) -> Reply {
    if reply == .yes, !sought.isEmpty { return ask(whichOf: sought, to: asked, at: now) }
    tries.misunderstood += 1
    guard tries.misunderstood < Tries.mostMereReplies else { return loseTrack(of: asked, at: now) }
    return Reply(says: [say(.trouble, reply == .yes ? .yesToWhich : .whichIsNearest), hint(for: asked)])
  }

  private mutating func ask(whichOf values: [Value], to asked: QuestionID, at now: Moment) -> Reply {
    guard !values.isEmpty else { return explain(.noSense, with: asked, at: now) }
    tries.misunderstood += 1
    tries.candidates = grammar.questions[asked].kind == .yesNo ? [] : values
    guard tries.misunderstood < Tries.most else { return loseTrack(of: asked, at: now) }
    let which = whichWords(values, of: grammar.questions[asked])
    return Reply(says: [which] + (tries.isSecond ? questionWords : []))
  }

  mutating func explain(_ difficulty: Difficulty, with asked: QuestionID, at now: Moment) -> Reply {
    if difficulty != .empty { tries.misunderstood += 1 }
    guard tries.misunderstood < Tries.most else { return loseTrack(of: asked, at: now) }
    let isSecond = tries.isSecond && difficulty == .noSense
    let trouble = isSecond ? secondTrouble(with: asked) : troubleWords(difficulty, with: grammar.questions[asked])
    return Reply(says: [trouble] + (tries.misunderstood <= 1 ? [hint(for: asked)] : questionWords))
  }
}

extension Value {
  /// What a pick from a list of candidates stands for: one of them, or several together.
  fileprivate func among(_ candidates: [Value]) -> Value? {
    switch self {
    case .choice(let place): return candidates[place]
    case .choices(let places):
      let picks = candidates.indices.reduce(UInt32(0)) { picks, place in
        guard places >> UInt32(place) & 1 == 1, case .choices(let more) = candidates[place] else { return picks }
        return picks | more
      }
      return picks == 0 ? nil : .choices(picks)
    case .yesNo, .number, .duration: return nil
    }
  }
}

extension Question {
  /// Two things that may both be so.
  fileprivate static let twoThings = Question(
    name: "", kind: .choices([Choice(name: "first", label: ""), Choice(name: "second", label: "")]), ask: "")

  /// Whether an answer to a red flag is less worrying than another.
  func isLower(_ answer: Answer, than other: Answer) -> Bool {
    guard let first = worry(of: answer), let second = worry(of: other) else { return false }
    return first < second
  }
}
