import Assurance
import TreeFile
import Triage

/// Sets of answers in the words of a tree's author.
extension Grammar {
  /// All answers of a set, as "7 or more, or unsure". Of several choices only those are named that have to be picked or
  /// left out anew: all others are taken to be as they were, or not picked where nothing was answered.
  func shortText(_ answers: WhyNot.Answers, to question: QuestionID, from: Answer?) -> String {
    let isUnsure = answers.alternatives.contains(.unsure)
    let texts = answers.alternatives.filter { $0 != .unsure }
      .map { text(shortened($0, picked: picked(from)), to: question) }
    var shown = texts.enumerated().filter { !texts[..<$0.offset].contains($0.element) }.map(\.element)
    let more = shown.count - Self.mostAlternatives
    if more > 1 { shown = shown.prefix(Self.mostAlternatives) + ["any of \(more) other picks"] }
    return (shown + (isUnsure ? [text(Answer.unsure, to: question)] : [])).joined(separator: ", or ")
  }

  /// A count over several choices can be met in very many ways, which nobody reads.
  private static let mostAlternatives = 4

  private func picked(_ answer: Answer?) -> Set<Int> {
    guard case .value(.choices(let bits))? = answer else { return [] }
    return Set((0..<Question.mostChoices).filter { bits >> UInt32($0) & 1 == 1 })
  }

  private func shortened(_ alternative: WhyNot.Alternative, picked: Set<Int>) -> WhyNot.Alternative {
    guard case .picks(let with, let without) = alternative else { return alternative }
    let (new, gone) = (with.filter { !picked.contains($0) }, without.filter(picked.contains))
    return new.isEmpty && gone.isEmpty ? alternative : .picks(with: new, without: gone)
  }

  func text(_ alternative: WhyNot.Alternative, to question: QuestionID) -> String {
    switch alternative {
    case .unsure: text(Answer.unsure, to: question)
    case .one(let value): text(.value(value), to: question)
    case .range(let low, let high): text(from: low, to: high, of: question)
    case .picks(let with, let without): text(with: with, without: without, of: question)
    }
  }

  private func text(with: [Int], without: [Int], of question: QuestionID) -> String {
    guard case .choices(let choices) = questions[question].kind else { return "?" }
    let parts = [("with", "and", with), ("without", "or", without)].filter { !$0.2.isEmpty }
    if parts.isEmpty { return "anything" }
    return parts.map { word, link, positions in
      word + " " + positions.map { choices[$0].name }.joined(separator: " \(link) ")
    }.joined(separator: " but ")
  }

  // MARK: Ranges

  private func text(from low: Value, to high: Value, of question: QuestionID) -> String {
    let value = { (value: Value) in text(.value(value), to: question) }
    if low == high { return value(low) }
    let (first, last) = questions[question].kind.ends
    switch (low == first, high == last) {
    case (true, true): return "anything"
    case (false, true): return lower(low, value, isOpen: true)
    case (true, false): return upper(high, value, isOpen: true)
    case (false, false):
      let isPlain = low.plainer(by: -1) == nil && high.plainer(by: 1) == nil
      return isPlain
        ? "\(value(low)) to \(value(high))"
        : "\(lower(low, value, isOpen: false)) and \(upper(high, value, isOpen: false))"
    }
  }

  private func lower(_ low: Value, _ text: (Value) -> String, isOpen: Bool) -> String {
    if let before = low.plainer(by: -1) { return "more than \(text(before))" }
    return isOpen ? "\(text(low)) or more" : "at least \(text(low))"
  }

  private func upper(_ high: Value, _ text: (Value) -> String, isOpen: Bool) -> String {
    if let after = high.plainer(by: 1) { return "less than \(text(after))" }
    return isOpen ? "\(text(high)) or less" : "at most \(text(high))"
  }
}

extension Value {
  /// The length of time that is a minute longer or shorter, where people would rather name that: six weeks rather than
  /// six weeks and a minute.
  fileprivate func plainer(by change: Int64) -> Value? {
    guard case .duration(let minutes) = self, minutes.count % 60 != 0, (minutes.count + change) % 60 == 0 else {
      return nil
    }
    return .duration(Minutes(minutes.count + change))
  }
}

extension Question.Kind {
  /// The lowest and the highest answer of a number or a length of time.
  fileprivate var ends: (Value?, Value?) {
    switch self {
    case .yesNo, .choice, .choices: (nil, nil)
    case .number(let range): (.number(range.low), .number(range.high))
    case .duration(let range): (.duration(range.lowerBound), .duration(range.upperBound))
    }
  }
}
