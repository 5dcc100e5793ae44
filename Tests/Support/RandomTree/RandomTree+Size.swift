import Triage

extension RandomTree {
  /// How large a tree may be, and whether it is one about which everything can be decided.
  public struct Size: Sendable {
    var questions: ClosedRange<Int>
    /// How many different patients it may have at most.
    public var patients: Int
    var choices: ClosedRange<Int>
    var sections: ClosedRange<Int>
    var steps: ClosedRange<Int>
    var guarantees: ClosedRange<Int>
    var numbers: [NumberRange]
    var durations: [ClosedRange<Minutes>]
    /// Whether guarantees and `applies` say nothing of what was asked, which no patient's answers tell, and no outcome
    /// of an alarm has stretches.
    var isProvable: Bool

    /// Whatever the format allows.
    public static let any = Size(
      questions: 1...12, patients: .max, choices: 1...5, sections: 1...6, steps: 1...6, guarantees: 0...3,
      numbers: [
        NumberRange(Number(0), to: Number(10)), NumberRange(Number(-5), to: Number(5), step: half),
        NumberRange(Number(1), to: Number(7), step: Number(3)), NumberRange(Number(3), to: Number(4)),
        NumberRange(half, to: Number(millionths: 1_750_000), step: Number(millionths: 250_000)),
      ],
      durations: [
        Minutes(0)...Minutes.days(60 * 365), Minutes(0)...Minutes.days(365), Minutes.days(1)...Minutes.days(84),
        Minutes(90)...Minutes(91),
      ],
      isProvable: false)

    /// So small that all patients can be looked at, one by one.
    public static let small = Size(
      questions: 2...6, patients: 5000, choices: 1...3, sections: 1...4, steps: 1...5, guarantees: 3...8,
      numbers: [
        NumberRange(Number(0), to: Number(3)), NumberRange(Number(-1), to: half, step: half),
        NumberRange(Number(1), to: Number(7), step: Number(3)), NumberRange(Number(3), to: Number(4)),
      ],
      durations: [Minutes(0)...Minutes(3), Minutes(90)...Minutes(91), Minutes(1439)...Minutes(1441)],
      isProvable: true)

    private static let half = Number(millionths: 500_000)
  }
}
