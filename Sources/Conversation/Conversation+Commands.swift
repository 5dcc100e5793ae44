import Triage
import Understanding

extension Conversation {
  mutating func obey(_ command: Command, at now: Moment) -> Reply {
    switch command {
    case .help: Reply(says: helpWords + questionWords)
    case .why: Reply(says: whyWords)
    case .options, .repeat, .plainer: Reply(says: questionWords)
    case .decline, .skip: take(.answer(Reading(.unsure, by: .notSure)), at: now)
    case .whyNot, .progress, .note, .person, .identity, .greeting, .clarify, .print, .saveRecord:
      Reply(says: [Say(.trouble, Phrases.didNotUnderstand)] + questionWords)
    case .back: goBack(at: now)
    case .change(let words): change(words, at: now)
    case .summary: Reply(says: summaryWords + questionWords)
    case .restart: restart(at: now)
    case .quit: leave(status: 0)
    }
  }

  private var helpWords: [Say] {
    [Say(.paragraph, Phrases.helpTitle)]
      + Phrases.help.map { Say(.item, "`\($0.command)` – \($0.meaning)", marker: "-", indent: 2) }
  }

  // MARK: Why

  private var whyWords: [Say] {
    guard let asked = question else { return pathWords }
    let question = grammar.questions[asked]
    let why = question.wording.why.map { Say(.paragraph, told: $0) } ?? Say(.paragraph, Phrases.noReasonGiven)
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
    if reasons.isEmpty { reasons = [Phrases.noReasons] }
    var words = [Say(.paragraph, Phrases.whyThisOutcome, role: .strong, isApart: true)] + reasons.map(Say.item)
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
    return [Phrases.alarmWasHeard] + given.map(wording)
  }

  /// The question at which the session was stuck.
  private var stuckReasons: [String] {
    guard session.events.last == .stuck, let before = try? Session(tree, replaying: session.events.dropLast()),
      case .asking(let question) = before.position
    else { return [] }
    return [Phrases.noAnswerTo(name(of: question))]
  }

  /// A question with its answer.
  private func wording(of given: Event.Given) -> String {
    Phrases.youAnswered(name(of: given.question), wording(of: given.answer, to: given.question))
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
      return Reply(says: [Say(.notice, Phrases.keptAnswer)] + questionWords)
    case .alarm(var sounding):
      guard !sounding.given.isEmpty else { return Reply(says: [Say(.notice, Phrases.alarmFirst)] + questionWords) }
      sounding.given.removeLast()
      purpose = .alarm(sounding)
      return Reply(says: [Say(.notice, Phrases.wentBack)] + questionWords)
    case .next:
      return takeBackLastEvent(at: now)
    }
  }

  private mutating func takeBackLastEvent(at now: Moment) -> Reply {
    guard let last = session.events.last, let before = try? Session(tree, replaying: session.events.dropLast()) else {
      return Reply(says: [Say(.notice, Phrases.firstQuestion)] + questionWords)
    }
    session = before
    told = session.trace
    let words =
      switch last {
      case .answer, .stuck: Phrases.wentBack
      case .alarm: Phrases.alarmTakenBack
      case .revise: Phrases.changeTakenBack
      }
    return Reply(says: [Say(.notice, words)] + standing(at: now))
  }

  private mutating func restart(at now: Moment) -> Reply {
    self = Conversation(tree, review: review, isRecorded: isRecorded)
    let words = [Say(.notice, Phrases.restarted)] + progress(at: now)
    return Reply(says: words, requests: [.forgetRecalledLines])
  }

  // MARK: Summary, change

  var summaryWords: [Say] {
    guard !session.events.isEmpty else { return [Say(.paragraph, Phrases.nothingAnswered)] }
    var words = [Say(.paragraph, Phrases.summaryTitle, role: .strong)] + numberedAnswers
    if let given = endedByAlarm, !given.isEmpty {
      words += [Say(.paragraph, Phrases.summaryOfAlarm)] + given.map { .item(wording(of: $0)) }
    }
    if case .ended(let ending) = session.position {
      words.append(Say(.paragraph, told: Phrases.ledTo(grammar.outcomes[ending.outcome].title)))
    }
    return words
  }

  private var numberedAnswers: [Say] {
    session.answers.enumerated().map { Say.choice(wording(of: $1), at: $0) }
  }

  private mutating func change(_ words: String, at now: Moment) -> Reply {
    let answered = session.answers.map(\.question)
    guard !answered.isEmpty else { return Reply(says: [Say(.notice, Phrases.nothingAnswered)] + questionWords) }
    if case .alarm = purpose { return Reply(says: [Say(.notice, Phrases.alarmFirst)] + questionWords) }
    if endedByAlarm != nil { return Reply(says: [Say(.notice, Phrases.alarmStands)] + whatNow) }
    guard let asked = find(words, among: answered, at: now), let before = session.answer(to: asked) else {
      return Reply(says: [Say(.paragraph, Phrases.whichToChange)] + numberedAnswers)
    }
    purpose = .change(asked)
    tries = Tries()
    return Reply(says: [Say(.notice, told: Phrases.changing(wording(of: before, to: asked)))] + questionWords)
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
