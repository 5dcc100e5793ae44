import Testing
import Triage

extension Walk {
  /// How the walk of a patient ends, who has answered every question that it asks.
  ///
  /// - Throws: where it stops at a question.
  mutating func ending(of patient: Patient, in tree: Tree) throws -> Ending {
    guard case .ended(let id) = run(patient) else { throw Unfinished() }
    let outcome = tree.grammar.outcomes[id]
    return Ending(outcome: outcome.name, level: outcome.level.map { tree.grammar.levels[$0].name } ?? "outside")
  }

  private struct Unfinished: Error {}
}

/// An outcome and its level, as they are named in the file.
struct Ending: Hashable {
  var outcome: String
  var level: String
}
