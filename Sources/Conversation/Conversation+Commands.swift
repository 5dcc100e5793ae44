import Triage
import Understanding

extension Conversation {
  mutating func obey(_ command: Command, at now: Moment) -> Reply {
    switch command {
    case .help: Reply(says: helpWords + questionWords)
    case .why: Reply(says: whyWords)
    case .options: Reply(says: questionWords)
    case .back: goBack(at: now)
    case .change(let words): change(words, at: now)
    case .summary: Reply(says: summaryWords + questionWords)
    case .restart: restart(at: now)
    case .quit: leave(status: 0)
    }
  }

  private var helpWords: [Say] {
    let lines: [Phrase] = [.helpWhy, .helpOptions, .helpBack, .helpChange, .helpSummary, .helpRestart, .helpQuit]
    return [say(.paragraph, .helpTitle)] + lines.map { say(.item, $0, marker: "-", indent: 2) }
  }

  // MARK: Why

  private var whyWords: [Say] {
    guard let asked = question else { return pathWords }
    let question = grammar.questions[asked]
    let why = question.wording.why.map { Say(.paragraph, told: $0) } ?? say(.paragraph, .noReasonGiven)
    return [why] + sourceWords(question.sources) + questionWords
  }

  /// What led to the outcome: every branch taken that had a reason, in order.
  private var pathWords: [Say] {
    var reasons = alarmReasons + stuckReasons
    for case .took(let branch, let held) in session.trace {
      for words in (branch.because.map { [$0] } ?? []) + held.compactMap(wording) where !reasons.contains(words) {
        reasons.append(words)
      }
    }
    if reasons.isEmpty { reasons = [text(.noReasons)] }
    var words = [say(.paragraph, .whyThisOutcome, role: .strong, isApart: true)] + reasons.map(Say.item)
    if case .ended(let ending) = session.position { words += sourceWords(grammar.outcomes[ending.outcome].sources) }
    return words + whatNow
  }

  /// What was answered to the alarm that ended the session; nil where none did.
  private var endedByAlarm: [Event.Given]? {
    guard case .ended(let ending) = session.position, case .alarm = ending.cause,
      case .alarm(_, let given) = session.events.last
    else { return nil }
    return given
  }

  /// The same in words.
  private var alarmReasons: [String] {
    guard let given = endedByAlarm else { return [] }
    return [text(.alarmWasHeard)] + given.map(wording)
  }

  /// The question at which the session was stuck.
  private var stuckReasons: [String] {
    guard session.events.last == .stuck, let before = try? Session(tree, replaying: session.events.dropLast()),
      case .asking(let question) = before.position
    else { return [] }
    return [text(.noAnswerTo, [.question: name(of: question)])]
  }

  /// A question with its answer.
  private func wording(of given: Event.Given) -> String {
    text(.answered, [.question: name(of: given.question), .answer: wording(of: given.answer, to: given.question)])
  }

  /// A reason in words, where it can be told in one sentence.
  func wording(of reason: TraceEntry.Reason) -> String? {
    switch reason.subject {
    case .fact(let fact): return reason.held ? grammar.facts[fact].means : nil
    case .question(let question):
      return session.answer(to: question).map { wording(of: Event.Given(question, $0)) }
    case .score, .count: return nil
    }
  }

  // MARK: Back, restart

  private mutating func goBack(at now: Moment) -> Reply {
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

  private mutating func restart(at now: Moment) -> Reply {
    self = Conversation(tree, review: review, phrases: phrases)
    let words = [say(.notice, .restarted)] + progress(at: now)
    return Reply(says: words, requests: [.forgetRecalledLines])
  }

  // MARK: Summary, change

  private var summaryWords: [Say] {
    guard !session.events.isEmpty else { return [say(.paragraph, .nothingAnswered)] }
    var words = [say(.paragraph, .summaryTitle, role: .strong)] + numberedAnswers
    if let given = endedByAlarm, !given.isEmpty {
      words += [say(.paragraph, .summaryOfAlarm)] + given.map { .item(wording(of: $0)) }
    }
    if case .ended(let ending) = session.position {
      words.append(say(.paragraph, .ledTo, [.outcome: grammar.outcomes[ending.outcome].title]))
    }
    return words
  }

  private var numberedAnswers: [Say] {
    session.answers.enumerated().map { Say.choice(wording(of: $1), at: $0) }
  }

  private mutating func change(_ words: String, at now: Moment) -> Reply {
    let answered = session.answers.map(\.question)
    guard !answered.isEmpty else { return Reply(says: [say(.notice, .nothingAnswered)] + questionWords) }
    if case .alarm = purpose { return Reply(says: [say(.notice, .alarmFirst)] + questionWords) }
    if endedByAlarm != nil { return Reply(says: [say(.notice, .alarmStands)] + whatNow) }
    guard let asked = find(words, among: answered, at: now), let before = session.answer(to: asked) else {
      return Reply(says: [say(.paragraph, .whichToChange)] + numberedAnswers)
    }
    purpose = .change(asked)
    tries = Tries()
    return Reply(says: [say(.notice, .changing, [.answer: wording(of: before, to: asked)])] + questionWords)
  }

  /// The question that is meant, by its place in the summary, its name, or its words.
  private func find(_ words: String, among questions: [QuestionID], at now: Moment) -> QuestionID? {
    let names = questions.map { Choice(name: grammar.questions[$0].name, label: name(of: $0)) }
    let which = Question(name: "", kind: .choice(names), ask: "")
    guard case .answer(let reading) = understand(words, as: which, now: now),
      case .value(.choice(let place)) = reading.answer
    else { return nil }
    return questions[place]
  }
}
