/// A tree and what has happened so far: a value, folded from its events.
public struct Session: Sendable {
  public let tree: Tree
  public private(set) var events: [Event] = []
  public private(set) var position: Position
  /// What led here, in order.
  public private(set) var trace: [TraceEntry] = []

  /// Every answer given in answer to its own question, entered or waiting until its question is reached.
  private var given: [Slot]
  private var walk: Walk

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
  public init(_ tree: Tree) {
    self.tree = tree
    given = Array(repeating: .blank, count: tree.grammar.questions.count)
    walk = Walk(tree)
    position = .ended(Ending(outcome: tree.grammar.stuck, cause: .stuck))
    walkOn()
  }

  /// The session that the events lead to.
  ///
  /// - Throws: the first ``Rejection``.
  public init(_ tree: Tree, replaying events: [Event]) throws(Rejection) {
    self.init(tree)
    for event in events { try submit(event) }
  }

  // MARK: Events

  /// Lets something happen.
  ///
  /// - Throws: ``Rejection``; then nothing has changed.
  public mutating func submit(_ event: Event) throws(Rejection) {
    switch event {
    case .answer(let question, let answer): try enter(answer, to: question)
    case .stuck: try endStuck()
    case .alarm(let alarm, let given): try sound(alarm, given)
    case .revise(let question, let answer): try revise(question, answer)
    }
    events.append(event)
  }

  private mutating func enter(_ answer: Answer, to question: QuestionID) throws(Rejection) {
    guard try questionAsked() == question else { throw .notAsked(question) }
    given[question.position] = try tree.slot(of: answer, to: question)
    walkOn()
  }

  private mutating func endStuck() throws(Rejection) {
    let question = try questionAsked()
    guard tree.grammar.questions[question].asksAgain else { throw .notStuck(question) }
    position = .ended(Ending(outcome: tree.grammar.stuck, cause: .stuck))
  }

  private mutating func sound(_ alarm: AlarmID, _ answers: [Event.Given]) throws(Rejection) {
    _ = try questionAsked()
    let asked = questions(of: alarm, supposing: answers)
    for (position, answer) in answers.enumerated() {
      let isRepeated = answers[..<position].contains { $0.question == answer.question }
      guard asked.contains(answer.question), !isRepeated else { throw .notOfAlarm(answer.question) }
      try validate(answer.answer, to: answer.question)
    }
    if let missing = nextQuestion(of: alarm, after: answers) { throw .alarmUnanswered(missing) }
    for answer in answers { given[answer.question.position] = try standing(answer) }
    walkOn(fromStart: true)
    endIfSounding(alarm)
  }

  /// Ends the session where an alarm's condition holds over the answers that stand to its questions.
  private mutating func endIfSounding(_ alarm: AlarmID) {
    var slots = [Slot](repeating: .blank, count: given.count)
    for question in questions(of: alarm, supposing: []) { slots[question.position] = given[question.position] }
    guard tree.program.alarms[alarm.position].map({ walk.holds(unit: $0, supposing: slots) }) ?? true else { return }
    position = .ended(Ending(outcome: tree.grammar.alarms[alarm].end, cause: .alarm(alarm)))
  }

  /// Of two answers to a red flag the more worrying stands, and else the later one.
  private func standing(_ answer: Event.Given) throws(Rejection) -> Slot {
    let slot = try tree.slot(of: answer.answer, to: answer.question)
    let known = given[answer.question.position]
    let asked = tree.grammar.questions[answer.question]
    guard known.isAsked, let before = asked.worry(of: tree.answer(in: given, to: answer.question)),
      let now = asked.worry(of: answer.answer), now < before
    else { return slot }
    return known
  }

  private mutating func revise(_ question: QuestionID, _ answer: Answer) throws(Rejection) {
    let slot = try tree.slot(of: answer, to: question)
    guard self.answer(to: question) != nil else { throw .neverAnswered(question) }
    given[question.position] = slot
    let before = position
    walkOn(fromStart: true)
    if case .ended(let ending) = before, case .alarm(let alarm) = ending.cause { endIfSounding(alarm) }
  }

  private func questionAsked() throws(Rejection) -> QuestionID {
    guard case .asking(let question) = position else { throw .ended }
    return question
  }

  // MARK: Walking

  private mutating func walkOn(fromStart: Bool = false) {
    if fromStart { trace = [] }
    var tracer = Tracer(tree, given)
    let stop = walk.run(given, fromStart: fromStart, watcher: &tracer)
    trace += tracer.trace
    position =
      switch stop {
      case .asking(let question): .asking(question)
      case .ended(let outcome): .ended(Ending(outcome: outcome, cause: .decision))
      }
  }

  // MARK: Answers

  /// Whether a question accepts an answer, whatever is being asked.
  public func validate(_ answer: Answer, to question: QuestionID) throws(Rejection) {
    _ = try tree.slot(of: answer, to: question)
  }

  /// What the patient answered, where the path that led here has entered an answer.
  public func answer(to question: QuestionID) -> Answer? {
    walk.slots[question.position].isAsked ? tree.answer(in: walk.slots, to: question) : nil
  }

  /// The answers entered, in the order in which their questions were reached.
  public var answers: [Event.Given] {
    trace.compactMap { if case .answered(let question, let answer, _) = $0 { .init(question, answer) } else { nil } }
  }

  // MARK: What follows from the answers

  /// Which of an alarm's questions comes next, after these answers: the first that applies and is not among them.
  ///
  /// Nil: all are answered, and the event can be submitted.
  public func nextQuestion(of alarm: AlarmID, after answers: [Event.Given]) -> QuestionID? {
    questions(of: alarm, supposing: answers).first { question in !answers.contains { $0.question == question } }
  }

  /// The questions of an alarm that apply, supposing these answers besides those that were given to them before.
  private func questions(of alarm: AlarmID, supposing answers: [Event.Given]) -> [QuestionID] {
    var slots = slots(with: alarm)
    for answer in answers { slots[answer.question.position] = (try? standing(answer)) ?? .blank }
    return tree.grammar.alarms[alarm].asks.map(\.question).filter { question in
      tree.program.applies[question.position].map { walk.holds(unit: $0, supposing: slots) } ?? true
    }
  }

  /// The answers entered, and those given to the questions of an alarm.
  private func slots(with alarm: AlarmID) -> [Slot] {
    var slots = walk.slots
    for asked in tree.grammar.alarms[alarm].asks where given[asked.question.position].isAsked {
      slots[asked.question.position] = given[asked.question.position]
    }
    return slots
  }

  /// Whether questions are to be worded for somebody who answers for somebody else, as far as is known.
  public var isOnBehalf: Bool {
    tree.program.onBehalf.map { walk.holds(unit: $0) } ?? false
  }

  /// What the outcome reached offers; nothing while the session goes on.
  public var offer: Offer {
    guard case .ended(let ending) = position else { return Offer() }
    var slots = walk.slots
    if case .alarm(let alarm) = ending.cause { slots = self.slots(with: alarm) }
    var offering = Offering(tree, slots)
    return offering.offer(of: ending.outcome)
  }
}

extension Tree {
  package func answer(in slots: [Slot], to question: QuestionID) -> Answer {
    let slot = slots[question.position]
    return slot.isUnsure ? .unsure : .value(grammar.questions[question].kind.value(of: slot.value))
  }

  /// What an answer to a question enters.
  package func slot(of answer: Answer, to question: QuestionID) throws(Rejection) -> Slot {
    let kind = grammar.questions[question].kind
    switch (answer, grammar.questions[question].unsure) {
    case (.unsure, .own): return Slot(value: Slot.noValue, asked: true, unsure: true)
    case (.unsure, .counts(let literal)): return Slot(value: kind.checkedCode(of: literal), asked: true, unsure: true)
    case (.unsure, _): throw .unsureIsNoAnswer(question)
    case (.value(let value), _):
      do throws(Question.Kind.Misfit) {
        return Slot(value: try kind.code(of: value), asked: true, unsure: false)
      } catch {
        throw Rejection(error, question)
      }
    }
  }
}

extension Rejection {
  init(_ misfit: Question.Kind.Misfit, _ question: QuestionID) {
    switch misfit {
    case .wrongType: self = .wrongType(question)
    case .outOfRange: self = .outOfRange(question)
    case .offGrid: self = .offGrid(question)
    }
  }
}

extension Question {
  /// Whether "not sure" is no answer to it: it is asked once more, and then the session is stuck.
  public var asksAgain: Bool {
    switch unsure {
    case .counts, .own: false
    case .askAgain, nil: true
    }
  }
}
