/// A checked tree, lowered once to the flat program that is the only thing ever executed.
///
/// The module `Validation` has the only public initialiser, which refuses every grammar that could go wrong.
public struct Tree: Sendable {
  public let grammar: Grammar
  let program: Program

  /// Lowers a grammar that has been checked, or a copy of one that says more: `Validation` and `Regression` call this.
  package init(lowering grammar: Grammar) {
    self.grammar = grammar
    program = Lowering.lower(grammar)
  }
}
