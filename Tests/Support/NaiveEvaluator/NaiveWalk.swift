import Triage

/// The way through a tree, from its start, of somebody whose answers are known as far as they are.
struct NaiveWalk {
  let grammar: Grammar
  /// Answers that are entered when their question is reached, and read only then.
  let known: [QuestionID: Answer]
  /// The answers entered, in order.
  private(set) var entered: [Event.Given] = []
  private var answers: [QuestionID: Answer] = [:]
  private(set) var trace: [TraceEntry] = []
  /// The sections that were reached, in order.
  private(set) var sections: [SectionID] = []
  private(set) var position = NaiveSession.Position.asking(QuestionID(0))

  init(_ grammar: Grammar, known: [QuestionID: Answer]) {
    self.grammar = grammar
    self.known = known
    position = walk(grammar.start)
  }

  private func holds(_ condition: Condition?) -> Bool {
    guard let condition else { return true }
    return NaiveReader(grammar: grammar, answers: answers).holds(condition)
  }

  private mutating func walk(_ section: SectionID) -> NaiveSession.Position {
    sections.append(section)
    for step in grammar.sections[section].steps where holds(step.condition) {
      if let stop = take(step) { return stop }
    }
    preconditionFailure("a section may not run off its end")
  }

  /// Takes one step. Nil: on to the next.
  private mutating func take(_ step: Step) -> NaiveSession.Position? {
    switch step.action {
    case .say(let words):
      trace.append(.said(words, step.part))
      return nil
    case .go(let section): return walk(section)
    case .decide(let branches): return takeFirst(of: branches)
    case .ask(let question, let branches):
      if isToBeAsked(question) {
        guard let answer = known[question] else { return .asking(question) }
        answers[question] = answer
        entered.append(Event.Given(question, answer))
        trace.append(.answered(question, answer, step.part))
      }
      return takeFirst(of: branches)
    }
  }

  private func isToBeAsked(_ question: QuestionID) -> Bool {
    answers[question] == nil && holds(grammar.questions[question].applies)
  }

  private mutating func takeFirst(of branches: [Branch]) -> NaiveSession.Position? {
    guard let branch = branches.first(where: { holds($0.condition) }) else { return nil }
    trace.append(.took(branch, reasons: []))
    switch branch.target {
    case .section(let section): return walk(section)
    case .outcome(let outcome): return .ended(outcome, .decision)
    }
  }
}
