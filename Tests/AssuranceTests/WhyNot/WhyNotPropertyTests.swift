import Assurance
import TestSupport
import Testing
import Triage
import Validation

/// The smallest changes in small random trees, held against a look at every patient who differs.
@Suite struct `What would have led elsewhere in small random trees` {
  private static let trees: ClosedRange<UInt64> = 1...400

  @Test func `is every smallest set of changes, and each leads there`() throws {
    var (sets, sizes) = (0, Set<Int>())
    for seed in Self.trees {
      let grammar = RandomTree.grammar(seed: seed, size: .small)
      let force = BruteForce(grammar)
      let tree = try Tree(grammar)
      for patient in Set([0, Int(seed) * 7_919 % force.patients.count, force.patients.count - 1]) {
        let everybody = EveryChange(force, patient: patient)
        let whyNot = try #require(WhyNot(everybody.session(tree)))
        for target in [nil] + grammar.outcomes.ids.map(Optional.some) {
          let found = whyNot.smallestChanges(to: target)
          let context = Comment("seed \(seed), patient \(patient), to \(target?.position ?? -1)")
          if target == everybody.outcome {
            #expect(found == .alreadyThere, context)
            continue
          }
          let expected = everybody.smallest(to: target)
          guard case .ways(let ways) = found else {
            #expect(found == .nobody && expected.isEmpty, context)
            continue
          }
          let told = ways.flatMap { way in everybody.changes(of: way) }
          #expect(Set(told) == expected, context)
          #expect(told.count == Set(told).count, "\(context.rawValue): told twice")
          #expect(ways.allSatisfy(everybody.leadsThere), context)
          sets += ways.count
          sizes.formUnion(ways.map(\.changes.count))
        }
      }
    }
    #expect(sets > 1_000)
    #expect(sizes.count > 2)
  }
}
