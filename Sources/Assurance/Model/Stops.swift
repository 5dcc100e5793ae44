import Triage

/// The places where a walk can come to a stop: where it asks, and where it ends. And those where ways join: there it goes
/// on at once, but what is decided from there on is one decision, by whatever way it was come to.
struct Stops {
  struct Stop {
    var kind: Kind
    /// Of its instruction.
    var position: Int32
  }

  enum Kind: Equatable {
    case ask(QuestionID)
    case end(OutcomeID)
    case join
  }

  private(set) var all: [Stop] = []
  private var numbers: [Int32] = []
  private var ends: [Int]

  init(_ tree: Tree) {
    ends = Array(repeating: -1, count: tree.grammar.outcomes.count)
    numbers = Array(repeating: -1, count: tree.program.code.count)
    let joins = Self.joins(of: tree.program)
    for (position, instruction) in tree.program.code.enumerated() {
      let part = Int(instruction.subject)
      let kind: Kind
      switch instruction.operation {
      case .ask: kind = .ask(QuestionID(part))
      case .end:
        kind = .end(OutcomeID(part))
        ends[part] = all.count
      default:
        guard joins[position] else { continue }
        kind = .join
      }
      numbers[position] = Int32(all.count)
      all.append(Stop(kind: kind, position: Int32(position)))
    }
  }

  /// By instruction: whether it is come to from more than one other.
  private static func joins(of program: Program) -> [Bool] {
    var ways = Array(repeating: 0, count: program.code.count + 1)
    let end = program.code.lastIndex { $0.operation == .end } ?? 0
    for (position, instruction) in program.code[...end].enumerated() {
      switch instruction.operation {
      case .ask, .say: ways[position + 1] += 1
      case .jump: ways[Int(instruction.target)] += 1
      case .end: break
      default:
        ways[position + 1] += 1
        ways[Int(instruction.target)] += 1
      }
    }
    return ways.indices.map { ways[$0] > 1 && $0 <= end }
  }

  /// The stop at an instruction; nil where there is none.
  func find(at position: Int32) -> Int? { numbers[Int(position)] >= 0 ? Int(numbers[Int(position)]) : nil }

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
