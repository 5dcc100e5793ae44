import Triage
import Understanding

/// What a line is taken for, so that a record can say why something was done.
public enum Taken: Equatable, Sendable {
  case alarms([AlarmID])
  case command(Command)
  /// Yes or no, or neither, to what has to be confirmed.
  case confirmation(Understood)
  /// As the answer to the question that stands.
  case answer(Understood, to: QuestionID)
  /// Nothing was asked.
  case nothing
}

extension Conversation {
  /// What ``hear(_:at:)`` would take a line for.
  public func taking(of line: String, at now: Moment) -> Taken {
    var listening = self
    let heard = listening.heard(in: line, at: now)
    let alarms = alarms(of: heard, at: now)
    if !alarms.isEmpty { return .alarms(alarms) }
    if confirming != nil {
      return heard.command.map(Taken.command)
        ?? .confirmation(understand(line, as: .yesOrNo, now: now, in: language ?? .english))
    }
    guard let question else { return heard.command.map(Taken.command) ?? .nothing }
    if let command = heard.command { return .command(command) }
    return .answer(chosen(sided(heard.answer, line), line, at: now), to: question)
  }
}
