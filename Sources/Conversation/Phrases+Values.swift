import Triage
import Understanding

/// How values are worded. Every wording is understood again as the same value.
extension Phrases {
  func value(_ value: Value, of question: Question) -> String {
    switch value {
    case .yesNo(let isYes): text(isYes ? .yes : .no)
    case .choice(let choice): question.choices[choice].label
    case .choices(let picks): picked(question.choices.indices.filter { picks & 1 << UInt32($0) != 0 }, of: question)
    case .number(let number): number.digits
    case .duration(let minutes): duration(minutes)
    }
  }

  private func picked(_ picks: [Int], of question: Question) -> String {
    let labels = picks.map { question.choices[$0].label }
    if labels.isEmpty { return text(.nothing) }
    let isLong = labels.contains { $0.contains(",") }
    return isLong ? list(labels, next: .nextOfLong, last: .andLastOfLong) : allOf(labels)
  }

  /// In the largest unit that holds it without a rest, and otherwise in days, hours and minutes.
  func duration(_ time: Minutes) -> String {
    if time.count == 0 { return text(.noTime) }
    if let unit = Self.units.first(where: { time.count % $0.minutes == 0 }),
      unit.minutes >= 24 * 60 || time.count < 24 * 60
    {
      return text(unit.phrase, count: time.count / unit.minutes)
    }
    var rest = time.count
    let parts = Self.units.suffix(3).compactMap { unit -> String? in
      defer { rest %= unit.minutes }
      return rest / unit.minutes == 0 ? nil : text(unit.phrase, count: rest / unit.minutes)
    }
    return allOf(parts)
  }

  /// An interval in words; an end that the question's range has anyway is left out.
  func interval(_ interval: Interval, of question: Question) -> String {
    switch (question.kind, interval.low, interval.high) {
    case (.duration(let range), .duration(let low), .duration(let high)):
      let ends = [low > range.lowerBound ? from(low) : nil, high < range.upperBound ? upTo(high) : nil]
      let isPlain = low.count % 60 == 0 && high.count % 60 == 0 && !ends.contains(nil)
      return isPlain ? fromTo(duration(low), duration(high)) : allOf(ends.compactMap { $0 })
    default: return fromTo(value(interval.low, of: question), value(interval.high, of: question))
    }
  }

  func fromTo(_ low: String, _ high: String) -> String { text(.fromTo, [.low: low, .high: high]) }

  /// A minute beyond a whole hour is what "more than" leaves, and a minute short of it what "less than" leaves.
  private func from(_ low: Minutes) -> String {
    low.count % 60 == 1
      ? text(.moreThan, [.value: duration(Minutes(low.count - 1))]) : text(.atLeast, [.value: duration(low)])
  }

  private func upTo(_ high: Minutes) -> String {
    high.count % 60 == 59
      ? text(.lessThan, [.value: duration(Minutes(high.count + 1))]) : text(.atMost, [.value: duration(high)])
  }

  private static let units: [(minutes: Int64, phrase: Phrase)] = [
    (365 * 24 * 60, .years), (30 * 24 * 60, .months), (7 * 24 * 60, .weeks), (24 * 60, .days), (60, .hours),
    (1, .minutes),
  ]

  // MARK: Lists

  func allOf(_ parts: [String]) -> String { list(parts, last: .andLast) }

  func oneOf(_ parts: [String]) -> String { list(parts, last: .orLast) }

  /// With a comma between each two.
  func inOrder(_ parts: [String]) -> String { list(parts) }

  func sentences(_ parts: [String]) -> String {
    parts.dropFirst().reduce(parts.first ?? "") { text(.nextSentence, [.before: $0, .next: $1]) }
  }

  private func list(_ parts: [String], next: Phrase = .next, last: Phrase? = nil) -> String {
    guard let last, parts.count > 1 else {
      return parts.dropFirst().reduce(parts.first ?? "") { text(next, [.before: $0, .next: $1]) }
    }
    return text(last, [.before: list(parts.dropLast(), next: next), .last: parts[parts.count - 1]])
  }

  // MARK: Dates, doses

  func date(_ date: CivilDate) -> String {
    let parts = date.parts
    return text(
      .date, [.day: String(parts.day), .month: text(Self.months[parts.month - 1]), .year: String(parts.year)])
  }

  private static let months: [Phrase] = [
    .january, .february, .march, .april, .may, .june, .july, .august, .september, .october, .november, .december,
  ]

  /// "How much: hold 30 seconds, 2 times, on each side, 2 times a day."
  func dose(_ dose: Stretch.Dose) -> String? {
    let parts = [
      dose.hold.map { text(.holdSeconds, count: Int64($0)) }, dose.repeats.map { text(.times, count: Int64($0)) },
      dose.sides.map { text($0 == .each ? .onEachSide : .withBothSides) },
      dose.perDay.map { text(.timesADay, count: Int64($0)) },
    ].compactMap { $0 }
    return parts.isEmpty ? nil : text(.dose, [.parts: inOrder(parts)])
  }
}
