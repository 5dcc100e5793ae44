import Foundation
import TestSupport

/// How much the properties try: a few seconds' worth, or as much as the environment asks for.
///
/// `TRIAGE_RUNS` is the number of random trees, `TRIAGE_SEED` the seed of the first: a failure names its seed, and
/// `TRIAGE_SEED=… TRIAGE_RUNS=1` repeats it alone.
enum Runs {
  static let seeds: Range<UInt64> = {
    let first = number("TRIAGE_SEED") ?? 1
    return first..<(first + (number("TRIAGE_RUNS") ?? 200))
  }()

  private static func number(_ name: String) -> UInt64? {
    ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) }
  }
}
