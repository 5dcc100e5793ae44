import Triage

extension Prover {
  func verdict(_ result: SearchResult) -> Proof.Verdict {
    switch result {
    case .nobody: .holds
    case .unknown: .notProven
    case .somebody(let found): .broken(counterexample(found))
    }
  }

  /// What somebody says, by the interpreter: whoever was found is asked once more.
  func counterexample(_ found: Found) -> Counterexample? {
    guard examplesLeft > 0, found.isToTheEnd else { return nil }
    examplesLeft -= 1
    let all = found.conversation + found.besides
    let first = session(all.map { ($0.question, $0.answer) })
    let asked = Set(first.answers.map(\.question))
    var example = Counterexample(
      conversation: first.answers, besides: found.besides.filter { !asked.contains($0.question) }.map(given),
      ending: first.ending)
    if all.contains(where: { $0.other != nil }) {
      let second = session(all.map { ($0.question, $0.other ?? $0.answer) })
      example.other = Counterexample.Other(conversation: second.answers, ending: second.ending)
    }
    return example
  }

  /// Somebody whose session ends by an alarm.
  ///
  /// - Parameter isAtOnce: whether it is heard at the first question, or else after all that was answered.
  func counterexample(_ found: Found, hearing alarm: AlarmID, isAtOnce: Bool) -> Counterexample? {
    guard var example = counterexample(found) else { return nil }
    let before = session(found.conversation.map { ($0.question, $0.answer) }).answers
    let all = (found.conversation + found.besides).map(given)
    (example.alarm, example.ending) = (alarm, grammar.alarms[alarm].end)
    example.conversation = isAtOnce ? [] : before
    example.besides = isAtOnce ? all : all.filter { !before.contains($0) }
    return example
  }

  /// Somebody known by answers alone, who is asked nothing, or hears an alarm.
  func counterexample(_ answers: [Found.Given], hearing alarm: AlarmID? = nil) -> Counterexample {
    Counterexample(
      conversation: [], besides: answers.map(given), alarm: alarm, ending: alarm.map { grammar.alarms[$0].end })
  }

  private func given(_ given: Found.Given) -> Event.Given {
    Event.Given(given.question, answer(given.answer, to: given.question))
  }

  private func answer(_ slot: Slot, to question: QuestionID) -> Answer {
    slot.isUnsure ? .unsure : .value(grammar.questions[question].kind.value(of: slot.value))
  }

  private func session(_ slots: [(QuestionID, Slot)]) -> Session {
    let answers = Dictionary(slots.map { ($0.0, answer($0.1, to: $0.0)) }) { first, _ in first }
    var session = Session(model.tree)
    while case .asking(let question) = session.position, let answer = answers[question] {
      guard (try? session.submit(.answer(question, answer))) != nil else { break }
    }
    return session
  }
}

extension Session {
  fileprivate var ending: OutcomeID? { if case .ended(let ending) = position { ending.outcome } else { nil } }
}
