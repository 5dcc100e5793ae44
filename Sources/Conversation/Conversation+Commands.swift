import Triage
import Understanding

extension Conversation {
  mutating func obey(_ command: Command, at now: Moment) -> Reply {
    taken = .command(command)
    return done(command, at: now)
  }

  private mutating func done(_ command: Command, at now: Moment) -> Reply {
    switch command {
    case .help: Reply(says: helpWords + questionWords)
    case .why: Reply(says: whyWords)
    case .whyNot(let words): whyNot(words, at: now)
    case .options: Reply(says: questionWords)
    case .repeat: Reply(says: confirming == nil ? standing(at: now) : questionWords)
    case .plainer: Reply(says: plainerReply)
    case .clarify(let words): Reply(says: clarified(words))
    case .back: goBack(at: now)
    case .change(let words): change(words, at: now)
    case .summary: Reply(says: summaryWords + questionWords)
    case .progress: Reply(says: [progressWords] + reminder)
    case .note(let text): note(text)
    case .person: Reply(says: personWords + reminder)
    case .identity: Reply(says: [say(.paragraph, .whoAmI)] + reminder)
    case .greeting: Reply(says: [say(.paragraph, .hello)] + reminder)
    case .decline: pass(over: .declined, at: now)
    case .skip: pass(over: .skipped, at: now)
    case .print: Reply(says: [say(.paragraph, .cannotPrint)] + reminder)
    case .saveRecord(""): Reply(says: [say(.notice, .recordNeedsName)] + reminder)
    case .saveRecord(let place): Reply(requests: [.saveRecord(place)])
    case .restart: askToRestart(at: now)
    case .quit: leave(status: 0)
    }
  }

  private var helpWords: [Say] {
    let number = grammar.about.emergencyNumber.map { say(.paragraph, .callAtOnce, [.number: $0], role: .strong) }
    return (number.map { [$0] } ?? []) + [say(.paragraph, .helpTitle)]
      + Phrase.helpLines.map { say(.item, $0, marker: "-", indent: 2) }
  }

  // MARK: Back, restart

  mutating func goBack(at now: Moment) -> Reply {
    tries = Tries()
    switch purpose {
    case .change:
      purpose = .next
      return Reply(says: [say(.notice, .keptAnswer)] + questionWords)
    case .alarm(var sounding):
      guard !sounding.given.isEmpty else { return Reply(says: [say(.notice, .alarmFirst)] + questionWords) }
      sounding.given.removeLast()
      purpose = .alarm(sounding)
      return Reply(says: [say(.notice, .wentBack)] + questionWords)
    case .next:
      return takeBackLastEvent(at: now)
    }
  }

  private mutating func takeBackLastEvent(at now: Moment) -> Reply {
    guard let last = session.events.last, let before = try? Session(tree, replaying: session.events.dropLast()) else {
      return Reply(says: [say(.notice, .firstQuestion)] + questionWords)
    }
    session = before
    told = session.trace
    let words: Phrase =
      switch last {
      case .answer, .stuck: .wentBack
      case .alarm: .alarmTakenBack
      case .revise: .changeTakenBack
      }
    return Reply(says: [say(.notice, words)] + standing(at: now))
  }

  /// Asks first where there is something to forget.
  private mutating func askToRestart(at now: Moment) -> Reply {
    guard !session.events.isEmpty || !waiting.isEmpty || !notes.isEmpty else { return restart(at: now) }
    confirming = .restart
    return Reply(says: questionWords)
  }

  mutating func restart(at now: Moment) -> Reply {
    self = Conversation(
      tree, review: review, phrases: phrases, language: language, listener: listener, isRecorded: isRecorded)
    taken = .command(.restart)
    let words = [say(.notice, .restarted)] + progress(at: now)
    return Reply(says: words, requests: [.forgetRecalledLines])
  }

  // MARK: Summary

  var summaryWords: [Say] {
    guard !session.events.isEmpty else { return [say(.paragraph, .nothingAnswered)] + noteWords }
    var words = [say(.paragraph, .summaryTitle, role: .strong)] + numberedAnswers
    if let given = endedByAlarm, !given.isEmpty {
      words += [say(.paragraph, .summaryOfAlarm)] + given.map { .item(wording(of: $0)) }
    }
    words += waitingWords + noteWords
    if case .ended(let ending) = session.position {
      words.append(say(.paragraph, .ledTo, [.outcome: title(of: grammar.outcomes[ending.outcome])]))
    }
    return words
  }

  var numberedAnswers: [Say] {
    session.answers.enumerated().map { Say.choice(wording(of: $1), at: $0) }
  }

  /// What was noted for whoever sees the patient.
  var noteWords: [Say] {
    guard !notes.isEmpty else { return [] }
    return [say(.paragraph, .notesTitle, role: .strong, isApart: true)] + notes.map(Say.item)
  }
}

extension Phrase {
  /// A line for each command that everybody should know.
  static let helpLines: [Phrase] = [
    .helpWhy, .helpWhyNot, .helpOptions, .helpPlainer, .helpBack, .helpChange, .helpSummary, .helpProgress, .helpNote,
    .helpPerson, .helpSaveRecord, .helpRestart, .helpQuit,
  ]
}
