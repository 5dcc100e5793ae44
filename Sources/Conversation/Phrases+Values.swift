import Triage
import Understanding

/// How values are worded. Every wording is understood again as the same value.
extension Phrases {
  static let yes = "yes"
  static let no = "no"
  static let notSure = "not sure"
  static let nothing = "none"

  static func value(_ value: Value, of question: Question) -> String {
    switch value {
    case .yesNo(let isYes): isYes ? yes : no
    case .choice(let choice): question.choices[choice].label
    case .choices(let picks): picked(question.choices.indices.filter { picks & 1 << UInt32($0) != 0 }, of: question)
    case .number(let number): number.digits
    case .duration(let minutes): duration(minutes)
    }
  }

  private static func picked(_ picks: [Int], of question: Question) -> String {
    picks.isEmpty ? nothing : allOf(picks.map { question.choices[$0].label })
  }

  /// In the largest unit that holds it without a rest, and otherwise in days, hours and minutes.
  static func duration(_ time: Minutes) -> String {
    if time.count == 0 { return "0 days" }
    if let unit = units.first(where: { time.count % $0.minutes == 0 }), unit.minutes >= 24 * 60 || time.count < 24 * 60
    {
      return count(time.count / unit.minutes, unit)
    }
    var rest = time.count
    let parts = units.suffix(3).compactMap { unit -> String? in
      defer { rest %= unit.minutes }
      return rest / unit.minutes == 0 ? nil : count(rest / unit.minutes, unit)
    }
    return allOf(parts)
  }

  /// An interval in words; an end that the question's range has anyway is left out.
  static func interval(_ interval: Interval, of question: Question) -> String {
    switch (question.kind, interval.low, interval.high) {
    case (.duration(let range), .duration(let low), .duration(let high)):
      let ends = [low > range.lowerBound ? from(low) : nil, high < range.upperBound ? upTo(high) : nil]
      let isPlain = low.count % 60 == 0 && high.count % 60 == 0 && !ends.contains(nil)
      return isPlain ? fromTo(duration(low), duration(high)) : allOf(ends.compactMap { $0 })
    default: return fromTo(value(interval.low, of: question), value(interval.high, of: question))
    }
  }

  /// A minute beyond a whole hour is what "more than" leaves, and a minute short of it what "less than" leaves.
  private static func from(_ low: Minutes) -> String {
    low.count % 60 == 1 ? moreThan(duration(Minutes(low.count - 1))) : atLeast(duration(low))
  }

  private static func upTo(_ high: Minutes) -> String {
    high.count % 60 == 59 ? lessThan(duration(Minutes(high.count + 1))) : atMost(duration(high))
  }

  private static let units: [(minutes: Int64, one: String, many: String)] = [
    (365 * 24 * 60, "year", "years"), (30 * 24 * 60, "month", "months"), (7 * 24 * 60, "week", "weeks"),
    (24 * 60, "day", "days"), (60, "hour", "hours"), (1, "minute", "minutes"),
  ]

  private static func count(_ count: Int64, _ unit: (minutes: Int64, one: String, many: String)) -> String {
    "\(count) \(count == 1 ? unit.one : unit.many)"
  }

  static func allOf(_ parts: [String]) -> String { joined(parts, by: "and") }

  static func oneOf(_ parts: [String]) -> String { joined(parts, by: "or") }

  private static func joined(_ parts: [String], by word: String) -> String {
    guard parts.count > 1 else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + " \(word) " + parts[parts.count - 1]
  }

  static func date(_ date: CivilDate) -> String {
    let parts = date.parts
    return "\(parts.day) \(months[parts.month - 1]) \(parts.year)"
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  /// "Hold 30 seconds, 2 times on each side, 2 times a day."
  static func dose(_ dose: Stretch.Dose) -> String? {
    var parts: [String] = []
    if let hold = dose.hold { parts.append(hold == 1 ? "hold 1 second" : "hold \(hold) seconds") }
    if let repeats = dose.repeats { parts.append(repeats == 1 ? "once" : "\(repeats) times") }
    switch dose.sides {
    case .each: parts.append("on each side")
    case .both: parts.append("with both sides")
    case nil: break
    }
    if let perDay = dose.perDay { parts.append(perDay == 1 ? "once a day" : "\(perDay) times a day") }
    return parts.isEmpty ? nil : "How much: " + parts.joined(separator: ", ") + "."
  }
}
