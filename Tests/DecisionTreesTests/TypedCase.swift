import Conversation
import TreeFile
import Triage
import Understanding

/// What somebody types in a chat whose answers are those of a case.
struct TypedCase {
  private(set) var lines: [String] = []
  /// Nil where the chat did not come to an outcome.
  private(set) var outcome: OutcomeID?
  private var conversation: Conversation

  private static let now = Moment(year: 2026, month: 11, day: 2, hour: 9)
  private static let mostLines = 200

  /// - Parameter listener: made for the same tree.
  init(_ test: Case, defaults: [QuestionID: Case.Reply], _ tree: Tree, hearing listener: Listener) {
    conversation = Conversation(tree, listener: listener)
    _ = conversation.opening(at: Self.now)
    if let alarm = test.alarm {
      guard let phrase = tree.grammar.alarms[alarm].hears.lazy.compactMap({ tree.grammar.spoken($0).first }).first
      else { return }
      type(phrase)
    }
    while let question = conversation.question, lines.count < Self.mostLines {
      guard let reply = test.replies[question] ?? defaults[question] else { return }
      type(tree.grammar.questions[question].words(for: reply))
    }
    if case .ended(let ending) = conversation.session.position { outcome = ending.outcome }
  }

  private mutating func type(_ line: String) {
    lines.append(line)
    _ = conversation.hear(line, at: Self.now)
  }
}

extension Question {
  fileprivate func words(for reply: Case.Reply) -> String {
    guard case .answer(.value(let value)) = reply else { return "not sure" }
    switch (value, kind) {
    case (.yesNo(let isYes), _): return isYes ? "yes" : "no"
    case (.choice(let position), .choice(let choices)): return choices[position].label
    case (.choices(let picked), .choices(let choices)):
      let numbers = choices.indices.filter { picked >> $0 & 1 == 1 }.map { String($0 + 1) }
      return numbers.isEmpty ? "none" : numbers.joined(separator: " and ")
    case (.number(let number), _): return String(number.millionths / Number.scale)
    case (.duration(let minutes), _): return minutes.words
    case (.choice, _), (.choices, _): return ""
    }
  }
}

extension Minutes {
  fileprivate var words: String {
    if count % Minutes.days(1).count == 0 { return "\(count / Minutes.days(1).count) days" }
    return count % 60 == 0 ? "\(count / 60) hours" : "\(count) minutes"
  }
}
