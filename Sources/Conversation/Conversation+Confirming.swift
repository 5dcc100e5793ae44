import Triage
import Understanding

extension Conversation {
  /// What has to be confirmed, as a question.
  func confirmationWords(_ confirming: Confirmation) -> [Say] {
    switch confirming {
    case .leave: [say(.question, .leaveNow, isApart: true), hint(.hintYesOrNo)]
    case .change(let question, let answer): proposalWords(question, answer) + [hint(.hintYesOrNo)]
    case .twofold(let twofold): twofoldWords(twofold)
    }
  }

  /// Takes a line as yes or no to what has to be confirmed. Commands are heard here too; those that lead elsewhere
  /// leave it undone.
  mutating func hear(_ line: String, confirming: Confirmation, at now: Moment) -> Reply {
    if case .twofold(let twofold) = confirming { return hear(line, choosing: twofold, at: now) }
    if let command = Command(line) { return obey(command, insteadOf: confirming, at: now) }
    guard case .answer(let reading) = understand(line, as: .yesOrNo, now: now), reading.answer != .unsure else {
      return Reply(says: [say(.trouble, .didNotUnderstand)] + questionWords)
    }
    guard reading.answer == .value(.yes) else { return undone(confirming) }
    self.confirming = nil
    switch confirming {
    case .leave: return leave(status: 0)
    case .change(let question, let answer): return revise(question, to: answer, at: now)
    case .twofold: return Reply(says: questionWords)
    }
  }

  private mutating func obey(_ command: Command, insteadOf confirming: Confirmation, at now: Moment) -> Reply {
    switch command {
    case .back, .decline, .skip: return undone(confirming)
    case .change, .restart, .quit:
      _ = undone(confirming)
      return obey(command, at: now)
    default: return obey(command, at: now)
    }
  }

  private mutating func undone(_ confirming: Confirmation) -> Reply {
    self.confirming = nil
    switch confirming {
    case .leave: return Reply(says: [say(.paragraph, .staying)] + questionWords)
    case .twofold: return Reply(says: questionWords)
    case .change:
      purpose = .next
      tries = Tries()
      return Reply(says: [say(.notice, .keptAnswer)] + questionWords)
    }
  }
}
