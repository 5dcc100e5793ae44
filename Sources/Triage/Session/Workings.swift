/// Tests, conditions and scores, each worked out at most once for the answers so far.
struct Workings: Sendable {
  /// Grows with every answer entered; what was worked out before holds no longer.
  private var version: Int64 = 1
  /// By unit: the version it was worked out for, and in the lowest bit whether it holds.
  private var units: [Int64]
  private var scores: [ScoreValue]

  private struct ScoreValue {
    var version: Int64 = 0
    var sum: Int64 = 0
    /// The most that the answered items could have given.
    var best: Int64 = 0
  }

  init(_ program: Program) {
    units = Array(repeating: 0, count: program.units.count)
    scores = Array(repeating: ScoreValue(), count: program.scores.count)
  }

  mutating func forget() { version += 1 }

  // MARK: Tests

  mutating func test(_ instruction: Instruction, _ slots: Span<Slot>, _ program: borrowing Program) -> Bool {
    switch instruction.operation {
    case .unit: holds(unit: instruction.subject, slots, program)
    case .threshold: meets(program.thresholds[Int(instruction.subject)], slots, program)
    case .jump: true
    default: instruction.isPassed(by: slots[Int(instruction.subject)])
    }
  }

  mutating func holds(unit: Int32, _ slots: Span<Slot>, _ program: borrowing Program) -> Bool {
    let known = units[Int(unit)]
    if known >> 1 == version { return known & 1 == 1 }
    let holds = workOut(from: Int(program.units[Int(unit)]), slots, program).holds
    units[Int(unit)] = version << 1 | (holds ? 1 : 0)
    return holds
  }

  private mutating func value(ofScore score: Int32, _ slots: Span<Slot>, _ program: borrowing Program) -> ScoreValue {
    let known = scores[Int(score)]
    if known.version == version { return known }
    let unit = Int(program.scores[Int(score)])
    var value = workOut(from: Int(program.units[unit]), slots, program).score
    value.version = version
    scores[Int(score)] = value
    return value
  }

  private mutating func meets(
    _ threshold: Program.Threshold, _ slots: Span<Slot>, _ program: borrowing Program
  ) -> Bool {
    let value = value(ofScore: threshold.score, slots, program)
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

  private mutating func workOut(
    from start: Int, _ slots: Span<Slot>, _ program: borrowing Program
  ) -> (holds: Bool, score: ScoreValue) {
    var position = start
    // What a score comes to is within bounds; what part of it comes to need not be, and may wrap and come back.
    var (tally, score) = (Int32(0), ScoreValue())
    while true {
      let instruction = program.code[position]
      let subject = Int(instruction.subject)
      position += 1
      switch instruction.operation {
      case .yield: return (instruction.low == 1, score)
      case .yieldTally: return (instruction.hasInRange(tally), score)
      case .yieldSum: return (false, score)
      case .tally: tally += 1
      case .add: score.sum &+= program.constants[subject]
      case .addBest: score.best += program.constants[subject]
      case .addScaled, .addListed: score.sum &+= points(instruction, slots[subject], program)
      case .addScore:
        let times = Number(millionths: program.constants[Int(instruction.low)])
        let added = Number(millionths: value(ofScore: instruction.subject, slots, program).sum)
        score.sum &+= PointRange.product(added, times) ?? 0
      default:
        if test(instruction, slots, program) == instruction.sense { position = Int(instruction.target) }
      }
    }
  }

  /// The points of one answer; none where there is no answer.
  private func points(_ instruction: Instruction, _ slot: Slot, _ program: borrowing Program) -> Int64 {
    let first = Int(instruction.low)
    guard slot.hasValue else { return 0 }
    if instruction.operation == .addListed { return program.constants[first + Int(slot.value)] }
    return program.constants[first] + Int64(slot.value) * program.constants[first + 1]
  }
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
