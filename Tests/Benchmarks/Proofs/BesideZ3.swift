import Assurance
import Foundation
import TreeFile
import Triage

/// The same claims decided here and by z3, tree by tree in one run. What z3 needs to be set up is not counted, nor is what
/// either would need to show who breaks a claim.
enum BesideZ3 {
  private struct Answer: Decodable {
    var proofs: [Proof]
    struct Proof: Decodable {
      var kind: String
      var name: String
      var verdict: String
      var seconds: Double?
    }
  }

  static func run() {
    compare("DecisionTrees/back-pain.yaml", only: "guarantee,monotone,doubt,asked-before-offering,keeps-a-stretch")
    compare("DecisionTrees/back-pain.yaml", only: "guarantee")
    for questions in [40, 60, 100, 150, 300, 1_000] {
      let path = FileManager.default.temporaryDirectory.appending(path: "interview-\(questions).yaml").path
      do { try ScoredInterview(questions: questions).text.write(toFile: path, atomically: true, encoding: .utf8) } catch
      {
        fatalError("\(error)")
      }
      compare(path, only: "guarantee")
    }
  }

  private static func compare(_ path: String, only kinds: String) {
    let loaded = Loader().load(path: path)
    guard let tree = loaded.tree else { fatalError(loaded.report) }
    let prover = Prover(tree)
    prover.examplesLeft = 0
    let proofs = proofs(of: prover, tree.grammar, Set(kinds.split(separator: ",").map(String.init)))
    let theirs = z3(path, kinds)
    report("  \(path), \(tree.grammar.questions.count) questions, \(kinds)\n")
    var (ours, others, within) = (0.0, 0.0, 0)
    for (proof, answer) in zip(proofs, theirs) {
      ours += proof.seconds
      others += answer.seconds ?? 0
      if proof.seconds <= 2 * (answer.seconds ?? 0) { within += 1 }
      if proofs.count <= 12 {
        let columns = [proof.verdict, answer.verdict, milliseconds(proof.seconds), milliseconds(answer.seconds ?? 0)]
        report("    \(columns.joined(separator: "  "))  \(answer.name)\n")
      }
      if proof.verdict != answer.verdict, proof.verdict != "not-proven" { fatalError("\(answer.name): no agreement") }
    }
    report("    in all \(milliseconds(ours)), z3 \(milliseconds(others)), \(prover.effort.states) states: ")
    report("\((others / ours * 10).rounded() / 10) times as fast, ")
    report("\(within) of \(proofs.count) within twice its time\n")
  }

  private static func milliseconds(_ seconds: Double) -> String { "\((seconds * 100_000).rounded() / 100) ms" }

  private static func proofs(
    of prover: Prover, _ grammar: Grammar, _ kinds: Set<String>
  ) -> [(verdict: String, seconds: Double)] {
    prover.subjects.filter { kinds.contains(kind(of: $0)) }.map { subject in
      var verdict = Proof.Verdict.holds
      let time = ContinuousClock().measure {
        prover.budget = Budget(states: 1_000_000, isOver: deadline(10))
        verdict = prover.proof(of: subject).verdict
      }
      let seconds = Double(time.components.attoseconds) / 1e18 + Double(time.components.seconds)
      return (word(verdict), seconds)
    }
  }

  private static func kind(of subject: Proof.Subject) -> String {
    switch subject {
    case .guarantee: "guarantee"
    case .monotone: "monotone"
    case .doubt: "doubt"
    case .askedBeforeOffering: "asked-before-offering"
    case .keepsStretch: "keeps-a-stretch"
    default: ""
    }
  }

  private static func deadline(_ seconds: Double) -> @Sendable () -> Bool {
    let end = ContinuousClock.now.advanced(by: .seconds(seconds))
    return { ContinuousClock.now > end }
  }

  private static func word(_ verdict: Proof.Verdict) -> String {
    switch verdict {
    case .holds: "holds"
    case .broken, .unreached, .leavesOut: "broken"
    case .empty: "empty"
    case .notProven: "not-proven"
    }
  }

  private static func z3(_ path: String, _ kinds: String) -> [Answer.Proof] {
    let (process, pipe) = (Process(), Pipe())
    process.executableURL = URL(fileURLWithPath: "scripts/z3")
    process.arguments = ["--time", "--timeout", "60", "--only", kinds, path]
    process.standardOutput = pipe
    do {
      try process.run()
      let data = pipe.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      return try JSONDecoder().decode(Answer.self, from: data).proofs
    } catch {
      fatalError("scripts/z3 \(path): \(error)")
    }
  }
}
