import Triage
import Understanding

extension Judge {
  /// What the key writes as numbers, days and plain words.
  func literal(_ fact: String, _ asked: QuestionID) -> Expectation {
    let parts = fact.split(separator: "=", maxSplits: 1).map(String.init)
    switch (parts[0], parts.count > 1 ? parts[1] : "") {
    case ("yes", ""): return .answer(asked, .value(.yes))
    case ("no", ""): return .answer(asked, .value(.no))
    case ("unsure", ""): return .unsure
    case ("ambiguous", ""), ("unrecognised", ""): return .ask
    case ("none", ""): return .key(.nothing)
    case ("days>", let days): return atLeast(days, asked)
    case ("days", let days): return lengths(days, minutes: 1_440, asked)
    case ("hours", let hours): return lengths(hours, minutes: 60, asked)
    case ("since", let day): return since(day, asked)
    case ("worst", let number): return Number(digits: number).map { Expectation.remark(.worst($0)) } ?? .unknown
    case ("birthyear", let year):
      let years = now.date.parts.year - (Int(year) ?? 0)
      return .interval(asked, .number(Number(years - 1)), .number(Number(years)))
    case ("severity", let number): return numbers(number, question("pain_now") ?? asked)
    case ("age", let number): return numbers(number, question("years_old") ?? asked)
    case (let number, ""): return numbers(number, asked)
    default: return .unknown
    }
  }

  /// What is said to be above or below may be heard as everything on that side.
  func bounded(_ expectation: Expectation, by facts: [String]) -> Expectation {
    guard case .answer(let question, .value(.duration(let length))) = expectation else { return expectation }
    if facts.contains("above") { return .side(question, length, isAbove: true) }
    return facts.contains("below") ? .side(question, length, isAbove: false) : expectation
  }

  private func question(_ name: String) -> QuestionID? {
    grammar.questions.ids.first { grammar.questions[$0].name == name }
  }

  /// The question that a length of time answers, where another kind was asked.
  private func timed(_ asked: QuestionID) -> QuestionID {
    if case .duration = grammar.questions[asked].kind { asked } else { question("pain_duration") ?? asked }
  }

  private func days(_ count: Int) -> Minutes { Minutes(Int64(count) * 1_440) }

  private func numbers(_ text: String, _ question: QuestionID) -> Expectation {
    let ends = text.split(separator: ".", omittingEmptySubsequences: true).map(String.init)
    if text.contains(".."), ends.count == 2, let low = Int(ends[0]), let high = Int(ends[1]) {
      return .interval(question, .number(Number(low)), .number(Number(high)))
    }
    return Number(digits: text).map { Expectation.answer(question, .value(.number($0))) } ?? .unknown
  }

  private func lengths(_ text: String, minutes: Int64, _ asked: QuestionID) -> Expectation {
    let question = timed(asked)
    if let range = text.firstRange(of: "..") {
      guard let low = length(text[..<range.lowerBound], minutes), let high = length(text[range.upperBound...], minutes)
      else {
        return .unknown
      }
      return .interval(question, .duration(low), .duration(high))
    }
    return length(text[...], minutes).map { Expectation.answer(question, .value(.duration($0))) } ?? .unknown
  }

  /// To the nearest minute: the key rounds ten minutes to 0.17 of an hour.
  private func length(_ text: Substring, _ minutes: Int64) -> Minutes? {
    guard let number = Number(digits: String(text)) else { return nil }
    return Minutes((number.millionths * minutes + Number.scale / 2) / Number.scale)
  }

  private func atLeast(_ days: String, _ asked: QuestionID) -> Expectation {
    let question = timed(asked)
    guard let low = length(days[...], 1_440), case .duration(let range) = grammar.questions[question].kind else {
      return .unknown
    }
    return .interval(question, .duration(low), .duration(range.upperBound))
  }

  /// Days are counted back from now. A month is any of its days; what began at an event has to be asked.
  private func since(_ text: String, _ asked: QuestionID) -> Expectation {
    let question = timed(asked)
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return .unknown }
    switch parts[0] {
    case "weekday":
      guard let day = Self.weekdays.firstIndex(of: parts[1]) else { return .unknown }
      return .answer(question, .value(.duration(days((now.date.weekday - day + 6) % 7 + 1))))
    case "month":
      guard let month = Self.months.firstIndex(of: parts[1]).map({ $0 + 1 }) else { return .unknown }
      let today = now.date.parts
      let year = month <= today.month ? today.year : today.year - 1
      let (first, last) = (
        CivilDate(year: year, month: month, day: 1), CivilDate(year: year, month: month + 1, day: 1) + -1
      )
      return .interval(question, .duration(days(max(0, now.date - last))), .duration(days(now.date - first)))
    case "date":
      let day = parts[1].split(separator: "-").compactMap { Int($0) }
      guard day.count == 2 else { return .unknown }
      let year = now.date.parts.year
      let date = [year, year - 1].map { CivilDate(year: $0, month: day[0], day: day[1]) }.first { $0 <= now.date }
      return date.map { Expectation.answer(question, .value(.duration(days(now.date - $0)))) } ?? .unknown
    case "event": return .ask
    case "age":
      guard let age = Int(parts[1].prefix { $0.isNumber }) else { return .unknown }
      return .remark(.sinceAge(parts[1].hasSuffix("s") ? age...age + 9 : age...age))
    default: return .unknown
    }
  }

  private static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
}
