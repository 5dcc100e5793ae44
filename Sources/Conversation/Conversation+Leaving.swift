import Triage
import Understanding

extension Conversation {
  /// The patient pressed Ctrl-C and the line was dropped. The second time in a row it asks whether to leave.
  public mutating func interrupted() -> Reply {
    guard !hasLeft else { return Reply() }
    guard wasInterrupted else {
      wasInterrupted = true
      return .saying(Say(.notice, Phrases.lineDropped))
    }
    wasInterrupted = false
    return askToLeave()
  }

  /// There is no more input. At a terminal that is not final, since Ctrl-D can be pressed by mistake: the first asks
  /// whether to leave, the second leaves. A pipe's end is final.
  public mutating func endOfInput(isFinal: Bool) -> Reply {
    guard !hasLeft else { return Reply() }
    wasInterrupted = false
    if isFinal {
      guard !hasEnded else { return leave(status: 0) }
      hasLeft = true
      return Reply(says: [Say(.trouble, Phrases.endedEarly)], requests: [.leave(status: 1)])
    }
    return confirming == .leave ? leave(status: 0) : askToLeave()
  }

  private mutating func askToLeave() -> Reply {
    confirming = .leave
    return .saying(
      Say(.question, Phrases.leaveNow, isApart: true), Say(.paragraph, Phrases.yesOrNo, role: .dim, indent: 2))
  }

  mutating func leave(status: Int32) -> Reply {
    hasLeft = true
    var words = [Say(.paragraph, Phrases.goodbye)]
    if !hasEnded, let number = grammar.about.emergencyNumber {
      words.append(Say(.notice, told: Phrases.emergencyNumber(number)))
    }
    return Reply(says: words, requests: [.leave(status: status)])
  }

  // MARK: Confirming

  mutating func hear(_ line: String, confirming: Confirmation, at now: Moment) -> Reply {
    if Command(line) == .quit { return leave(status: 0) }
    let yesNo = Question(name: "", kind: .yesNo, ask: "")
    guard case .answer(let reading) = understand(line, as: yesNo, now: now), reading.answer != .unsure else {
      return .saying(Say(.trouble, Phrases.yesOrNo))
    }
    self.confirming = nil
    switch (confirming, reading.answer == .value(.yes)) {
    case (.leave, true): return leave(status: 0)
    case (.leave, false): return Reply(says: [Say(.paragraph, Phrases.staying)] + questionWords)
    case (.lower(let question, let answer), true): return revise(question, to: answer, echo: [], at: now)
    case (.lower, false):
      purpose = .next
      tries = Tries()
      return Reply(says: [Say(.notice, Phrases.keptAnswer)] + questionWords)
    }
  }
}
