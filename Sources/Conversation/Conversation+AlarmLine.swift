import Triage
import Understanding

/// Lines that sound alarms, and what else they say.
extension Conversation {
  /// Turns to the alarms that a line sounds; nil where it sounds none, or only some that are being asked about.
  ///
  /// What it says beside them is kept until they have been asked about. Where an alarm asks what was being asked anyway,
  /// the line is the answer to it.
  mutating func turnToAlarms(of heard: Heard, in line: String, at now: Moment) -> Reply? {
    let (stood, beside, alarms) = (question, said(beside: heard), alarms(of: heard, at: now))
    guard var reply = interrupt(with: alarms, at: now) else { return repeatAlarm(alarms, heard, at: now) }
    if case .note(let text) = heard.command { return reply.adding(note(text)) }
    guard case .alarm(let sounding) = purpose, let asked = question else { return reply }
    besides += beside.filter { $0.question != asked }
    guard asked == stood, case .answer(let reading) = heard.answer, reading.answer != .unsure,
      keeps(sounding, answering: Event.Given(asked, reading.answer))
    else { return reply }
    reply = take(.answer(reading), at: now)
    return reply.adding(say(.notice, question == nil ? .alarmActs : .alarmHeard, role: .strong))
  }

  /// The alarms that a line sounds. To ask why it was not an outcome is to call the outcome by its name.
  func alarms(of heard: Heard, at now: Moment) -> [AlarmID] {
    if case .whyNot(let words) = heard.command, hasEnded, outcomes(named: words, at: now).count == 1 { return [] }
    return heard.alarms.filter { !$0.isHypothetical }.map(\.alarm)
  }

  /// Takes an alarm that is said again while it is being asked about: as a yes to a question of yes or no, and else it
  /// asks whether what was said first is the answer. Nil where it is an answer by itself.
  private mutating func repeatAlarm(_ alarms: [AlarmID], _ heard: Heard, at now: Moment) -> Reply? {
    guard confirming == nil, case .alarm(let current) = purpose, alarms.contains(current.alarm), let asked = question
    else { return nil }
    switch heard.answer {
    case .answer, .interval: return nil
    case .ambiguous, .unrecognised: break
    }
    if grammar.questions[asked].kind == .yesNo { return take(.answer(Reading(.value(.yes), by: .words)), at: now) }
    return sought.isEmpty ? nil : take(.ambiguous(sought), at: now)
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

  /// What a line says to questions that are no red flags, the one that was asked included, and what was about to be
  /// confirmed.
  func said(beside heard: Heard) -> [Event.Given] {
    guard case .next = purpose, !hasEnded, let asked = question else { return [] }
    let all: Volunteering
    switch confirming {
    case .volunteered(let volunteering): all = volunteering
    case .some: return []
    case nil:
      let others = heard.volunteeredBeside(heard.answer).compactMap { given($0) }
      all = Volunteering(answer: heard.answer, others: others)
    }
    return all.all(besides: asked).filter { grammar.questions[$0.question].redFlag == nil }
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

  /// Asks whether it is so, where an alarm was only asked about; nil where none was.
  mutating func askWhetherSo(_ heard: Heard, _ line: String) -> Reply? {
    let new = heard.alarms.filter { alarm in alarm.isHypothetical && !soundings.contains { $0.alarm == alarm.alarm } }
    guard !new.isEmpty, !isAtHighestLevel else { return nil }
    besides += said(beside: heard)
    confirming = .alarms(new.map(\.alarm), line: line)
    return Reply(says: questionWords)
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
