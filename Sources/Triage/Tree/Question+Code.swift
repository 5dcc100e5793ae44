/// Answers as numbers. Which those are is a matter of a question's kind alone.
extension Question.Kind {
  /// Why a value is no answer to a question.
  package enum Misfit: Error {
    case wrongType, outOfRange, offGrid
  }

  /// The largest code of an answer; codes start at 0. Nil where there is no answer, or more than ``mostAnswers``.
  ///
  /// Yes is 1 and no 0, a choice its position, picked choices a bit each, a number its steps above the low end, a
  /// duration its minutes above the low end.
  package var lastCode: Int32? {
    switch self {
    case .yesNo: 1
    case .choice(let choices): choices.isEmpty ? nil : Int32(exactly: choices.count - 1)
    case .choices(let choices):
      choices.isEmpty || choices.count > Question.mostChoices ? nil : Int32((1 << choices.count) - 1)
    case .number(let range):
      range.step.millionths <= 0 || range.low > range.high
        ? nil : Self.lastCode((range.high.millionths - range.low.millionths) / range.step.millionths)
    case .duration(let range): Self.lastCode(range.upperBound.count - range.lowerBound.count)
    }
  }

  private static func lastCode(_ last: Int64) -> Int32? { last < Question.mostAnswers ? Int32(last) : nil }

  /// The code of an answer that the question accepts.
  package func code(of value: Value) throws(Misfit) -> Int32 {
    switch (self, value) {
    case (.yesNo, .yesNo(let isYes)): return isYes ? 1 : 0
    case (.choice(let choices), .choice(let position)):
      guard choices.indices.contains(position) else { throw .outOfRange }
      return Int32(position)
    case (.choices(let choices), .choices(let picked)):
      guard picked >> UInt32(choices.count) == 0 else { throw .outOfRange }
      return Int32(picked)
    case (.number(let range), .number(let number)):
      guard range.low <= number, number <= range.high else { throw .outOfRange }
      let (steps, rest) = (number.millionths - range.low.millionths)
        .quotientAndRemainder(dividingBy: range.step.millionths)
      guard rest == 0 else { throw .offGrid }
      return Int32(steps)
    case (.duration(let range), .duration(let minutes)):
      guard range.contains(minutes) else { throw .outOfRange }
      return Int32(minutes.count - range.lowerBound.count)
    default: throw .wrongType
    }
  }

  /// The answer that a code stands for.
  package func value(of code: Int32) -> Value {
    switch self {
    case .yesNo: .yesNo(code == 1)
    case .choice: .choice(Int(code))
    case .choices: .choices(UInt32(code))
    case .number(let range):
      .number(Number(millionths: range.low.millionths + Int64(code) * range.step.millionths))
    case .duration(let range): .duration(Minutes(range.lowerBound.count + Int64(code)))
    }
  }

  /// The code of a literal that the checks have let through.
  package func checkedCode(of literal: Literal) -> Int32 {
    guard let code = try? code(of: literal.value) else { preconditionFailure("an unchecked literal") }
    return code
  }

  /// The bit of one choice, for a question of which any number can be picked.
  func bit(of literal: Literal) -> Int32 {
    guard case .choice(let position) = literal.value else { return 0 }
    return 1 << Int32(position)
  }
}
