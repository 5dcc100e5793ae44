import Assurance
import TestSupport
import Triage

/// Where every patient of a small tree ends who differs from one of them, and in which answers they differ.
struct EveryChange {
  /// Answers that were changed, and the outcome that they lead to.
  struct Changes: Hashable {
    var answers: [QuestionID: Answer]
    var outcome: OutcomeID
  }

  private let force: BruteForce
  private let patient: Int
  private let asked: [QuestionID]
  let outcome: OutcomeID
  private var others: [(patient: Int, changes: Changes)] = []

  init(_ force: BruteForce, patient: Int) {
    (self.force, self.patient) = (force, patient)
    (asked, outcome) = (force.way(of: patient).asked, force.way(of: patient).outcome)
    for other in force.patients.all {
      let way = force.way(of: other)
      var changed: [QuestionID: Answer] = [:]
      for question in way.asked where asked.contains(question) {
        let answer = force.patients.answer(of: other, to: question)
        if answer != force.patients.answer(of: patient, to: question) { changed[question] = answer }
      }
      others.append((other, Changes(answers: changed, outcome: way.outcome)))
    }
  }

  func session(_ tree: Tree) throws -> Session {
    try Session(tree, replaying: asked.map { .answer($0, force.patients.answer(of: patient, to: $0)) })
  }

  /// The smallest changes with which anybody ends in an outcome, or elsewhere.
  func smallest(to target: OutcomeID?) -> Set<Changes> {
    let there = others.map(\.changes).filter { target == nil ? $0.outcome != outcome : $0.outcome == target }
    let fewest = there.map(\.answers.count).min()
    return Set(there.filter { $0.answers.count == fewest })
  }

  /// Every set of changes that a way tells.
  func changes(of way: WhyNot.Way) -> [Changes] {
    way.changes.reduce([Changes(answers: [:], outcome: way.outcome)]) { told, change in
      told.flatMap { changes in
        answers(to: change.question, in: change.to).map { answer in
          var more = changes
          more.answers[change.question] = answer
          return more
        }
      }
    }
  }

  /// Whether somebody makes these changes and answers what is newly asked so, and everybody who does ends there.
  func leadsThere(_ way: WhyNot.Way) -> Bool {
    let told = Set(changes(of: way))
    let sets = Set(told.map(\.answers))
    let those = others.filter { other, changes in
      sets.contains(changes.answers)
        && way.then.allSatisfy { choice in
          answers(to: choice.question, in: choice.answers).contains(
            force.patients.answer(of: other, to: choice.question))
        }
    }
    return !those.isEmpty && those.allSatisfy { $0.changes.outcome == way.outcome }
      && way.then.allSatisfy { !asked.contains($0.question) }
  }

  /// The question's answers that are among some, each as often as it is told.
  private func answers(to question: QuestionID, in answers: WhyNot.Answers) -> [Answer] {
    answers.alternatives.flatMap { alternative in
      force.patients.answers(to: question).filter { alternative.holds($0) }
    }
  }
}

extension WhyNot.Alternative {
  fileprivate func holds(_ answer: Answer) -> Bool {
    switch (self, answer) {
    case (.unsure, .unsure): true
    case (.one(let value), .value(let given)): value == given
    case (.range(.number(let low), .number(let high)), .value(.number(let given))): (low...high).contains(given)
    case (.range(.duration(let low), .duration(let high)), .value(.duration(let given))): (low...high).contains(given)
    case (.picks(let with, let without), .value(.choices(let given))):
      with.allSatisfy { given >> UInt32($0) & 1 == 1 } && without.allSatisfy { given >> UInt32($0) & 1 == 0 }
    default: false
    }
  }
}
