import Triage

/// Decides what can be claimed of a small tree by looking at every patient, by the letter of the format.
///
/// A patient is one answer to every question, asked or not. Conditions of guarantees are read over these answers, so
/// that each question counts as asked. In those of `applies` a question that does not apply counts as not asked.
public struct BruteForce {
  public enum Verdict: String, Sendable {
    case holds, broken
    /// No patient meets the premise.
    case empty
  }

  public let grammar: Grammar
  public let patients: Patients
  let ways: Ways
  /// Of every alarm, whether it sounds for a patient; it is heard wherever something is asked.
  private(set) var isMet: [[Bool]] = []
  /// Of every question, whether it applies to a patient.
  private(set) var applies: [[Bool]] = []
  /// Of every patient, the level that their session ends with by decision; -1 for an outcome that has none.
  private(set) var heights: [Int] = []
  /// All sessions of all patients, by how they end.
  private(set) var sessions: [Session] = []

  /// How one session of a patient ends: by decision, or by an alarm, whatever question that interrupts.
  struct Session {
    var patient: Int
    var alarm: AlarmID?
    var outcome: OutcomeID
  }

  /// - Complexity: as many steps as there are patients.
  public init(_ grammar: Grammar) {
    self.grammar = grammar
    patients = Patients(grammar)
    ways = Ways(grammar, patients)
    applies = grammar.questions.ids.map(tableOfApplying)
    isMet = grammar.alarms.map(tableOfMeeting)
    let heightsOfWays = ways.all.map { height(of: $0.outcome) }
    heights = ways.ofPatient.map { heightsOfWays[$0] }
    for patient in patients.all { addSessions(of: patient) }
  }

  /// How a patient's session ends by decision.
  public func way(of patient: Int) -> WayThrough { ways.all[ways.ofPatient[patient]] }

  /// The level of an outcome; -1 where it has none.
  public func height(of outcome: OutcomeID) -> Int { grammar.outcomes[outcome].level?.position ?? -1 }

  /// An alarm can be heard only where something is asked.
  private mutating func addSessions(of patient: Int) {
    let way = way(of: patient)
    sessions.append(Session(patient: patient, outcome: way.outcome))
    guard !way.asked.isEmpty else { return }
    for alarm in grammar.alarms.ids where isMet[alarm.position][patient] {
      sessions.append(Session(patient: patient, alarm: alarm, outcome: grammar.alarms[alarm].end))
    }
  }

  func verdict(isBroken: Bool) -> Verdict { isBroken ? .broken : .holds }

  // MARK: - Conditions

  /// Of every patient, whether a condition holds over their own answers.
  func table(of condition: Condition) -> [Bool] {
    table(over: grammar.questionsRead(by: condition)) { answers in
      NaiveReader(grammar: grammar, answers: answers).holds(condition)
    }
  }

  private func tableOfApplying(_ question: QuestionID) -> [Bool] {
    guard grammar.questions[question].applies != nil else { return Array(repeating: true, count: patients.count) }
    return table(over: questionsDeciding([question])) { applies(question, to: $0) }
  }

  /// The questions that decide whether some apply.
  private func questionsDeciding(_ questions: Set<QuestionID>) -> Set<QuestionID> {
    questions.reduce(into: []) { deciding, question in
      guard let condition = grammar.questions[question].applies else { return }
      let read = grammar.questionsRead(by: condition, countingAsked: true)
      deciding.formUnion(read.union(questionsDeciding(read)))
    }
  }

  /// A question of an alarm that does not apply to the patient has no answer for it.
  private func tableOfMeeting(_ alarm: Alarm) -> [Bool] {
    guard let condition = alarm.condition else { return Array(repeating: true, count: patients.count) }
    let asks = Set(alarm.asks.map(\.question))
    return table(over: asks.union(questionsDeciding(asks))) { answers in
      let applying = answers.filter { asks.contains($0.key) && applies($0.key, to: answers) }
      return NaiveReader(grammar: grammar, answers: applying, countsUnasked: false).holds(condition)
    }
  }

  private func applies(_ question: QuestionID, to answers: [QuestionID: Answer]) -> Bool {
    guard let condition = grammar.questions[question].applies else { return true }
    let read = grammar.questionsRead(by: condition, countingAsked: true)
    let applying = answers.filter { read.contains($0.key) && applies($0.key, to: answers) }
    return NaiveReader(grammar: grammar, answers: applying).holds(condition)
  }

  /// Of every patient, what is so of one who answers these questions alike. Worked out once for all of those.
  private func table(over questions: Set<QuestionID>, _ isSo: ([QuestionID: Answer]) -> Bool) -> [Bool] {
    var table = Array(repeating: false, count: patients.count)
    for patient in patients.alike(0, butFor: Array(questions)) where isSo(patients.answers(of: patient)) {
      for other in patients.alike(patient, butFor: patients.questions.filter { !questions.contains($0) }) {
        table[other] = true
      }
    }
    return table
  }
}
