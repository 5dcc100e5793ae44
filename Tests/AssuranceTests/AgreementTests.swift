import Assurance
import TestSupport
import Testing
import Triage
import Validation

/// The prover held against a look at every patient of small random trees.
@Suite struct `Proofs of small random trees` {
  private static let trees: ClosedRange<UInt64> = 1...1_500

  @Test func `are about safety where a chat waits for them`() throws {
    for seed in Self.trees.prefix(50) {
      let tree = try Tree(RandomTree.grammar(seed: seed, size: .small))
      let all = Prover(tree).proveAll().map(\.subject).filter(\.isAboutSafety)
      #expect(Prover(tree).proveSafety().map(\.subject) == all)
    }
  }

  @Test func `say what a look at every patient says`() throws {
    var (compared, leavingOut) = (0, 0)
    for seed in Self.trees {
      let grammar = RandomTree.grammar(seed: seed, size: .small)
      let force = BruteForce(grammar)
      for proof in Prover(try Tree(grammar)).proveAll() {
        if case .asksFirst(let question) = proof.subject {
          let expected = force.flagsLeftOut(before: question)
          #expect(proof.verdict.leftOut == expected, "seed \(seed), \(proof.subject)")
          leavingOut += expected.isEmpty ? 0 : 1
        }
        guard let expected = force.verdict(on: proof.subject) else { continue }
        let found = BruteForce.Verdict(proof.verdict)
        if found == nil, case .guarantee = proof.subject { continue }
        compared += 1
        #expect(found == expected, "seed \(seed), \(proof.subject)")
      }
    }
    #expect(compared > 20 * Self.trees.count)
    #expect(leavingOut > 100)
  }
}

extension BruteForce {
  /// The verdict on what a proof is about; nil where it is decided elsewhere.
  fileprivate func verdict(on subject: Proof.Subject) -> Verdict? {
    switch subject {
    case .guarantee(let number): guarantee(number)
    case .monotone(let question): monotone(question)
    case .doubt(let question): doubt(question)
    case .askedBeforeOffering(let question): askedBeforeOffering(question)
    case .keepsStretch(let outcome): keepsAStretch(outcome)
    case .reachesSection(let section): sectionReached(section)
    case .reachesOutcome(let outcome): outcomeReached(outcome)
    case .offersStretch(let stretch): stretchOffered(stretch)
    case .takesBranch, .asksFirst: nil
    }
  }
}

extension Proof.Verdict {
  /// The red flags that somebody was not asked; nil where nothing is said of any.
  fileprivate var leftOut: [QuestionID]? {
    switch self {
    case .holds: []
    case .leavesOut(let flags): flags
    default: nil
    }
  }
}

extension BruteForce.Verdict {
  /// Nil where nothing is proven.
  fileprivate init?(_ verdict: Proof.Verdict) {
    switch verdict {
    case .holds: self = .holds
    case .broken, .unreached, .leavesOut: self = .broken
    case .empty: self = .empty
    case .notProven: return nil
    }
  }
}
