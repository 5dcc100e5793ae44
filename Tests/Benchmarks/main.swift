// How fast Backtalk is, as ratios: `make bench`. Each figure stands beside its aim; nothing here passes or fails.

let parts = [
  ("sessions", SessionBenchmark.run),
  ("loading", LoadBenchmark.run),
  ("understanding", UnderstandingBenchmark.run),
  ("starting", StartBenchmark.run),
  ("proofs", ProofBenchmark.run),
  ("proofs-by-size", ProofBenchmark.runBySize),
  ("proofs-beside-z3", BesideZ3.run),
]

let wanted = CommandLine.arguments.dropFirst()
report("Each figure is the median of rounds that measure both by turns.\n")
for (name, run) in parts where wanted.isEmpty || wanted.contains(name) {
  report("\n\(name)\n")
  run()
}
