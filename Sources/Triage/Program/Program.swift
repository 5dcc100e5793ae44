/// A tree as a flat list of instructions: the only form that is ever executed.
struct Program: Sendable {
  var code: [Instruction] = []
  /// Where each instruction came from, for whoever traces.
  var origins: [Origin] = []
  /// Where each unit starts. A unit is a condition, or a score, that is worked out once for the answers so far.
  var units: [Int32] = []
  var thresholds: [Threshold] = []
  var constants: [Int64] = []
  var texts: [String] = []
  var branches: [Branch] = []
  var start = 0

  /// Each question's slot as long as it has not been asked.
  var unasked: [Slot] = []
  /// By score: its unit.
  var scores: [Int32] = []
  /// By question: whether it applies, nil where it always does.
  var applies: [Int32?] = []
  /// By alarm: its condition.
  var alarms: [Int32?] = []
  /// By outcome and by programme: the condition of each entry.
  var outcomeEntries: [[Int32?]] = []
  var programmeEntries: [[Int32?]] = []
  /// By stretch: each thing to avoid.
  var avoids: [[Caution]] = []
  var onBehalf: Int32?

  /// A condition judged with care, where answers may be missing or unsure.
  struct Caution: Sendable {
    var mayHold: Int32
    var isKnown: Int32
  }

  struct Threshold: Sendable {
    var score: Int32
    var isShare: Bool
    var test: Test

    enum Test: Sendable {
      case compares(Comparison, Int64)
      case isUnsure
    }
  }

  struct Origin: Sendable {
    var part: PartID
    /// What a test says of its condition when it makes it hold; nil for what is no test of the tree's own.
    var held: Bool?
    var subject: TraceEntry.Subject?
    /// The position of the branch that is taken by going to the instruction's target.
    var branch: Int32?
    /// Here an alternative begins: what earlier ones found, from this position in the program on, counts no longer.
    var forgets: Int32?
  }
}
