import Triage
import Understanding

/// What a line said to other questions than the one that was asked, until it is confirmed.
struct Volunteering: Equatable, Sendable {
  /// What it said to the question that was asked.
  var answer: Understood
  /// In the order of the line.
  var others: [Event.Given]
  /// Whether the line said more than this.
  var saidMore = false
  /// Whether a line was neither a yes nor a no to it.
  var wasUnclear = false

  /// All of it, with the answer to the question that was asked first, where it is one.
  func all(to asked: QuestionID) -> [Event.Given] {
    guard case .answer(let reading) = answer, reading.answer != .unsure else { return others }
    return [Event.Given(asked, reading.answer)] + others
  }
}

extension Conversation {
  /// Asks once whether what was said beside the answer was heard right; nil where nothing was.
  ///
  /// A red flag is asked in its own words whatever was said before, and what was answered stays as it is.
  mutating func confirm(_ volunteered: [Volunteered], with answer: Understood, saying heard: Heard) -> Reply? {
    guard case .next = purpose, !hasEnded else { return nil }
    let others = volunteered.compactMap { given($0) }
    guard !others.isEmpty else { return nil }
    confirming = .volunteered(Volunteering(answer: answer, others: others, saidMore: heard.saysMore))
    return Reply(says: questionWords)
  }

  func given(_ volunteered: Volunteered) -> Event.Given? {
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
    let answers = question.map(volunteering.all) ?? volunteering.others
    return [say(.paragraph, .heardAll, isApart: true)] + answers.map { .item(wording(of: $0)) }
      + (volunteering.saidMore ? [say(.paragraph, .askedLater)] : [])
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
    case .ambiguous, .unrecognised: return Reply(says: [say(.notice, .kept)] + progress(at: now))
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

  /// What waits for its question.
  var waitingWords: [Say] {
    guard !waiting.isEmpty, !hasEnded else { return [] }
    return [say(.paragraph, .waitingTitle)] + waiting.map { .item(wording(of: $0)) }
  }

  /// What was said and never needed.
  var unusedWords: [Say] {
    let unused = waiting.filter { session.answer(to: $0.question) == nil }
    guard !unused.isEmpty else { return [] }
    return [say(.paragraph, .unused, role: .strong, isApart: true)] + unused.map { .item(wording(of: $0)) }
  }

  // MARK: Whether it was heard right

  /// What was heard, with what a line says of it: to the question that was asked, or else to one of the others. A length
  /// of time is no number of anything else. Nil where it says nothing of all that.
  private mutating func correction(of volunteering: Volunteering, by line: String, at now: Moment) -> Volunteering? {
    var corrected = volunteering
    let heard = heard(in: line, at: now)
    guard !heard.answer.isGiven else {
      corrected.answer = heard.answer
      return corrected
    }
    var found = volunteering.others.map(\.question).compactMap { other in
      let isSaid = heard.volunteered.allSatisfy { $0.question == other }
      return isSaid ? amount(in: line, to: other, at: now) : nil
    }
    if found.contains(where: \.isTime) { found.removeAll { !$0.isTime } }
    guard !found.isEmpty else { return nil }
    corrected.others = volunteering.others.map { other in
      found.first { $0.given.question == other.question }?.given ?? other
    }
    return corrected
  }

  /// What a line says to another question than the one that was asked, and whether it is a length of time. That there is
  /// none of it is no answer: a "no" would be.
  private mutating func amount(
    in line: String, to other: QuestionID, at now: Moment
  ) -> (given: Event.Given, isTime: Bool)? {
    guard case .answer(let reading) = heard(in: line, asked: other, at: now).answer,
      case .value(let value) = reading.answer, value.size != 0, ![.listNumber, .yesNo].contains(reading.rule),
      (try? session.validate(reading.answer, to: other)) != nil
    else { return nil }
    return (Event.Given(other, reading.answer), [.duration, .since].contains(reading.rule))
  }

  /// Takes a line as yes or no to what was heard. Another answer corrects what was heard, which is then shown again; an
  /// answer that contradicts nothing of what was on the screen is a yes to it, and not knowing is a no. What is nothing of
  /// all that is asked about once more.
  mutating func hear(_ line: String, instead volunteering: Volunteering, at now: Moment) -> Reply {
    let reply = saysYes(line, at: now)
    if reply == true { return keepConfirmed(volunteering, at: now) }
    let said = reply == false ? withoutLeadingReply(line, at: now) : line
    let corrected = correction(of: volunteering, by: said, at: now)
    if let corrected, corrected.contradicts(volunteering) {
      taken = .correction(question.map(corrected.all) ?? corrected.others)
      confirming = .volunteered(corrected)
      return Reply(says: questionWords)
    }
    if reply == false || isUnsure(line, at: now) { return undone(.volunteered(volunteering)) }
    if let corrected { return keepConfirmed(corrected, at: now).preceded(by: say(.notice, .takenAsRight)) }
    confirming = nil
    guard !volunteering.wasUnclear else { return hear(line, at: now).preceded(by: say(.notice, .notHeard)) }
    var unclear = volunteering
    unclear.wasUnclear = true
    confirming = .volunteered(unclear)
    return Reply(says: [say(.trouble, .didNotUnderstand)] + questionWords)
  }

  private mutating func keepConfirmed(_ volunteering: Volunteering, at now: Moment) -> Reply {
    confirming = nil
    return keep(volunteering, at: now)
  }

  private func isUnsure(_ line: String, at now: Moment) -> Bool {
    guard case .answer(let reading) = yesOrNo(line, at: now) else { return false }
    return reading.answer == .unsure
  }

  /// What follows a "no" and what parts it from the rest; the whole where the first word is none.
  private func withoutLeadingReply(_ line: String, at now: Moment) -> String {
    let rest = line.drop { !$0.isLetter }.drop(while: \.isLetter)
    let first = String(line[..<rest.startIndex])
    return saysYes(first, at: now) == false ? String(rest.drop { !$0.isLetter && !$0.isNumber }) : line
  }
}

extension Volunteering {
  /// Whether it has another answer than what was heard before.
  fileprivate func contradicts(_ before: Volunteering) -> Bool {
    others != before.others || before.answer.isGiven && !answer.isSame(as: before.answer)
  }
}

extension Understood {
  /// Whether it is an answer, and not that somebody cannot tell.
  var isGiven: Bool {
    switch self {
    case .answer(let reading): reading.answer != .unsure
    case .interval: true
    case .ambiguous, .unrecognised: false
    }
  }

  /// Whether both are the same answer, however each was recognised.
  fileprivate func isSame(as other: Understood) -> Bool {
    if case .answer(let one) = self, case .answer(let two) = other { return one.answer == two.answer }
    return self == other
  }
}

extension Heard {
  /// Whether the line said more than was made of it. One word may be a slip.
  var saysMore: Bool { unused.count > 1 }

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
