import Triage
import Understanding

extension Conversation {
  /// Turns to an alarm that was heard; nil where it is being asked about already.
  ///
  /// After an outcome below the highest level the last answer is taken back first, since a session that has ended hears
  /// nothing more. One alarm may interrupt another, which is asked about afterwards.
  mutating func interrupt(with alarm: AlarmID, at now: Moment) -> Reply? {
    if case .alarm(let current) = purpose {
      if current.alarm == alarm { return nil }
      waitingAlarms.append(current)
    }
    confirming = nil
    if case .ended = session.position {
      purpose = .next
      if isAtHighestLevel { return Reply(says: standing(at: now)) }
      guard reopen() else { return nil }
    }
    let asks = session.nextQuestion(of: alarm, after: []) != nil
    let heard = Say(.notice, asks ? Phrases.alarmHeard : Phrases.alarmActs, role: .strong)
    return goOn(with: Sounding(alarm: alarm), echo: [heard], at: now)
  }

  /// Asks an alarm's next question, or sounds the alarm once all are answered.
  mutating func goOn(with sounding: Sounding, echo: [Say], at now: Moment) -> Reply {
    tries = Tries()
    if session.nextQuestion(of: sounding.alarm, after: sounding.given) != nil {
      purpose = .alarm(sounding)
      return Reply(says: echo + questionWords)
    }
    let event = Event.alarm(sounding.alarm, sounding.given)
    let known = sounding.given.map(\.question)
    let passed = Say(.notice, Phrases.alarmPassed)
    guard let waiting = waitingAlarms.popLast() else {
      return submit(event, answering: known, echo: echo + (ends(event) ? [] : [passed]), at: now)
    }
    let reply = submit(event, answering: known, echo: echo, at: now)
    return hasEnded ? reply : goOn(with: waiting, echo: echo + [passed], at: now)
  }

  private func ends(_ event: Event) -> Bool {
    var session = session
    try? session.submit(event)
    if case .ended = session.position { return true }
    return false
  }

  /// Goes back to where the last answer was asked for; false where there was none.
  private mutating func reopen() -> Bool {
    guard let before = try? Session(tree, replaying: session.events.dropLast()), case .asking = before.position else {
      return false
    }
    session = before
    return true
  }

  private var isAtHighestLevel: Bool {
    guard case .ended(let ending) = session.position else { return false }
    return grammar.isHighest(grammar.outcomes[ending.outcome].level)
  }
}

extension Grammar {
  /// Whether there is no level above this one.
  func isHighest(_ level: LevelID?) -> Bool { level?.position == levels.count - 1 }
}
