import Triage
import Understanding

/// What a line was taken for, so that a record can say why something was done.
public enum Taken: Equatable, Sendable {
  case alarms([AlarmID])
  case command(Command)
  /// The answer that is to be changed, of those that were listed.
  case toChange(QuestionID)
  /// Yes or no, or neither: to what has to be confirmed, to one choice of several, or to a list of them.
  case confirmation(Understood)
  /// What was heard wrong, as it should have been heard.
  case correction([Event.Given])
  /// As the answer to the question that stands.
  case answer(Understood, to: QuestionID)
  /// Nothing was asked.
  case nothing
}
