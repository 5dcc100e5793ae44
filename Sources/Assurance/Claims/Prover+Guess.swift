import Triage

extension Prover {
  /// Somebody whom a goal is about and who reaches it, found without a search: one of those meant by its premise, who
  /// answers everything else in the plainest way. Nil where that one does not reach it, which says nothing of others.
  func guess(_ goal: Goal) -> Found? {
    guard case .end(let ends) = goal.target, goal.isAboutAnybody, let meant = model.answers(making: goal.premise)
    else { return nil }
    let answers = Dictionary(uniqueKeysWithValues: meant.map { ($0.question, $0.answer) })
    let session = model.session { answers[$0] ?? model.plainestAnswer(to: $0) }
    guard case .end(let outcome) = model.stops[session.stop].kind,
      model.isReached(ends[outcome.position], in: outcome, by: session)
    else { return nil }
    let asked = Set(session.entered.map { Int($0.question) })
    return Found(
      conversation: session.entered.map { Found.Given(question: QuestionID(Int($0.question)), answer: $0.slot) },
      besides: meant.filter { !asked.contains($0.question.position) }, ends: (session.stop, nil))
  }
}

extension Goal {
  /// Whether nothing but the premise and the outcome limits what the patient answers, is asked or is offered.
  fileprivate var isAboutAnybody: Bool {
    closings.isEmpty && without == nil && given.isEmpty && accepted.isEmpty && unsure.isEmpty && afterwards == nil
  }
}

extension Model {
  /// One patient's whole session, by the interpreter's walk.
  fileprivate func session(answering answer: (QuestionID) -> Slot) -> Traveller {
    var session = Traveller(stop: first)
    defer { for given in session.entered { walk.slots[Int(given.question)] = program.unasked[Int(given.question)] } }
    while case .ask(let question) = stops[session.stop].kind {
      let slot = answer(question)
      session.entered.append(Traveller.Entered(question: Int32(question.position), slot: slot))
      walk.slots[question.position] = slot
      session.stop = stop(from: Int(stops[session.stop].position) + 1)
    }
    return session
  }

  /// An answer of the class that comes first.
  fileprivate func plainestAnswer(to question: QuestionID) -> Slot {
    classes(of: question, toldApartBy: tests[question.position]).whole.first { !$0.isUnsure }
      ?? Slot(value: 0, asked: true, unsure: false)
  }
}
