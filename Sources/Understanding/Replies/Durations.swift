import Triage

/// Reads a line as a length of time, or as the day when something began.
func readDuration(_ line: Line, in range: ClosedRange<Minutes>, of question: Question, now: Moment) -> Understood {
  guard line.sinceAge == nil else { return .unrecognised(.vague) }
  let today = now.date
  var amounts = Amounts(in: line) { line.duration(at: $0) ?? line.timeSince(at: $0, today: today) }
  if line.saysNoTime(to: question, beside: amounts.found), range.contains(Minutes(0)) {
    return .answer(Reading(.value(.duration(Minutes(0))), by: .duration))
  }
  if let worse = readGotWorse(line, amounts.found, in: range, of: question) { return worse }
  amounts.dropEchoes()
  amounts.dropComing(in: line)
  amounts.dropReckoned(in: line)
  amounts.dropCompared(in: line)
  amounts.dropExpected(in: line)
  amounts.joinMost()
  amounts.dropRepeated(in: line)
  amounts.dropAllBesideOwn(in: line)
  if let corrected = line.correctedCount(after: amounts.found) { return understoodDuration(corrected, in: range) }
  if amounts.found.count > 1 { amounts.found.removeAll(where: \.isToday) }
  if amounts.found.count > 1 { amounts.dropReasons(in: line) }
  if let latest = line.latestBout(of: amounts.found) { return understoodDuration(latest, in: range) }
  amounts.dropBehindFirst(in: line, unless: [.correction, .usually, .rangePerhaps])
  guard let only = amounts.found.first else { return readWithoutDuration(line, in: range, of: question) }
  guard amounts.found.count == 1, !amounts.isTurned || line.comesBack || line.isFlare(before: only) else {
    return .ambiguous(amounts.found.compactMap { $0.minutes(\.low) }.filter(range.contains).map(Value.duration))
  }
  return understoodDuration(only, in: range)
}

/// What an amount says to a question that accepts lengths of time of a range.
func understoodDuration(_ amount: Amount, in range: ClosedRange<Minutes>) -> Understood {
  guard let low = amount.minutes(\.low), var high = amount.minutes(\.high) else { return .unrecognised(.vague) }
  if amount.isOpenEnded { high = max(low, range.upperBound) }
  guard range.contains(low), range.contains(high) else { return .unrecognised(.outOfRange) }
  let ends =
    switch amount.bound {
    case nil, .near, .nearBelow: (low, high)
    case .above: (Minutes(low.count + 1), range.upperBound)
    case .atLeast: (low, range.upperBound)
    case .below: (range.lowerBound, Minutes(high.count - 1))
    case .atMost: (range.lowerBound, high)
    }
  guard ends.0 <= ends.1 else { return .unrecognised(.outOfRange) }
  guard ends.0 == ends.1 else { return .interval(Interval(.duration(ends.0), to: .duration(ends.1), by: amount.rule)) }
  return .answer(Reading(.value(.duration(low)), by: amount.rule, isApproximate: amount.isApproximate))
}

/// No time at all, a bare number that may be days, weeks or months, or nothing that says how long.
private func readWithoutDuration(_ line: Line, in range: ClosedRange<Minutes>, of question: Question) -> Understood {
  if line.isNoAmount || line.hasDenial(of: question), range.contains(Minutes(0)) {
    return .answer(Reading(.value(.duration(Minutes(0))), by: .duration))
  }
  let numbers = Amounts(in: line) { line.number(at: $0) }
  if numbers.found.count == 1, let number = numbers.found.first, numbers.isAlone {
    return withoutUnit(number, in: range)
  }
  let isVague = line.language.has(.vague, in: line.words)
  return .unrecognised(isVague || !numbers.found.isEmpty ? .vague : .noSense)
}

private func withoutUnit(_ number: Amount, in range: ClosedRange<Minutes>) -> Understood {
  if number.low == Number(0), range.contains(Minutes(0)) {
    return .answer(Reading(.value(.duration(Minutes(0))), by: .duration))
  }
  let candidates = [1, 7, 30].compactMap { number.times($0 * Minutes.perDay).minutes(\.low) }.filter(range.contains)
  return candidates.isEmpty ? .unrecognised(.outOfRange) : .ambiguous(candidates.map(Value.duration))
}

extension Amount {
  /// One end of a length of time; nil where it is no whole number of minutes.
  fileprivate func minutes(_ end: KeyPath<Amount, Number>) -> Minutes? {
    let millionths = self[keyPath: end].millionths
    return millionths % Number.scale == 0 ? Minutes(millionths / Number.scale) : nil
  }
}

// MARK: - Beside the length of time

extension Line {
  /// Whether the line, its first clause, or one that names what is asked about says that it was no time at all, and
  /// nothing besides says how long: "three kids, so no, I haven't rested at all, not one day".
  fileprivate func saysNoTime(to question: Question, beside amounts: [Amount]) -> Bool {
    let none = clauses.filter { clause in
      let words = Array(aligned[clause])
      return (clause.lowerBound == 0 || names(question, in: words)) && language.saysNoTime(words)
    }
    guard !none.isEmpty || language.saysNoTime(words) else { return false }
    return amounts.allSatisfy { amount in
      isDenied(amount) || none.contains { $0.contains(amount.end - 1) }
    }
  }

  /// Whether a denial leads to an amount in its thought: "not one single day".
  private func isDenied(_ amount: Amount) -> Bool {
    thought(before: amount.start).contains { language[.denying].contains($0) }
  }

  /// Whether one of the words that say something stands in what is asked, in any form.
  private func names(_ question: Question, in words: [String]) -> Bool {
    let asked = Self.words(of: question.wording.ask).filter(language.isTelling)
    return words.contains { word in
      language.isTelling(word) && asked.contains { $0 == word || word.count >= 4 && $0.prefix(4) == word.prefix(4) }
    }
  }

  /// A length of time, or how long ago a day was, with what is said right before it: "about", "more than".
  func lengthOfTime(at place: Int, today: CivilDate) -> Amount? {
    let words = aligned
    var start = place
    var bound: Language.Bound?
    var isApproximate = false
    while start - place <= 4 {
      if let found = language.bounds.longest(in: words, at: start) {
        bound = found.meaning
        start += found.count
      } else if let found = language[.approximate].longest(in: words, at: start) {
        isApproximate = true
        start += found.count
      } else {
        break
      }
    }
    let isCountedBack = bound != nil && language[.since].longest(in: words, at: start) != nil
    guard !isCountedBack, var amount = duration(at: start) ?? timeSince(at: start, today: today) else { return nil }
    amount.isApproximate = amount.isApproximate || isApproximate || bound == .near || bound == .nearBelow
    amount.bound = bound == .near || bound == .nearBelow ? nil : bound
    return amount
  }

  /// Whether the line does nothing but deny what is asked about: "no rest", "I have not been resting".
  func isDenial(of question: Question) -> Bool { denies(words, of: question) }

  /// Whether one of its clauses does nothing else: "I've a farm, there's no resting".
  fileprivate func hasDenial(of question: Question) -> Bool {
    isDenial(of: question) || aligned.split(separator: "").contains { denies(Array($0), of: question) }
  }

  private func denies(_ words: [String], of question: Question) -> Bool {
    let asked = Line.words(of: question.wording.ask)
    var isDenied = false
    var isNamed = false
    for word in language.withoutHarmless(words) {
      if language[.denying].contains(word) {
        isDenied = true
      } else if word.count >= 4, asked.contains(where: { $0.prefix(4) == word.prefix(4) }) {
        isNamed = true
      } else if ![.passing, .harmless, .pronoun].contains(where: { language[$0].contains(word) }) {
        return false
      }
    }
    return isDenied && isNamed
  }

  /// Whether it comes and goes, so that what follows a "but" takes nothing away from how long it was this time.
  fileprivate var comesBack: Bool { language.has(.recurrent, in: aligned) }

  /// "Two weeks, no sorry, three": the one length of time with another number, said behind a correction.
  fileprivate func correctedCount(after amounts: [Amount]) -> Amount? {
    let words = aligned
    guard amounts.count == 1, let last = tokens.indices.last, last >= amounts[0].end,
      let correction = words.indices[amounts[0].end...].last(where: {
        language[.correction].longest(in: words, at: $0) != nil || language[.plainNo].contains(words[$0])
      }), correction < last,
      let count = tokens.indices[correction...].lazy.compactMap({ self.number(at: $0) }).first,
      count.end == tokens.count,
      let unit = words.indices[..<amounts[0].end].lazy.compactMap({ self.unit(at: $0) }).first
    else { return nil }
    return count.times(unit.minutes)
  }

  /// Whether what was there before has become worse, and the amount tells since when.
  fileprivate func isFlare(before amount: Amount) -> Bool {
    let words = aligned
    return words.indices.prefix(amount.end).contains { language[.flare].longest(in: words, at: $0) != nil }
  }

  /// Of several lengths of time the one that tells how long it was this time, or how long it has been worse.
  fileprivate func latestBout(of amounts: [Amount]) -> Amount? {
    guard amounts.count > 1 else { return nil }
    let words = aligned
    let marks = words.indices.filter { place in
      language[.thisTime].longest(in: words, at: place) != nil || language[.flare].longest(in: words, at: place) != nil
    }
    guard let mark = marks.last else { return nil }
    let after = amounts.filter { $0.end > mark + 1 }
    if after.count == 1 { return after[0] }
    let beside = amounts.filter { language.has(.flare, in: thought(at: $0.end - 1)) }
    return beside.count == 1 ? beside[0] : nil
  }

  /// The age since which, where the line counts from one: "since my 20s", "since I was 20".
  var sinceAge: ClosedRange<Int>? {
    let words = aligned
    for place in words.indices {
      guard let opening = language[.sinceAge].longest(in: words, at: place) else { continue }
      let start = place + opening.count
      if let decade = decade(at: start) { return decade.years }
      if let age = number(at: start), (1...110).contains(age.low.rounded), unit(at: age.end) == nil,
        sign(at: age.end) != .slash
      {
        return age.low.rounded...age.low.rounded
      }
    }
    return nil
  }

  /// A decade of life, or a third of one: "fifties", "late fifties".
  func decade(at place: Int) -> (years: ClosedRange<Int>, end: Int)? {
    let words = aligned
    var start = place
    var part: Heading?
    for candidate in [Heading.early, .middle, .late] {
      guard let found = language[candidate].longest(in: words, at: place) else { continue }
      (part, start) = (candidate, place + found.count)
    }
    guard let found = decadeName(at: start) else { return nil }
    let years =
      switch part {
      case .early: found.first...found.first + 3
      case .middle: found.first + 4...found.first + 6
      case .late: found.first + 7...found.first + 9
      default: found.first...found.first + 9
      }
    return (years, found.end)
  }

  /// "Fifties", "50s".
  private func decadeName(at place: Int) -> (first: Int, end: Int)? {
    if let found = language.decades.longest(in: aligned, at: place) { return (Int(found.meaning), place + found.count) }
    guard place + 1 < tokens.count, case .number(let number) = tokens[place] else { return nil }
    let name = [number.digits, word(at: place + 1) ?? ""]
    return language.decades.whole(name).map { (Int($0), place + 2) }
  }
}

extension Language {
  /// Whether words say that it was no time at all, with who and what began the sentence or without.
  fileprivate func saysNoTime(_ words: [String]) -> Bool {
    peeled(words).contains { words in
      let rest = words.drop { word in [.plainNo, .pronoun, .auxiliary].contains { self[$0].contains(word) } }
      return self[.noTime].contains(words) || self[.noTime].contains(rest)
    }
  }
}

extension Number {
  /// The whole number below it.
  fileprivate var rounded: Int { Int(millionths / Number.scale) }
}
