import TreeFile
import Triage

/// A question and how it is answered, for programs.
struct GivenDocument: Encodable {
  var question: String
  var answer: String
}

extension GivenDocument {
  init(_ given: Event.Given, _ grammar: Grammar) {
    self.init(
      question: grammar.questions[given.question].name, answer: grammar.text(given.answer, to: given.question))
  }
}
