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
  /// What each count of the tree is called, by its mark.
  let countWords: [Int32: String]

  /// One thing that happened.
  enum Step: Equatable, Sendable {
    case heard(AlarmID, [Event.Given])
    case said(String, PartID)
    /// A question in the words in which it was put.
    case asked(String, Event.Given, PartID)
    /// A branch, and of one without a condition those that did not hold before it, where it is one of several.
    case took(Branch, [Reason], passedOver: [Branch]?)
  }

  /// A test that made a condition hold, and where it is a fact, the tests that made it so.
  struct Reason: Equatable, Sendable {
    var test: TraceEntry.Reason
    var inside: [TraceEntry.Reason]
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
    let isOutOfReach = target.map { !session.tree.grammar.isDecidedOn($0) } ?? false
    whyNot = WhyNot(session).map { whyNot in
      // Where no branch leads, nothing has to be looked for.
      if isOutOfReach, target != session.outcome { return .nobody }
      return whyNot.smallestChanges(to: target, budget: Budget(states: states))
    }
    steps = session.steps
    countWords = session.tree.grammar.countWords
  }

  var grammar: Grammar { session.tree.grammar }

  /// The question that the patient could not answer, where the session ended so.
  var stuckAt: QuestionID? {
    guard case .ended(let ending) = session.position, ending.cause == .stuck,
      let before = try? Session(session.tree, replaying: session.events.dropLast()),
      case .asking(let question) = before.position
    else { return nil }
    return question
  }

  /// 0: the session has ended, and all was looked at. 1: it stands still, or looking was given up.
  public var exitStatus: Int32 {
    guard case .ended = session.position else { return 1 }
    if case .notLooked? = whyNot { return 1 }
    return 0
  }
}

extension Grammar {
  /// Whether a branch leads to an outcome. Where none does, only an alarm or being stuck can.
  func isDecidedOn(_ outcome: OutcomeID) -> Bool {
    sections.lazy.flatMap(\.steps).flatMap(\.branches).contains { $0.target == .outcome(outcome) }
  }

  /// The alarms that end in an outcome.
  func alarms(endingIn outcome: OutcomeID) -> [AlarmID] { alarms.ids.filter { alarms[$0].end == outcome } }
}

extension Session {
  fileprivate var outcome: OutcomeID? {
    if case .ended(let ending) = position { ending.outcome } else { nil }
  }

  fileprivate var steps: [Explanation.Step] {
    let (heard, wordings) = retold
    let passedOver = tree.grammar.passedOver
    return heard
      + reasoned.map { entry, reasons in
        switch entry {
        case .said(let text, let part): .said(text, part)
        case .answered(let question, let answer, let part):
          .asked(
            wordings[question] ?? tree.grammar.questions[question].wording.ask, Event.Given(question, answer), part)
        case .took(let branch, _):
          .took(branch, reasons, passedOver: passedOver[branch.part.mark])
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
