import Triage

/// Reads a line as a number of a range. One that the question does not accept is refused, never rounded.
func readNumber(_ line: Line, in range: NumberRange, of question: Question) -> Understood {
  guard !line.tokens.contains(.sign(.apostrophe)) else { return .unrecognised(.noSense) }
  if let size = line.size(in: range) { return understoodNumber(size, in: range) }
  var amounts = Amounts(in: line) { line.decadeOfLife(at: $0) ?? line.numberOutOf(range.high, at: $0) }
  amounts.dropCounted(of: range, in: line)
  amounts.dropThings(in: line)
  amounts.dropScale(to: range.high, in: line)
  amounts.dropReckoned(in: line)
  amounts.dropToCome(in: line)
  amounts.dropCompared(in: line)
  amounts.joinMost()
  let isOfMostTimes = range.isScale && amounts.dropWorst(of: line)
  if !isOfMostTimes { amounts.dropRepeated(in: line) }
  if amounts.found.count > 1 { amounts.dropAnothers(in: line) }
  amounts.dropBehindFirst(in: line, unless: [.correction, .rangePerhaps] + (range.isScale ? [.usually] : []))
  guard let only = amounts.found.first else { return readNothing(line, in: range, of: question) }
  let values = Set(amounts.found.flatMap { [$0.low, $0.high] }).sorted()
  guard amounts.found.count == 1, isOfMostTimes || !amounts.isTurned else {
    return .ambiguous(values.filter { range.difficulty(with: $0) == nil }.map(Value.number))
  }
  return understoodNumber(only, in: range)
}

/// "None", or "no" with what the question asks about; without such words, no number at all.
private func readNothing(_ line: Line, in range: NumberRange, of question: Question) -> Understood {
  guard range.isScale, line.isDenial(of: question) || line.isNoAmount, range.difficulty(with: Number(0)) == nil else {
    return .unrecognised(.noSense)
  }
  return .answer(Reading(.value(.number(Number(0))), by: .number))
}

/// What an amount says to a question that accepts numbers of a range.
func understoodNumber(_ amount: Amount, in range: NumberRange) -> Understood {
  for end in [amount.low, amount.high] {
    if let difficulty = range.difficulty(with: end) { return .unrecognised(difficulty) }
  }
  let (low, high) = range.within(amount)
  guard low <= high else { return .unrecognised(.outOfRange) }
  guard low == high else { return .interval(Interval(.number(low), to: .number(high), by: .number)) }
  return .answer(Reading(.value(.number(low)), by: .number, isApproximate: amount.isApproximate))
}

extension NumberRange {
  /// Whether it is a scale of ten steps or fewer, whose lowest step is none of it. Nobody is of no age.
  var isScale: Bool { high.millionths - low.millionths <= 10 * step.millionths }

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
    case nil, .near, .nearBelow: (amount.low, amount.high)
    case .above: (Number(millionths: amount.low.millionths + step.millionths), high)
    case .atLeast: (amount.low, high)
    case .below: (low, Number(millionths: amount.high.millionths - step.millionths))
    case .atMost: (low, amount.high)
    }
  }
}

// MARK: - In words

extension Line {
  /// How much of a scale of ten, in words: "medium". Nothing else may be said beside it, but for more after a pause.
  fileprivate func size(in range: NumberRange) -> Amount? {
    guard range.high.millionths - range.low.millionths == 10 * Number.scale else { return nil }
    guard let size = language.sizes.whole(words) ?? onlySize(words) ?? onlySize(words(before: .pause)) else {
      return nil
    }
    let (low, high) = (range.low.plus(Number(size.lowerBound)), range.low.plus(Number(size.upperBound)))
    return Amount(low, to: high, end: tokens.count)
  }

  /// The one size that words name, beside others that do not matter.
  private func onlySize(_ words: [String]) -> ClosedRange<Int>? {
    if let size = language.sizes.whole(language.withoutHarmless(words)) { return size }
    var sizes: Set<ClosedRange<Int>> = []
    var place = 0
    while place < words.count {
      if let found = language.sizes.longest(in: words, at: place) {
        sizes.insert(found.meaning)
        place += found.count
      } else if [.harmless, .approximate, .passing].contains(where: { language[$0].contains(words[place]) }) {
        place += 1
      } else {
        return nil
      }
    }
    return sizes.count == 1 ? sizes.first : nil
  }

  /// "Late fifties", for years of life.
  fileprivate func decadeOfLife(at place: Int) -> Amount? {
    decade(at: place).map { Amount(Number($0.years.lowerBound), to: Number($0.years.upperBound), end: $0.end) }
  }

  /// A number with what is said right before it: "about", "more than".
  func boundedNumber(at place: Int) -> Amount? {
    let bound = language.bounds.longest(in: aligned, at: place)
    let approximate = language[.approximate].longest(in: aligned, at: place)
    guard var amount = numberOrRange(at: place + (bound?.count ?? approximate?.count ?? 0)) else { return nil }
    amount.isApproximate = approximate != nil || bound?.meaning == .near || bound?.meaning == .nearBelow
    if let bound, !amount.isApproximate { amount.bound = bound.meaning }
    return amount
  }
}

extension Amounts {
  /// Leaves out the end of the scale where it is told before the number: "out of ten, a 4".
  fileprivate mutating func dropScale(to most: Number, in line: Line) {
    guard found.count > 1, let first = found.first, first.low == most else { return }
    let opening = line.language[.outOf].longest(in: line.aligned, at: 0)
    if let opening, first.end == opening.count + 1 { found.removeFirst() }
  }

  /// Leaves out a number that is said of the worst times, where another is said of most times; false where none was.
  fileprivate mutating func dropWorst(of line: Line) -> Bool {
    guard found.count == 2, let most = found.map(\.high).max() else { return false }
    var usual = found.filter { $0.high < most || !$0.isWorst(in: line) }
    if usual.count == 2 {
      usual = found.filter { line.language.has(.usually, in: line.thought(at: $0.end - 1)) }
    }
    if usual.count != 1 { usual = withoutCondition(in: line) }
    guard usual.count == 1 else { return false }
    found = usual
    return true
  }
}

extension Amounts {
  /// The number that is told without a condition, where the other, under one, is more: "a 4, but when I climb an 8".
  private func withoutCondition(in line: Line) -> [Amount] {
    let plain = found.filter { amount in
      let thought = line.thought(at: amount.end - 1)
      return !thought.indices.contains { line.language.replies.longest(in: thought, at: $0)?.meaning == .sometimesWhen }
    }
    return plain.count == 1 && found.allSatisfy { plain[0].low <= $0.low } ? plain : []
  }
}

extension Amount {
  /// Whether it is said of the worst times.
  func isWorst(in line: Line) -> Bool {
    let words = line.aligned
    let thought = line.thought(at: end - 1)
    let isAlone = thought.filter { Int($0) != nil || line.language.numbers[$0] != nil }.count == 1
    if isAlone, line.language.has(.worst, in: thought) {
      return true
    }
    if line.language[.worst].longest(in: words, at: end) != nil { return true }
    let start = words.indices.prefix(end).last { line.language[.worst].longest(in: words, at: $0) != nil }
    guard let start, let length = line.language[.worst].longest(in: words, at: start)?.count else { return false }
    let between = start + length..<max(start + length, end - 1)
    return end > start + length && between.count <= 3
      && !words[between].contains { $0.isEmpty || line.language[.part].contains($0) }
  }
}

// MARK: - In digits

extension Line {
  /// A number or a range of them, with "out of ten" after it where ten is the most there is.
  func numberOutOf(_ most: Number, at place: Int) -> Amount? {
    guard var amount = numberOrRange(at: place) else { return nil }
    let outOf = language[.outOf].longest(in: aligned, at: amount.end)?.count
    let sign = sign(at: amount.end) == .slash ? 1 : nil
    if let passed = outOf ?? sign, let whole = number(at: amount.end + passed), whole.low == most {
      amount.end = whole.end
    } else if sign == 1, let next = number(at: amount.end + 1), next.low == amount.high.plus(Number(1)) {
      // "5/6" out of 10 is five or six.
      (amount.high, amount.end) = (next.low, next.end)
    }
    return amount
  }
}
