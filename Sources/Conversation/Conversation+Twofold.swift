import Triage
import Understanding

/// A line that is a command as well as an answer: at a question about places, "back" may be either.
struct Twofold: Equatable, Sendable {
  var line: String
  var command: Command
  /// The answers that it may be.
  var answers: [Value]
}

extension Conversation {
  /// What a command may mean as an answer to the question that stands.
  func twofold(_ command: Command, _ line: String, _ understood: Understood) -> Twofold? {
    guard let asked = question, !Command.isMarked(line), !grammar.questions[asked].choices.isEmpty else { return nil }
    switch understood {
    case .answer(let reading) where reading.rule == .label || reading.rule == .words && command == .back:
      guard case .value(let value) = reading.answer else { return nil }
      return Twofold(line: line, command: command, answers: [value])
    case .ambiguous(let values) where command == .back && !values.isEmpty:
      return Twofold(line: line, command: command, answers: values)
    case .answer, .ambiguous, .interval, .unrecognised: return nil
    }
  }

  /// The two as a list to pick from.
  func twofoldWords(_ twofold: Twofold) -> [Say] {
    let labels = labels(of: twofold)
    return [say(.question, .answerOrCommand, [.line: twofold.line], isApart: true)]
      + labels.indices.map { Say.choice(labels[$0], at: $0) } + [hint(.hintPick)]
  }

  private func labels(of twofold: Twofold) -> [String] {
    guard let asked = question else { return [] }
    return twofold.answers.map { phrases.value($0, of: grammar.questions[asked]) }
      + [text(.theCommand, [.command: twofold.line])]
  }

  mutating func hear(_ line: String, choosing twofold: Twofold, at now: Moment) -> Reply {
    confirming = nil
    let labels = labels(of: twofold)
    let which = Question(name: "", kind: .choice(labels.map { Choice(name: "", label: $0) }), ask: "")
    guard case .answer(let reading) = understand(line, as: which, now: now, in: language ?? .english),
      case .value(.choice(let place)) = reading.answer
    else {
      // Who says the same again is asked no more: nothing is lost by going back.
      return line == twofold.line ? obey(twofold.command, at: now) : hear(line, at: now)
    }
    guard place < twofold.answers.count else { return obey(twofold.command, at: now) }
    return take(.answer(Reading(.value(twofold.answers[place]), by: .label)), at: now)
  }
}
