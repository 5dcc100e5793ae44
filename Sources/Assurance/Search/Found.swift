import Triage

/// What a search came to.
enum SearchResult {
  case nobody
  case somebody(Found)
  /// The budget was used up.
  case unknown
}

/// Somebody whose session does what was looked for.
struct Found {
  /// The answers given, in the order of the questions.
  var conversation: [Given]
  /// Answers to questions that were not asked, as far as they matter.
  var besides: [Given]
  /// The stops of both sessions; the second is missing where there is one patient.
  var ends: (Int, Int?)
  /// Whether the conversation goes to the end of both sessions, and not only as far as that is sure.
  var isToTheEnd = true

  /// Notes that a second patient gives another answer to a question.
  mutating func note(_ question: QuestionID, _ pair: Goal.Pair) {
    if let place = conversation.firstIndex(where: { $0.question == question }) {
      (conversation[place].answer, conversation[place].other) = (pair.first, pair.second)
    } else {
      besides.append(Given(question: question, answer: pair.first, other: pair.second))
    }
  }

  struct Given {
    var question: QuestionID
    var answer: Slot
    /// What the second patient says, where that is something else.
    var other: Slot?
  }
}
