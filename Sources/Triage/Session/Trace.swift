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
  let program: Program
  var happened: [Happening] = []
  private var reasons: [(reason: TraceEntry.Reason, position: Int)] = []

  /// What happened, with the answers still to be filled in by whoever knows them.
  enum Happening {
    case said(String, PartID)
    case entered(QuestionID, PartID)
    case took(Branch, [TraceEntry.Reason])
  }

  init(_ program: Program) { self.program = program }

  mutating func entered(_ question: QuestionID, at position: Int) {
    happened.append(.entered(question, program.origins[position].step))
  }

  mutating func said(at position: Int) {
    let text = program.texts[Int(program.code[position].subject)]
    happened.append(.said(text, program.origins[position].part))
  }

  /// Within one condition, the tests that came out as it asserts them are what makes it hold.
  mutating func tested(at position: Int, holds: Bool, goes: Bool) {
    let origin = program.origins[position]
    if let start = origin.forgets { reasons.removeAll { $0.position >= start } }
    if let subject = origin.subject, holds == origin.held {
      reasons.append((TraceEntry.Reason(subject: subject, held: holds, part: origin.part), position))
    }
    if goes, let branch = origin.branch {
      happened.append(.took(program.branches[Int(branch)], reasons.map(\.reason)))
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
