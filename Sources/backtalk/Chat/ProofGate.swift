import Display
import Glibc
import Reports
import SignOff
import TreeFile
import Triage

/// Sees to it that a tree is proven before a patient follows it: by the seal beside it, or else by proving it, as far as
/// that takes no longer than a patient should wait.
enum ProofGate {
  /// How long it may take, in milliseconds of the processor's time: a busy machine makes no tree less proven.
  private static let limit = 200
  /// And by the clock, where the machine is busy or the tree so large that time is not even asked for.
  private static let patience = 10 * limit

  /// - Returns: why the tree is not to be followed; nil where all is well.
  static func refusal(of tree: Tree, _ map: SourceMap, at path: String, libraries: [String]) -> String? {
    if isSealed(map.sources, at: path) { return nil }
    let end = milliseconds() + limit
    switch onLargeStack(atMost: patience, { SafetyCheck(tree, map) { milliseconds() > end } }) {
    case .proven: return nil
    case .broken(let message): return complaint(path, libraries, message, "To see all that is found", "check")
    case .notProven, nil:
      let reason = "what it promises could not be proven within \(limit) milliseconds"
      return complaint(path, libraries, reason, "To prove it once, however long that takes", "check --seal")
    }
  }

  private static func complaint(
    _ path: String, _ libraries: [String], _ reason: String, _ purpose: String, _ command: String
  ) -> String {
    let path = Message.harmless(path)
    let program = program(libraries: libraries)
    return """
      backtalk: \(path) is not followed: \(Message.harmless(reason))
      \(purpose): \(program) \(command) \(path)
      To follow it all the same, while it is being written: \(program) --unproven \(path)

      """
  }

  /// How this program is called where a tree takes files from these folders.
  static func program(libraries: [String]) -> String {
    (["backtalk"] + libraries.map { "--library \(Message.harmless($0))" }).joined(separator: " ")
  }

  /// The processor's time of this program.
  private static func milliseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
  }
}

// MARK: - The seal

extension ProofGate {
  /// Whether the seal beside a tree says that these very files were proven by this version of the program. Where there
  /// is one that does not, it is said why.
  static func isSealed(_ sources: Sources, at path: String) -> Bool {
    do throws(Seal.Unusable) {
      guard let seal = try Seal.read(beside: path) else { return false }
      guard let reason = flaw(of: seal, sources) else { return true }
      complain(about: "backtalk", "\(Seal.path(beside: path)) is ignored: \(reason); seal the tree again")
    } catch {
      complain(about: "backtalk", "\(error.path) is ignored: \(error.reason)")
    }
    return false
  }

  private static func flaw(of seal: Seal, _ sources: Sources) -> String? {
    if seal.engine != Version.program {
      return "version \(seal.engine) of this program made it, and this is \(Version.program)"
    }
    if seal.verdict != Seal.proven { return "it does not say that the tree was proven" }
    return seal.matches(sources, engine: Version.program) ? nil : "the tree has changed since it was made"
  }
}
