import Triage

/// Which questions every way to a section or an outcome has asked; nil where no way leads.
struct AskedForCertain {
  private var sections: [QuestionSet?]
  private var outcomes: [QuestionSet?]

  init(_ grammar: Grammar) {
    sections = Array(repeating: nil, count: grammar.sections.count)
    outcomes = Array(repeating: nil, count: grammar.outcomes.count)
    sections[grammar.start.position] = QuestionSet(capacity: grammar.questions.count)
  }

  /// What was asked at the point reached in a section.
  func before(_ section: SectionID) -> QuestionSet? { sections[section.position] }

  func before(_ outcome: OutcomeID) -> QuestionSet? { outcomes[outcome.position] }

  mutating func ask(_ question: QuestionID, in section: SectionID) {
    sections[section.position]?.insert(question)
  }

  /// A way leads from the point reached in a section to a target, where `question` was asked too.
  mutating func arrive(at target: Branch.Target, from section: SectionID, with question: QuestionID?) {
    guard var asked = sections[section.position] else { return }
    if let question { asked.insert(question) }
    switch target {
    case .section(let target): sections[target.position] = sections[target.position]?.intersection(asked) ?? asked
    case .outcome(let target): outcomes[target.position] = outcomes[target.position]?.intersection(asked) ?? asked
    }
  }

  mutating func arriveWithNothing(at outcome: OutcomeID) { outcomes[outcome.position] = QuestionSet(capacity: 0) }

  /// Forgets what was asked in a section that no way leads to any more.
  mutating func leave(_ section: SectionID) { sections[section.position] = nil }
}

/// A set of questions, one bit each.
struct QuestionSet {
  private var words: [UInt64]

  init(capacity: Int) { words = Array(repeating: 0, count: (capacity + 63) / 64) }

  mutating func insert(_ question: QuestionID) { words[question.position >> 6] |= 1 << UInt64(question.position & 63) }

  func contains(_ question: QuestionID) -> Bool {
    let word = question.position >> 6
    return word < words.count && words[word] >> UInt64(question.position & 63) & 1 == 1
  }

  func intersection(_ other: QuestionSet) -> QuestionSet {
    var both = self
    both.words = zip(words, other.words).map { $0 & $1 }
    return both
  }
}
