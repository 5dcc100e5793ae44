/// A day as files write it, like 2027-11-01.
public struct WrittenDay: Hashable, Comparable, Sendable {
  public let year: Int
  public let month: Int
  public let day: Int

  /// A day that the calendar has, of a year with at most four digits.
  public init?(year: Int, month: Int, day: Int) {
    guard (0...9999).contains(year), (1...12).contains(month), (1...Self.days(in: month, of: year)).contains(day)
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// Reads a day that the calendar has.
  public init?(_ text: some StringProtocol) {
    guard let parts = numbers(text, separatedBy: "-", digits: [4, 2, 2]) else { return nil }
    self.init(year: parts[0], month: parts[1], day: parts[2])
  }

  /// As files write it.
  public var text: String {
    [(year, 4), (month, 2), (day, 2)].map { number, digits in
      String(repeating: "0", count: digits - String(number).count) + String(number)
    }.joined(separator: "-")
  }

  public static func < (left: WrittenDay, right: WrittenDay) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }
}

/// A day and a time of day as files write them, like 2026-11-02T09:00.
public struct WrittenMoment: Equatable, Sendable {
  public var day: WrittenDay
  public var hour: Int
  public var minute: Int

  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, let day = WrittenDay(parts[0]),
      let time = numbers(parts[1], separatedBy: ":", digits: [2, 2]), time[0] < 24, time[1] < 60
    else { return nil }
    self.day = day
    (hour, minute) = (time[0], time[1])
  }
}

/// Whole numbers of so many digits each.
private func numbers(_ text: some StringProtocol, separatedBy mark: Character, digits: [Int]) -> [Int]? {
  let parts = text.split(separator: mark, omittingEmptySubsequences: false)
  guard parts.map(\.utf8.count) == digits, parts.allSatisfy({ $0.utf8.allSatisfy(isDigit) }) else { return nil }
  return parts.compactMap { Int($0) }
}
