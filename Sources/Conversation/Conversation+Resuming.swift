import Triage
import Understanding

extension Conversation {
  /// What the chat has begun and not ended, beside its session: all that it takes to go on after a crash. What was tried
  /// at the question that stands is not kept, nor what was to be confirmed: it is asked anew.
  public struct Open: Equatable, Sendable {
    /// The question whose answer is being changed.
    public var changing: QuestionID?
    /// Alarms that were heard, that being asked about first.
    public var alarms: [Sounding] = []
    /// Events taken back for the alarms, which happen again after them.
    public var held: [Event] = []
    /// How many events there were before the first of the alarms; from 0.
    public var start = 0
    /// What was said before it was asked, and confirmed.
    public var waiting: [Event.Given] = []
    /// What the patient wants whoever sees them to know.
    public var notes: [String] = []

    public init() {}
  }

  public var open: Open {
    var open = Open()
    (open.waiting, open.notes) = (waiting, notes)
    switch purpose {
    case .next: break
    case .change(let question): open.changing = question
    case .alarm(let current):
      open.alarms = [current] + waitingAlarms
      (open.changing, open.held, open.start) = (held.change, held.events, held.start)
    }
    return open
  }

  /// Goes on where a chat was cut off.
  public init(resuming session: Session, _ open: Open, review: Review = .none, isRecorded: Bool = false) {
    self.init(session.tree, review: review, isRecorded: isRecorded)
    self.session = session
    (waiting, notes) = (open.waiting, open.notes)
    told = Self.told(before: session, open.held)
    if let first = open.alarms.first {
      purpose = .alarm(first)
      waitingAlarms = Array(open.alarms.dropFirst())
      held = Interrupted(change: open.changing, events: open.held, start: open.start)
    } else if let changing = open.changing, session.answer(to: changing) != nil {
      purpose = .change(changing)
    }
  }

  /// What the patient has been shown: also what is taken back for an alarm, and happens again after it.
  private static func told(before session: Session, _ held: [Event]) -> [TraceEntry] {
    var session = session
    for event in held { try? session.submit(event) }
    return session.trace
  }

  /// What is said instead of the opening: what has been answered, and what is asked.
  public func resumption(at now: Moment) -> Reply {
    let words = [say(.notice, .resumed), say(.paragraph, .isStored)] + summaryWords
    return Reply(says: words + (question == nil ? standing(at: now) : questionWords))
  }
}
