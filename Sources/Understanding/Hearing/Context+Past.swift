import Triage

/// When it was.
extension Context {
  /// Whether a part is told in words of the present: "can't", "is".
  func isToldAsPresent(_ range: Range<Int>) -> Bool {
    let start = max(range.lowerBound - 1, 0)
    return words[start..<range.upperBound].contains { language[.presentTense].contains($0) }
  }

  /// Whether a part is told of a time long ago, between the same pauses or in a later remark on it, or as what is over.
  func isPast(_ hit: Hit) -> Bool {
    let range = hit.range
    let then = times.within(clause(of: range)).filter { !hit.says($0) && !isTurnedToNow(after: $0, before: range) }
    if isToldAsPresent(range) { return then.contains { isLasting(range, since: $0) } }
    if !then.isEmpty { return true }
    let rest = range.upperBound..<min(range.upperBound + Self.farthest, words.count)
    return times.within(rest).contains { isRemark($0.lowerBound) } || has(.isOver, in: rest)
  }

  /// "I moved in 2015 and this noise is the same": another thought begins behind the "and".
  private func isTurnedToNow(after mark: Range<Int>, before range: Range<Int>) -> Bool {
    guard mark.upperBound <= range.lowerBound else { return false }
    return (mark.upperBound..<range.upperBound).contains { place in
      language[.thisOne].contains(words[place]) && language[.and].contains(words[place - 1])
    }
  }

  /// "Can't run since the fall two years ago": what has been so for as long is not new.
  private func isLasting(_ range: Range<Int>, since mark: Range<Int>) -> Bool {
    guard mark.lowerBound > range.upperBound else { return false }
    return words[range.upperBound..<mark.lowerBound].contains { language[.since].contains($0) }
  }

  /// Whether the next sentence says of what was told that it is so again: "Had it years ago. It's back".
  func isBack(after sentence: Range<Int>) -> Bool {
    let next = next(to: sentence)
    return has(.present, in: next) && next.contains { language[.lookingBack].longest(in: words, at: $0) != nil }
  }

  /// Whether a place is near the beginning of what looks back on something: "that's years ago".
  private func isRemark(_ place: Int) -> Bool {
    for before in stride(from: place, through: max(0, place - Self.nearby), by: -1) {
      let isOpening = before == 0 || isPause(before - 1) || isBreak[before - 1]
      if isOpening { return language[.lookingBack].longest(in: words, at: before) != nil }
    }
    return false
  }
}

extension Hit {
  /// Whether a time is part of what the phrase says, as in "born in 1960".
  fileprivate func says(_ time: Range<Int>) -> Bool {
    amount != nil && time != range && parts.contains { $0.overlaps(time) }
  }
}

extension Line {
  /// Where the line says a time that is long ago: a phrase, a year, or an age.
  func longAgo(_ today: CivilDate) -> [Range<Int>] {
    let lastYear = Int64(today.parts.year) - Self.fewestYears
    return tokens.indices.compactMap { place in
      if let found = language[.past].longest(in: aligned, at: place) {
        return isNever(before: place) ? nil : place..<place + found.count
      }
      return year(at: place, through: lastYear) ?? ageThen(at: place) ?? ageNow(at: place)
    }
  }

  /// The year before last is a year ago in any case.
  private static let fewestYears: Int64 = 2

  /// "Never previously" is now.
  private func isNever(before place: Int) -> Bool {
    aligned[max(0, place - 2)..<place].contains { language[.denying].contains($0) }
  }

  /// "In 1994", "that was '98".
  private func year(at place: Int, through last: Int64) -> Range<Int>? {
    guard let found = language[.inYear].longest(in: aligned, at: place) else { return nil }
    let end = place + found.count
    let isShort = sign(at: end) == .apostrophe
    guard let number = wholeNumber(at: isShort ? end + 1 : end) else { return nil }
    guard isShort ? number < 100 && number + 2_000 > last : (1_900...last).contains(number) else { return nil }
    return place..<end + (isShort ? 2 : 1)
  }

  /// "When I was nine", with nothing behind the number that it could count.
  private func ageThen(at place: Int) -> Range<Int>? {
    guard let found = language[.atAge].longest(in: aligned, at: place) else { return nil }
    let end = place + found.count
    guard wholeNumber(at: end) != nil, end + 1 == tokens.count || !isCounted(at: end + 1) else { return nil }
    return place..<end + 1
  }

  private func isCounted(at place: Int) -> Bool {
    guard case .word(let word) = tokens[place] else { return false }
    return !language[.subject].contains(word) && !language[.part].contains(word) && !language[.and].contains(word)
      && !language[.afterAge].contains(word)
  }

  /// "She's 30 now": how old somebody is by now who was young then.
  private func ageNow(at place: Int) -> Range<Int>? {
    guard let found = language[.whoseAge].longest(in: aligned, at: place) else { return nil }
    let end = place + found.count
    guard let age = wholeNumber(at: end), age >= Self.fewestYears, end + 1 < tokens.count,
      language[.byNow].contains(aligned[end + 1])
    else { return nil }
    return place..<end + 2
  }

  private func wholeNumber(at place: Int) -> Int64? {
    guard place < tokens.count else { return nil }
    switch tokens[place] {
    case .number(let number): return number.millionths % Number.scale == 0 ? number.millionths / Number.scale : nil
    case .word(let word): return language.numbers[word].map(Int64.init)
    case .sign: return nil
    }
  }
}
