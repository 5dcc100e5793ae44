import TestSupport
import Testing
import Triage
import Validation

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
