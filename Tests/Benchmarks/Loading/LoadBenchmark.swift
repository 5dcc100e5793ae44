import TreeFile

/// Loading and checking a tree, against what libyaml alone takes for the same text.
enum LoadBenchmark {
  static func run() {
    var times: [Int: Double] = [:]
    for (steps, rounds) in [(1_000, 60), (10_000, 20), (100_000, 6)] {
      let comparison = compare(steps: steps, rounds: rounds)
      times[steps] = comparison.nanoseconds
      report("\(comparison)")
    }
    if let large = times[100_000], let small = times[10_000] {
      report("  Ten times the steps, 100,000 for 10,000:\n  \(decimal(large / small)) times  (aim: at most 12)\n")
    }
  }

  private static func compare(steps: Int, rounds count: Int) -> Comparison {
    let text = Array(GeneratedTree(steps: steps).text.utf8)
    let loader = Loader(limits: Limits(bytes: text.count))
    let loaded = loader.load(text, named: "garden.yaml", files: GivenFiles())
    guard loaded.tree != nil else { fatalError(loaded.report) }
    let rounds = Rounds(
      count,
      work: { loader.load(text, named: "garden.yaml", files: GivenFiles()) },
      yardstick: { precondition(scanEvents(of: text) != nil) })
    return Comparison(
      work: "Loading and checking a tree of \(steps) steps, \(text.count / 1_000) kB",
      yardstick: "libyaml reading the same text into events and dropping them",
      aim: 3, ratios: rounds.ratios, nanoseconds: rounds.work.median)
  }
}
