import Reports
import SignOff
import TreeFile

extension SignCommand {
  /// Whether a tree does what it promises, without which nobody signs it: by the seal beside it, or else by proving it,
  /// however long that takes. Complains where it does not, with the command that shows all of it.
  func isProven(_ loaded: Loaded) -> Bool {
    if ProofGate.isSealed(loaded.map.sources, at: tree) { return true }
    let check = onLargeStack { TreeCheck(loaded, path: tree) }
    let reason: String
    switch check.safety {
    case .proven: return true
    case .broken(let message): reason = message
    case .notProven: reason = "not all that it promises could be proven"
    }
    let path = Message.harmless(tree)
    complain(about: "backtalk", "\(tree) is not signed: \(reason)")
    complain("To see all that is found: \(ProofGate.program(libraries: main.library)) check \(path)\n")
    return false
  }
}
