import Display
import Glibc
import Reports
import TreeFile
import Triage

/// Proves a tree before a patient follows it, as far as that takes no longer than a patient should wait.
enum ProofGate {
  /// How long it may take, in milliseconds of the processor's time: a busy machine makes no tree less proven.
  private static let limit = 200
  /// And by the clock, where the machine is busy or the tree so large that time is not even asked for.
  private static let patience = 10 * limit

  /// - Returns: why the tree is not to be followed; nil where all is well.
  static func refusal(of tree: Tree, _ map: SourceMap, at path: String, libraries: [String]) -> String? {
    let end = milliseconds() + limit
    switch onLargeStack(atMost: patience, { SafetyCheck(tree, map) { milliseconds() > end } }) {
    case .proven: return nil
    case .broken(let message): return complaint(path, libraries, message)
    case .notProven, nil:
      return complaint(path, libraries, "what it promises could not be proven within \(limit) milliseconds")
    }
  }

  private static func complaint(_ path: String, _ libraries: [String], _ reason: String) -> String {
    let program = (["backtalk"] + libraries.map { "--library \($0)" }).joined(separator: " ")
    return """
      backtalk: \(path) is not followed: \(reason)
      To see all that is found: \(program) check \(path)
      To follow it all the same, while it is being written: \(program) --unproven \(path)

      """
  }

  /// The processor's time of this program.
  private static func milliseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
  }
}
