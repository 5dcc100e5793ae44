import Triage

/// The places where a walk can come to a stop: where it asks, and where it ends.
struct Stops {
  struct Stop {
    var kind: Kind
    /// Of its instruction.
    var position: Int32
  }

  enum Kind: Equatable {
    case ask(QuestionID)
    case end(OutcomeID)
  }

  private(set) var all: [Stop] = []
  private var numbers: [Int32] = []
  private var ends: [Int]

  init(_ tree: Tree) {
    ends = Array(repeating: -1, count: tree.grammar.outcomes.count)
    numbers = Array(repeating: -1, count: tree.program.code.count)
    for (position, instruction) in tree.program.code.enumerated() {
      let part = Int(instruction.subject)
      let kind: Kind
      switch instruction.operation {
      case .ask: kind = .ask(QuestionID(part))
      case .end:
        kind = .end(OutcomeID(part))
        ends[part] = all.count
      default: continue
      }
      numbers[position] = Int32(all.count)
      all.append(Stop(kind: kind, position: Int32(position)))
    }
  }

  /// The stop at an instruction that is one.
  func number(at position: Int32) -> Int { Int(numbers[Int(position)]) }

  /// The stop of an outcome; each has one.
  func number(endingIn outcome: OutcomeID) -> Int { ends[outcome.position] }

  subscript(number: Int) -> Stop { all[number] }
}
