import Triage
import Understanding

extension Conversation {
  /// What alarms interrupted.
  struct Interrupted: Equatable, Sendable {
    /// The question whose answer was being changed.
    var change: QuestionID?
    /// Events taken back because they had led to an outcome, where a session hears no alarm. They happen again after
    /// it.
    var events: [Event] = []
    /// How many events there were before the first of the alarms.
    var start = 0
  }

  /// Turns to alarms that were heard, one after another; nil where each of them is being asked about already.
  ///
  /// The new ones come before one that is being asked about. At the highest level there is nothing left to ask.
  mutating func interrupt(with heard: [AlarmID], at now: Moment) -> Reply? {
    let new = heard.filter { alarm in !soundings.contains { $0.alarm == alarm } }
    guard let first = new.first else { return nil }
    confirming = nil
    setAside()
    if isAtHighestLevel { return endAlarms(at: now) }
    waitingAlarms = new.map { Sounding(alarm: $0) } + waitingAlarms
    let asks = session.nextQuestion(of: first, after: []) != nil
    let words = say(.notice, asks ? .alarmHeard : .alarmActs, role: .strong)
    return goOn(echo: [words], at: now)
  }

  /// Asks an alarm's next question, or sounds the alarm once all are answered.
  mutating func goOn(with sounding: Sounding, echo: [Say], at now: Moment) -> Reply {
    tries = Tries()
    if session.nextQuestion(of: sounding.alarm, after: sounding.given) != nil {
      purpose = .alarm(sounding)
      return Reply(says: echo + questionWords)
    }
    purpose = .next
    do throws(Rejection) {
      try session.submit(.alarm(sounding.alarm, sounding.given))
    } catch {
      return goOn(echo: echo + [caution], at: now)
    }
    if isAtHighestLevel { return endAlarms(echo: echo, at: now) }
    let endsHere = hasEnded && waitingAlarms.isEmpty && held.events.isEmpty
    return goOn(echo: echo + (endsHere ? [] : [say(.notice, .alarmPassed)]), at: now)
  }

  /// Leaves an alarm whose question got no answer. Without one it neither holds nor fails, so the patient is told whom
  /// to call, and what it interrupted goes on.
  mutating func leaveAlarm(at now: Moment) -> Reply {
    purpose = .next
    return goOn(echo: [caution], at: now)
  }

  private var caution: Say {
    guard let number = grammar.about.emergencyNumber else { return say(.notice, .getHelpInDoubt, role: .strong) }
    return say(.notice, .callInDoubt, [.number: number], role: .strong)
  }

  /// The alarm that is being asked about, and those that wait.
  var soundings: [Sounding] {
    if case .alarm(let current) = purpose { [current] + waitingAlarms } else { [] }
  }

  // MARK: Before and after

  /// Keeps what the next line would have been for.
  private mutating func setAside() {
    switch purpose {
    case .next: held = Interrupted(start: session.events.count)
    case .change(let question): held = Interrupted(change: question, start: session.events.count)
    case .alarm(let current): waitingAlarms.insert(current, at: 0)
    }
    purpose = .next
  }

  /// Turns to the next alarm that waits, or to what they all interrupted.
  private mutating func goOn(echo: [Say], at now: Moment) -> Reply {
    guard !waitingAlarms.isEmpty else { return resume(echo: echo, at: now) }
    let next = waitingAlarms.removeFirst()
    guard reopen() else { return goOn(echo: echo + [caution], at: now) }
    return goOn(with: next, echo: echo, at: now)
  }

  /// Goes back from an outcome to where the last question was asked; false where there was none.
  private mutating func reopen() -> Bool {
    guard case .ended = session.position else { return true }
    for count in session.events.indices.reversed() {
      guard let before = try? Session(tree, replaying: Array(session.events[..<count])),
        case .asking = before.position
      else { continue }
      held.events = session.events[count...] + held.events
      held.start = min(held.start, count)
      session = before
      return true
    }
    return false
  }

  private mutating func resume(echo: [Say], at now: Moment) -> Reply {
    let (resumed, asked) = (held, answeredToAlarms)
    held = Interrupted()
    tries = Tries()
    let lost = isAtHighestLevel ? [] : resumed.events.filter { !happensAgain($0, besides: asked) }
    let words = echo + (lost.isEmpty || hasEnded ? [] : [say(.notice, .answerSetAside)])
    guard let changing = resumed.change, let before = session.answer(to: changing), !isAtHighestLevel else {
      if turnToBesides() { return Reply(says: words + news(after: asked) + questionWords) }
      return Reply(says: words + progress(after: asked, at: now))
    }
    purpose = .change(changing)
    let changed = say(.notice, .changing, [.answer: wording(of: before, to: changing)])
    return Reply(says: words + news(after: asked) + [changed] + questionWords)
  }

  /// Of an answer to an alarm and one that was taken back, the more worrying to a red flag, and else the alarm's. A
  /// session does the same with the answers that it holds.
  func standing(_ answer: Event.Given) -> Event.Given {
    for case .answer(answer.question, let before) in held.events.map(\.asAnswer).reversed() {
      let isLower = grammar.questions[answer.question].isLower(answer.answer, than: before)
      return isLower ? Event.Given(answer.question, before) : answer
    }
    return answer
  }

  /// Lets an event that was taken back happen again, unless alarms have asked its question; false where its answer has
  /// got lost.
  private mutating func happensAgain(_ event: Event, besides asked: [QuestionID]) -> Bool {
    switch event {
    case .answer(let question, let answer), .revise(let question, let answer):
      if asked.contains(question) { return true }
      try? session.submit(event)
      return session.answer(to: question) == answer
    case .alarm, .stuck:
      try? session.submit(event)
      return true
    }
  }

  /// The questions that alarms have asked since something was interrupted.
  private var answeredToAlarms: [QuestionID] {
    session.events.dropFirst(held.start).flatMap { event -> [QuestionID] in
      if case .alarm(_, let given) = event { given.map(\.question) } else { [] }
    }
  }

  /// Stands at an outcome of the highest level, after which nothing that was interrupted goes on.
  private mutating func endAlarms(echo: [Say] = [], at now: Moment) -> Reply {
    let asked = answeredToAlarms
    waitingAlarms = []
    besides = []
    held = Interrupted()
    tries = Tries()
    return Reply(says: echo + progress(after: asked, at: now))
  }

  var isAtHighestLevel: Bool {
    guard case .ended(let ending) = session.position else { return false }
    return grammar.isHighest(grammar.outcomes[ending.outcome].level)
  }
}

extension Event {
  /// A revision as the answer that it is.
  fileprivate var asAnswer: Event {
    if case .revise(let question, let answer) = self { .answer(question, answer) } else { self }
  }
}

extension Grammar {
  /// Whether there is no level above this one.
  func isHighest(_ level: LevelID?) -> Bool { level?.position == levels.count - 1 }
}
