import Triage
import Understanding

/// What happens where lines are not understood again and again. Nobody is blamed, and nothing is guessed: who cannot be
/// followed is told whom else to turn to.
extension Conversation {
  func secondTrouble(with asked: QuestionID) -> Say {
    say(.trouble, grammar.questions[asked].wording.plainer == nil ? .stillUnclear : .stillUnclearPlainer)
  }

  /// After three lines that were no answer: each choice by itself, or else one last try.
  mutating func loseTrack(of asked: QuestionID, at now: Moment) -> Reply {
    if case .change = purpose { return giveUp(on: asked, at: now) }
    if tries.interval == nil, tries.referrals == 0, let singly = askSingly(asked) { return singly }
    guard !tries.isLast, tries.interval == nil else { return giveUp(on: asked, at: now) }
    tries.isLast = true
    return Reply(says: [say(.trouble, .lastTry)] + questionWords)
  }

  /// After the last try: not sure where that is an answer, and else the session is stuck. What was answered before
  /// stays as it was, and an alarm is left.
  mutating func giveUp(on asked: QuestionID, at now: Moment) -> Reply {
    if case .change = purpose {
      purpose = .next
      tries = Tries()
      return Reply(says: [say(.notice, .keptAnswer)] + questionWords)
    }
    if let interval = tries.interval, let worse = worryingEnd(of: interval, for: asked) {
      return enter(.value(worse), to: asked, echo: [worryingEcho(worse, of: asked)], at: now)
    }
    guard grammar.questions[asked].asksAgain else {
      if isTooMuch(toGuess: .unsure, to: asked) { return refer() }
      let echo = echo(Reading(.unsure, by: .notSure), of: asked, at: now)
      return enter(.unsure, to: asked, echo: [say(.notice, .skippedAsNotSure), echo], at: now)
    }
    if case .alarm = purpose { return leaveAlarm(at: now) }
    return submit(.stuck, answering: [], echo: [say(.notice, tries.wasUnsure ? .stuckUnsure : .stuckNow)], at: now)
  }

  // MARK: To somebody else

  /// Whether an answer that nobody has given would end in more than what is told to those who cannot answer. Lines that
  /// were merely not understood are no reason for haste.
  func isTooMuch(toGuess answer: Answer, to asked: QuestionID) -> Bool {
    guard case .next = purpose else { return false }
    var after = session
    guard (try? after.submit(.answer(asked, answer))) != nil, case .ended(let ending) = after.position,
      let level = grammar.outcomes[ending.outcome].level
    else { return false }
    return level.position > grammar.outcomes[grammar.stuck].level?.position ?? 0
  }

  /// Tells whom else to turn to, and the next time all that is told to those who cannot answer. The question stays,
  /// since nothing rules out what it asks about.
  mutating func refer() -> Reply {
    let referrals = tries.referrals + 1
    tries = Tries()
    tries.referrals = referrals
    tries.isLast = referrals == 1
    let words =
      referrals == 1 ? [say(.notice, .cannotFollow)] + personWords : adviceWords(grammar.outcomes[grammar.stuck])
    return Reply(says: words + [say(.notice, .stillOpen, isApart: true)] + questionWords)
  }
}
