/// The only ways to change a session.
public enum Event: Equatable, Sendable {
  /// The answer to the question that is being asked.
  case answer(QuestionID, Answer)
  /// The patient could not answer a question whose "not sure" is no answer.
  case stuck
  /// A phrase of this alarm was heard and its questions, as far as they apply, were answered so.
  ///
  /// Where the alarm's condition then holds the session ends. Where not, new answers wait until they are reached, and
  /// a different answer to a question already answered revises it; of two answers to a red flag the more worrying
  /// stands.
  case alarm(AlarmID, [Given])
  /// Another answer to a question that was answered: everything is folded again from the start, and answers given
  /// later wait until they are reached.
  case revise(QuestionID, Answer)

  /// A question with its answer.
  public struct Given: Hashable, Sendable {
    public var question: QuestionID
    public var answer: Answer

    public init(_ question: QuestionID, _ answer: Answer) {
      self.question = question
      self.answer = answer
    }
  }
}

/// Why an event was refused. The session is as it was before.
public enum Rejection: Error, Equatable, Sendable {
  case ended
  /// Another question is being asked.
  case notAsked(QuestionID)
  case neverAnswered(QuestionID)
  case wrongType(QuestionID)
  case outOfRange(QuestionID)
  /// Between two answers that the question accepts.
  case offGrid(QuestionID)
  /// "Not sure" is no answer to this question.
  case unsureIsNoAnswer(QuestionID)
  /// The question being asked has an answer for who is not sure.
  case notStuck(QuestionID)
  /// The alarm asks no such question, or it does not apply, or it was given twice.
  case notOfAlarm(QuestionID)
  /// The alarm asks this one too, it applies, and its answer is missing.
  case alarmUnanswered(QuestionID)
}
