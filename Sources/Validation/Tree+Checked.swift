import Triage

extension Tree {
  /// Everything that is wrong with a grammar: at least one problem.
  public struct Problems: Error, Equatable, Sendable {
    public let all: [Problem]
  }

  /// Checks a grammar and lowers it.
  ///
  /// - Throws: ``Problems`` with everything that is wrong.
  public init(_ grammar: Grammar) throws(Problems) {
    let problems = Check.problems(of: grammar)
    guard problems.isEmpty else { throw Problems(all: problems) }
    self.init(lowering: grammar)
  }
}
