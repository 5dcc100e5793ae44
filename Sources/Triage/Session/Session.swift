/// A tree and what has happened so far: a value, folded from its events.
public struct Session: Sendable {
  public let tree: Tree
  public private(set) var events: [Event] = []
  public private(set) var position: Position
  /// What led here, in order.
  public private(set) var trace: [TraceEntry] = []

  public enum Position: Equatable, Sendable {
    case asking(QuestionID)
    case ended(Ending)
  }

  public struct Ending: Equatable, Sendable {
    public var outcome: OutcomeID
    public var cause: Cause

    public enum Cause: Equatable, Sendable {
      case decision
      case stuck
      case alarm(AlarmID)
    }
  }

  /// A session that stands at its first question, or at an outcome where nothing needs to be asked.
  public init(_ tree: Tree) { fatalError() }

  /// The session that the events lead to.
  public init(_ tree: Tree, replaying events: [Event]) throws(Rejection) { fatalError() }

  /// Lets something happen.
  ///
  /// - Throws: ``Rejection``; then nothing has changed.
  public mutating func submit(_ event: Event) throws(Rejection) {}

  /// Whether a question accepts an answer, whatever is being asked.
  public func validate(_ answer: Answer, to question: QuestionID) throws(Rejection) {}

  /// What the patient answered, where the path that led here has entered an answer.
  public func answer(to question: QuestionID) -> Answer? { nil }

  /// The answers entered, in the order in which their questions were reached.
  public var answers: [Event.Given] { [] }

  /// Which of an alarm's questions comes next, after these answers: the first that applies and is not among them.
  ///
  /// Nil: all are answered, and the event can be submitted.
  public func nextQuestion(of alarm: AlarmID, after given: [Event.Given]) -> QuestionID? { nil }

  /// Whether questions are to be worded for somebody who answers for somebody else, as far as is known.
  public var isOnBehalf: Bool { false }

  /// What the outcome reached offers; nothing while the session goes on.
  public var offer: Offer { Offer() }

  /// Compares how worrying two answers to a red flag are: negative where the first is less so, 0 for a tie or where
  /// the question is no red flag.
  public static func worry(_ tree: Tree, _ question: QuestionID, _ first: Answer, against second: Answer) -> Int { 0 }
}
