import Assurance
import TreeFile
import Triage

/// Why a session came to what it came to, and what would have led elsewhere.
public struct Explanation: Sendable {
  /// Where the tree was read from.
  public let path: String
  public let map: SourceMap
  public let session: Session
  /// Why the session stands still, as a sentence without its stop.
  public let halt: String?
  /// What was answered and never asked.
  public let inVain: [QuestionID]
  /// The outcome that was asked for; nil for any other than the one reached.
  public let target: OutcomeID?
  /// Nil where nothing was looked for: the session has not ended, or an alarm has ended it.
  public let whyNot: WhyNot.Result?
  let steps: [Step]

  /// One thing that happened.
  enum Step: Equatable, Sendable {
    case heard(AlarmID, [Event.Given])
    case said(String, PartID)
    /// A question in the words in which it was put.
    case asked(String, Event.Given, PartID)
    case took(Branch, [TraceEntry.Reason])
  }

  /// Conditions nest, and so do the calls that look through them: this takes a large stack.
  ///
  /// - Parameter states: how many answers may be tried in looking for what would have led elsewhere.
  public init(
    of session: Session, _ map: SourceMap, path: String, halt: String? = nil, inVain: [QuestionID] = [],
    to target: OutcomeID? = nil, states: Int = WhyNot.usual
  ) {
    (self.session, self.map, self.path) = (session, map, path)
    (self.halt, self.inVain, self.target) = (halt, inVain, target)
    whyNot = WhyNot(session)?.smallestChanges(to: target, budget: Budget(states: states))
    steps = session.steps
  }

  var grammar: Grammar { session.tree.grammar }

  /// 0: the session has ended, and all was looked at. 1: it stands still, or looking was given up.
  public var exitStatus: Int32 {
    guard case .ended = session.position else { return 1 }
    if case .notLooked? = whyNot { return 1 }
    return 0
  }
}

extension Session {
  fileprivate var steps: [Explanation.Step] {
    let (heard, wordings) = retold
    return heard
      + trace.map { entry in
        switch entry {
        case .said(let text, let part): .said(text, part)
        case .answered(let question, let answer, let part):
          .asked(
            wordings[question] ?? tree.grammar.questions[question].wording.ask, Event.Given(question, answer), part)
        case .took(let branch, let reasons): .took(branch, reasons)
        }
      }
  }

  /// The alarms that were heard, and the words in which each question was put.
  private var retold: (heard: [Explanation.Step], wordings: [QuestionID: String]) {
    var heard: [Explanation.Step] = []
    var wordings: [QuestionID: String] = [:]
    var session = Session(tree)
    for event in events {
      if case .asking(let question) = session.position {
        let wording = tree.grammar.questions[question].wording
        wordings[question] = session.isOnBehalf ? wording.forOther ?? wording.ask : wording.ask
      }
      if case .alarm(let alarm, let given) = event { heard.append(.heard(alarm, given)) }
      try? session.submit(event)
    }
    return (heard, wordings)
  }
}
