import Reports
import SignOff
import TreeFile

extension CheckCommand {
  /// Seals a tree of which everything is proven without which no patient should follow it. Says so, or why not.
  ///
  /// - Returns: the exit status.
  func seal(_ check: TreeCheck) -> Int32 {
    switch check.safety {
    case .proven: return write(Seal(of: check), beside: check.path)
    case .broken(let message):
      complain(about: "\(check.path) is not sealed", message)
      return 1
    case .notProven:
      let reason = check.loaded.tree == nil ? "it cannot be loaded" : "not all that it promises could be proven"
      complain(about: "\(check.path) is not sealed", reason)
      return check.loaded.tree == nil ? 2 : 1
    }
  }

  private func write(_ seal: Seal, beside tree: String) -> Int32 {
    do throws(Seal.Unusable) {
      try seal.write(beside: tree)
      // Standard output is for a program to read, where it is not for people.
      if format == .human { tell(Message.harmless("sealed: \(Seal.path(beside: tree))") + "\n") }
      return 0
    } catch {
      complain(about: error.path, error.reason)
      return 2
    }
  }
}

extension Seal {
  fileprivate init(of check: TreeCheck) {
    self.init(
      engine: Version.program, files: Digest(of: check.loaded.map.sources), verdict: Self.proven, day: today())
  }
}
