/// A checked tree, lowered once to the flat program that is the only thing ever executed.
///
/// The module `Validation` has the only public initialiser, which refuses every grammar that could go wrong.
public struct Tree: Sendable {
  public let grammar: Grammar
  package let program: Program

  /// Lowers a grammar that has been checked, or a copy of one that says more: for `Validation`, `Assurance` and
  /// `Regression` alone.
  ///
  /// - Parameter besides: conditions to be lowered too, though the tree never reads them.
  package init(lowering grammar: Grammar, besides: [Condition] = []) {
    self.grammar = grammar
    program = Lowering.lower(grammar, besides: besides)
  }
}
