import TreeFile
import Triage

/// A session in which a case answers whatever is asked.
public struct CaseRun: Sendable {
  public private(set) var session: Session
  /// What was asked, in order, an alarm's questions included.
  public private(set) var asked: [QuestionID] = []
  /// Why the session did not reach an outcome.
  public private(set) var halt: Halt?
  private let replies: [QuestionID: Case.Reply]

  public enum Halt: Error, Equatable, Sendable {
    /// It was asked, and the case has no answer.
    case unanswered(QuestionID)
    /// The case's answer was refused.
    case refused(QuestionID, Rejection)
    /// No alarm can be heard in a session that asks nothing.
    case alarmUnheard(Rejection)
  }

  public init(_ tree: Tree, _ test: Case, defaults: [QuestionID: Case.Reply]) {
    session = Session(tree)
    replies = defaults.merging(test.replies) { _, own in own }
    do throws(Halt) {
      if let alarm = test.alarm { try hear(alarm) }
      while case .asking(let question) = session.position { try reply(to: question) }
    } catch {
      halt = error
    }
  }

  private mutating func reply(to question: QuestionID) throws(Halt) {
    let reply = try take(question)
    do throws(Rejection) {
      switch reply {
      case .answer(let answer): try session.submit(.answer(question, answer))
      case .stuck: try session.submit(.stuck)
      }
    } catch {
      throw .refused(question, error)
    }
  }

  private mutating func hear(_ alarm: AlarmID) throws(Halt) {
    var given: [Event.Given] = []
    while let question = session.nextQuestion(of: alarm, after: given) {
      guard case .answer(let answer) = try take(question) else { throw .refused(question, .notStuck(question)) }
      do throws(Rejection) {
        try session.validate(answer, to: question)
      } catch {
        throw .refused(question, error)
      }
      given.append(Event.Given(question, answer))
    }
    do throws(Rejection) {
      try session.submit(.alarm(alarm, given))
    } catch {
      throw .alarmUnheard(error)
    }
  }

  private mutating func take(_ question: QuestionID) throws(Halt) -> Case.Reply {
    asked.append(question)
    guard let reply = replies[question] else { throw .unanswered(question) }
    return reply
  }
}
