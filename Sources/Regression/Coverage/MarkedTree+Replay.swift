import Triage

extension MarkedTree {
  /// The positions of the points that a session comes by on its way through these events.
  ///
  /// - Parameter events: those of a session of the tree that was marked.
  func points(passedBy events: [Event]) -> Set<Int> {
    var replay = Replay(self)
    for event in events { replay.submit(event) }
    return replay.passed
  }
}

/// A session of a marked tree, watched after every event.
private struct Replay {
  let marked: MarkedTree
  private(set) var passed: Set<Int> = []
  private var session: Session

  init(_ marked: MarkedTree) {
    self.marked = marked
    session = Session(marked.tree)
    watch(from: 0)
  }

  mutating func submit(_ event: Event) {
    if case .alarm(let alarm, let given) = event { probe(alarm, given) }
    let seen: Int
    if case .answer = event { seen = session.trace.count } else { seen = 0 }
    do throws(Rejection) {
      try session.submit(event)
    } catch {
      preconditionFailure("a marked tree takes what the tree takes")
    }
    note(event)
    watch(from: seen)
  }

  /// Sounds, each in a session of its own, the alarms that end one where a point is come by.
  private mutating func probe(_ alarm: AlarmID, _ given: [Event.Given]) {
    for probe in marked.probes[alarm.position] where !passed.contains(probe.point) {
      var copy = session
      try? copy.submit(.alarm(probe.alarm, given))
      if case .ended(let ending) = copy.position, ending.cause == .alarm(probe.alarm) { passed.insert(probe.point) }
    }
  }

  private mutating func note(_ event: Event) {
    switch event {
    case .answer(let question, .unsure), .revise(let question, .unsure): note(.unsure(question))
    case .alarm(let alarm, let given):
      note(.heard(alarm))
      for answer in given where answer.answer == .unsure { note(.unsure(answer.question)) }
    case .answer, .revise, .stuck: break
    }
  }

  private mutating func note(_ happening: Point.Happening) {
    if let point = marked.happenings[happening] { passed.insert(point) }
  }

  /// Takes in the trace from a position on, and where it led.
  private mutating func watch(from start: Int) {
    for case .said(_, let part) in shown[start...] { passed.insert(Int(part.mark)) }
    guard case .ended(let ending) = session.position else { return }
    note(.reached(ending.outcome))
    if case .alarm(let alarm) = ending.cause { note(.endedBy(alarm)) }
    for stretch in session.offer.stretches { note(.offered(stretch)) }
  }

  /// The trace, without the question at which an alarm ended the session: nobody was asked that.
  private var shown: ArraySlice<TraceEntry> {
    guard case .ended(let ending) = session.position, case .alarm = ending.cause,
      case .said(_, let part) = session.trace.last, case .asked = marked.points[Int(part.mark)].what
    else { return session.trace[...] }
    return session.trace.dropLast()
  }
}
