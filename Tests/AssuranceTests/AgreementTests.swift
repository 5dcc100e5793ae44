import TestSupport
import Testing
import Triage
import Validation

@testable import Assurance

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

  @Test(arguments: [false, true])
  func `say what a look at every patient says`(_ isProvenAsLong: Bool) throws {
    var (compared, leavingOut) = (0, 0)
    for seed in Self.trees {
      let grammar = RandomTree.grammar(seed: seed, size: .small)
      let force = BruteForce(grammar)
      let prover = Prover(try Tree(grammar))
      if isProvenAsLong { prover.manyStops = 0 }
      for proof in prover.proveAll() {
        if case .asksFirst(let question) = proof.subject {
          let expected = force.flagsLeftOut(before: question)
          #expect(proof.verdict.leftOut == expected, "seed \(seed), \(proof.subject)")
          leavingOut += expected.isEmpty ? 0 : 1
        }
        guard let expected = force.verdict(on: proof.subject) else { continue }
        let found = BruteForce.Verdict(proof.verdict)
        compared += 1
        #expect(found == expected, "seed \(seed), \(proof.subject)")
      }
    }
    #expect(compared > 20 * Self.trees.count)
    #expect(leavingOut > 100)
  }
}

@Suite struct `Counterexamples in small random trees` {
  @Test func `break the claim that they are shown for`() throws {
    var shown = 0
    for seed in (1...400 as ClosedRange<UInt64>) {
      let grammar = RandomTree.grammar(seed: seed, size: .small)
      let (force, tree) = (BruteForce(grammar), try Tree(grammar))
      for proof in Prover(tree).proveAll() {
        guard case .broken(let example?) = proof.verdict else { continue }
        shown += 1
        let ending = try session(tree, example.conversation).outcome
        if example.alarm == nil, !example.conversation.isEmpty { #expect(ending == example.ending, "seed \(seed)") }
        #expect(force.isBroken(proof.subject, by: example) != false, "seed \(seed), \(proof.subject)")
      }
    }
    #expect(shown > 1_000)
  }

  @Test func `show the fewest questions that break a claim about one patient`() throws {
    var shown: [String: Int] = [:]
    for seed in (1...400 as ClosedRange<UInt64>) {
      let grammar = RandomTree.grammar(seed: seed, size: .small)
      let force = BruteForce(grammar)
      for proof in Prover(try Tree(grammar)).proveAll() {
        guard case .broken(let example?) = proof.verdict, let form = grammar.form(of: proof.subject) else { continue }
        let (found, fewest) = force.questions(in: example, breaking: proof.subject)
        #expect(found == fewest, "seed \(seed), \(form), \(proof.subject)")
        shown[form, default: 0] += 1
      }
    }
    #expect(shown.count == 12 && shown.values.allSatisfy { $0 > 10 }, "\(shown)")
  }

  private func session(_ tree: Tree, _ answers: [Event.Given]) throws -> Session {
    try Session(tree, replaying: answers.map { .answer($0.question, $0.answer) })
  }
}

extension Grammar {
  /// What form a claim about one patient has; nil for one about two, and what has no counterexample.
  fileprivate func form(of subject: Proof.Subject) -> String? {
    switch subject {
    case .guarantee(let number):
      let name = "\(guarantees[number].claim)".prefix { $0 != "(" }
      return name == "neverRaised" ? nil : String(name)
    case .askedBeforeOffering: return "asked before offering"
    case .keepsStretch: return "keeps a stretch"
    default: return nil
    }
  }
}

extension BruteForce {
  /// How many questions a counterexample takes to break what it is shown for, and how few would do.
  fileprivate func questions(in example: Counterexample, breaking subject: Proof.Subject) -> (Int, Int?) {
    let asked = example.conversation.map(\.question)
    switch subject {
    case .guarantee(let number):
      let found = questions(until: number, in: asked, isAlarmHeard: example.alarm != nil)
      return (found, fewestQuestions(breaking: number))
    case .askedBeforeOffering(let question): return (asked.count, fewestQuestions(offeringWithout: question))
    case .keepsStretch(let outcome): return (asked.count, fewestQuestions(offeredNothingIn: outcome))
    default: preconditionFailure("not about one patient")
    }
  }

  /// Whether everybody who answers as a counterexample does breaks what it is shown for; nil where that is not asked.
  fileprivate func isBroken(_ subject: Proof.Subject, by example: Counterexample) -> Bool? {
    let answers = Dictionary(
      (example.conversation + example.besides + (example.other?.conversation ?? [])).map { ($0.question, $0.answer) }
    ) { first, _ in first }
    switch subject {
    case .guarantee(let number): return breaks(number, answers, hearing: example.alarm)
    case .askedBeforeOffering(let question): return !example.conversation.contains { $0.question == question }
    case .monotone, .doubt:
      let (first, second) = (example.ending.map(height(of:)), example.other?.ending.map(height(of:)))
      return first.map { first in second.map { $0 < first } ?? false } ?? false
    default: return nil
    }
  }

  /// The verdict on what a proof is about; nil where it is decided elsewhere.
  func verdict(on subject: Proof.Subject) -> Verdict? {
    switch subject {
    case .guarantee(let number): guarantee(number)
    case .monotone(let question): monotone(question)
    case .doubt(let question): doubt(question)
    case .askedBeforeOffering(let question): askedBeforeOffering(question)
    case .keepsStretch(let outcome): keepsAStretch(outcome)
    case .reachesSection(let section): sectionReached(section)
    case .reachesOutcome(let outcome): outcomeReached(outcome)
    case .offersStretch(let stretch): stretchOffered(stretch)
    case .takesBranch(let branch): branchTaken(branch)
    case .asksFirst: nil
    }
  }
}

extension Proof.Verdict {
  /// The red flags that somebody was not asked; nil where nothing is said of any.
  var leftOut: [QuestionID]? {
    switch self {
    case .holds: []
    case .leavesOut(let flags, andMore: 0): flags
    default: nil
    }
  }
}

extension BruteForce.Verdict {
  /// Nil where nothing is proven.
  init?(_ verdict: Proof.Verdict) {
    switch verdict {
    case .holds: self = .holds
    case .broken, .unreached, .leavesOut: self = .broken
    case .empty: self = .empty
    case .notProven: return nil
    }
  }
}
