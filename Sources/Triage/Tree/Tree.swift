/// A checked tree, lowered once to the flat program that is the only thing ever executed.
public struct Tree: Sendable {
  public let grammar: Grammar
  let program: Program

  /// Everything that is wrong with a grammar: at least one problem.
  public struct Problems: Error, Equatable, Sendable {
    public let all: [Problem]
  }

  /// Checks a grammar and lowers it.
  ///
  /// - Throws: ``Problems`` with everything that is wrong, each thing once.
  public init(_ grammar: Grammar) throws(Problems) {
    let reading = Reading(grammar)
    let problems = Check.problems(of: grammar, reading)
    guard problems.isEmpty else { throw Problems(all: problems) }
    self.grammar = grammar
    program = Lowering.lower(grammar, reading)
  }
}

extension Tree: Equatable {
  /// Trees are equal when they mean the same, wherever they were written.
  public static func == (left: Tree, right: Tree) -> Bool { left.grammar == right.grammar }
}
