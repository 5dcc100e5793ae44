import Triage

/// A session by the letter of the format: after every event the whole way is walked again from the start.
///
/// It shares the grammar and the events with `Triage`, and none of its code. Slow and obvious is right.
public struct NaiveSession {
  public let grammar: Grammar
  public private(set) var events: [Event] = []
  public private(set) var position: Position
  /// The answers entered, in order.
  public private(set) var answers: [Event.Given] = []
  /// What led here; the branches taken without their reasons.
  public private(set) var trace: [TraceEntry] = []
  /// Every answer that stands, entered or waiting to be reached.
  public private(set) var known: [QuestionID: Answer] = [:]

  public enum Position: Equatable, Sendable {
    case asking(QuestionID)
    case ended(OutcomeID, Session.Ending.Cause)

    /// The same position, as `Triage` says it.
    public init(_ position: Session.Position) {
      switch position {
      case .asking(let question): self = .asking(question)
      case .ended(let ending): self = .ended(ending.outcome, ending.cause)
      }
    }
  }

  /// The stretches of an outcome for one patient.
  public struct Offer: Equatable, Sendable {
    public var stretches: [StretchID] = []
    public var leftOut: [LeftOut] = []

    public init() {}

    /// The same offer, as `Triage` says it.
    public init(_ offer: Triage.Offer) {
      stretches = offer.stretches
      leftOut = offer.leftOut.map { LeftOut(stretch: $0.stretch, avoid: $0.avoid, isKnown: $0.isKnown) }
    }

    public struct LeftOut: Equatable, Sendable {
      public var stretch: StretchID
      public var avoid: Stretch.Avoid
      public var isKnown: Bool
    }
  }

  public init(_ grammar: Grammar) {
    self.grammar = grammar
    position = .asking(QuestionID(0))
    walk()
  }

  public mutating func submit(_ event: Event) throws(Rejection) {
    switch event {
    case .answer(let question, let answer): try submit(answer, to: question)
    case .stuck: try submitStuck()
    case .alarm(let alarm, let given): try submit(alarm, given)
    case .revise(let question, let answer): try revise(question, answer)
    }
    events.append(event)
  }

  public func answer(to question: QuestionID) -> Answer? {
    answers.first { $0.question == question }?.answer
  }

  public func validate(_ answer: Answer, to question: QuestionID) throws(Rejection) {
    if let refusal = grammar.questions[question].refusal(of: answer, to: question) { throw refusal }
  }

  public var offer: Offer {
    guard case .ended(let outcome, let cause) = position else { return Offer() }
    if case .alarm(let alarm) = cause {
      return NaiveOffer(grammar, outcome: outcome, answers: answers(with: alarm, [])).offer
    }
    return NaiveOffer(grammar, outcome: outcome, answers: entered).offer
  }

  public var isOnBehalf: Bool {
    guard let condition = grammar.onBehalf else { return false }
    return CautiousReader(grammar: grammar, answers: entered).holds(condition) == true
  }

  public func nextQuestion(of alarm: AlarmID, after given: [Event.Given]) -> QuestionID? {
    grammar.alarms[alarm].asks.map(\.question).first { question in
      applies(question, given, to: alarm) && !given.contains { $0.question == question }
    }
  }

  public static func worry(_ grammar: Grammar, _ question: QuestionID, _ first: Answer, against second: Answer) -> Int {
    let (first, second) = (grammar.questions[question].worry(first), grammar.questions[question].worry(second))
    return first < second ? -1 : first > second ? 1 : 0
  }

  private var entered: [QuestionID: Answer] {
    Dictionary(uniqueKeysWithValues: answers.map { ($0.question, $0.answer) })
  }

  private mutating func walk() {
    let walk = NaiveWalk(grammar, known: known)
    (position, answers, trace) = (walk.position, walk.entered, walk.trace)
  }
}

// MARK: - One event each

extension NaiveSession {
  private func asking() throws(Rejection) -> QuestionID {
    guard case .asking(let question) = position else { throw .ended }
    return question
  }

  private mutating func submit(_ answer: Answer, to question: QuestionID) throws(Rejection) {
    guard try asking() == question else { throw .notAsked(question) }
    try validate(answer, to: question)
    known[question] = answer
    walk()
  }

  private mutating func submitStuck() throws(Rejection) {
    let question = try asking()
    guard !grammar.questions[question].acceptsUnsure else { throw .notStuck(question) }
    position = .ended(grammar.stuck, .stuck)
  }

  private mutating func revise(_ question: QuestionID, _ answer: Answer) throws(Rejection) {
    try validate(answer, to: question)
    guard self.answer(to: question) != nil else { throw .neverAnswered(question) }
    known[question] = answer
    let before = position
    walk()
    if case .ended(_, .alarm(let alarm)) = before { endIfSounding(alarm) }
  }

  private mutating func submit(_ id: AlarmID, _ given: [Event.Given]) throws(Rejection) {
    _ = try asking()
    try check(given, against: id)
    for given in given { known[given.question] = standing(given) }
    walk()
    endIfSounding(id)
  }

  /// Ends the session where an alarm's condition holds over the answers that stand to those of its questions that apply.
  private mutating func endIfSounding(_ id: AlarmID) {
    let asked = grammar.alarms[id].asks.map(\.question).filter { applies($0, [], to: id) }
    let answers = known.filter { asked.contains($0.key) }
    let reader = NaiveReader(grammar: grammar, answers: answers, countsUnasked: false)
    guard grammar.alarms[id].condition.map({ reader.holds($0) }) ?? true else { return }
    position = .ended(grammar.alarms[id].end, .alarm(id))
  }

  /// Refuses answers that are not exactly those to the alarm's questions that apply.
  private func check(_ given: [Event.Given], against alarm: AlarmID) throws(Rejection) {
    let asks = grammar.alarms[alarm].asks.map(\.question)
    var seen: Set<QuestionID> = []
    for given in given {
      guard asks.contains(given.question), seen.insert(given.question).inserted else {
        throw .notOfAlarm(given.question)
      }
      try validate(given.answer, to: given.question)
    }
    for one in given where !applies(one.question, given, to: alarm) { throw .notOfAlarm(one.question) }
    if let missing = nextQuestion(of: alarm, after: given) { throw .alarmUnanswered(missing) }
  }

  /// Whether a question of an alarm applies, by the answers entered and, before them, those that stand to its questions.
  private func applies(_ question: QuestionID, _ given: [Event.Given], to alarm: AlarmID) -> Bool {
    guard let condition = grammar.questions[question].applies else { return true }
    return NaiveReader(grammar: grammar, answers: answers(with: alarm, given)).holds(condition)
  }

  private func answers(with alarm: AlarmID, _ given: [Event.Given]) -> [QuestionID: Answer] {
    var answers = entered
    for asked in grammar.alarms[alarm].asks {
      if let answer = known[asked.question] { answers[asked.question] = answer }
    }
    for given in given { answers[given.question] = standing(given) }
    return answers
  }

  /// Of an answer given to an alarm and one given before, entered or waiting: the more worrying, or else the newer.
  private func standing(_ given: Event.Given) -> Answer {
    guard let older = known[given.question] else { return given.answer }
    let question = grammar.questions[given.question]
    return question.worry(older) > question.worry(given.answer) ? older : given.answer
  }
}
