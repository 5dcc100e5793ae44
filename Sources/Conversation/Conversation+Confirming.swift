import Triage
import Understanding

extension Conversation {
  /// What has to be confirmed, as a question.
  func confirmationWords(_ confirming: Confirmation) -> [Say] {
    switch confirming {
    case .leave: [say(.question, isRecorded ? .leaveRecord : .leaveNow, isApart: true), hint(.hintYesOrNo)]
    case .restart: [say(.question, .confirmRestart, isApart: true), hint(.hintYesOrNo)]
    case .whichToChange: [say(.paragraph, .whichToChange)] + numberedAnswers + [hint(.hintWhichToChange)]
    case .change(let question, let answer): proposalWords(question, answer) + [hint(.hintYesOrNo)]
    case .twofold(let twofold): twofoldWords(twofold)
    case .volunteered(let volunteering): volunteeringWords(volunteering)
    case .alarms(_, let line): [say(.question, .isItSo, [.line: line], isApart: true), hint(.hintYesOrNo)]
    }
  }

  /// Takes a line as the answer to what has to be confirmed. Commands are heard here too; those that lead elsewhere
  /// leave it undone.
  mutating func hear(_ line: String, confirming: Confirmation, at now: Moment) -> Reply {
    if let command = command(of: line, insteadOf: confirming) {
      return obey(command, insteadOf: confirming, at: now)
    }
    taken = .confirmation(yesOrNo(line, at: now))
    switch confirming {
    case .leave: return hear(line, confirming, at: now) { $0.leave(status: 0) }
    case .restart: return hear(line, confirming, at: now) { $0.restart(at: now) }
    case .change(let question, let answer):
      return hear(line, confirming, at: now) { $0.revise(question, to: answer, at: now) }
    case .whichToChange: return hearWhichToChange(line, at: now)
    case .volunteered(let volunteering): return hear(line, instead: volunteering, at: now)
    case .alarms(let alarms, _): return hear(line, whether: alarms, at: now)
    case .twofold(let twofold): return hear(line, choosing: twofold, at: now)
    }
  }

  /// The command that a line is; none where it may be the answer as well.
  private func command(of line: String, insteadOf confirming: Confirmation) -> Command? {
    if case .twofold = confirming { nil } else { Command(line, in: spoken) }
  }

  /// Takes a line as yes or no to whether something is to be done.
  private mutating func hear(
    _ line: String, _ confirming: Confirmation, at now: Moment, doing action: (inout Conversation) -> Reply
  ) -> Reply {
    switch saysYes(line, at: now) {
    case true:
      self.confirming = nil
      return action(&self)
    case false: return undone(confirming)
    default: return Reply(says: [say(.trouble, .didNotUnderstand)] + questionWords)
    }
  }

  /// Takes a line as yes or no to whether alarms are so. What is no plain no counts as yes, and the alarms ask their own
  /// questions.
  private mutating func hear(_ line: String, whether alarms: [AlarmID], at now: Moment) -> Reply {
    if saysYes(line, at: now) == false, let confirming { return undone(confirming) }
    confirming = nil
    return interrupt(with: alarms, at: now) ?? Reply(says: questionWords)
  }

  private mutating func obey(_ command: Command, insteadOf confirming: Confirmation, at now: Moment) -> Reply {
    switch command {
    case .back, .decline, .skip:
      taken = .command(command)
      return undone(confirming)
    case .restart where confirming == .restart: return restart(at: now)
    case .change, .restart, .quit:
      _ = undo(confirming)
      let isForgotten = self.confirming != nil
      self.confirming = nil
      let reply = obey(command, at: now)
      return isForgotten ? reply.preceded(by: say(.notice, .notHeard)) : reply
    default: return obey(command, at: now)
    }
  }

  /// Leaves undone what was to be confirmed, and asks on.
  mutating func undone(_ confirming: Confirmation) -> Reply {
    let words = undo(confirming)
    return Reply(says: words + questionWords)
  }

  /// Leaves undone what was to be confirmed.
  ///
  /// - Returns: what is said of that.
  mutating func undo(_ confirming: Confirmation) -> [Say] {
    self.confirming = nil
    switch confirming {
    case .leave: return [say(.paragraph, .staying)]
    case .twofold: return []
    case .alarms:
      _ = turnToBesides()
      return [say(.notice, .isNotSo)]
    case .restart, .whichToChange: return [say(.notice, .keptAnswers)]
    case .volunteered: return [say(.notice, .notHeard)]
    case .change:
      purpose = .next
      tries = Tries()
      return [say(.notice, .keptAnswer)]
    }
  }
}
