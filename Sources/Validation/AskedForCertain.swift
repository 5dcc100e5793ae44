import Triage

/// Which questions every way to a section or an outcome has asked; nil where no way leads.
struct AskedForCertain {
  private var sections: [QuestionSet?]
  private var outcomes: [QuestionSet?]
  /// Whether an outcome's list depends on answers. Of the others nobody wants to know what was asked before them.
  private let isConditional: [Bool]

  init(_ grammar: Grammar) {
    sections = Array(repeating: nil, count: grammar.sections.count)
    outcomes = Array(repeating: nil, count: grammar.outcomes.count)
    sections[grammar.start.position] = QuestionSet(capacity: grammar.questions.count)
    isConditional = grammar.outcomes.map { outcome in
      outcome.stretches.entries.contains { entry in
        if case .programme = entry.use { true } else { entry.condition != nil }
      }
    }
  }

  /// What was asked at the point reached in a section.
  func before(_ section: SectionID) -> QuestionSet? { sections[section.position] }

  func before(_ outcome: OutcomeID) -> QuestionSet? { outcomes[outcome.position] }

  mutating func ask(_ question: QuestionID, in section: SectionID) {
    sections[section.position]?.insert(question)
  }

  /// A way leads from the point reached in a section to a target, where `question` was asked too.
  mutating func arrive(at target: Branch.Target, from section: SectionID, with question: QuestionID?) {
    guard let asked = sections[section.position] else { return }
    switch target {
    case .section(let target): Self.arrive(at: &sections[target.position], having: asked, and: question)
    case .outcome(let target) where isConditional[target.position]:
      Self.arrive(at: &outcomes[target.position], having: asked, and: question)
    case .outcome: break
    }
  }

  private static func arrive(at place: inout QuestionSet?, having asked: QuestionSet, and question: QuestionID?) {
    let keeps = question.map { place?.contains($0) ?? true } ?? false
    if place == nil { place = asked } else { place!.formIntersection(asked) }
    if keeps, let question { place!.insert(question) }
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

  /// Keeps what `other` holds too.
  mutating func formIntersection(_ other: QuestionSet) {
    let count = min(words.count, other.words.count)
    words.removeLast(words.count - count)
    for index in 0..<count { words[index] &= other.words[index] }
  }
}
