import Triage

/// How the sessions of some patients end by decision who answer alike whatever is asked.
public struct WayThrough: Sendable {
  public let outcome: OutcomeID
  /// In the order in which they were asked.
  public let asked: [QuestionID]
  public let sections: [SectionID]
  /// The marks of the branches taken.
  public let branches: [Int32]
  public let offered: [StretchID]
}

/// The way of every patient through a tree. Each is walked once, however many go it.
struct Ways {
  private let grammar: Grammar
  private let patients: Patients
  private(set) var all: [WayThrough] = []
  /// Of every patient, the position of their way.
  private(set) var ofPatient: [Int]

  init(_ grammar: Grammar, _ patients: Patients) {
    self.grammar = grammar
    self.patients = patients
    ofPatient = Array(repeating: -1, count: patients.count)
    follow([:])
  }

  /// Walks on as everybody does who gives these answers.
  private mutating func follow(_ known: [QuestionID: Answer]) {
    let walk = NaiveWalk(grammar, known: known)
    switch walk.position {
    case .asking(let question):
      for answer in patients.answers[question] { follow(known.merging([question: answer]) { $1 }) }
    case .ended(let outcome, _):
      for patient in patients.giving(known) { ofPatient[patient] = all.count }
      all.append(
        WayThrough(
          outcome: outcome, asked: walk.entered.map(\.question), sections: walk.sections,
          branches: walk.trace.compactMap(\.branch?.part.mark),
          offered: NaiveOffer(grammar, outcome: outcome, answers: known).offer.stretches))
    }
  }
}

extension TraceEntry {
  fileprivate var branch: Branch? { if case .took(let branch, _) = self { branch } else { nil } }
}
