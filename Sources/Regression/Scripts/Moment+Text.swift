import TreeFile
import Understanding

extension Moment {
  /// Reads a date and time like 2026-11-02T09:00.
  init?(_ text: String) {
    guard let written = WrittenMoment(text) else { return nil }
    self.init(
      year: written.day.year, month: written.day.month, day: written.day.day, hour: written.hour,
      minute: written.minute)
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
}
