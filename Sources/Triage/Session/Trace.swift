/// One thing that happened on the way through a tree.
public enum TraceEntry: Equatable, Sendable {
  /// A `say` step.
  case said(String, PartID)
  /// A question was asked by the step marked so, and answered.
  case answered(QuestionID, Answer, PartID)
  /// A branch was taken, for these reasons; a branch without a condition has none.
  case took(Branch, reasons: [Reason])

  /// A test that made a condition hold.
  public struct Reason: Equatable, Sendable {
    public var subject: Subject
    /// False where the condition held because this did not.
    public var held: Bool
    /// The test, where it was written.
    public var part: PartID
  }

  public enum Subject: Equatable, Sendable {
    case question(QuestionID)
    case fact(FactID)
    case score(ScoreID)
    /// An `at least`, `exactly` or `at most` as a whole.
    case count
  }
}
