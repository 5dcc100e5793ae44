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

  /// Whether a stop asks a question of which something is true.
  func asks(_ stop: Int, where isWanted: (QuestionID) -> Bool) -> Bool {
    if case .ask(let question) = all[stop].kind { isWanted(question) } else { false }
  }

  /// Whether a stop is an outcome of which something is true.
  func ends(_ stop: Int, where isWanted: (OutcomeID) -> Bool) -> Bool {
    if case .end(let outcome) = all[stop].kind { isWanted(outcome) } else { false }
  }

  subscript(number: Int) -> Stop { all[number] }
}
