import Triage

/// What has to be known of a session to think up what happens to it next.
public protocol Interview {
  var asked: QuestionID? { get }
  var answers: [Event.Given] { get }
  func nextQuestion(of alarm: AlarmID, after given: [Event.Given]) -> QuestionID?
}

extension Session: Interview {}

extension NaiveSession: Interview {
  public var asked: QuestionID? { if case .asking(let question) = position { question } else { nil } }
}
