import Triage
import Understanding

extension Conversation {
  /// The patient pressed Ctrl-C and the line was dropped. The second time in a row it asks whether to leave, and the
  /// third leaves.
  public mutating func interrupted() -> Reply {
    guard !hasLeft else { return Reply() }
    guard confirming != .leave else { return leave(status: 0) }
    guard wasInterrupted else {
      wasInterrupted = true
      return .saying(say(.notice, .lineDropped))
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
      return Reply(says: [say(.trouble, .endedEarly)], requests: [.leave(status: 1)])
    }
    return confirming == .leave ? leave(status: 0) : askToLeave()
  }

  private mutating func askToLeave() -> Reply {
    confirming = .leave
    return Reply(says: questionWords)
  }

  mutating func leave(status: Int32) -> Reply {
    hasLeft = true
    var words = [say(.paragraph, .goodbye)]
    if !hasEnded, let number = grammar.about.emergencyNumber {
      words.append(say(.notice, .emergencyNumber, [.number: number]))
    }
    return Reply(says: words, requests: [.leave(status: status)])
  }
}
