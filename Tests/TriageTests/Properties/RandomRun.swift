import TestSupport
import Testing
import Triage
import Validation

/// Runs a property over random trees, a few patients each.
enum RandomRun {
  static let patients: UInt64 = 3

  /// The trees of all seeds: made once, for every property.
  private static let trees = Result {
    try Runs.seeds.map { seed in
      let grammar = RandomTree.grammar(seed: seed)
      return (seed: seed, grammar: grammar, tree: try seeded(seed) { () throws in try Tree(grammar) })
    }
  }

  /// - Throws: What `body` throws first, with the seed that leads there.
  static func forEachPatient(_ body: (Grammar, Tree, inout RandomPatient) throws -> Void) throws {
    for (seed, grammar, tree) in try trees.get() {
      for number in 0..<patients {
        var patient = RandomPatient(grammar, seed: seed &* patients &+ number)
        try seeded(seed) { () throws in try body(grammar, tree, &patient) }
      }
    }
  }

  private static func seeded<Result>(_ seed: UInt64, _ body: () throws -> Result) throws -> Result {
    do { return try body() } catch { throw Failure(seed: seed, error: error) }
  }

  struct Failure: Error {
    var seed: UInt64
    var error: any Error
  }
}

/// A difference that a property found.
struct Difference: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }
}

func require<Compared: Equatable>(
  _ found: Compared, equals expected: Compared, _ what: @autoclosure () -> String
) throws(Difference) {
  if found != expected { throw Difference("\(what()): found \(found), expected \(expected)") }
}
