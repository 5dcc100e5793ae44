import Assurance
import TreeFile
import Triage

/// Somebody of a counterexample, who is led through the tree once more.
struct Retold {
  private(set) var session: Session
  /// What is said before the first question, where an alarm is heard.
  private(set) var opening: [AccountLine] = []
  /// Whom an alarm's questions were put to, in their order.
  private var told: [Event.Given] = []

  init(_ tree: Tree, _ conversation: [Event.Given]) {
    session = Session(tree)
    for given in conversation { try? session.submit(.answer(given.question, given.answer)) }
  }

  /// The first of the patients whom a counterexample is about.
  init(_ tree: Tree, _ found: Counterexample) {
    self.init(tree, found.conversation)
    if let alarm = found.alarm { hear(alarm, found.conversation + found.besides) }
  }

  private mutating func hear(_ id: AlarmID, _ answers: [Event.Given]) {
    let (grammar, alarm) = (session.tree.grammar, session.tree.grammar.alarms[id])
    while let next = session.nextQuestion(of: id, after: told) {
      guard let answer = answers.first(where: { $0.question == next }) else { return }
      told.append(answer)
    }
    // Without the question that stands, which the alarm interrupts.
    let before = session.answers.isEmpty ? [] : Array(session.account.dropLast())
    try? session.submit(.alarm(id, told))
    let phrase = alarm.hears.first.map { "somebody says something like \"\($0)\"" } ?? "somebody raises it"
    let time = before.isEmpty ? "at the first question" : "then"
    opening = before + [AccountLine(.end, "alarm \(alarm.name), \(time): \(phrase)", at: alarm.part)]
    opening += told.map { AccountLine(.answer, grammar.text($0), at: alarm.part) }
  }

  /// Everything that happens, in order. After an alarm the answers to its questions are not asked for again.
  var account: [AccountLine] {
    opening.isEmpty ? session.account : opening + session.account.filter { $0.kind == .end }
  }

  /// What was asked, and answered so.
  var answers: [Event.Given] { opening.isEmpty ? session.answers : told }

  func answer(to question: QuestionID) -> Answer? { answers.first { $0.question == question }?.answer }

  // MARK: The end

  /// The outcome reached; nil where the conversation stands at a question.
  var outcome: OutcomeID? { if case .ended(let ending) = session.position { ending.outcome } else { nil } }

  /// The level of the outcome reached, by its name.
  var level: String? { outcome.map { session.tree.grammar.levelName(of: $0) } }

  /// What is offered, and what is left out for which reason.
  var offer: [String] {
    guard outcome != nil else { return [] }
    let (grammar, offer) = (session.tree.grammar, session.offer)
    let offered = offer.stretches.map { grammar.stretches[$0].name }.joined(separator: ", ")
    let leftOut = offer.leftOut.map { left in
      "left out: \(grammar.stretches[left.stretch].name), "
        + (left.isKnown
          ? "since \(grammar.name(of: left.avoid))" : "since it is not known whether \(grammar.name(of: left.avoid))")
    }
    return ["offers: \(offered.isEmpty ? "nothing" : offered)"] + leftOut
  }
}

extension Grammar {
  /// The level of an outcome, by its name; "outside" where it has none.
  func levelName(of outcome: OutcomeID) -> String { outcomes[outcome].level.map { levels[$0].name } ?? "outside" }
}
