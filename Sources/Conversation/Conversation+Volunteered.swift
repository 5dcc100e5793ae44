import Triage
import Understanding

/// What a line said to other questions than the one that was asked, until it is confirmed.
struct Volunteering: Equatable, Sendable {
  /// What it said to the question that was asked.
  var answer: Understood
  /// In the order of the line.
  var others: [Event.Given]
  /// Whether a line was neither a yes nor a no to it.
  var wasUnclear = false

  /// All of it, with the answer to the question that was asked first, where it is one.
  func all(besides asked: QuestionID) -> [Event.Given] {
    guard case .answer(let reading) = answer, reading.answer != .unsure else { return others }
    return [Event.Given(asked, reading.answer)] + others
  }
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

  /// What a line says to a question instead of what was heard; what was heard where it says nothing to it, or answers
  /// another.
  private mutating func correction(
    of given: Event.Given, by line: String, besides heard: Heard, at now: Moment
  ) -> Event.Given {
    guard !heard.answer.isGiven, heard.volunteered.allSatisfy({ $0.question == given.question }),
      case .answer(let reading) = self.heard(in: line, asked: given.question, at: now).answer,
      reading.answer != .unsure, ![.listNumber, .yesNo].contains(reading.rule),
      (try? session.validate(reading.answer, to: given.question)) != nil
    else { return given }
    return Event.Given(given.question, reading.answer)
  }

  /// Takes a line as yes or no to what was heard. Another answer corrects what was heard, which is then shown again; an
  /// answer that contradicts nothing of what was on the screen is a yes to it. What is nothing of all that is asked about
  /// once more.
  mutating func hear(_ line: String, instead volunteering: Volunteering, at now: Moment) -> Reply {
    let heard = heard(in: line, at: now)
    let answer = heard.answer
    var corrected = volunteering
    if answer.isGiven { corrected.answer = answer }
    corrected.others = volunteering.others.map { correction(of: $0, by: line, besides: heard, at: now) }
    let isCorrected =
      corrected.others != volunteering.others || volunteering.answer.isGiven && corrected.answer != volunteering.answer
    confirming = nil
    if case .answer(let reading) = understand(line, as: .yesOrNo, now: now, in: language ?? .english),
      case .value(let value) = reading.answer, value == .yes || !isCorrected
    {
      return value == .yes ? keep(volunteering, at: now) : undone(.volunteered(volunteering))
    }
    if isCorrected {
      confirming = .volunteered(corrected)
      return Reply(says: questionWords)
    }
    if answer.isGiven { return keep(corrected, at: now).adding(say(.notice, .takenAsRight)) }
    guard !volunteering.wasUnclear else { return hear(line, at: now).adding(say(.notice, .notHeard)) }
    corrected.wasUnclear = true
    confirming = .volunteered(corrected)
    return Reply(says: [say(.trouble, .didNotUnderstand)] + questionWords)
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
