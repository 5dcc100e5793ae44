import TestSupport
import Testing
import Triage

@Suite struct `The naive evaluator` {
  @Test func `agrees on every step`() throws {
    var happened: [Happening: Int] = [:]
    try RandomRun.forEachPatient { grammar, tree, patient in
      var session = Session(tree)
      var naive = NaiveSession(grammar)
      try Self.compare(session, naive)
      for _ in 0..<30 {
        let before = naive
        let event = patient.event(for: naive)
        let (found, expected) = (session.refusal(of: event), naive.refusal(of: event))
        guard Self.agree(found, expected, on: event) else {
          throw Difference("\(event) after \(naive.events): \(found as Any), expected \(expected as Any)")
        }
        try Self.compare(session, naive)
        let all = expected.map { [Happening.of($0)] } ?? Happening.of(event, from: before, to: naive)
        for happening in all { happened[happening, default: 0] += 1 }
        if naive.asked == nil && patient.random.chance(30) { break }
      }
    }
    let table = Happening.allCases.map { "\($0): \(happened[$0, default: 0])" }
    print("What happened in \(Runs.seeds.count) random trees: \(table.joined(separator: ", "))")
    guard Runs.seeds.count >= 200 else { return }
    for happening in Happening.allCases { #expect(happened[happening, default: 0] >= 5, "\(happening) is too rare") }
  }

  @Test func `agrees on how worrying answers are`() throws {
    try RandomRun.forEachPatient { grammar, _, patient in
      for id in grammar.questions.ids {
        let question = grammar.questions[id]
        let (first, second) = (patient.answer(to: id), patient.answer(to: id))
        let difference = (question.worry(of: first) ?? 0) - (question.worry(of: second) ?? 0)
        try require(
          difference.signum(), equals: NaiveSession.worry(grammar, id, first, against: second),
          "\(first) against \(second) of \(question)")
      }
    }
  }

  @Test func `agrees on which answers a question accepts`() throws {
    try RandomRun.forEachPatient { grammar, tree, patient in
      let (session, naive) = (Session(tree), NaiveSession(grammar))
      for question in grammar.questions.ids {
        let answer = patient.anyAnswer(near: question)
        try require(
          Self.rejection { () throws(Rejection) in try session.validate(answer, to: question) },
          equals: Self.rejection { () throws(Rejection) in try naive.validate(answer, to: question) },
          "\(answer) to \(grammar.questions[question])")
      }
    }
  }

  private static func rejection(_ body: () throws(Rejection) -> Void) -> Rejection? {
    do { try body() } catch { return error }
    return nil
  }

  /// An alarm's answers can be wrong in several ways at once, and which is named first is nobody's business.
  private static func agree(_ found: Rejection?, _ expected: Rejection?, on event: Event) -> Bool {
    if case .alarm = event { return (found == nil) == (expected == nil) }
    return found == expected
  }

  private static func compare(_ session: Session, _ naive: NaiveSession) throws {
    let way = "after \(naive.events)"
    try require(NaiveSession.Position(session.position), equals: naive.position, "Position \(way)")
    try require(session.answers, equals: naive.answers, "Answers \(way)")
    try require(session.trace.map(\.withoutReasons), equals: naive.trace, "Trace \(way)")
    try require(NaiveSession.Offer(session.offer), equals: naive.offer, "Offer \(way)")
    try require(session.isOnBehalf, equals: naive.isOnBehalf, "On behalf \(way)")
    for question in naive.grammar.questions.ids {
      try require(session.answer(to: question), equals: naive.answer(to: question), "Answer to \(question) \(way)")
    }
    for alarm in naive.grammar.alarms.ids {
      try require(
        session.nextQuestion(of: alarm, after: []), equals: naive.nextQuestion(of: alarm, after: []),
        "Next question of \(alarm) \(way)")
    }
  }
}

extension Session {
  /// Submits an event. Nil: it was accepted.
  mutating func refusal(of event: Event) -> Rejection? {
    do { try submit(event) } catch { return error }
    return nil
  }
}

extension NaiveSession {
  /// Submits an event. Nil: it was accepted.
  mutating func refusal(of event: Event) -> Rejection? {
    do { try submit(event) } catch { return error }
    return nil
  }
}

extension TraceEntry {
  var withoutReasons: TraceEntry {
    if case .took(let branch, reasons: _) = self { .took(branch, reasons: []) } else { self }
  }
}
