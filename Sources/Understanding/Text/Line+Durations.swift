import Triage

/// A length of time at a place of a line.
extension Line {
  /// A length of time, of one or more parts, or a range of them.
  func duration(at place: Int) -> Amount? {
    guard !isInsideNumber(place) else { return nil }
    if var amount = phrase(language.openEnded, at: place) {
      amount.isOpenEnded = true
      return amount
    }
    guard let first = durationParts(at: place) else { return nil }
    guard let next = rangeLink(at: first.end), let second = otherEnd(of: place, at: next), first.low <= second.low
    else {
      return first
    }
    var range = first
    (range.high, range.end) = (second.high, second.end)
    return range
  }

  /// Whether what stands here is the rest of a number that was written in a way not read: "1/3", "2,5".
  private func isInsideNumber(_ place: Int) -> Bool {
    guard place >= 2, sign(at: place - 1) == .slash || sign(at: place - 1) == .pause else { return false }
    if case .number = tokens[place - 2], case .number = tokens[place] { return true }
    return false
  }

  /// What follows "to" or "or": another length, or a bare number of the same unit, as in "a day or two".
  private func otherEnd(of first: Int, at place: Int) -> Amount? {
    if let parts = durationParts(at: place) { return parts }
    guard let unit = durationPart(at: first)?.unit, let count = number(at: place) else { return nil }
    return count.times(unit)
  }

  /// "2 weeks and 3 days": parts of falling size.
  private func durationParts(at place: Int) -> Amount? {
    guard var (sum, unit) = durationPart(at: place) else { return nil }
    while let next = nextPart(at: sum.end), next.unit < unit {
      (sum, unit) = (sum.plus(next.amount), next.unit)
    }
    return sum
  }

  /// One more part, with or without an "and" or a pause before it. "6 years, some months it's fine" is 6 years.
  private func nextPart(at place: Int) -> (amount: Amount, unit: Int64)? {
    guard isLink(at: place) else { return durationPart(at: place) }
    let isLoose = language.loose.longest(in: aligned, at: place + 1) != nil
    return sign(at: place) == .pause && isLoose ? nil : durationPart(at: place + 1)
  }

  private func isLink(at place: Int) -> Bool { isWord(of: .and, at: place) || sign(at: place) == .pause }

  /// One number with its unit, and the unit in minutes.
  private func durationPart(at place: Int) -> (amount: Amount, unit: Int64)? {
    if let amount = phrase(language.singles, at: place) { return (amount, amount.low.millionths / Number.scale) }
    if let count = countOfUnits(at: place), let unit = unit(at: count.end) {
      return (withHalf(count.times(unit.minutes), unit), unit.minutes)
    }
    return unitAndAHalf(at: place) ?? ordinalUnit(at: place)
  }

  /// "Month and a half", one of which is not said.
  private func unitAndAHalf(at place: Int) -> (amount: Amount, unit: Int64)? {
    guard let unit = unit(at: place), language[.andAHalf].longest(in: aligned, at: unit.end) != nil else { return nil }
    return (withHalf(Amount(Number(1), end: place).times(unit.minutes), unit), unit.minutes)
  }

  /// "Day 3"; "weeks, nine of them".
  private func ordinalUnit(at place: Int) -> (amount: Amount, unit: Int64)? {
    guard let unit = unit(at: place) else { return nil }
    if let count = number(at: unit.end) {
      // "In the night two weeks ago" is weeks.
      return self.unit(at: count.end) == nil ? (count.times(unit.minutes), unit.minutes) : nil
    }
    guard sign(at: unit.end) == .pause, var count = number(at: unit.end + 1), isWord(of: .of, at: count.end) else {
      return nil
    }
    count.end += 1
    return (count.times(unit.minutes), unit.minutes)
  }

  /// How many: "3", "3 or 4", "a", "half a", "1/2 a", "a couple of", "10+".
  private func countOfUnits(at place: Int) -> Amount? {
    if let loose = language.loose.longest(in: aligned, at: place) {
      return Amount(Number(Int(loose.meaning)), end: passing(.of, at: place + loose.count), isApproximate: true)
    }
    if let half = half(at: place) { return half }
    if isArticle(at: place) {
      // "Twice a week" is no week.
      if isWord(of: .rate, at: place - 1) { return nil }
      return Amount(Number(1), end: passing(.emphasis, at: place + 1))
    }
    guard var amount = numberOrRange(at: place) else { return nil }
    if word(at: amount.end) == Line.plus {
      amount.isOpenEnded = true
      amount.end += 1
    }
    amount.end = passing(amount.high < Number(1) ? .articleOfFraction : .of, at: amount.end)
    if let about = language[.approximate].longest(in: aligned, at: amount.end),
      unit(at: amount.end + about.count) != nil
    {
      (amount.isApproximate, amount.end) = (true, amount.end + about.count)
    } else if unit(at: amount.end + 1) != nil {
      amount.end = passing(.emphasis, at: amount.end)
    }
    return amount
  }

  /// "Half a", "a half", "1/2", "3/4 of a".
  private func half(at place: Int) -> Amount? {
    if isWord(of: .half, at: place) { return Amount(.half, end: passing(.article, at: place + 1)) }
    if isArticle(at: place), isWord(of: .half, at: place + 1) { return Amount(.half, end: place + 2) }
    guard sign(at: place + 1) == .slash, let part = number(at: place), let whole = number(at: place + 2) else {
      return nil
    }
    guard part.low < whole.low, whole.low == Number(2) || whole.low == Number(4), part.low > Number(0) else {
      return nil
    }
    let quarters = part.low.times(whole.low == Number(2) ? 2 : 1)
    let fraction = Number(millionths: quarters.millionths / 4)
    return Amount(fraction, end: passing(.article, at: passing(.of, at: whole.end)))
  }

  /// The place after the word here, where it is one of these.
  private func passing(_ words: Heading, at place: Int) -> Int { isWord(of: words, at: place) ? place + 1 : place }

  private func isArticle(at place: Int) -> Bool { isWord(of: .article, at: place) }

  /// "A week and a half".
  private func withHalf(_ amount: Amount, _ unit: (minutes: Int64, end: Int)) -> Amount {
    var amount = amount
    amount.end = unit.end
    guard let half = language[.andAHalf].longest(in: aligned, at: unit.end) else { return amount }
    return amount.plus(Amount(.half, end: unit.end + half.count).times(unit.minutes))
  }

  func unit(at place: Int) -> (minutes: Int64, end: Int)? {
    guard let word = word(at: place) else { return nil }
    return (language.units.whole([word]) ?? slips[place]?.unit).map { ($0, place + 1) }
  }

  private func phrase(_ table: PhraseTable<Int64>, at place: Int) -> Amount? {
    table.longest(in: aligned, at: place).map { found in
      Amount(Number(Int(found.meaning)), end: place + found.count)
    }
  }
}
