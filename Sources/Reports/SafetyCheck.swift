import Assurance
import TreeFile
import Triage

/// Whether a patient may follow a tree: what must hold before anybody does, and nothing besides.
public enum SafetyCheck: Equatable, Sendable {
  case proven
  /// What is the matter, as a sentence without its stop.
  case broken(String)
  /// Time was up.
  case notProven

  /// Looks until something is broken or time is up. This takes a large stack.
  ///
  /// - Parameter isOver: asked now and then; true where time is up.
  public init(_ tree: Tree, _ map: SourceMap, isOver: @escaping @Sendable () -> Bool) {
    let budget = Budget(states: Budget.usual, isOver: isOver)
    for proof in Prover(tree, budget: budget).proveSafety() {
      // Many proofs of few states would never ask.
      if isOver() {
        self = .notProven
        return
      }
      if case .holds = proof.verdict { continue }
      let finding = Findings(tree, map, [proof], [], states: budget.states).all.first
      self = finding.map { $0.rule == .notProven ? .notProven : .broken($0.message) } ?? .notProven
      return
    }
    self = .proven
  }
}

extension TreeCheck {
  /// Whether a patient may follow the tree, by what was proven of it.
  public var safety: SafetyCheck {
    if let broken = errors.first(where: { $0.rule != .notProven }) { return .broken(broken.message) }
    let needed = proofs.filter(\.subject.isAboutSafety)
    return loaded.tree != nil && needed.allSatisfy(\.isHolding) ? .proven : .notProven
  }
}
