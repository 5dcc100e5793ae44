import TestSupport
import Testing
import TreeFile
import Triage

@testable import Assurance

/// Pairs of questions, all of whose first ones are asked before the second ones: what was answered to each has to be kept
/// in mind until then, so that no search could visit every state.
@Suite struct `What somebody comes to where there are too many states to visit` {
  private static let pairs = 24

  @Test func `is found, branch by branch, and a hidden branch is told for certain`() throws {
    let loaded = Loader().load(Self.tree, named: "pairs.yaml")
    let tree = try #require(loaded.tree, "\(loaded.report)")
    let prover = Prover(tree, budget: Budget(states: 5_000))
    let proofs = prover.proofsOfReach()
    let missed = proofs.filter { if case .holds = $0.verdict { false } else { true } }
    let hidden = tree.grammar.outcomes.ids.filter { tree.grammar.outcomes[$0].name == "hidden" }
    #expect(missed.map(\.subject) == [.takesBranch(Self.pairs)] + hidden.map { .reachesOutcome($0) })
    for proof in missed { #expect(proof.verdict.isUnreached) }
    #expect(!prover.surveyed().isComplete)
  }

  private static var tree: String {
    let names = (0..<pairs).map { "first-\($0)" } + (0..<pairs).map { "second-\($0)" }
    let questions = names.map { "  \($0): {ask: Is this so?, type: yes-no, unsure: no}" }
    let branches = (0..<pairs).map { "      - {if: first-\($0) is yes and second-\($0) is yes, end: pair-\($0)}" }
    let outcomes = ((0..<pairs).map { "pair-\($0)" } + ["hidden", "neither"]).map {
      "  \($0): {level: today, title: So it is, say: So it is.}"
    }
    return """
      backtalk: 1
      id: pairs
      title: Which pair fits
      version: 1.0.0
      language: en
      levels: [today]
      start: pairs
      stuck: neither
      questions:
      \(questions.joined(separator: "\n"))
      sections:
        pairs:
      \(names.map { "    - ask: \($0)" }.joined(separator: "\n"))
          - decide:
      \(branches.joined(separator: "\n"))
            - {if: second-3 is yes and first-3 is yes and second-7 is yes, end: hidden}
            - {end: neither}
      outcomes:
      \(outcomes.joined(separator: "\n"))
      """
  }
}

extension Proof.Verdict {
  fileprivate var isUnreached: Bool { if case .unreached = self { true } else { false } }
}
