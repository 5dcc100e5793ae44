import TestSupport
import Testing
import Triage

@Suite struct `Random trees` {
  @Test func `have every construct of the format`() {
    var occurrences: [Construct: Int] = [:]
    for seed in 1...400 as ClosedRange<UInt64> {
      occurrences.merge(RandomTree.grammar(seed: seed).constructs, uniquingKeysWith: +)
    }
    let table = Construct.allCases.map { "\($0): \(occurrences[$0, default: 0])" }
    print("Constructs in 400 random trees: \(table.joined(separator: ", "))")
    for construct in Construct.allCases {
      #expect(occurrences[construct, default: 0] >= 20, "\(construct) is too rare")
    }
  }

  @Test func `are the same for the same seed`() {
    #expect(RandomTree.grammar(seed: 7) == RandomTree.grammar(seed: 7))
    #expect(RandomTree.grammar(seed: 7) != RandomTree.grammar(seed: 8))
  }
}
