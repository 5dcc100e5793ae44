import TestSupport
import Testing
import Triage

@Suite struct `Every session` {
  @Test func `ends within as many answers as there are questions`() throws {
    try RandomRun.forEachPatient { grammar, tree, patient in
      var session = Session(tree)
      while case .asking(let question) = session.position {
        try session.submit(.answer(question, patient.answer(to: question)))
        guard session.events.count <= grammar.questions.count else { throw Difference("\(session.events)") }
      }
    }
  }

  @Test func `asks no question twice`() throws {
    try RandomRun.forEachPatient { grammar, tree, patient in
      var session = Session(tree)
      for _ in 0..<20 {
        _ = session.refusal(of: patient.event(for: session))
        guard case .asking(let question) = session.position else { continue }
        try require(session.answer(to: question), equals: nil, "\(question) is asked after \(session.events)")
      }
    }
  }

  @Test func `is as it was when an event is refused`() throws {
    try RandomRun.forEachPatient { grammar, tree, patient in
      var session = Session(tree)
      for _ in 0..<20 {
        let before = session
        let event = patient.event(for: session)
        guard session.refusal(of: event) != nil else { continue }
        try Self.same(session, equals: before, "\(event) after \(before.events)")
        try require(session.events, equals: before.events, "\(event)")
      }
    }
  }

  @Test func `is the same when its events are replayed`() throws {
    try RandomRun.forEachPatient { grammar, tree, patient in
      var session = Session(tree)
      for _ in 0..<20 { _ = session.refusal(of: patient.event(for: session)) }
      try Self.same(Session(tree, replaying: session.events), equals: session, "\(session.events)")
    }
  }

  @Test func `that was revised is as one answered so from the start`() throws {
    try RandomRun.forEachPatient { grammar, tree, patient in
      var session = Session(tree)
      for _ in 0..<20 {
        let event = patient.event(for: session)
        guard session.refusal(of: event) == nil, case .revise = event, !session.endsByAlarm else { continue }
        let answers = Dictionary(uniqueKeysWithValues: session.answers.map { ($0.question, $0.answer) })
        try Self.same(Session(tree).answering(answers), equals: session, "\(session.events)")
      }
    }
  }

  /// Compares all that a session says of itself, but for its events.
  private static func same(_ session: Session, equals expected: Session, _ what: String) throws(Difference) {
    try require(session.position, equals: expected.position, what)
    try require(session.answers, equals: expected.answers, what)
    try require(session.trace, equals: expected.trace, what)
    try require(session.offer, equals: expected.offer, what)
    try require(session.isOnBehalf, equals: expected.isOnBehalf, what)
  }
}

extension Session {
  /// Whether an alarm ended it: a revision that leaves the alarm's condition holding does not take that back.
  fileprivate var endsByAlarm: Bool {
    guard case .ended(let ending) = position, case .alarm = ending.cause else { return false }
    return true
  }
}
