import Triage
import Understanding

extension Conversation {
  /// Turns to an alarm that was heard; nil where that would change nothing.
  ///
  /// After an outcome below the highest level the last answer is taken back first, since a session that has ended hears
  /// nothing more.
  mutating func interrupt(with alarm: AlarmID, at now: Moment) -> Reply? {
    if case .alarm(alarm, _) = purpose { return nil }
    if hasEnded {
      guard !isAtHighestLevel, let reopened = try? Session(tree, replaying: session.events.dropLast()) else {
        return nil
      }
      guard case .asking = reopened.position else { return nil }
      session = reopened
    }
    confirming = nil
    return goOn(with: alarm, [], echo: [Say(.notice, Phrases.alarmHeard, role: .strong)], at: now)
  }

  /// Asks an alarm's next question, or sounds the alarm once all are answered.
  mutating func goOn(with alarm: AlarmID, _ given: [Event.Given], echo: [Say], at now: Moment) -> Reply {
    tries = Tries()
    if session.nextQuestion(of: alarm, after: given) != nil {
      purpose = .alarm(alarm, given)
      return Reply(says: echo + questionWords)
    }
    purpose = .next
    var sounded = self
    let reply = sounded.submit(.alarm(alarm, given), answering: given.map(\.question), echo: echo, at: now)
    guard !sounded.hasEnded else {
      self = sounded
      return reply
    }
    self = sounded
    return Reply(says: echo + [Say(.notice, Phrases.alarmPassed)] + reply.says.dropFirst(echo.count))
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
