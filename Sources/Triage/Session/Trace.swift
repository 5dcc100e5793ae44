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

/// Writes down what a walk does.
struct Tracer: WalkWatcher {
  let tree: Tree
  /// The answers that the walk enters.
  let given: [Slot]
  private(set) var trace: [TraceEntry] = []
  private var reasons: [(reason: TraceEntry.Reason, position: Int)] = []

  init(_ tree: Tree, _ given: [Slot]) {
    self.tree = tree
    self.given = given
  }

  mutating func entered(_ question: QuestionID, at position: Int) {
    trace.append(.answered(question, tree.answer(in: given, to: question), tree.program.origins[position].part))
  }

  mutating func said(at position: Int) {
    let text = tree.program.texts[Int(tree.program.code[position].subject)]
    trace.append(.said(text, tree.program.origins[position].part))
  }

  /// Within one condition, the tests that came out as it asserts them are what makes it hold.
  mutating func tested(at position: Int, holds: Bool, goes: Bool) {
    let origin = tree.program.origins[position]
    if let start = origin.forgets { reasons.removeAll { $0.position >= start } }
    if let subject = origin.subject, holds == origin.held {
      reasons.append((TraceEntry.Reason(subject: subject, held: holds, part: origin.part), position))
    }
    if goes, let branch = origin.branch {
      trace.append(.took(tree.program.branches[Int(branch)], reasons: reasons.map(\.reason)))
      reasons = []
    }
  }
}

/// Looks away.
struct NoWatcher: WalkWatcher {
  mutating func entered(_ question: QuestionID, at position: Int) {}
  mutating func said(at position: Int) {}
  mutating func tested(at position: Int, holds: Bool, goes: Bool) {}
}
