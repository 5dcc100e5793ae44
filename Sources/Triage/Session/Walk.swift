/// One walk through a lowered tree: the answers entered so far and where it stands.
///
/// This is the only place that gives a program its meaning. Walking allocates nothing.
struct Walk: Sendable {
  let program: Program
  private(set) var slots: [Slot]
  private var position: Int
  /// Grows with every answer entered; what was worked out before holds no longer.
  private var version: Int64 = 1
  /// By unit: the version it was worked out for, and in the lowest bit whether it holds.
  private var units: [Int64]
  private var scores: [ScoreValue]

  /// Where a walk has come to.
  enum Stop: Equatable {
    /// It needs this question's answer.
    case asking(QuestionID)
    case ended(OutcomeID)
  }

  private struct ScoreValue {
    var version: Int64 = 0
    var sum: Int64 = 0
    /// The most that the answered items could have given.
    var best: Int64 = 0
  }

  init(_ program: Program) {
    self.program = program
    slots = program.unasked
    position = program.start
    units = Array(repeating: 0, count: program.units.count)
    scores = Array(repeating: ScoreValue(), count: program.scores.count)
  }

  /// Stands at the start again, nothing entered.
  mutating func restart() {
    for question in slots.indices { slots[question] = program.unasked[question] }
    position = program.start
    version += 1
  }

  /// Puts in place of all slots others that no step has entered.
  mutating func assume(_ assumed: [Slot]) {
    slots = assumed
    version += 1
  }

  // MARK: Sections

  /// Walks on until an answer is needed that `waiting` does not have, or to an outcome.
  ///
  /// - Parameter waiting: for each question, the answer to enter when it is reached; blank where there is none.
  mutating func run<Watcher: WalkWatcher>(_ waiting: [Slot], watcher: inout Watcher) -> Stop {
    while true {
      let instruction = program.code[position]
      switch instruction.operation {
      case .ask:
        let question = Int(instruction.subject)
        if !slots[question].isAsked {
          guard waiting[question].isAsked else { return .asking(QuestionID(question)) }
          slots[question] = waiting[question]
          version += 1
          watcher.entered(QuestionID(question), at: position)
        }
        position += 1
      case .say:
        watcher.said(at: position)
        position += 1
      case .end:
        return .ended(OutcomeID(Int(instruction.subject)))
      default:
        let holds = test(instruction)
        let goes = holds == instruction.sense
        watcher.tested(at: position, holds: holds, goes: goes)
        position = goes ? Int(instruction.target) : position + 1
      }
    }
  }

  // MARK: Tests

  private mutating func test(_ instruction: Instruction) -> Bool {
    let subject = Int(instruction.subject)
    switch instruction.operation {
    case .inRange:
      let value = slots[subject].value
      return instruction.low <= value && value <= instruction.high
    case .hasAny: return slots[subject].picked & instruction.low != 0
    case .hasAll: return slots[subject].picked & instruction.low == instruction.low && slots[subject].hasValue
    case .hasNone: return slots[subject].picked & instruction.low == 0 && slots[subject].hasValue
    case .isUnsure: return slots[subject].isUnsure
    case .wasAsked: return slots[subject].isAsked
    case .isSettled: return slots[subject].isSettled
    case .hasValue: return slots[subject].hasValue
    case .unit: return holds(unit: instruction.subject)
    case .threshold: return meets(program.thresholds[subject])
    case .jump: return true
    default: preconditionFailure("no test")
    }
  }

  /// Whether a unit holds for the answers so far.
  mutating func holds(unit: Int32) -> Bool {
    let known = units[Int(unit)]
    if known >> 1 == version { return known & 1 == 1 }
    let holds = workOut(unit: unit).holds
    units[Int(unit)] = version << 1 | (holds ? 1 : 0)
    return holds
  }

  private mutating func value(ofScore score: Int32) -> ScoreValue {
    let known = scores[Int(score)]
    if known.version == version { return known }
    var value = workOut(unit: program.scores[Int(score)]).score
    value.version = version
    scores[Int(score)] = value
    return value
  }

  private mutating func meets(_ threshold: Program.Threshold) -> Bool {
    let value = value(ofScore: threshold.score)
    switch threshold.test {
    case .isUnsure: return value.best == 0
    case .compares(let comparison, let limit):
      guard threshold.isShare else { return comparison.holds(Int128(value.sum), Int128(limit)) }
      guard value.best > 0 else { return false }
      let hundredfold = 100 * Int128(value.sum) * Int128(Number.scale)
      return comparison.holds(hundredfold, Int128(limit) * Int128(value.best))
    }
  }

  // MARK: Units

  private mutating func workOut(unit: Int32) -> (holds: Bool, score: ScoreValue) {
    var position = Int(program.units[Int(unit)])
    var (tally, score) = (Int32(0), ScoreValue())
    while true {
      let instruction = program.code[position]
      let subject = Int(instruction.subject)
      position += 1
      switch instruction.operation {
      case .yield: return (instruction.low == 1, score)
      case .yieldTally: return (instruction.low <= tally && tally <= instruction.high, score)
      case .yieldSum: return (false, score)
      case .tally: tally += 1
      case .add: score.sum += program.constants[subject]
      case .addBest: score.best += program.constants[subject]
      case .addScaled, .addListed: score.sum += points(instruction)
      case .addScore:
        let times = Number(millionths: program.constants[Int(instruction.low)])
        let added = Number(millionths: value(ofScore: instruction.subject).sum)
        score.sum += Scoring.product(added, times) ?? 0
      default:
        if test(instruction) == instruction.sense { position = Int(instruction.target) }
      }
    }
  }

  /// The points of one answer; none where there is no answer.
  private func points(_ instruction: Instruction) -> Int64 {
    let (slot, first) = (slots[Int(instruction.subject)], Int(instruction.low))
    guard slot.hasValue else { return 0 }
    if instruction.operation == .addListed { return program.constants[first + Int(slot.value)] }
    return program.constants[first] + Int64(slot.value) * program.constants[first + 1]
  }
}

/// Whoever looks on while a walk runs.
protocol WalkWatcher {
  mutating func entered(_ question: QuestionID, at position: Int)
  mutating func said(at position: Int)
  mutating func tested(at position: Int, holds: Bool, goes: Bool)
}

extension Comparison {
  func holds(_ left: Int128, _ right: Int128) -> Bool {
    switch self {
    case .less: left < right
    case .atMost: left <= right
    case .equal: left == right
    case .atLeast: left >= right
    case .more: left > right
    }
  }
}
