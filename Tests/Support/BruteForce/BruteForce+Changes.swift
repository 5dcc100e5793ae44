import Triage

/// How a patient fares in one tree and in a later one.
public struct ChangedPatient: Sendable {
  /// By the names of the questions in the later tree, and of what that lacks in the earlier one.
  public let answers: [String: Answer]
  public let before: Fate
  public let after: Fate

  /// How a session ends by decision. What the later tree renamed has its earlier name.
  public struct Fate: Equatable, Sendable {
    public var outcome: String
    /// Without one the patient is outside.
    public var level: String?
    public var stretches: [String]
  }
}

extension BruteForce {
  /// Every patient of two trees whose outcome, level or stretches are not the same in both.
  ///
  /// A patient is one answer to every question of either tree. A question is in both where its name is, or the name
  /// that the later one `was`, and where its type is the same; then an answer is one that both take.
  ///
  /// - Complexity: as many steps as there are patients.
  public static func changedPatients(from earlier: Grammar, to later: Grammar) -> [ChangedPatient] {
    let (before, after) = (BruteForce(earlier), BruteForce(later))
    let pairs = earlier.questions.ids.map { question in
      later.questions.ids.first { later.questions[$0].isSame(as: earlier.questions[question]) }
    }
    let gone = earlier.questions.ids.filter { pairs[$0.position] == nil }
    return after.patients.all.flatMap { patient -> [ChangedPatient] in
      guard let counterpart = before.counterpart(of: patient, in: after, pairs) else { return [] }
      return before.patients.alike(counterpart, butFor: gone).compactMap { other in
        let (old, new) = (before.fate(of: other), after.earlierFate(of: patient))
        guard old != new else { return nil }
        let answers = before.named(other, gone).merging(after.named(patient, later.questions.ids)) { $1 }
        return ChangedPatient(answers: answers, before: old, after: new)
      }
    }
  }

  /// Who gives the answers that a patient of another tree gives to these questions of it; nil where one is none here.
  private func counterpart(of patient: Int, in other: BruteForce, _ pairs: [QuestionID?]) -> Int? {
    var counterpart = 0
    for (question, pair) in zip(grammar.questions.ids, pairs) {
      guard let pair else { continue }
      let given = other.patients.answer(of: patient, to: pair)
      guard let answer = grammar.questions[question].answer(given, to: other.grammar.questions[pair]),
        let place = patients.answers[question].firstIndex(of: answer)
      else { return nil }
      counterpart = patients.moved(counterpart, to: place, at: question)
    }
    return counterpart
  }

  private func named(_ patient: Int, _ questions: [QuestionID]) -> [String: Answer] {
    Dictionary(
      uniqueKeysWithValues: questions.map { (grammar.questions[$0].name, patients.answer(of: patient, to: $0)) })
  }

  private func fate(of patient: Int) -> ChangedPatient.Fate {
    let way = way(of: patient)
    let outcome = grammar.outcomes[way.outcome]
    return ChangedPatient.Fate(
      outcome: outcome.name, level: outcome.level.map { grammar.levels[$0].name },
      stretches: way.offered.map { grammar.stretches[$0].name })
  }

  /// How a patient fares, in the names that the earlier tree had.
  private func earlierFate(of patient: Int) -> ChangedPatient.Fate {
    let way = way(of: patient)
    let outcome = grammar.outcomes[way.outcome]
    return ChangedPatient.Fate(
      outcome: outcome.was ?? outcome.name,
      level: outcome.level.map { grammar.levels[$0].was ?? grammar.levels[$0].name },
      stretches: way.offered.map { grammar.stretches[$0].was ?? grammar.stretches[$0].name })
  }
}

extension Question {
  /// Whether this is an earlier question, of the same type.
  fileprivate func isSame(as earlier: Question) -> Bool {
    guard (was ?? name) == earlier.name else { return false }
    switch (kind, earlier.kind) {
    case (.yesNo, .yesNo), (.choice, .choice), (.choices, .choices), (.number, .number), (.duration, .duration):
      return true
    default: return false
    }
  }

  /// What an answer to a later version of this question is to this one, choices by their names; nil where a choice is none
  /// of its own.
  public func answer(_ answer: Answer, to later: Question) -> Answer? {
    func place(_ choice: Int, _ choices: [Choice], _ ours: [Choice]) -> Int? {
      let name = choices[choice].was ?? choices[choice].name
      return ours.firstIndex { $0.name == name }
    }
    switch (answer, later.kind, kind) {
    case (.value(.choice(let choice)), .choice(let choices), .choice(let ours)):
      return place(choice, choices, ours).map { .value(.choice($0)) }
    case (.value(.choices(let picked)), .choices(let choices), .choices(let ours)):
      let places = choices.indices.filter { picked >> UInt32($0) & 1 == 1 }.map { place($0, choices, ours) }
      guard !places.contains(nil) else { return nil }
      return .value(.choices(places.reduce(0) { $0 | 1 << UInt32($1!) }))
    default: return answer
    }
  }
}
