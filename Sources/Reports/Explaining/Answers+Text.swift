import Assurance
import TreeFile
import Triage

/// Sets of answers in the words of a tree's author.
extension Grammar {
  /// All answers of a set, as "7 or more, or unsure".
  func text(_ answers: WhyNot.Answers, to question: QuestionID) -> String {
    answers.alternatives.map { text($0, to: question) }.joined(separator: ", or ")
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
