/// One instruction of a lowered tree.
///
/// A test goes to `target` where its result is `sense`, and else to the next instruction.
package struct Instruction: Sendable {
  package var operation: Operation
  package var sense = true
  /// What it works on: a question, unit, threshold, score, outcome, text or constant, by its position.
  package var subject: Int32 = 0
  package var low: Int32 = 0
  package var high: Int32 = 0
  /// A label while a tree is being lowered, then a position in the program.
  package var target: Int32 = -1

  package enum Operation: UInt8, Sendable {
    // Tests of one question's slot
    /// Its value lies in `low ... high`.
    case inRange
    /// Of the bits in `low`, its value has any, all, none.
    case hasAny, hasAll, hasNone
    case isUnsure, wasAsked
    /// Asked, and the answer was a definite one.
    case isSettled
    case hasValue

    // Tests of something that is worked out once for the answers so far
    case unit, threshold

    // The walk
    case jump
    /// Enters the answer of a question, or stops until there is one.
    case ask
    case say
    case end

    // Inside a unit
    /// The unit holds where `low` is 1.
    case yield
    case tally
    /// The unit holds where the tally lies in `low ... high`.
    case yieldTally
    /// Adds a constant to the sum, and to the best sum another one.
    case add, addBest
    /// Adds the constant at `low` plus the slot's value times the one after it.
    case addScaled
    /// Adds the constant at `low` plus the slot's value.
    case addListed
    /// Adds another score's sum times the constant at `low`.
    case addScore
    case yieldSum
  }
}

extension Instruction {
  /// Whether a value lies in `low ... high`, in one comparison. What a slot without a value holds lies in no range.
  package func hasInRange(_ value: Int32) -> Bool {
    UInt32(bitPattern: value &- low) <= UInt32(bitPattern: high &- low)
  }

  /// Whether a slot passes, for the tests of one question's slot.
  package func isPassed(by slot: Slot) -> Bool {
    switch operation {
    case .inRange: hasInRange(slot.value)
    case .hasAny: slot.picked & low != 0
    case .hasAll: slot.picked & low == low && slot.hasValue
    case .hasNone: slot.picked & low == 0 && slot.hasValue
    case .isUnsure: slot.isUnsure
    case .wasAsked: slot.isAsked
    case .isSettled: slot.isSettled
    case .hasValue: slot.hasValue
    default: preconditionFailure("no test of a slot")
    }
  }
}

/// What a question's answer is during a walk: a value, and whether it was asked and answered "not sure".
package struct Slot: Hashable, Sendable {
  private var bits: Int64

  /// Not asked, and without a value: every comparison is false.
  package static let blank = Slot(value: noValue, asked: false, unsure: false)

  /// Below every code of an answer, and with no bit that stands for a choice.
  package static let noValue = Int32.min

  package init(value: Int32, asked: Bool, unsure: Bool) {
    bits = Int64(UInt32(bitPattern: value)) | (asked ? 1 << 32 : 0) | (unsure ? 1 << 33 : 0)
  }

  package var value: Int32 { Int32(truncatingIfNeeded: bits) }
  package var isAsked: Bool { bits & (1 << 32) != 0 }
  package var isUnsure: Bool { bits & (1 << 33) != 0 }
  /// Asked, and the answer was a definite one.
  var isSettled: Bool { bits >> 32 == 1 }
  package var hasValue: Bool { value != Slot.noValue }
  /// The bits of the choices that were picked.
  package var picked: Int32 { value & .max }
}
