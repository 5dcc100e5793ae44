import Triage
import Understanding

extension Conversation {
  /// What has to be confirmed, as a question.
  func confirmationWords(_ confirming: Confirmation) -> [Say] {
    let words =
      switch confirming {
      case .leave: say(.question, .leaveNow, isApart: true)
      case .lower(let question, let answer):
        say(
          .question, .confirmLowering,
          [
            .old: session.answer(to: question).map { wording(of: $0, to: question) } ?? "",
            .new: wording(of: answer, to: question),
          ], isApart: true)
      }
    return [words, say(.paragraph, .hintYesOrNo, role: .dim, indent: 2)]
  }

  /// Takes a line as yes or no to what has to be confirmed. Commands are heard here too; those that lead elsewhere
  /// leave it undone.
  mutating func hear(_ line: String, confirming: Confirmation, at now: Moment) -> Reply {
    if let command = Command(line) { return obey(command, insteadOf: confirming, at: now) }
    guard case .answer(let reading) = understand(line, as: .yesOrNo, now: now), reading.answer != .unsure else {
      return Reply(says: [say(.trouble, .didNotUnderstand)] + questionWords)
    }
    guard reading.answer == .value(.yes) else { return undone(confirming) }
    self.confirming = nil
    switch confirming {
    case .leave: return leave(status: 0)
    case .lower(let question, let answer): return revise(question, to: answer, echo: [], at: now)
    }
  }

  private mutating func obey(_ command: Command, insteadOf confirming: Confirmation, at now: Moment) -> Reply {
    switch command {
    case .help, .why, .options, .summary: return obey(command, at: now)
    case .back: return undone(confirming)
    case .change, .restart, .quit:
      _ = undone(confirming)
      return obey(command, at: now)
    }
  }

  private mutating func undone(_ confirming: Confirmation) -> Reply {
    self.confirming = nil
    switch confirming {
    case .leave: return Reply(says: [say(.paragraph, .staying)] + questionWords)
    case .lower:
      purpose = .next
      tries = Tries()
      return Reply(says: [say(.notice, .keptAnswer)] + questionWords)
    }
  }
}
