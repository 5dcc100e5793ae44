import Assurance
import TreeFile
import Triage

/// Proving the trees that Backtalk ships.
enum ProofBenchmark {
  static func run() {
    let examples = ["oswestry", "ottawa", "phq-2", "roland-morris", "start-back"]
    for path in ["DecisionTrees/back-pain.yaml"] + examples.map({ "DecisionTrees/examples/\($0).yaml" }) {
      let loaded = Loader().load(path: path)
      guard let tree = loaded.tree else { fatalError(loaded.report) }
      var proofs: [Proof] = []
      var prover = Prover(tree)
      let time = ContinuousClock().measure {
        prover = Prover(tree)
        proofs = prover.proveAll()
      }
      let broken = proofs.count { if case .broken = $0.verdict { true } else { false } }
      let open = proofs.count { if case .notProven = $0.verdict { true } else { false } }
      report("  \(path): \(proofs.count) proofs, \(broken) broken, \(open) not proven\n")
      report("    \(prover.effort.searches) searches, \(prover.effort.states) states, \(time)\n")
    }
  }

  /// Trees of any size: how the time grows with them.
  static func runBySize() {
    for steps in [100, 1_000, 10_000, 100_000] {
      let generated = GeneratedTree(steps: steps)
      let loaded = Loader(limits: Limits(bytes: 1 << 30, total: 1 << 30)).load(generated.text, named: "garden.yaml")
      guard let tree = loaded.tree else { fatalError(loaded.report) }
      var count = 0
      var prover = Prover(tree)
      let time = ContinuousClock().measure {
        prover = Prover(tree)
        count = prover.proveAll().count
      }
      report("  \(steps) steps: \(count) proofs\n")
      report("    \(prover.effort.searches) searches, \(prover.effort.states) states, \(time)\n")
    }
  }
}
