import Triage

/// Conditions over some answers, as `avoid` and `on_behalf` read them: true, false, or nil for what is not known.
///
/// What was not asked or not sure is not known, whatever it counts as for decisions.
struct CautiousReader {
  let grammar: Grammar
  let answers: [QuestionID: Answer]

  func holds(_ condition: Condition) -> Bool? {
    switch condition {
    case .always: return true
    case .never: return false
    case .not(let inner): return holds(inner).map { !$0 }
    case .all(let parts):
      let known = parts.map { holds($0) }
      return known.contains(false) ? false : known.contains(nil) ? nil : true
    case .any(let parts):
      let known = parts.map { holds($0) }
      return known.contains(true) ? true : known.contains(nil) ? nil : false
    case .fact(let fact, _): return holds(grammar.facts[fact].condition)
    case .question(let question, let test, _): return passes(question, test)
    case .count, .score: return onlyWhenAllIsKnown(condition)
    }
  }

  func passes(_ question: QuestionID, _ test: QuestionTest) -> Bool? {
    if test == .wasAsked { return answers[question] != nil }
    switch answers[question] {
    case nil: return isKnownNotToApply(question) ? false : nil
    case .unsure: return test == .isUnsure ? true : nil
    case .value(let value): return test == .isUnsure ? false : NaiveReader.passes(value, test)
    }
  }

  private func isKnownNotToApply(_ question: QuestionID) -> Bool {
    guard let applies = grammar.questions[question].applies else { return false }
    return holds(applies) == false
  }

  private func onlyWhenAllIsKnown(_ condition: Condition) -> Bool? {
    let isKnown = grammar.questionsRead(by: condition).allSatisfy { question in
      if case .value = answers[question] { true } else { false }
    }
    return isKnown ? NaiveReader(grammar: grammar, answers: answers).holds(condition) : nil
  }
}
