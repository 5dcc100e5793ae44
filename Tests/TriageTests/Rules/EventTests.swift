import TestSupport
import Testing
import Triage
import Validation

@Suite struct `An answer` {
  @Test func `is taken by the question asked and no other`() throws {
    var (tree, wet, cold) = Self.twoQuestions()
    tree.start(.ask(wet), .ask(cold), .end(tree.fine))
    var session = try tree.session()
    #expect(throws: Rejection.notAsked(cold)) { try session.submit(.answer(cold, .yes)) }
    try session.submit(.answer(wet, .yes))
    #expect(session.position == .asking(cold))
    #expect(session.events == [.answer(wet, .yes)])
  }

  @Test func `comes too late after the end`() throws {
    var (tree, wet, _) = Self.twoQuestions()
    tree.start(.ask(wet), .end(tree.fine))
    var session = try tree.session().answering([wet: .yes])
    #expect(throws: Rejection.ended) { try session.submit(.answer(wet, .no)) }
    #expect(throws: Rejection.ended) { try session.submit(.stuck) }
  }

  @Test func `that is refused changes nothing`() throws {
    var (tree, wet, _) = Self.twoQuestions()
    tree.start(.ask(wet), .end(tree.fine))
    var session = try tree.session()
    #expect(throws: Rejection.wrongType(wet)) { try session.submit(.answer(wet, .number(1))) }
    #expect(session.events.isEmpty)
    #expect(session.position == .asking(wet))
    #expect(session.answer(to: wet) == nil)
  }

  @Test func `is not needed where nothing is asked`() throws {
    #expect(try Sketch().session().outcome == OutcomeID(0))
  }

  fileprivate static func twoQuestions() -> (Sketch, QuestionID, QuestionID) {
    var tree = Sketch()
    let (wet, cold) = (tree.question(), tree.question())
    return (tree, wet, cold)
  }
}

@Suite struct `Stuck` {
  @Test func `ends in the outcome for it`() throws {
    var tree = Sketch()
    let wet = tree.question { $0.unsure = .askAgain(.none) }
    tree.start(.ask(wet), .end(tree.fine))
    var session = try tree.session()
    try session.submit(.stuck)
    #expect(session.outcome == tree.stuckOutcome)
    guard case .ended(let ending) = session.position else { return }
    #expect(ending.cause == .stuck)
  }

  @Test func `is refused where not sure is an answer`() throws {
    var tree = Sketch()
    let wet = tree.question { $0.unsure = .counts(as: Literal(.yes)) }
    tree.start(.ask(wet), .end(tree.fine))
    var session = try tree.session()
    #expect(throws: Rejection.notStuck(wet)) { try session.submit(.stuck) }
  }

  @Test func `is undone by another answer to an earlier question`() throws {
    var (tree, wet, cold) = `An answer`.twoQuestions()
    tree.start(.ask(wet), .ask(cold), .end(tree.fine))
    var session = try tree.session().answering([wet: .yes])
    try session.submit(.stuck)
    try session.submit(.revise(wet, .no))
    #expect(session.position == .asking(cold))
  }
}

@Suite struct `Revising` {
  @Test func `keeps later answers until they are reached`() throws {
    var tree = Sketch()
    let (wet, cold, dark) = (tree.question(), tree.question(), tree.question())
    tree.start(.ask(wet), .ask(cold, if: .is(wet, .yes)), .ask(dark), .end(tree.fine))
    var session = try tree.session().answering([wet: .yes, cold: .no, dark: .yes])
    try session.submit(.revise(wet, .no))
    #expect(session.answers == [Event.Given(wet, .no), Event.Given(dark, .yes)])
    #expect(session.answer(to: cold) == nil)
    try session.submit(.revise(wet, .yes))
    #expect(session.answers == [Event.Given(wet, .yes), Event.Given(cold, .no), Event.Given(dark, .yes)])
  }

  @Test func `asks what was not reached before`() throws {
    var (tree, wet, cold) = `An answer`.twoQuestions()
    tree.start(.ask(wet, then: .end(tree.fine, if: .is(wet, .no))), .ask(cold), .end(tree.urgent))
    var session = try tree.session().answering([wet: .no])
    try session.submit(.revise(wet, .yes))
    #expect(session.position == .asking(cold))
  }

  @Test func `is refused for a question without an answer`() throws {
    var (tree, wet, cold) = `An answer`.twoQuestions()
    tree.start(.ask(wet), .ask(cold), .end(tree.fine))
    var session = try tree.session()
    #expect(throws: Rejection.neverAnswered(cold)) { try session.submit(.revise(cold, .yes)) }
  }

  @Test func `never lets a decision read an answer that waits`() throws {
    var tree = Sketch()
    let wet = tree.question()
    let cold = tree.question { $0.unasked = Literal(.no) }
    tree.start(
      .ask(wet), .decide(if: .all([.is(wet, .no), .is(cold, .yes)]), .end(tree.urgent)), .ask(cold), .end(tree.fine))
    var session = try tree.session().answering([wet: .yes, cold: .yes])
    try session.submit(.revise(wet, .no))
    #expect(session.outcome == tree.fine)
  }
}

@Suite struct `Replaying` {
  @Test func `leads to the same session, and stops at the first event that is refused`() throws {
    var (tree, wet, cold) = `An answer`.twoQuestions()
    tree.start(.ask(wet), .ask(cold), .end(tree.fine))
    let lowered = try Tree(tree.grammar)
    let events: [Event] = [.answer(wet, .yes), .revise(wet, .no), .answer(cold, .yes)]
    #expect(try Session(lowered, replaying: events).outcome == tree.fine)
    #expect(throws: Rejection.ended) { try Session(lowered, replaying: events + [.answer(cold, .yes)]) }
  }
}
