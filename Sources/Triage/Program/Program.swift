/// A tree as a flat list of instructions: the only form that is ever executed.
package struct Program: Sendable {
  package var code: [Instruction] = []
  /// Where each instruction came from, for whoever traces.
  package var origins: [Origin] = []
  /// Where each unit starts. A unit is a condition, or a score, that is worked out once for the answers so far.
  package var units: [Int32] = []
  package var thresholds: [Threshold] = []
  package var constants: [Int64] = []
  var texts: [String] = []
  package var branches: [Branch] = []
  package var start = 0
  /// Where each section starts.
  package var sections: [Int32] = []

  /// Each question's slot as long as it has not been asked.
  package var unasked: [Slot] = []
  /// By score: its unit.
  package var scores: [Int32] = []
  /// By question: whether it applies, nil where it always does.
  package var applies: [Int32?] = []
  /// By alarm: its condition.
  package var alarms: [Int32?] = []
  /// By outcome and by programme: the condition of each entry.
  package var outcomeEntries: [[Int32?]] = []
  package var programmeEntries: [[Int32?]] = []
  /// By stretch: each thing to avoid.
  package var avoids: [[Caution]] = []
  var onBehalf: Int32?
  /// Conditions that the tree itself never reads: those of whoever proves something about it.
  package var besides: [Int32] = []

  /// A condition judged with care, where answers may be missing or unsure.
  package struct Caution: Sendable {
    package var mayHold: Int32
    var isKnown: Int32
  }

  package struct Threshold: Sendable {
    package var score: Int32
    package var isShare: Bool
    package var test: Test

    package enum Test: Sendable {
      case compares(Comparison, Int64)
      case isUnsure
    }
  }

  package struct Origin: Sendable {
    package var part: PartID
    /// What a test says of its condition when it makes it hold; nil for what is no test of the tree's own.
    var held: Bool?
    var subject: TraceEntry.Subject?
    /// The position of the branch that is taken by going to the instruction's target.
    package var branch: Int32?
    /// Here an alternative begins: what earlier ones found, from this position in the program on, counts no longer.
    var forgets: Int32?
  }
}
