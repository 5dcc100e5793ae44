import TestSupport
import Testing
import Triage

@Suite struct `An alarm` {
  @Test func `without questions ends at once`() throws {
    var tree = Sketch()
    let wet = tree.question()
    let alarm = tree.alarm()
    tree.start(.ask(wet), .end(tree.fine))
    var session = try tree.session()
    #expect(session.nextQuestion(of: alarm, after: []) == nil)
    try session.submit(.alarm(alarm, []))
    guard case .ended(let ending) = session.position else { throw Difference("still asking") }
    #expect(ending.outcome == tree.urgent)
    #expect(ending.cause == .alarm(alarm))
  }

  @Test func `ends where its condition holds over the answers given to it`() throws {
    var (tree, wet, flood, alarm) = Self.flooded()
    tree.start(.ask(wet), .ask(flood), .end(tree.fine))
    var session = try tree.session()
    try session.submit(.alarm(alarm, [.init(flood, .yes)]))
    #expect(session.outcome == tree.urgent)
  }

  @Test func `goes on where it does not, its answers waiting to be reached`() throws {
    var (tree, wet, flood, alarm) = Self.flooded()
    tree.start(.ask(wet), .ask(flood), .end(tree.fine))
    var session = try tree.session()
    try session.submit(.alarm(alarm, [.init(flood, .no)]))
    #expect(session.position == .asking(wet))
    #expect(session.answer(to: flood) == nil)
    try session.submit(.answer(wet, .yes))
    #expect(session.outcome == tree.fine)
    #expect(session.answers == [.init(wet, .yes), .init(flood, .no)])
  }

  @Test func `revises what was answered otherwise before`() throws {
    var tree = Sketch()
    let (wet, cold) = (tree.question(), tree.question())
    let alarm = tree.alarm(asks: [wet], if: .never)
    tree.start(.ask(wet, then: .end(tree.stuckOutcome, if: .is(wet, .no))), .ask(cold), .end(tree.fine))
    var session = try tree.session().answering([wet: .yes])
    try session.submit(.alarm(alarm, [.init(wet, .no)]))
    #expect(session.outcome == tree.stuckOutcome)
  }

  @Test func `leaves the more worrying of two answers to a red flag standing`() throws {
    var (tree, wet, flood, alarm) = Self.flooded(orElse: .never)
    tree.start(.ask(flood), .ask(wet), .end(tree.fine))
    var session = try tree.session().answering([flood: .yes])
    try session.submit(.alarm(alarm, [.init(flood, .no)]))
    #expect(session.answer(to: flood) == .yes)
    session = try tree.session().answering([flood: .no])
    try session.submit(.alarm(alarm, [.init(flood, .yes)]))
    #expect(session.answer(to: flood) == .yes)
  }

  @Test func `leaves the newer of two equally worrying answers standing`() throws {
    var (tree, wet, flood, alarm) = Self.flooded(orElse: .never)
    tree.start(.ask(flood), .ask(wet), .end(tree.fine))
    var session = try tree.session().answering([flood: .unsure])
    try session.submit(.alarm(alarm, [.init(flood, .yes)]))
    #expect(session.answer(to: flood) == .yes)
  }

  @Test func `asks its questions in order, as far as they apply`() throws {
    var (tree, wet, since, alarm) = Self.dependent()
    tree.start(.ask(wet), .ask(since), .end(tree.fine))
    let session = try tree.session()
    #expect(session.nextQuestion(of: alarm, after: []) == wet)
    #expect(session.nextQuestion(of: alarm, after: [.init(wet, .yes)]) == since)
    #expect(session.nextQuestion(of: alarm, after: [.init(wet, .no)]) == nil)
  }

  @Test func `takes exactly the answers to its questions that apply`() throws {
    var (tree, wet, since, alarm) = Self.dependent()
    let other = tree.question()
    tree.start(.ask(wet), .ask(since), .ask(other), .end(tree.fine))
    var session = try tree.session()
    let now = Event.Given(since, .days(0))
    #expect(throws: Rejection.alarmUnanswered(since)) { try session.submit(.alarm(alarm, [.init(wet, .yes)])) }
    #expect(throws: Rejection.notOfAlarm(since)) { try session.submit(.alarm(alarm, [.init(wet, .no), now])) }
    #expect(throws: Rejection.notOfAlarm(other)) {
      try session.submit(.alarm(alarm, [.init(wet, .yes), now, .init(other, .yes)]))
    }
    #expect(throws: Rejection.notOfAlarm(wet)) {
      try session.submit(.alarm(alarm, [.init(wet, .yes), now, .init(wet, .yes)]))
    }
    #expect(throws: Rejection.wrongType(wet)) { try session.submit(.alarm(alarm, [.init(wet, .number(1))])) }
    #expect(session.events.isEmpty)
  }

  @Test func `has no answer to what does not apply, whatever that counts as`() throws {
    var tree = Sketch()
    let wet = tree.question()
    let since = tree.question(.number(0, to: 9)) { question in
      question.applies = .is(wet, .yes)
      question.unasked = Literal(.number(0))
    }
    let alarm = tree.alarm(asks: [wet, since], if: .compares(since, .less, .number(3)))
    tree.start(.ask(wet), .end(tree.fine))
    var session = try tree.session()
    try session.submit(.alarm(alarm, [.init(wet, .no)]))
    #expect(session.outcome == tree.fine)
  }

  /// A red flag that an alarm asks for.
  private static func flooded(orElse condition: Condition? = nil) -> (Sketch, QuestionID, QuestionID, AlarmID) {
    var tree = Sketch()
    let wet = tree.question()
    let flood = tree.question { question in
      question.unsure = .counts(as: Literal(.yes))
      question.redFlag = .ranked([[.value(Literal(.no))], [.value(Literal(.yes))]], .none)
    }
    let alarm = tree.alarm(asks: [flood], if: condition ?? .is(flood, .yes))
    return (tree, wet, flood, alarm)
  }

  /// An alarm whose second question applies only after a yes to its first.
  private static func dependent() -> (Sketch, QuestionID, QuestionID, AlarmID) {
    var tree = Sketch()
    let wet = tree.question()
    let since = tree.question(.duration(Minutes(0)...(.days(9)))) { $0.applies = .is(wet, .yes) }
    let alarm = tree.alarm(asks: [wet, since], if: .compares(since, .less, .days(3)))
    return (tree, wet, since, alarm)
  }
}
