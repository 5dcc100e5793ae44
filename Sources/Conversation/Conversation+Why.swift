import Triage

/// Why something is asked, and why the session ended where it did.
extension Conversation {
  var whyWords: [Say] {
    guard let asked = question else { return pathWords }
    let question = grammar.questions[asked]
    let why = question.wording.why.map { Say(.paragraph, told: $0) } ?? say(.paragraph, .noReasonGiven)
    return [why] + sourceWords(question.sources) + questionWords
  }

  // MARK: The chain that led to the outcome

  /// What led to the outcome, in order: the answers that made a branch hold, and the reasons that the tree gives for it.
  private var pathWords: [Say] {
    guard case .ended(let ending) = session.position else { return questionWords }
    var (reasons, told): ([String], [String]) = ([], [])
    for case .took(let branch, let held) in session.trace {
      let sentences = (answers(behind: held).map(wording) + self.reasons(of: branch, held)).withoutRepeats
      let words = phrases.sentences(sentences)
      if !sentences.isEmpty, !reasons.contains(words) { reasons.append(words) }
      told += sentences
    }
    reasons += (alarmReasons + stuckReasons).filter { !told.contains($0) }
    if reasons.isEmpty { reasons = [text(.noReasons)] }
    let heading = say(.paragraph, .whyThisOutcome, role: .strong, isApart: true)
    let end = Say.item(text(.ledTo, [.outcome: title(of: grammar.outcomes[ending.outcome])]))
    return [heading] + reasons.map(Say.item) + [end] + sourceWords(sources(behind: ending)) + whatNow
  }

  /// The sources of the outcome, then those of the questions that led to it.
  private func sources(behind ending: Session.Ending) -> [SourceID] {
    var asked: [QuestionID] = (endedByAlarm ?? []).map(\.question)
    for case .took(_, let held) in session.trace { asked += answers(behind: held).map(\.question) }
    let all = grammar.outcomes[ending.outcome].sources + asked.flatMap { grammar.questions[$0].sources }
    return all.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The given answers that made a condition hold: those that were tested, and those that a fact stands for.
  private func answers(behind reasons: [TraceEntry.Reason]) -> [Event.Given] {
    let asked = reasons.flatMap { reason -> [QuestionID] in
      switch reason.subject {
      case .question(let question): [question]
      case .fact(let fact) where reason.held: few(grammar.questions(in: grammar.facts[fact].condition))
      case .fact, .score, .count: []
      }
    }
    let once = asked.reduce(into: [QuestionID]()) { if !$0.contains($1) { $0.append($1) } }
    return once.compactMap { question in session.answer(to: question).map { Event.Given(question, $0) } }
  }

  /// More than these would be a questionnaire told again, and no reason.
  private func few(_ questions: [QuestionID]) -> [QuestionID] {
    let answered = questions.filter { session.answer(to: $0) != nil }
    return answered.count <= 2 ? answered : []
  }

  // MARK: Sentences

  /// What made the outcome the outcome, in a line or two.
  var reasonWords: [Say] {
    let sentences = (alarmReasons + stuckReasons + lastReasons).withoutRepeats
    guard !sentences.isEmpty else { return [] }
    return [say(.paragraph, .why, [.reasons: phrases.sentences(sentences)], isApart: true)]
  }

  /// What made the last branch hold: the tree's own words, or else the answer that was tested.
  private var lastReasons: [String] {
    guard case .ended(let ending) = session.position, ending.cause == .decision else { return [] }
    let last = session.trace.last { if case .took = $0 { true } else { false } }
    guard case .took(let branch, let held) = last, case .outcome = branch.target else { return [] }
    let reasons = reasons(of: branch, held)
    return reasons.isEmpty ? answers(behind: held).map(wording) : reasons
  }

  /// The tree's own words for taking a branch.
  private func reasons(of branch: Branch, _ held: [TraceEntry.Reason]) -> [String] {
    let facts = held.compactMap { reason -> String? in
      if case .fact(let fact) = reason.subject, reason.held { grammar.facts[fact].means } else { nil }
    }
    return ((branch.because.map { [$0] } ?? []) + facts).withoutRepeats
  }

  /// What was answered to the alarm that ended the session; nil where none did.
  var endedByAlarm: [Event.Given]? {
    guard case .ended(let ending) = session.position, case .alarm = ending.cause else { return nil }
    for case .alarm(_, let given) in session.events.reversed() { return given }
    return nil
  }

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
  func wording(of given: Event.Given) -> String {
    text(.answered, [.question: name(of: given.question), .answer: wording(of: given.answer, to: given.question)])
  }
}

extension [String] {
  /// Each sentence once, whatever stands at its end and however its letters are written.
  fileprivate var withoutRepeats: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0.lowercased().filter { $0.isLetter || $0.isNumber }).inserted }
  }
}

extension Grammar {
  /// The questions that a condition looks at, each once, in the order in which it names them.
  fileprivate func questions(in condition: Condition) -> [QuestionID] {
    switch condition {
    case .always, .never, .score: []
    case .not(let inner): questions(in: inner)
    case .all(let parts), .any(let parts), .count(_, let parts, _):
      parts.flatMap(questions).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    case .fact(let fact, _): questions(in: facts[fact].condition)
    case .question(let question, _, _): [question]
    }
  }
}
