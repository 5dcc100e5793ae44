import Assurance
import TreeFile
import Triage

/// Sets of answers in words.
extension TreePair {
  struct AnswerWords {
    var text: String
    /// Whether it is a red flag, and these are its least worrying answers only.
    var isOrdinary: Bool
    /// Whether every answer is among them.
    var isEverything: Bool
  }

  func words(for answers: Difference.Answers) -> AnswerWords {
    let question = question(answers.question)
    switch answers.accepted {
    case .values(let ranges, let isUnsure):
      return AnswerWords(
        text: "\(question.name): \(text(ranges, isUnsure, question))",
        isOrdinary: isOrdinary(ranges, isUnsure, question), isEverything: isEverything(ranges, isUnsure, question))
    case .picks(let picked, let left):
      return AnswerWords(
        text: "\(question.name): \(text(picked, left, question.kind))", isOrdinary: isOrdinary(picked, left, question),
        isEverything: false)
    }
  }

  private func question(_ id: Difference.Answers.Question) -> Question {
    switch id {
    case .old(let id): old.questions[id]
    case .new(let id): new.questions[id]
    }
  }

  // MARK: What goes without saying

  private func isEverything(_ ranges: [ClosedRange<Int32>], _ isUnsure: Bool, _ question: Question) -> Bool {
    guard let last = question.kind.lastCode else { return false }
    return ranges == [0...last] && (isUnsure || !question.mayBeUnsure)
  }

  private func isOrdinary(_ ranges: [ClosedRange<Int32>], _ isUnsure: Bool, _ question: Question) -> Bool {
    guard question.redFlag != nil else { return false }
    // Of numbers and lengths of time only the ends of a range can be the least worrying.
    let codes = ranges.flatMap { $0.count <= Question.mostChoices ? Array($0) : [$0.lowerBound, $0.upperBound] }
    let answers = codes.map { Answer.value(question.kind.value(of: $0)) } + (isUnsure ? [.unsure] : [])
    return answers.allSatisfy { question.worry(of: $0) == question.leastWorry }
  }

  private func isOrdinary(_ picked: Set<Int>, _ left: Set<Int>, _ question: Question) -> Bool {
    switch question.redFlag {
    case .worrying(let literals, _):
      !literals.contains { if case .choice(let position) = $0.value { picked.contains(position) } else { true } }
    case .rising: picked.isEmpty
    case .falling: left.isEmpty
    case .ranked, nil: false
    }
  }

  // MARK: Values

  private func text(_ ranges: [ClosedRange<Int32>], _ isUnsure: Bool, _ question: Question) -> String {
    let kind = question.kind
    if let others = others(than: ranges, isUnsure, question) { return "not " + Self.listed(others.map { quoted($0) }) }
    let values = ranges.flatMap { range in
      switch kind {
      case .number, .duration: [text(range, kind)]
      case .yesNo, .choice, .choices: range.map { text(kind.value(of: $0), kind) }
      }
    }
    return Self.listed(values + (isUnsure ? ["not sure"] : []))
  }

  /// The choices that are not among some answers, where there are fewer of them, and "not sure" is.
  private func others(than ranges: [ClosedRange<Int32>], _ isUnsure: Bool, _ question: Question) -> [Choice]? {
    guard case .choice(let choices) = question.kind, isUnsure || !question.mayBeUnsure else { return nil }
    let others = choices.indices.filter { place in !ranges.contains { $0.contains(Int32(place)) } }
    return others.isEmpty || others.count * 2 >= choices.count ? nil : others.map { choices[$0] }
  }

  private func text(_ picked: Set<Int>, _ left: Set<Int>, _ kind: Question.Kind) -> String {
    guard case .choices(let choices) = kind else { return "?" }
    let (these, others) = (picked.sorted().map { quoted(choices[$0]) }, left.sorted().map { quoted(choices[$0]) })
    if these.isEmpty { return left.count == choices.count ? "none of them" : "not " + Self.listed(others) }
    return these.joined(separator: " and ") + (others.isEmpty ? "" : ", but not " + Self.listed(others))
  }

  static func listed(_ words: [String]) -> String {
    words.count < 2 ? words.first ?? "nothing" : words.dropLast().joined(separator: ", ") + " or " + words.last!
  }

  func quoted(_ choice: Choice) -> String { "\"\(choice.label)\"" }

  private func text(_ value: Value, _ kind: Question.Kind) -> String {
    switch (value, kind) {
    case (.yesNo(let isYes), _): isYes ? "yes" : "no"
    case (.choice(let position), .choice(let choices)): quoted(choices[position])
    case (.choices(let bits), .choices(let choices)):
      bits == 0
        ? "none of them"
        : choices.indices.filter { bits >> $0 & 1 == 1 }.map { quoted(choices[$0]) }.joined(separator: " and ")
    case (.number(let number), _): number.text
    case (.duration(let minutes), _): minutes.text
    default: "?"
    }
  }

  /// A range by its ends; the ends of what can be answered are not told.
  func text(_ range: ClosedRange<Int32>, _ kind: Question.Kind) -> String {
    let last = kind.lastCode ?? range.upperBound
    let (hasLow, hasHigh) = (range.lowerBound > 0, range.upperBound < last)
    let values = (kind.value(of: range.lowerBound), kind.value(of: range.upperBound))
    if range.count == 1 { return text(values.0, kind) }
    guard case (.duration(let low), .duration(let high)) = values else {
      let (low, high) = (text(values.0, kind), text(values.1, kind))
      return hasLow
        ? hasHigh ? "\(low) to \(high)" : "\(low) or more" : hasHigh ? "\(high) or less" : "\(low) to \(high)"
    }
    // Of a length of time the minute beside an end is often the rounder.
    let (isAbove, isBelow) = (Self.isRounder(low.count - 1, than: low), Self.isRounder(high.count + 1, than: high))
    let ends = Self.texts(isAbove ? low.count - 1 : low.count, isBelow ? high.count + 1 : high.count, hasLow, hasHigh)
    let (from, to) = (
      isAbove ? "more than \(ends.0)" : "\(ends.0) or more", isBelow ? "less than \(ends.1)" : "up to \(ends.1)"
    )
    return hasLow
      ? hasHigh ? "\(from), \(to)" : from : hasHigh ? isBelow ? to : "\(ends.1) or less" : "\(ends.0) to \(ends.1)"
  }

  private static func isRounder(_ count: Int64, than minutes: Minutes) -> Bool {
    count > 0 && count % 60 == 0 && minutes.count % 60 != 0
  }

  /// Two lengths of time in the same unit, where both are told.
  private static func texts(_ low: Int64, _ high: Int64, _ hasLow: Bool, _ hasHigh: Bool) -> (String, String) {
    let day: Int64 = 24 * 60
    guard hasLow, hasHigh, low % day == 0, high % day == 0, low % (7 * day) != 0 || high % (7 * day) != 0 else {
      return (Minutes(low).text, Minutes(high).text)
    }
    return ("\(low / day) days", "\(high / day) days")
  }
}

extension Question {
  /// Whether "not sure" is an answer to it, and does not only bring it up again.
  fileprivate var mayBeUnsure: Bool {
    switch unsure {
    case .counts, .own: true
    case .askAgain, nil: false
    }
  }
}
