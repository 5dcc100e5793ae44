import TestSupport
import Triage

/// What some events come by in a tree, found out by following the naive evaluator step by step with one's finger on the
/// tree.
struct NaiveCoverage {
  /// A thing that can be come by, at its mark in the tree.
  struct Place: Hashable {
    var what: String
    var mark: Int32

    init(_ what: String, _ part: PartID) { (self.what, mark) = (what, part.mark) }
  }

  let grammar: Grammar
  private(set) var passed: Set<Place> = []

  /// Some answers, and how conditions read them.
  private struct Reading {
    var answers: [QuestionID: Answer]
    var countsUnasked = true
    let grammar: Grammar

    func holds(_ condition: Condition) -> Bool {
      NaiveReader(grammar: grammar, answers: answers, countsUnasked: countsUnasked).holds(condition)
    }
  }

  init(_ grammar: Grammar, events: [Event]) throws {
    self.grammar = grammar
    var session = NaiveSession(grammar)
    watch(session)
    for event in events {
      try session.submit(event)
      watch(event, session)
      watch(session)
    }
  }

  private mutating func pass(_ what: String, _ part: PartID) { passed.insert(Place(what, part)) }

  // MARK: Events

  private mutating func watch(_ event: Event, _ session: NaiveSession) {
    switch event {
    case .stuck: break
    case .answer(let question, let answer), .revise(let question, let answer): watch(answer, to: question)
    case .alarm(let alarm, let given):
      pass("heard", grammar.alarms[alarm].part)
      for given in given { watch(given.answer, to: given.question) }
      watch(alarm, session)
    }
  }

  private mutating func watch(_ answer: Answer, to question: QuestionID) {
    guard answer == .unsure else { return }
    switch grammar.questions[question].unsure {
    case .counts(let literal): pass("unsure", literal.part)
    case .own(let part): pass("unsure", part)
    case .askAgain, nil: break
    }
  }

  /// What an alarm's condition looks at, over the answers that stand to its questions.
  private mutating func watch(_ alarm: AlarmID, _ session: NaiveSession) {
    guard let condition = grammar.alarms[alarm].condition else { return }
    var given: [Event.Given] = []
    while let question = session.nextQuestion(of: alarm, after: given) {
      given.append(Event.Given(question, session.known[question]!))
    }
    let answers = Dictionary(uniqueKeysWithValues: given.map { ($0.question, $0.answer) })
    look(at: condition, Reading(answers: answers, countsUnasked: false, grammar: grammar))
  }

  private mutating func watch(_ session: NaiveSession) {
    var way = Way(known: session.known, reading: Reading(answers: [:], grammar: grammar))
    switch session.position {
    case .asking, .ended(_, .stuck): way.isAsking = true
    case .ended: break
    }
    follow(grammar.start, &way)
    guard case .ended(let outcome, let cause) = session.position else { return }
    pass("reached", grammar.outcomes[outcome].part)
    if case .alarm(let alarm) = cause { pass("ended", grammar.alarms[alarm].part) }
    for stretch in session.offer.stretches { pass("offered", grammar.stretches[stretch].part) }
  }

  // MARK: Steps

  /// A way through the tree, as far as it was followed.
  private struct Way {
    let known: [QuestionID: Answer]
    var reading: Reading
    /// Whether the question at which it stops was put to somebody.
    var isAsking = false
    var hasStopped = false
  }

  private mutating func follow(_ section: SectionID, _ way: inout Way) {
    for step in grammar.sections[section].steps where !way.hasStopped {
      let condition = step.condition ?? .always
      look(at: condition, way.reading)
      if way.reading.holds(condition) { follow(step, &way) }
    }
    way.hasStopped = true
  }

  private mutating func follow(_ step: Step, _ way: inout Way) {
    switch step.action {
    case .say: pass("said", step.part)
    case .go(let target):
      pass("went", step.part)
      follow(target, &way)
    case .decide(let branches):
      pass("decided", step.part)
      takeFirst(of: branches, &way)
    case .ask(let question, let branches):
      ask(question, at: step.part, &way)
      if !way.hasStopped { takeFirst(of: branches, &way) }
    }
  }

  private mutating func ask(_ question: QuestionID, at part: PartID, _ way: inout Way) {
    let applies = grammar.questions[question].applies ?? .always
    look(at: applies, way.reading)
    guard way.reading.answers[question] == nil, way.reading.holds(applies) else { return }
    if let answer = way.known[question] { way.reading.answers[question] = answer } else { way.hasStopped = true }
    if !way.hasStopped || way.isAsking { pass("asked", part) }
  }

  private mutating func takeFirst(of branches: [Branch], _ way: inout Way) {
    for branch in branches {
      let condition = branch.condition ?? .always
      look(at: condition, way.reading)
      guard way.reading.holds(condition) else { continue }
      pass("took", branch.part)
      switch branch.target {
      case .section(let section): follow(section, &way)
      case .outcome(let outcome): look(at: grammar.outcomes[outcome].stretches, way.reading)
      }
      way.hasStopped = true
      return
    }
  }

  private mutating func look(at list: StretchList, _ reading: Reading) {
    for entry in list.entries {
      look(at: entry.condition ?? .always, reading)
      guard case .programme(let programme) = entry.use, reading.holds(entry.condition ?? .always) else { continue }
      look(at: grammar.programmes[programme].list, reading)
    }
  }

  // MARK: Conditions

  private mutating func look(at condition: Condition, _ reading: Reading) {
    switch condition {
    case .always, .never, .question(_, .isOne, _), .question(_, .isUnsure, _), .question(_, .wasAsked, _),
      .question(_, .has, _):
      break
    case .not(let inner): look(at: inner, reading)
    case .count(_, let parts, _):
      for part in parts { look(at: part, reading) }
    case .all(let parts):
      for part in parts {
        look(at: part, reading)
        if !reading.holds(part) { return }
      }
    case .any(let parts):
      for part in parts {
        look(at: part, reading)
        if reading.holds(part) { return }
      }
    case .fact(let fact, _): look(at: grammar.facts[fact].condition, reading)
    case .question(let question, _, let part):
      guard case .value = reading.answers[question] else { return }
      pass("\(reading.holds(condition))", part)
    case .score(let score, let test, let part):
      look(at: score, reading)
      let isUnsure = Condition.score(score, .isUnsure, .none)
      if test == .isUnsure || reading.holds(isUnsure) { return }
      pass("\(reading.holds(condition))", part)
    }
  }

  private mutating func look(at score: ScoreID, _ reading: Reading) {
    for item in grammar.scores[score].items {
      switch item {
      case .points(_, let condition, _): look(at: condition, reading)
      case .add(.score(let added), _, _): look(at: added, reading)
      case .add, .each: break
      }
    }
  }
}
