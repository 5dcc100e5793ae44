/// Lengths of time, days and months in English.
enum TimeWords {
  /// Minutes in one of each.
  static let units = PhraseTable<Int64>([
    (1, "minute, minutes, min, mins"),
    (60, "hour, hours, hr, hrs, h"),
    (day, "day, days, d, night, nights"),
    (7 * day, "week, weeks, wk, wks, w"),
    (14 * day, "fortnight, fortnights"),
    (30 * day, "month, months, mth, mths, mnth, mnths, mo, mos"),
    (365 * day, "year, years, yr, yrs, y"),
    (3_650 * day, "decade, decades"),
  ])

  static let day: Int64 = 24 * 60

  /// Between "a" and a unit.
  static let emphasis: Set<String> = ["good", "whole", "full", "solid", "long", "single", "bit"]

  /// Units that stand for one of themselves without a number.
  static let singular = PhraseTable<Int64>([
    (14 * day, "fortnight"), (7 * day, "the last week, past week, all week"),
    (30 * day, "the last month, past month"), (365 * day, "the last year, past year"),
    (180 * day, "half a year, half year"),
    (10, "a moment, a moment ago, moments ago"),
  ])

  /// Units that, without a number, say at least so much and no more than the rest of a life.
  static let openEnded = PhraseTable<Int64>([
    (730 * day, "years, donkeys years, donkeys, as long as i can remember, yonks"), (7_300 * day, "decades"),
  ])

  /// Days before today.
  static let daysAgo = PhraseTable<Int>([
    (
      0,
      """
      just now, only just, just started, this morning, this afternoon, this evening, today, tonight, earlier today,
      just this minute, an instant ago
      """
    ),
    (1, "yesterday, last night, last nite, overnight, yesterday morning, yesterday evening, yesterday afternoon"),
    (2, "the day before yesterday, day before yesterday"),
  ])

  enum Period: Sendable { case week, month, year }

  /// The whole of the calendar's week, month or year before this one: any of its days.
  static let lastPeriod = PhraseTable<Period>([
    (.week, "last week, since last week"), (.month, "last month, since last month"),
    (.year, "last year, since last year"),
  ])

  /// Long, but not how long.
  static let vague = PhraseTable(
    """
    ages, forever, weeks, months, days, hours, minutes, long time, too long, recently, lately, a while, while, long,
    not long, a bit, always, on and off, off and on, quite a while, some time
    """
  )

  /// Monday is 0.
  static let weekdays: [String: Int] = [
    "monday": 0, "mon": 0, "tuesday": 1, "tue": 1, "tues": 1, "wednesday": 2, "wed": 2, "weds": 2, "thursday": 3,
    "thu": 3, "thur": 3, "thurs": 3, "friday": 4, "fri": 4, "saturday": 5, "sunday": 6, "weekend": 5,
  ]

  static let months: [String: Int] = [
    "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4, "may": 5, "june": 6,
    "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9, "october": 10, "oct": 10,
    "november": 11, "nov": 11, "december": 12, "dec": 12,
  ]

  /// Words that a day or a month is counted back from.
  static let since = PhraseTable(
    "since, since last, since about, last, from, in, on, over the, at the, this, since the, the")
}
