import TestSupport
import Testing
import Triage
import Validation

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

@Suite struct `Small random trees` {
  private static let trees = (1...300 as ClosedRange<UInt64>).map { RandomTree.grammar(seed: $0, size: .small) }

  @Test func `are valid, and have few enough patients to look at each`() {
    for grammar in Self.trees {
      #expect(throws: Never.self, "\(grammar.id)") { try Tree(grammar) }
      #expect(Patients(grammar).count <= RandomTree.Size.small.patients)
    }
  }

  @Test func `hold and break every kind of claim`() {
    var verdicts: [String: Set<BruteForce.Verdict>] = [:]
    for grammar in Self.trees {
      let force = BruteForce(grammar)
      for (place, guarantee) in grammar.guarantees.enumerated() {
        let form = "\(guarantee.claim)".prefix { $0 != "(" }
        verdicts[String(form), default: []].insert(force.guarantee(place))
      }
      for question in grammar.questions.ids where grammar.questions[question].redFlag != nil {
        verdicts["monotone", default: []].insert(force.monotone(question))
        verdicts["asked before offering", default: []].insert(force.askedBeforeOffering(question))
      }
      for question in grammar.questions.ids where force.patients.acceptsUnsure(question) {
        verdicts["doubt", default: []].insert(force.doubt(question))
      }
      for outcome in grammar.outcomes.ids {
        verdicts["keeps a stretch", default: []].insert(force.keepsAStretch(outcome))
        verdicts["outcome reached", default: []].insert(force.outcomeReached(outcome))
      }
    }
    #expect(verdicts.count == 11 + 5)
    for (claim, verdicts) in verdicts { #expect(verdicts.isSuperset(of: [.holds, .broken]), "\(claim)") }
  }
}
