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
    var answers: [Value] = []
    switch understood {
    case .answer(let reading) where reading.rule == .label || reading.rule == .words && command == .back:
      if case .value(let value) = reading.answer { answers = [value] }
    case .ambiguous(let values) where command == .back: answers = values
    case .answer, .ambiguous, .interval, .unrecognised: break
    }
    guard !answers.isEmpty else { return nil }
    let named = choices(naming: line, of: grammar.questions[asked]).filter { !answers.contains($0) }
    return Twofold(line: line, command: command, answers: named + answers)
  }

  /// The choices in whose labels the line stands.
  private func choices(naming line: String, of question: Question) -> [Value] {
    let words = plainWords(of: line)
    guard case .choice(let choices) = question.kind else { return [] }
    return choices.indices.filter { plainWords(of: choices[$0].label).contains(words) }.map(Value.choice)
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
    guard let place = place(of: line, in: twofold, at: now) else {
      confirming = nil
      // Who says the same again, or anything with a slash, is asked no more: nothing is lost by going back.
      if line == twofold.line || Command.isMarked(line), let command = Command(line, in: spoken) {
        return obey(command, at: now)
      }
      return hear(line, at: now)
    }
    confirming = nil
    guard place < twofold.answers.count else { return obey(twofold.command, at: now) }
    let answer = Understood.answer(Reading(.value(twofold.answers[place]), by: .label))
    if let question { taken = .answer(answer, to: question) }
    return take(answer, at: now)
  }

  /// Which of the list a line picks.
  private func place(of line: String, in twofold: Twofold, at now: Moment) -> Int? {
    guard !Command.isMarked(line), line != twofold.line else { return nil }
    let choices = labels(of: twofold).map { Choice(name: "", label: $0) }
    return place(line, among: choices, at: now)
  }
}
