import Triage
import Understanding

extension Conversation {
  /// What happened since the patient was last told, and then the question or the outcome that it led to.
  ///
  /// Of answers entered on the way, those just given and those known before need no telling.
  mutating func progress(after answered: [QuestionID] = [], at now: Moment) -> [Say] {
    enterWaiting()
    let beginsPart = fresh.contains { if case .said = $0 { true } else { false } }
    return news(after: answered) + (beginsPart && !hasEnded ? [progressWords] : []) + standing(at: now)
  }

  /// What happened since the patient was last told.
  mutating func news(after answered: [QuestionID]) -> [Say] {
    let news = fresh.flatMap { words(for: $0, besides: answered) }
    told = session.trace
    return news
  }

  private var fresh: ArraySlice<TraceEntry> {
    session.trace[zip(told, session.trace).prefix { $0 == $1 }.count...]
  }

  /// The question or the outcome at which the session stands.
  func standing(at now: Moment) -> [Say] {
    guard case .ended(let ending) = session.position else { return questionWords }
    return outcomeWords(ending, at: now)
  }

  private func words(for entry: TraceEntry, besides answered: [QuestionID]) -> [Say] {
    switch entry {
    case .said(let text, _): return [Say(.paragraph, told: text, isApart: true)]
    case .took(let branch, _):
      // What led to an outcome is told there.
      guard case .section = branch.target, let because = branch.because else { return [] }
      return [Say(.paragraph, told: because, isApart: true)]
    case .answered(let question, let answer, _):
      guard !answered.contains(question), !told.contains(entry) else { return [] }
      let words = text(.alreadyTold, [.question: name(of: question), .answer: wording(of: answer, to: question)])
      return [Say(.echo, told: words)]
    }
  }
}
