import Triage

/// Reads a line as a number of a range. One that the question does not accept is refused, never rounded.
func readNumber(_ line: Line, in range: NumberRange, of question: Question) -> Understood {
  guard !line.tokens.contains(.sign(.apostrophe)) else { return .unrecognised(.noSense) }
  let amounts = Amounts(in: line) { line.numberOutOf(range.high, at: $0) }
  guard let only = amounts.found.first else { return readNothing(line, in: range, of: question) }
  let values = Set(amounts.found.flatMap { [$0.low, $0.high] }).sorted()
  guard amounts.found.count == 1, !amounts.isTurned else {
    return .ambiguous(values.filter { range.difficulty(with: $0) == nil }.map(Value.number))
  }
  return understood(only, in: range)
}

/// "None", or "no" with what the question asks about; without such words, no number at all.
private func readNothing(_ line: Line, in range: NumberRange, of question: Question) -> Understood {
  let words = line.words.withoutHarmless
  let isNoneOfIt = words.count == 2 && words[0] == "no" && Line(question.wording.ask).words.contains(words[1])
  guard isNoneOfIt || NumberWords.isNone(line), range.difficulty(with: Number(0)) == nil else {
    return .unrecognised(.noSense)
  }
  return .answer(Reading(.value(.number(Number(0))), by: .number))
}

private func understood(_ amount: Amount, in range: NumberRange) -> Understood {
  for end in [amount.low, amount.high] {
    if let difficulty = range.difficulty(with: end) { return .unrecognised(difficulty) }
  }
  let (low, high) = range.within(amount)
  guard low <= high else { return .unrecognised(.outOfRange) }
  guard low == high else { return .interval(Interval(.number(low), to: .number(high), by: .number)) }
  return .answer(Reading(.value(.number(low)), by: .number, isApproximate: amount.isApproximate))
}

extension NumberRange {
  /// Why the range does not accept a number; nil where it does.
  func difficulty(with number: Number) -> Difficulty? {
    guard (low...high).contains(number) else { return .outOfRange }
    let steps = (number.millionths - low.millionths) / step.millionths
    let below = Number(millionths: low.millionths + steps * step.millionths)
    return below == number ? nil : .offGrid(below: below, above: Number(millionths: below.millionths + step.millionths))
  }

  /// The ends of what an amount says, with what "more than" and the like make of it.
  fileprivate func within(_ amount: Amount) -> (Number, Number) {
    switch amount.bound {
    case nil, .near: (amount.low, amount.high)
    case .above: (Number(millionths: amount.low.millionths + step.millionths), high)
    case .atLeast: (amount.low, high)
    case .below: (low, Number(millionths: amount.high.millionths - step.millionths))
    case .atMost: (low, amount.high)
    }
  }
}

extension Line {
  /// A number or a range of them, with "out of ten" after it where ten is the most there is.
  fileprivate func numberOutOf(_ most: Number, at place: Int) -> Amount? {
    guard var amount = numberOrRange(at: place) else { return nil }
    let next = sign(at: amount.end) == .slash ? amount.end + 1 : amount.end + 2
    let isOutOf = sign(at: amount.end) == .slash || words(at: amount.end, are: "out", "of")
    if isOutOf, let whole = number(at: next), whole.low == most { amount.end = whole.end }
    return amount
  }
}
