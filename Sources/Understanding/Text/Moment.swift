/// A date and a time of day as the patient's calendar and clock show them. No time zone: whoever reads the clock has
/// applied it.
public struct Moment: Hashable, Sendable {
  public var date: CivilDate
  /// Minutes since midnight, 0 to 1439.
  public var minute: Int

  public init(date: CivilDate, minute: Int = 0) {
    self.date = date
    self.minute = minute
  }

  public init(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0) {
    self.init(date: CivilDate(year: year, month: month, day: day), minute: hour * 60 + minute)
  }
}

/// A day of the Gregorian calendar.
public struct CivilDate: Hashable, Comparable, Sendable {
  /// Days since 1 January 1970, which was a Thursday.
  public let dayNumber: Int

  public init(dayNumber: Int) { self.dayNumber = dayNumber }

  /// The day of this name. A day beyond the month's last counts into the next month, and a month beyond the
  /// twelfth into the next year.
  ///
  /// Years are counted from 1 March, so that a leap day is the last of its year.
  public init(year: Int, month: Int, day: Int) {
    let year = month > 2 ? year : year - 1
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    dayNumber = era * Self.daysOfEra + dayOfEra - Self.daysBefore1970
  }

  private static let daysOfEra = 146_097
  /// From 1 March of the year 0 to 1 January 1970.
  private static let daysBefore1970 = 719_468

  /// Year, month from 1 to 12, day of the month from 1.
  public var parts: (year: Int, month: Int, day: Int) {
    let days = dayNumber + Self.daysBefore1970
    let era = (days >= 0 ? days : days - (Self.daysOfEra - 1)) / Self.daysOfEra
    let dayOfEra = days - era * Self.daysOfEra
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  /// From 0, a Monday, to 6, a Sunday.
  public var weekday: Int { ((dayNumber + 3) % 7 + 7) % 7 }

  public static func < (left: CivilDate, right: CivilDate) -> Bool { left.dayNumber < right.dayNumber }

  public static func + (date: CivilDate, days: Int) -> CivilDate { CivilDate(dayNumber: date.dayNumber + days) }

  /// Days from the second date to the first.
  public static func - (left: CivilDate, right: CivilDate) -> Int { left.dayNumber - right.dayNumber }
}
