import Triage
import Understanding

/// What a line said to other questions than the one that was asked, until it is confirmed.
struct Volunteering: Equatable, Sendable {
  /// What it said to the question that was asked.
  var answer: Understood
  /// In the order of the line.
  var others: [Event.Given]
}

extension Conversation {
  /// Asks once whether what was said beside the answer was heard right; nil where nothing was.
  ///
  /// A red flag is asked in its own words whatever was said before, and what was answered stays as it is.
  mutating func confirm(_ volunteered: [Volunteered], with answer: Understood) -> Reply? {
    guard case .next = purpose, !hasEnded else { return nil }
    let others = volunteered.compactMap { given($0) }
    guard !others.isEmpty else { return nil }
    confirming = .volunteered(Volunteering(answer: answer, others: others))
    return Reply(says: questionWords)
  }

  private func given(_ volunteered: Volunteered) -> Event.Given? {
    let question = grammar.questions[volunteered.question]
    guard question.redFlag == nil, session.answer(to: volunteered.question) == nil else { return nil }
    let answer: Answer
    switch volunteered.answer {
    case .answer(let reading) where reading.answer != .unsure: answer = reading.answer
    case .interval(let interval) where grammar.cuts(of: volunteered.question, in: interval)?.isEmpty == true:
      answer = .value(interval.low)
    case .answer, .interval, .ambiguous, .unrecognised: return nil
    }
    let isPossible = (try? session.validate(answer, to: volunteered.question)) != nil
    return isPossible ? Event.Given(volunteered.question, answer) : nil
  }

  func volunteeringWords(_ volunteering: Volunteering) -> [Say] {
    var answers = volunteering.others
    if let asked = question, case .answer(let reading) = volunteering.answer {
      answers.insert(Event.Given(asked, reading.answer), at: 0)
    }
    return [say(.paragraph, .heardAll, isApart: true)] + answers.map { .item(wording(of: $0)) }
      + [say(.question, .isThatRight), hint(.hintYesOrNo)]
  }

  /// Keeps what was confirmed, and goes on with the answer to what was asked.
  mutating func keep(_ volunteering: Volunteering, at now: Moment) -> Reply {
    for given in volunteering.others {
      waiting.removeAll { $0.question == given.question }
      waiting.append(given)
    }
    switch volunteering.answer {
    case .answer, .interval: return take(volunteering.answer, at: now)
    case .ambiguous, .unrecognised: return Reply(says: [say(.notice, .kept)] + questionWords)
    }
  }

  /// Lets what waits be answers where their questions are reached. A red flag is asked.
  mutating func enterWaiting() {
    guard case .next = purpose else { return }
    while case .asking(let asked) = session.position, grammar.questions[asked].redFlag == nil,
      let place = waiting.firstIndex(where: { $0.question == asked })
    {
      let given = waiting.remove(at: place)
      guard (try? session.submit(.answer(asked, given.answer))) != nil else { return }
    }
  }

  /// What was said and never needed.
  var unusedWords: [Say] {
    let unused = waiting.filter { session.answer(to: $0.question) == nil }
    guard !unused.isEmpty else { return [] }
    return [say(.paragraph, .unused, role: .strong, isApart: true)] + unused.map { .item(wording(of: $0)) }
  }

  /// Takes a line as yes or no to what was heard. Whoever says anything else goes on without it.
  mutating func hear(_ line: String, instead volunteering: Volunteering, at now: Moment) -> Reply {
    confirming = nil
    guard case .answer(let reading) = understand(line, as: .yesOrNo, now: now, in: language ?? .english),
      case .value(let value) = reading.answer
    else { return hear(line, at: now).adding(say(.notice, .notHeard)) }
    return value == .yes ? keep(volunteering, at: now) : undone(.volunteered(volunteering))
  }

  // MARK: What if

  /// Asks whether it is so, where an alarm was only asked about; nil where none was.
  mutating func askWhetherSo(_ alarms: [HeardAlarm], _ line: String) -> Reply? {
    let new = alarms.filter { alarm in alarm.isHypothetical && !soundings.contains { $0.alarm == alarm.alarm } }
    guard !new.isEmpty, !isAtHighestLevel else { return nil }
    confirming = .alarms(new.map(\.alarm), line: line)
    return Reply(says: questionWords)
  }
}

extension Heard {
  /// What it says to other questions in words that are not the answer to the one that was asked: nothing where that is the
  /// whole line, and nothing that is the same amount once more.
  func volunteeredBeside(_ answer: Understood) -> [Volunteered] {
    guard case .answer(let reading) = answer else { return volunteered }
    switch reading.rule {
    case .yesNo, .notSure, .listNumber, .label, .prefix, .typo, .nothingPicked, .everythingPicked: return []
    case .words, .number, .duration, .since:
      return volunteered.filter { other in
        if case .answer(let same) = other.answer, same.answer == reading.answer, reading.rule != .words { return false }
        return !other.evidence.allSatisfy(evidence.contains)
      }
    }
  }
}
