import Testing
import Triage

@testable import Understanding

@Suite struct AmountTests {
  private func number(_ line: String, _ low: Int = 0, to high: Int = 10, step: Number = Number(1)) -> Understood {
    understand(line, as: Sample.number(low, to: high, step: step), now: Sample.now)
  }

  private func duration(_ line: String, now: Moment = Sample.now) -> Understood {
    understand(line, as: Sample.duration, now: now)
  }

  private func exactly(_ days: Int64, by rule: Rule = .duration) -> Understood {
    .answer(Reading(.value(.duration(.days(days))), by: rule))
  }

  @Test func `a number off the grid or out of range is told why, never rounded`() {
    #expect(number("7.5") == .unrecognised(.offGrid(below: Number(7), above: Number(8))))
    #expect(
      number("7.5", step: Number(millionths: 500_000))
        == .answer(Reading(.value(.number(Number(millionths: 7_500_000))), by: .number)))
    for line in ["11", "-1", "1,000", "123456789012345678901234567890"] {
      #expect(number(line) == .unrecognised(.outOfRange))
    }
  }

  @Test(arguments: [
    "1o", "L5", "5mg", "3 weeks", "about 5 days", "10 years", "4 children", "3 of my discs", "1 hundred",
  ])
  func `a number with letters in it, or of something else, is no size`(_ line: String) {
    #expect(number(line) == .unrecognised(.noSense))
  }

  @Test(arguments: ["6 months", "5 days", "40 kg"])
  func `an age is counted in years alone`(_ line: String) {
    #expect(number(line, 0, to: 120) == .unrecognised(.noSense))
  }

  @Test(arguments: ["54yrs", "54 years", "54ish", "54m", "i'm 54, 6 months in this house"])
  func `what goes with an age does not hide it`(_ line: String) {
    guard case .answer(let reading) = number(line, 0, to: 120) else {
      Issue.record("\(line) is asked again")
      return
    }
    #expect(reading.answer == .value(.number(Number(54))))
  }

  @Test(arguments: [
    ("3 months but much worse today", 0 as Int64), ("10 years, worse for 3 days", 3), ("3 days ago it got worse", 3),
    ("3 months, no worse", 90), ("a week", 7), ("worse since yesterday, had it a year", 1),
  ])
  func `where the shorter time is the more worrying, since when it is worse counts`(line: String, days: Int64) {
    guard case .answer(let reading) = understand(line, as: Self.latest, now: Sample.now) else {
      Issue.record("\(line) is asked again")
      return
    }
    #expect(reading.answer == .value(.duration(.days(days))), "\(line)")
  }

  @Test(arguments: [
    "all my life, but now worse", "began in march, worse now", "10 years but it has got a lot worse",
    "2 months and getting worse",
  ])
  func `a time before it got worse is asked about again`(_ line: String) {
    if case .answer(let reading) = understand(line, as: Self.latest, now: Sample.now) {
      Issue.record("\(line): \(reading)")
    }
  }

  private static let latest: Question = {
    var question = Sample.duration
    question.redFlag = .falling(.none)
    return question
  }()

  @Test(arguments: [
    ("twenty-one", 21), ("two hundred and five", 205), ("1,000", 1000), ("a hundred", 100), ("ninety nine", 99),
  ])
  func `numbers are read in words`(_ line: String, _ expected: Int?) {
    let result = number(line, 0, to: 2000)
    #expect(
      result == expected.map { .answer(Reading(.value(.number(Number($0))), by: .number)) } ?? .unrecognised(.noSense))
  }

  @Test func `out of ten counts only where ten is the most`() {
    #expect(number("7/10") == .answer(Reading(.value(.number(Number(7))), by: .number)))
    #expect(number("3/5") == .ambiguous([.number(Number(3)), .number(Number(5))]))
    #expect(number("5/6") == .interval(Interval(.number(Number(5)), to: .number(Number(6)), by: .number)))
  }

  @Test(arguments: [
    ("month and a half", 45), ("2 weeks. No sorry, three", 21), ("3ish weeks", 21), ("not long, four days", 4),
    ("a week. no wait, ten days", 10), ("3 weeks, because that weekend I dug the garden", 21),
    ("always had it, but worse the last 5 days", 5), ("not years, just 3 weeks", 21),
    ("it's old, many years, but from 2 weeks much worse", 14),
    ("just under 2 weeks, the 2 weeks is up on monday", 14),
    ("6 weeks and the new oil hasn't helped", 42), ("twice a week, for two years", 730),
    ("6 years, some months it's fine", 2_190), ("saturday and sunday, so 2 days", 2), ("friday last", 2),
    ("3 weeks, not too sure", 21), ("on monday it'll be 3 weeks", 21), ("5 or so weeks", 35), ("there weeks", 21),
    ("2 weeks but it feels like a year", 14),
    ("I was fine till tuesday", 5), ("in the night two weeks ago", 14),
    ("we moved on a Sunday, no, the Sunday before, so I'd say six weeks, yes, six weeks", 42),
    ("two weeks, no I tell a lie, three weeks, and that's three weeks gone", 21),
    ("four months now, they told me six weeks and I believed them", 120),
    ("he was two years with his, mine is only ten days", 10), ("three months but not quite there yet", 90),
    ("3 weeks, no wait, yesterday", 1), ("a whole weekend", 2),
    ("over three months now, thirteen weeks to be exact", 91), ("a fortnight, my son was here an hour ago or so", 14),
  ])
  func `a length of time is told from what stands beside it`(line: String, days: Int) {
    #expect(value(line, as: Sample.duration) == .duration(.days(Int64(days))))
  }

  @Test(arguments: [
    ("an 8, even after 2 cups at 6 o'clock", 8), ("my friend says 3, I say 5", 5),
    ("at its worst an 8 but 3 at the mo", 3),
    ("about a 4 sitting here now, it was a 9 last night", 4), ("b. 7", 7),
    ("a 4 sitting, but when I climb out an 8", 4), ("roughly a 6 I suppose, I know what a 10 is", 6),
    ("10 next time, so 9 still", 9), ("more like an 8 than a 7", 8), ("it's not a 10 but it's an 8", 8),
    ("an eight, no, I shouldn't, she was a great one for drama, call it a six", 6), ("9, 10 next week", 9),
    ("8 if I move, 3 if I don't", 3),
    ("2 sitting, 7 walking", 2), ("4 but it's been a 9", 4), ("it's up there, a 9", 9),
  ])
  func `a number is told from what stands beside it`(line: String, number: Int) {
    #expect(value(line, as: Sample.number(0, to: 10)) == .number(Number(number)))
  }

  private func value(_ line: String, as question: Question) -> Value? {
    guard case .answer(let reading) = understand(line, as: question, now: Sample.now),
      case .value(let value) = reading.answer
    else { return nil }
    return value
  }

  @Test(arguments: ["it hurts like a knee hurts, you'd have to have one to know", "just the one"])
  func `a word for one that stands for a thing is no number`(_ line: String) {
    #expect(value(line, as: Sample.number(0, to: 10)) == nil)
  }

  private static let walked: Question = {
    var question = Sample.duration
    question.wording.ask = "How long have you rested, lying down or in bed?"
    return question
  }()

  @Test(arguments: [
    "three kids to see to, so no I haven't rested at all, not one single day",
    "not my way. I have not gone to bed for it",
    "still going in to work",
  ])
  func `any clause may say that what is asked about was not done`(_ line: String) {
    #expect(value(line, as: Self.walked) == .duration(.days(0)))
  }

  @Test func `a clause that says that nothing was done hides no length of time`() {
    #expect(value("not rested much, a day", as: Self.walked) != .duration(.days(0)))
  }

  @Test(arguments: ["never stopped for 3 weeks", "still working with it, 3 weeks now", "kept going for 3 weeks"])
  func `where any length of time is an answer, one that is told is never none`(_ line: String) {
    var question = Sample.duration
    question.hears = ["#", "for #"]
    let listener = Listener(SmallTree.hearing(questions: [question]))
    let weeks = Value.duration(.days(21))
    let heard = listener.hear(line, asked: QuestionID(0), now: Sample.now).answer
    #expect(heard == .ambiguous([weeks]) || heard == .answer(Reading(.value(weeks), by: .duration)))
  }

  @Test func `a bound gives an interval`() {
    #expect(number("more than 7") == .interval(Interval(.number(Number(8)), to: .number(Number(10)), by: .number)))
    #expect(number("7 or more") == .interval(Interval(.number(Number(7)), to: .number(Number(10)), by: .number)))
    #expect(number("under 3") == .interval(Interval(.number(Number(0)), to: .number(Number(2)), by: .number)))
  }

  @Test(arguments: [
    ("3 days", 3), ("a fortnight", 14), ("2 weeks and 3 days", 17), ("1 year, 2 months", 425), ("½ a year", nil),
    ("1½ weeks", nil), ("day 3", 3), ("tow weeks", 14), ("three mnths", 90), ("a week and a half", nil),
    ("half a year", 180),
  ])
  func `lengths of time are read in their parts`(_ line: String, _ days: Int64?) {
    let halves: [String: Int64] = ["½ a year": 262_800, "1½ weeks": 15_120, "a week and a half": 15_120]
    let minutes = days.map { Minutes.days($0) } ?? Minutes(halves[line]!)
    #expect(duration(line) == .answer(Reading(.value(.duration(minutes)), by: .duration)))
  }

  @Test(arguments: [
    ("a day or two", 1, 2), ("2 to 3 weeks", 14, 21), ("a week to a month", 7, 30), ("10+ years", 3_650, 21_900),
    ("between two and three months", 60, 90), ("a month or more", 30, 21_900), ("three weeks?? could be four", 21, 28),
    ("two weeks or maybe three", 14, 21), ("maybe a week? ten days at most", 7, 10), ("5 days? or 6", 5, 6),
  ])
  func `a length may have two ends`(_ line: String, _ low: Int64, _ high: Int64) {
    #expect(duration(line) == .interval(Interval(.duration(.days(low)), to: .duration(.days(high)), by: .duration)))
  }

  @Test func `a number written in a way that is not read is no other number`() {
    #expect(duration("1/3 day") == .unrecognised(.vague))
    #expect(duration("2,5 weeks") == .unrecognised(.vague))
    #expect(duration("1/2 a day") == .answer(Reading(.value(.duration(Minutes(720))), by: .duration)))
    #expect(duration("3/4 of an hour") == .answer(Reading(.value(.duration(Minutes(45))), by: .duration)))
  }

  @Test func `a number without a unit is asked back`() {
    #expect(duration("5") == .ambiguous([.duration(.days(5)), .duration(.days(35)), .duration(.days(150))]))
    #expect(duration("about 5") == .ambiguous([.duration(.days(5)), .duration(.days(35)), .duration(.days(150))]))
  }

  @Test func `a length beyond the range or beyond counting is refused`() {
    for line in ["61 years", "99999999999 years", "999999999999999999999999 days", "-3 days"] {
      #expect(duration(line) == .unrecognised(.outOfRange))
    }
  }

  @Test func `a weekday is the last one before today`() {
    #expect(duration("since saturday") == exactly(1, by: .since))
    #expect(duration("since sunday") == exactly(7, by: .since))
    #expect(duration("since teusday") == exactly(5, by: .since))
    #expect(duration("on monday") == exactly(6, by: .since))
  }

  @Test func `a date is the last one that is not to come`() {
    #expect(duration("since 22 november") == exactly(0, by: .since))
    #expect(duration("since november 23rd") == exactly(364, by: .since))
    #expect(duration("since the 1st of march", now: Moment(year: 2024, month: 3, day: 1)) == exactly(0, by: .since))
    #expect(duration("since 29 feb", now: Moment(year: 2024, month: 3, day: 1)) == exactly(1, by: .since))
  }

  @Test func `a month is any of its days`() {
    let november = Interval(.duration(.days(0)), to: .duration(.days(21)), by: .since)
    #expect(duration("since november") == .interval(november))
    let december = Interval(.duration(.days(326)), to: .duration(.days(356)), by: .since)
    #expect(duration("since december") == .interval(december))
  }

  @Test(arguments: [
    ("last week", 7, 13), ("last month", 22, 52), ("since last month", 22, 52), ("last year", 326, 690),
  ])
  func `the last week, month or year of the calendar is any of its days`(_ line: String, _ low: Int64, _ high: Int64) {
    #expect(duration(line) == .interval(Interval(.duration(.days(low)), to: .duration(.days(high)), by: .since)))
  }

  @Test func `the last week before today is a length of time`() {
    #expect(duration("the last month") == exactly(30))
    #expect(duration("for the past week") == exactly(7))
  }

  @Test(arguments: ["since 31 february", "since february 31", "since 31 june"])
  func `a day that no calendar has is no day`(_ line: String) {
    #expect(duration(line) == .unrecognised(.vague))
  }

  @Test func `a leap day is the last one there was`() {
    #expect(duration("since 29 february") == exactly(997, by: .since))
  }

  @Test func `a year is read whatever the clock says`() {
    #expect(duration("since 5", now: Moment(year: 1899, month: 5, day: 1)) != exactly(5))
  }

  @Test func `every length of time in days is understood as it is echoed`() {
    for days in [0, 1, 7, 14, 30, 45, 90, 365, 400, 21_900] as [Int64] {
      #expect(duration("\(days) days") == exactly(days))
    }
  }
}
