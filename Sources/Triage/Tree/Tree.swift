/// A checked tree, lowered once to the flat program that is the only thing ever executed.
public struct Tree: Sendable {
  public let grammar: Grammar

  /// Everything that is wrong with a grammar: at least one problem.
  public struct Problems: Error, Equatable, Sendable {
    public let all: [Problem]
  }

  /// Checks a grammar and lowers it.
  ///
  /// - Throws: ``Problems`` with everything that is wrong.
  public init(_ grammar: Grammar) throws(Problems) {
    self.grammar = grammar
  }
}
