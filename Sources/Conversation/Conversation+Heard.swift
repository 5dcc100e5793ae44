import Triage
import Understanding

/// What a line is taken for, so that a record can say why something was done.
public enum Heard: Equatable, Sendable {
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
  public func heard(in line: String, at now: Moment) -> Heard {
    let alarms = heardAlarms(in: line, tree)
    if !alarms.isEmpty { return .alarms(alarms) }
    let command = Command(line)
    if confirming != nil {
      return command.map(Heard.command) ?? .confirmation(understand(line, as: .yesOrNo, now: now))
    }
    guard let question else { return command.map(Heard.command) ?? .nothing }
    let understood = understand(line, as: grammar.questions[question], now: now)
    if let command, !isNamed(understood) || Command.isMarked(line) { return .command(command) }
    return .answer(command == nil ? chosen(sided(understood, line), line, at: now) : understood, to: question)
  }
}
