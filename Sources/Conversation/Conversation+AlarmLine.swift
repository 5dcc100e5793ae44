import Triage
import Understanding

/// Lines that sound alarms, and what else they say.
extension Conversation {
  /// Turns to the alarms that a line sounds; nil where it sounds none, or only some that are being asked about.
  ///
  /// What it says beside them is kept until they have been asked about. Where an alarm asks what was being asked anyway,
  /// the line is the answer to it.
  mutating func turnToAlarms(of heard: Heard, in line: String, at now: Moment) -> Reply? {
    let (stood, beside, alarms) = (question, said(beside: heard), alarms(of: heard))
    guard let reply = interrupt(with: alarms, at: now) else { return repeatAlarm(alarms, heard, at: now) }
    taken = .alarms(alarms)
    if case .note(let text) = heard.command {
      let kept = keep(note: text)
      return Reply(says: kept.says + reply.says, requests: kept.requests)
    }
    guard case .alarm(let sounding) = purpose, let asked = question else { return reply }
    besides += beside.filter { $0.question != asked }
    let answered =
      asked == stood
      ? answer(heard, to: asked, of: sounding, at: now) : confirm(line, as: asked, of: sounding, at: now)
    return answered ?? reply
  }

  /// Asks whether the line that sounded an alarm already says what the alarm asks; nil where it says nothing that the alarm
  /// looks for.
  private mutating func confirm(
    _ line: String, as asked: QuestionID, of sounding: Sounding, at now: Moment
  ) -> Reply? {
    guard case .answer(let reading) = heard(in: line, asked: asked, at: now).answer, reading.rule == .words,
      case .value(let value) = reading.answer, keeps(sounding, answering: Event.Given(asked, reading.answer))
    else { return nil }
    return take(.ambiguous([value]), at: now).preceded(by: say(.notice, .alarmHeard, role: .strong))
  }

  /// Takes the line that sounded an alarm as the answer to what the alarm asks, or asks whether it is that; nil where it
  /// is nothing that the alarm looks for.
  private mutating func answer(
    _ heard: Heard, to asked: QuestionID, of sounding: Sounding, at now: Moment
  ) -> Reply? {
    let reply: Reply
    switch heard.answer {
    case .answer(let reading)
    where reading.answer != .unsure && keeps(sounding, answering: Event.Given(asked, reading.answer)):
      reply = take(heard.answer, at: now)
    case .ambiguous(let values): reply = take(.ambiguous(values), at: now)
    case .unrecognised where !sought.isEmpty && sought.count < grammar.questions[asked].choices.count:
      reply = take(.ambiguous(sought), at: now)
    case .answer, .interval, .unrecognised: return nil
    }
    return reply.preceded(by: say(.notice, question == nil ? .alarmActs : .alarmHeard, role: .strong))
  }

  /// The alarms that a line sounds. To ask why not is to speak of an outcome, and sounds none.
  private func alarms(of heard: Heard) -> [AlarmID] {
    if case .whyNot = heard.command { return [] }
    return heard.alarms.filter { !$0.isHypothetical }.map(\.alarm)
  }

  /// The alarms that a line only asks about. Who asks why not, and calls no outcome by its name, may mean one.
  private func alarms(askedAbout heard: Heard, at now: Moment) -> [AlarmID] {
    guard case .whyNot(let words) = heard.command else {
      return heard.alarms.filter(\.isHypothetical).map(\.alarm)
    }
    return outcomes(named: words, at: now).isEmpty ? heard.alarms.map(\.alarm) : []
  }

  /// Takes an alarm that is said again while it is being asked about: as a yes to a question of yes or no, where a yes is
  /// what the alarm looks for; and else it asks whether what was said first is the answer. Nil where it is an answer by
  /// itself.
  private mutating func repeatAlarm(_ alarms: [AlarmID], _ heard: Heard, at now: Moment) -> Reply? {
    guard confirming == nil, case .alarm(let current) = purpose, alarms.contains(current.alarm), let asked = question
    else { return nil }
    switch heard.answer {
    case .answer, .interval: return nil
    case .ambiguous, .unrecognised: break
    }
    taken = .alarms(alarms)
    guard grammar.questions[asked].kind == .yesNo else {
      return sought.isEmpty ? nil : take(.ambiguous(sought), at: now)
    }
    let going = [Value.yes, .no].filter { keeps(current, answering: Event.Given(asked, .value($0))) }
    let isYes = going == [.yes]
    return take(isYes ? .answer(Reading(.value(.yes), by: .words)) : .ambiguous([.yes, .no]), at: now)
  }

  /// What the alarm that is being asked about looks for in the answer to its question. Somebody has just said as much.
  var sought: [Value] {
    guard case .alarm(let current) = purpose, let asked = question else { return [] }
    return grammar.alarms[current.alarm].condition?.choices(of: asked) ?? []
  }

  /// Whether an alarm goes on with this answer to what it asks: it asks more, or it holds.
  private func keeps(_ sounding: Sounding, answering given: Event.Given) -> Bool {
    let answers = sounding.given + [given]
    if session.nextQuestion(of: sounding.alarm, after: answers) != nil { return true }
    var after = session
    guard (try? after.submit(.alarm(sounding.alarm, answers))) != nil, case .ended = after.position else {
      return false
    }
    return true
  }

  // MARK: Beside them

  /// What a line says to questions that are no red flags, the one that was asked included; and what was about to be
  /// confirmed, where the line says nothing else to it.
  private func said(beside heard: Heard) -> [Event.Given] {
    guard case .next = purpose, !hasEnded, let asked = question else { return [] }
    var said = Volunteering(answer: heard.answer, others: [])
    // What answers a confirmation is no answer to the question behind it.
    if confirming != nil { said.answer = .unrecognised(.noSense) }
    said.others = heard.volunteeredBeside(said.answer).compactMap { given($0) }
    var all = said.all(to: asked)
    if case .volunteered(let shown) = confirming {
      all += shown.all(to: asked).filter { old in !all.contains { $0.question == old.question } }
    }
    return all.filter { grammar.questions[$0.question].redFlag == nil }
  }

  /// Asks whether what stood beside the alarms was heard right; false where nothing is left of it.
  mutating func turnToBesides() -> Bool {
    let left = besides.filter { session.answer(to: $0.question) == nil }
    besides = []
    guard case .next = purpose, !hasEnded, !left.isEmpty else { return false }
    confirming = .volunteered(Volunteering(answer: .unrecognised(.noSense), others: left))
    return true
  }

  // MARK: What if

  /// Asks whether it is so, where an alarm was only asked about; nil where none was. What was to be confirmed is kept if
  /// it was heard, and else left undone.
  mutating func askWhetherSo(_ heard: Heard, _ line: String, at now: Moment) -> Reply? {
    let asked = alarmsToConfirm
    let new = alarms(askedAbout: heard, at: now).filter { alarm in
      !asked.contains(alarm) && !soundings.contains { $0.alarm == alarm }
    }
    guard !new.isEmpty, !isAtHighestLevel else { return nil }
    taken = .alarms(new)
    besides += said(beside: heard)
    let undone = setAsideConfirmation()
    confirming = .alarms(asked + new, line: line)
    return Reply(says: undone + questionWords)
  }

  /// The alarms of which it is being asked whether they are so.
  private var alarmsToConfirm: [AlarmID] {
    if case .alarms(let alarms, _) = confirming { alarms } else { [] }
  }

  /// Leaves undone what was to be confirmed, but for alarms and what was heard, which nobody forgets.
  private mutating func setAsideConfirmation() -> [Say] {
    switch confirming {
    case .alarms, .volunteered, nil: []
    case .some(let other): undo(other)
    }
  }
}

extension Condition {
  /// The choices of a question that can make it hold, as answers.
  fileprivate func choices(of asked: QuestionID) -> [Value] {
    switch self {
    case .all(let parts), .any(let parts): parts.flatMap { $0.choices(of: asked) }
    case .question(asked, .isOne(let literals), _): literals.map(\.value)
    case .question(asked, .has(.any, let literals), _), .question(asked, .has(.all, let literals), _):
      literals.compactMap { if case .choice(let place) = $0.value { .choices(1 << UInt32(place)) } else { nil } }
    case .always, .never, .not, .count, .fact, .score, .question: []
    }
  }
}
