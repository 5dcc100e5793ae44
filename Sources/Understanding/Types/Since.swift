import Triage

extension Line {
  /// How long ago a day, a month or a year was that is named here. A month is any of its days.
  func timeSince(at place: Int, today: CivilDate) -> Amount? {
    if let found = TimeWords.daysAgo.longest(in: aligned, at: place) {
      return .daysAgo(found.meaning, end: place + found.count)
    }
    let opening = TimeWords.since.longest(in: aligned, at: place)?.count ?? 0
    let start = place + opening
    if let found = TimeWords.daysAgo.longest(in: aligned, at: start) {
      return .daysAgo(found.meaning, end: start + found.count)
    }
    if let weekday = named(TimeWords.weekdays, at: start) {
      return .daysAgo((today.weekday - weekday + 6) % 7 + 1, end: start + 1)
    }
    if let date = date(at: start, today: today) { return .daysAgo(today - date.day, end: date.end) }
    guard opening > 0 else { return nil }
    return month(at: start, today: today) ?? year(at: start, today: today)
  }

  /// The latest such day that is not to come: "3rd of May", "May 3".
  private func date(at place: Int, today: CivilDate) -> (day: CivilDate, end: Int)? {
    let start = word(at: place) == "the" ? place + 1 : place
    if let day = dayOfMonth(at: start) {
      let next = word(at: day.end) == "of" ? day.end + 1 : day.end
      guard let month = named(TimeWords.months, at: next) else { return nil }
      return latest(day.number, of: month, today: today, end: next + 1)
    }
    guard let month = named(TimeWords.months, at: start) else { return nil }
    guard let day = dayOfMonth(at: word(at: start + 1) == "the" ? start + 2 : start + 1) else { return nil }
    return latest(day.number, of: month, today: today, end: day.end)
  }

  private func dayOfMonth(at place: Int) -> (number: Int, end: Int)? {
    guard let amount = number(at: place), amount.low.millionths % Number.scale == 0 else { return nil }
    let number = Int(amount.low.millionths / Number.scale)
    guard (1...31).contains(number) else { return nil }
    let hasEnding = word(at: amount.end).map { NumberWords.ordinalEndings.contains($0) } ?? false
    return (number, hasEnding ? amount.end + 1 : amount.end)
  }

  private func latest(_ day: Int, of month: Int, today: CivilDate, end: Int) -> (day: CivilDate, end: Int)? {
    let year = today.parts.year
    let candidates = [year, year - 1].map { CivilDate(year: $0, month: month, day: day) }
    return candidates.first { $0 <= today }.map { ($0, end) }
  }

  private func month(at place: Int, today: CivilDate) -> Amount? {
    guard let month = named(TimeWords.months, at: place) else { return nil }
    let now = today.parts
    let year = month <= now.month ? now.year : now.year - 1
    let first = CivilDate(year: year, month: month, day: 1)
    let last = CivilDate(year: year, month: month + 1, day: 1) + -1
    return .daysAgo(max(0, today - last), to: today - first, end: place + 1)
  }

  private func year(at place: Int, today: CivilDate) -> Amount? {
    guard let amount = number(at: place), amount.low.millionths % Number.scale == 0 else { return nil }
    let year = Int(amount.low.millionths / Number.scale)
    guard (1_900...today.parts.year).contains(year) else { return nil }
    let first = CivilDate(year: year, month: 1, day: 1)
    let last = CivilDate(year: year, month: 12, day: 31)
    return .daysAgo(max(0, today - last), to: today - first, end: amount.end)
  }

  private func named(_ names: [String: Int], at place: Int) -> Int? {
    guard let word = word(at: place) else { return nil }
    return names[word] ?? Slip.mend(word, among: names.keys.filter { $0.count > 5 }).flatMap { names[$0] }
  }
}

extension Amount {
  /// So many whole days.
  fileprivate static func daysAgo(_ low: Int, to high: Int? = nil, end: Int) -> Amount {
    let day = Int(TimeWords.day)
    var amount = Amount(Number(low * day), to: high.map { Number($0 * day) }, end: end)
    amount.rule = .since
    return amount
  }
}
