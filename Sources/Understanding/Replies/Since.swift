import Triage

extension Line {
  /// How long ago a day, a week, a month or a year was that is named here. What is longer than a day is any of its days.
  func timeSince(at place: Int, today: CivilDate) -> Amount? {
    if let found = language.daysAgo.longest(in: aligned, at: place) {
      return .daysAgo(Int(found.meaning), end: place + found.count)
    }
    if let found = language.lastPeriods.longest(in: aligned, at: place) {
      let days = found.meaning.days(before: today)
      return .daysAgo(today - days.last, to: today - days.first, end: place + found.count)
    }
    let opening = language[.since].longest(in: aligned, at: place)?.count ?? 0
    let start = place + opening
    if let found = language.daysAgo.longest(in: aligned, at: start) {
      return .daysAgo(Int(found.meaning), end: start + found.count)
    }
    if let weekday = named(language.weekdays, or: \.weekday, at: start), opening > 0 || isDay(at: start) {
      let gone = language[.dayGone].longest(in: aligned, at: start + 1)?.count ?? 0
      return .daysAgo((today.weekday - weekday + 6) % 7 + 1, end: start + 1 + gone)
    }
    if let date = date(at: start) {
      return date.latest(before: today).map { .daysAgo(today - $0, end: date.end) }
    }
    guard opening > 0 || isMonth(at: start) else { return nil }
    return month(at: start, today: today) ?? year(at: start, today: today)
  }

  /// Whether a weekday is meant where nothing before it says so: "sat" may be what somebody did.
  private func isDay(at place: Int) -> Bool { tokens.count == 1 || !isWord(of: .dayOrWord, at: place) }

  /// Whether a month is all that is said before the first pause.
  private func isMonth(at place: Int) -> Bool {
    place == 0 && words(before: .pause).count == 1 && !isWord(of: .dayOrWord, at: place)
  }

  /// "3rd of May", "May 3".
  private func date(at place: Int) -> DayOfYear? {
    let start = isWord(of: .articleOfDate, at: place) ? place + 1 : place
    if let day = dayOfMonth(at: start) {
      let next = isWord(of: .of, at: day.end) ? day.end + 1 : day.end
      guard let month = named(language.months, or: \.month, at: next) else { return nil }
      return DayOfYear(day: day.number, month: month, end: next + 1)
    }
    guard let month = named(language.months, or: \.month, at: start) else { return nil }
    guard let day = dayOfMonth(at: isWord(of: .articleOfDate, at: start + 1) ? start + 2 : start + 1) else {
      return nil
    }
    return DayOfYear(day: day.number, month: month, end: day.end)
  }

  private func dayOfMonth(at place: Int) -> (number: Int, end: Int)? {
    if let word = word(at: place), let number = language.ordinals[word] { return (number, place + 1) }
    guard let amount = number(at: place), amount.low.millionths % Number.scale == 0 else { return nil }
    let number = Int(amount.low.millionths / Number.scale)
    guard (1...31).contains(number) else { return nil }
    let hasEnding = isWord(of: .ordinalEnding, at: amount.end)
    return (number, hasEnding ? amount.end + 1 : amount.end)
  }

  private func month(at place: Int, today: CivilDate) -> Amount? {
    guard let month = named(language.months, or: \.month, at: place) else { return nil }
    let now = today.parts
    let year = month <= now.month ? now.year : now.year - 1
    let first = CivilDate(year: year, month: month, day: 1)
    let last = CivilDate(year: year, month: month + 1, day: 1) + -1
    return .daysAgo(max(0, today - last), to: today - first, end: place + 1)
  }

  private func year(at place: Int, today: CivilDate) -> Amount? {
    guard let amount = number(at: place), amount.low.millionths % Number.scale == 0 else { return nil }
    let year = Int(amount.low.millionths / Number.scale)
    guard year >= 1_900, year <= today.parts.year else { return nil }
    let first = CivilDate(year: year, month: 1, day: 1)
    let last = CivilDate(year: year, month: 12, day: 31)
    return .daysAgo(max(0, today - last), to: today - first, end: amount.end)
  }

  private func named(_ names: [String: Int], or slip: KeyPath<Slips, Int?>, at place: Int) -> Int? {
    guard let word = word(at: place) else { return nil }
    return names[word] ?? slips[place].flatMap { $0[keyPath: slip] }
  }
}

/// A day without its year, and the place after its last token.
private struct DayOfYear {
  var day: Int
  var month: Int
  var end: Int

  /// The latest such day that is not to come; nil where there never is one. Leap days may lie eight years apart.
  func latest(before today: CivilDate) -> CivilDate? {
    let year = today.parts.year
    return (0...8).lazy.map { CivilDate(year: year - $0, month: month, day: day) }
      .first { $0 <= today && $0.parts.day == day }
  }
}

extension Language.Period {
  /// The first and the last day of the one before today's.
  fileprivate func days(before today: CivilDate) -> (first: CivilDate, last: CivilDate) {
    let now = today.parts
    switch self {
    case .week: return (today + (-today.weekday - 7), today + (-today.weekday - 1))
    case .month:
      let (year, month) = now.month == 1 ? (now.year - 1, 12) : (now.year, now.month - 1)
      return (CivilDate(year: year, month: month, day: 1), CivilDate(year: now.year, month: now.month, day: 1) + -1)
    case .year:
      return (CivilDate(year: now.year - 1, month: 1, day: 1), CivilDate(year: now.year - 1, month: 12, day: 31))
    }
  }
}

extension Amount {
  /// So many whole days.
  fileprivate static func daysAgo(_ low: Int, to high: Int? = nil, end: Int) -> Amount {
    let day = Int(Minutes.perDay)
    var amount = Amount(Number(low * day), to: high.map { Number($0 * day) }, end: end)
    amount.rule = .since
    return amount
  }
}
