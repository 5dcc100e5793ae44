import Triage
import Understanding

extension Conversation {
  /// What has to be confirmed, as a question.
  func confirmationWords(_ confirming: Confirmation) -> [Say] {
    switch confirming {
    case .leave: [say(.question, isRecorded ? .leaveRecord : .leaveNow, isApart: true), hint(.hintYesOrNo)]
    case .whichToChange: [say(.paragraph, .whichToChange)] + numberedAnswers + [hint(.hintWhichToChange)]
    case .change(let question, let answer): proposalWords(question, answer) + [hint(.hintYesOrNo)]
    case .twofold(let twofold): twofoldWords(twofold)
    case .volunteered(let volunteering): volunteeringWords(volunteering)
    case .alarms(_, let line): [say(.question, .isItSo, [.line: line], isApart: true), hint(.hintYesOrNo)]
    }
  }

  /// Takes a line as yes or no to what has to be confirmed. Commands are heard here too; those that lead elsewhere
  /// leave it undone.
  mutating func hear(_ line: String, confirming: Confirmation, at now: Moment) -> Reply {
    if case .twofold(let twofold) = confirming { return hear(line, choosing: twofold, at: now) }
    if let command = Command(line, in: language ?? .english) { return obey(command, insteadOf: confirming, at: now) }
    if case .volunteered(let volunteering) = confirming { return hear(line, instead: volunteering, at: now) }
    if case .alarms = confirming { return hear(line, whether: confirming, at: now) }
    if case .whichToChange = confirming { return hearWhichToChange(line, at: now) }
    guard case .answer(let reading) = understand(line, as: .yesOrNo, now: now, in: language ?? .english),
      reading.answer != .unsure
    else {
      return Reply(says: [say(.trouble, .didNotUnderstand)] + questionWords)
    }
    guard reading.answer == .value(.yes) else { return undone(confirming) }
    self.confirming = nil
    switch confirming {
    case .leave: return leave(status: 0)
    case .change(let question, let answer): return revise(question, to: answer, at: now)
    case .volunteered(let volunteering): return keep(volunteering, at: now)
    case .twofold, .alarms, .whichToChange: return Reply(says: questionWords)
    }
  }

  /// Takes a line as yes or no to whether an alarm is so. What is no plain no counts as yes, and the alarm asks its own
  /// questions.
  private mutating func hear(_ line: String, whether confirming: Confirmation, at now: Moment) -> Reply {
    guard case .alarms(let alarms, _) = confirming else { return Reply() }
    let reply = understand(line, as: .yesOrNo, now: now, in: language ?? .english)
    if case .answer(let reading) = reply, reading.answer == .value(.no) { return undone(confirming) }
    self.confirming = nil
    return interrupt(with: alarms, at: now) ?? Reply(says: questionWords)
  }

  private mutating func obey(_ command: Command, insteadOf confirming: Confirmation, at now: Moment) -> Reply {
    switch command {
    case .back, .decline, .skip: return undone(confirming)
    case .change, .restart, .quit:
      _ = undone(confirming)
      self.confirming = nil
      return obey(command, at: now)
    default: return obey(command, at: now)
    }
  }

  mutating func undone(_ confirming: Confirmation) -> Reply {
    self.confirming = nil
    switch confirming {
    case .leave: return Reply(says: [say(.paragraph, .staying)] + questionWords)
    case .twofold: return Reply(says: questionWords)
    case .alarms:
      _ = turnToBesides()
      return Reply(says: [say(.notice, .isNotSo)] + questionWords)
    case .whichToChange: return Reply(says: [say(.notice, .keptAnswers)] + questionWords)
    case .volunteered: return Reply(says: [say(.notice, .notHeard)] + questionWords)
    case .change:
      purpose = .next
      tries = Tries()
      return Reply(says: [say(.notice, .keptAnswer)] + questionWords)
    }
  }
}
