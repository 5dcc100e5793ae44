import Triage
import Understanding

/// A chat with one patient: a value that hears lines and says things. It knows no terminal, clock or file.
///
/// What the session holds is derived from its events. The chat itself remembers only what the next line will be taken
/// for, and what the last one was, for a record.
public struct Conversation: Sendable {
  /// What has been answered so far.
  public internal(set) var session: Session
  /// What the opening says of the tree.
  let review: Review
  /// Whether what is typed is written to a record, which the opening says, and then who leaves.
  public var isRecorded: Bool
  /// What it says it with.
  let phrases: Phrases
  /// What it hears it with; nil for English, which is read when the first line comes.
  let language: Language?
  /// What the next answer is for.
  var purpose = Purpose.next
  /// What has to be confirmed before anything else.
  var confirming: Confirmation?
  /// Alarms that were heard and are asked about after the one that is being asked about, in this order. None waits
  /// while no alarm is being asked about.
  var waitingAlarms: [Sounding] = []
  /// What goes on once all alarms have been asked about.
  var held = Interrupted()
  /// How it went so far with the question that stands.
  var tries = Tries()
  /// Whether nothing was typed since Ctrl-C was pressed.
  var wasInterrupted = false
  var hasLeft = false
  /// What the line that was heard last was taken for.
  public internal(set) var taken = Taken.nothing
  /// The part of the session's trace that the patient has been shown.
  var told: [TraceEntry] = []
  /// What the patient wants whoever sees them to know; nothing is decided by it.
  public internal(set) var notes: [String] = []
  /// What was said before it was asked, and confirmed, until its question is reached. Nothing is decided by it.
  public internal(set) var waiting: [Event.Given] = []
  /// What was said beside alarms, until they have been asked about; then it is confirmed. Nothing is decided by it.
  var besides: [Event.Given] = []
  /// Made ready when the first line comes, not before the first question is shown; unless it was made for another chat
  /// over the same tree.
  private(set) var listener: Listener?

  enum Purpose: Equatable, Sendable {
    /// The question that the session asks; after an outcome, nothing.
    case next
    /// A question that was answered and is asked anew.
    case change(QuestionID)
    case alarm(Sounding)
  }

  /// An alarm that was heard, with what was answered so far to what it asks.
  public struct Sounding: Equatable, Sendable {
    public var alarm: AlarmID
    public var given: [Event.Given]

    public init(alarm: AlarmID, given: [Event.Given] = []) {
      self.alarm = alarm
      self.given = given
    }
  }

  enum Confirmation: Equatable, Sendable {
    case leave
    /// That all is to be forgotten.
    case restart
    /// Which answer is to be changed, where that was not said.
    case whichToChange
    /// Another answer to a question that was answered.
    case change(QuestionID, Answer)
    /// A line that is an answer or a command.
    case twofold(Twofold)
    /// What was said to other questions than the one that was asked.
    case volunteered(Volunteering)
    /// Alarms of which somebody asked what if.
    case alarms([AlarmID], line: String)
  }

  /// What was tried at one question.
  struct Tries: Equatable, Sendable {
    var misunderstood = 0
    /// Whether "not sure" was said where it is no answer, and the plainer words have been used.
    var wasUnsure = false
    /// Whether somebody would not answer, and has been told that it matters.
    var wasPassed = false
    /// The interval of which it was asked on which side of a value it lies.
    var interval: Interval?
    /// That value's place, where the tree cuts the interval.
    var cut: Cut?
    /// The values of which it was asked which one is meant.
    var candidates: [Value] = []
    /// Where the choices are asked about one after another.
    var singly: Singly?
    /// Whether it was said that this is the last try.
    var isLast = false
    /// How often the patient was told whom else to turn to, since they could not be followed.
    var referrals = 0

    /// So many lines that were not understood lose track of the question.
    static let most = 3
    /// So many a yes or no to a list do: the second is no slip.
    static let mostMereReplies = 2

    /// Whether the question is shown again as a whole.
    var isSecond: Bool { misunderstood == 2 }
  }

  /// How much of a tree has been signed off by somebody, as it is.
  public enum Review: Equatable, Sendable {
    case none
    case some
    /// By whom, and the last day on which one of them did.
    case all(by: [String], last: CivilDate)
  }

  public init(
    _ tree: Tree, review: Review = .none, phrases: Phrases = .english, language: Language? = nil,
    listener: Listener? = nil, isRecorded: Bool = false
  ) {
    session = Session(tree)
    self.review = review
    self.phrases = phrases
    self.language = language ?? listener?.language
    self.listener = listener
    self.isRecorded = isRecorded
  }

  var tree: Tree { session.tree }
  var grammar: Grammar { session.tree.grammar }

  /// What is said before the first line is typed, the first question included.
  public mutating func opening(at now: Moment) -> Reply {
    Reply(says: openingWords + progress(at: now))
  }

  /// Takes one line, without its newline.
  public mutating func hear(_ line: String, at now: Moment) -> Reply {
    (wasInterrupted, taken) = (false, .nothing)
    guard !hasLeft else { return Reply() }
    let heard = heard(in: line, at: now)
    if let reply = turnToAlarms(of: heard, in: line, at: now) ?? askWhetherSo(heard, line, at: now) { return reply }
    if let confirming { return hear(line, confirming: confirming, at: now) }
    if let command = heard.command { return obey(command, heard, line, at: now) }
    guard let asked = question else {
      return Reply(says: (heard.unused.isEmpty ? [] : [beyondMe]) + whatNow)
    }
    let reply = answer(line, heard, to: asked, at: now)
    return heard.remarks.contains(.dismayed) && !isAtHighestLevel ? reply.preceded(by: say(.notice, .comfort)) : reply
  }

  /// Does what a command says, or asks whether it is meant where it may be an answer.
  private mutating func obey(_ command: Command, _ heard: Heard, _ line: String, at now: Moment) -> Reply {
    guard question != nil, let twofold = twofold(command, line, heard.answer) else { return obey(command, at: now) }
    taken = .command(command)
    confirming = .twofold(twofold)
    return Reply(says: questionWords)
  }

  /// Takes a line as an answer, or says what about it was not understood. What only frightens is no try.
  mutating func answer(_ line: String, _ heard: Heard, to asked: QuestionID, at now: Moment) -> Reply {
    let answer = chosen(sided(heard.answer, line), line, at: now)
    taken = .answer(answer, to: asked)
    if let reply = mereReply(line, answer, to: asked, at: now) {
      taken = .confirmation(.answer(Reading(.value(reply), by: .yesNo)))
      return ask(whichFits: asked, after: reply, at: now)
    }
    if let reply = hearSingly(line, heard.answer, at: now) { return reply }
    if heard.remarks.contains(.dismayed), answer == .unrecognised(.noSense) { return Reply(says: reminder) }
    if tries.singly != nil { return takeSingly(nil, at: now) }
    return confirm(heard.volunteeredBeside(answer), with: answer, saying: heard)
      ?? take(answer, saidMore: heard.saysMore && !picksOne, at: now)
  }

  /// The question that the next line answers, if any.
  public var question: QuestionID? {
    switch purpose {
    case .change(let question): return question
    case .alarm(let sounding): return session.nextQuestion(of: sounding.alarm, after: sounding.given)
    case .next:
      if case .asking(let question) = session.position { return question }
      return nil
    }
  }

  /// Whether the next line must have been typed by somebody who saw what is asked: a red flag, an alarm's question, or
  /// a confirmation. Lines pasted before it was shown must not answer it.
  public var isRedFlag: Bool {
    if confirming != nil { return true }
    if case .alarm = purpose { return true }
    return question.map { grammar.questions[$0].redFlag != nil } ?? false
  }

  /// Whether a line means the same whatever is being asked: it sounds an alarm, or is a command.
  public mutating func meansTheSameAnywhere(_ line: String, at now: Moment) -> Bool {
    let heard = heard(in: line, at: now)
    return !heard.alarms.isEmpty || heard.command != nil
  }

  mutating func heard(in line: String, at now: Moment) -> Heard { heard(in: line, asked: question, at: now) }

  /// What a line would say to another question.
  mutating func heard(in line: String, asked: QuestionID?, at now: Moment) -> Heard {
    let listener = listener ?? Listener(tree, in: spoken)
    self.listener = listener
    return listener.hear(line, asked: asked, now: now, isOnBehalf: session.isOnBehalf)
  }

  /// Whether an outcome has been reached, and nothing is being asked.
  public var hasEnded: Bool { question == nil }
}

extension Reply {
  static func saying(_ says: Say...) -> Reply { Reply(says: says) }

  /// With something said before it.
  func preceded(by say: Say) -> Reply { preceded(by: [say]) }

  func preceded(by words: [Say]) -> Reply { Reply(says: words + says, requests: requests) }
}
