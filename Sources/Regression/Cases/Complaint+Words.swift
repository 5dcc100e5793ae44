import Triage

extension Complaint {
  /// What was expected and what came instead, in the names of the tree.
  func words(in grammar: Grammar) -> String {
    switch self {
    case .halted(let halt):
      halt.words(in: grammar)
    case .answeredInVain(let question):
      "the case answers \(grammar.questions[question].name), which is not asked"
    case .outcome(let expected, let was):
      "expected outcome \(grammar.outcomes[expected].name), was \(grammar.outcomes[was].name)"
    case .level(let expected, let was):
      "expected level \(expected.map(grammar.text).joined(separator: " or ")), was \(grammar.text(was))"
    case .notOffered(let stretch):
      "expected \(grammar.stretches[stretch].name) among what is offered, was not"
    case .offered(let stretch):
      "expected \(grammar.stretches[stretch].name) never to be offered, was"
    case .offersOtherwise(let expected, let were):
      "expected to be offered exactly \(grammar.text(expected)), was \(grammar.text(were))"
    case .notAsked(let question):
      "expected \(grammar.questions[question].name) to be asked, was not"
    case .asked(let question):
      "expected \(grammar.questions[question].name) never to be asked, was"
    }
  }
}

extension CaseRun.Halt {
  /// Why the session did not reach an outcome, in the names of the tree.
  public func words(in grammar: Grammar) -> String {
    switch self {
    case .unanswered(let question):
      "\(grammar.questions[question].name) is asked, and neither the case nor the defaults answer it"
    case .refused(let question, let rejection):
      "the answer to \(grammar.questions[question].name) \(rejection.words)"
    case .alarmUnheard:
      "no alarm can be heard: the session has ended before its first question"
    }
  }
}

extension Rejection {
  /// What is wrong with an answer that was refused, as the end of a sentence.
  fileprivate var words: String {
    switch self {
    case .ended: "comes after the end"
    case .notAsked: "comes before the question"
    case .neverAnswered: "replaces none"
    case .wrongType: "is of another type than the question"
    case .outOfRange: "lies outside the question's range"
    case .offGrid: "lies between two that the question accepts"
    case .unsureIsNoAnswer: "cannot be \"unsure\"; somebody who cannot answer it is \"stuck\""
    case .notStuck: "cannot be \"stuck\"; the question takes \"unsure\""
    case .notOfAlarm, .alarmUnanswered: "is none of the alarm's"
    }
  }
}
