import Triage

/// What a patient would have had to answer to end elsewhere.
///
/// The patient's given answers are those that the session asked for. A *change* gives one of them another answer.
/// Questions that are newly asked because of a change may be answered in any way and do not count. A set of changes is
/// smallest if no set with fewer changes leads there, whatever is newly asked; all sets of that size are found, each
/// once for every outcome that it can lead to, with one way to answer what is newly asked. Answers that no decision of
/// the tree tells apart are told together. Being stuck at a question counts as one given answer, which nobody is
/// changed to. Alarms are no part of it.
public struct WhyNot {
  let tree: Tree
  /// Where the session ended.
  let outcome: OutcomeID
  /// What the session asked for, in order.
  let given: [QuestionID]
  /// What was answered; nothing where the patient was stuck.
  let answers: [QuestionID: Answer]

  /// How many answers may be tried before the search is given up, unless it is said otherwise.
  public static let usual = 300_000

  /// Nil for a session that has not ended, or that an alarm has ended.
  public init?(_ session: Session) {
    guard case .ended(let ending) = session.position else { return nil }
    (tree, outcome) = (session.tree, ending.outcome)
    answers = Dictionary(session.answers.map { ($0.question, $0.answer) }) { first, _ in first }
    let asked = session.answers.map(\.question)
    switch ending.cause {
    case .alarm: return nil
    case .decision: given = asked
    case .stuck:
      let before = try? Session(session.tree, replaying: session.events.dropLast())
      guard case .asking(let question)? = before?.position else { return nil }
      given = asked + [question]
    }
  }

  /// All smallest sets of changes that lead to an outcome, or to any other than the one reached.
  ///
  /// Conditions nest, and so do the calls that look through them: this takes a large stack.
  public func smallestChanges(to target: OutcomeID? = nil, budget: Budget = Budget(states: usual)) -> Result {
    if target == outcome { return .alreadyThere }
    var search = ChangeSearch(self, to: target, budget)
    return search.run()
  }

  /// What came of a search.
  public enum Result: Equatable, Sendable {
    /// At least one; all have equally many changes.
    case ways([Way])
    /// Nobody ends there, whatever they answer.
    case nobody
    /// Nothing with so many changes leads there, and no further was looked.
    case notLooked(beyond: Int)
    /// The session ended there.
    case alreadyThere
  }

  /// A set of changes, and what they lead to.
  public struct Way: Equatable, Sendable {
    /// In the order in which they are asked.
    public var changes: [Change]
    /// What has to be answered of what is newly asked; everything else newly asked can be answered in any way.
    public var then: [Choice]
    public var outcome: OutcomeID
  }

  public struct Change: Equatable, Sendable {
    public var question: QuestionID
    /// Nil where the patient could not answer.
    public var from: Answer?
    public var to: Answers
  }

  /// A question with the answers of which any will do.
  public struct Choice: Equatable, Sendable {
    public var question: QuestionID
    public var answers: Answers
  }
}
