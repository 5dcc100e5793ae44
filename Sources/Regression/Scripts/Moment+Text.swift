import Understanding

extension Moment {
  /// Reads a date and time like 2026-11-02T09:00.
  init?(_ text: String) {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2,
      let date = Self.numbers(parts[0], separator: "-", widths: [4, 2, 2]),
      let time = Self.numbers(parts[1], separator: ":", widths: [2, 2]),
      time[0] < 24, time[1] < 60
    else { return nil }
    self.init(year: date[0], month: date[1], day: date[2], hour: time[0], minute: time[1])
    // A day that its month does not have counts into the next one.
    guard self.date.parts == (date[0], date[1], date[2]) else { return nil }
  }

  /// Like 2026-11-02T09:00.
  var text: String {
    let (year, month, day) = date.parts
    return "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
      + "T\(Self.padded(minute / 60, 2)):\(Self.padded(minute % 60, 2))"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  private static func numbers(_ text: Substring, separator: Character, widths: [Int]) -> [Int]? {
    let parts = text.split(separator: separator, omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == widths else { return nil }
    let numbers = parts.compactMap { part in part.utf8.allSatisfy { (48...57).contains($0) } ? Int(part) : nil }
    return numbers.count == widths.count ? numbers : nil
  }
}
