import Assurance
import JSON
import TreeFile
import Triage

extension Explanation {
  /// All of it, for programs. `docs/explain.md` says what each key means.
  ///
  /// - Parameter engine: the version of the program.
  public func json(engine: String) -> String { JSON.json(Document(self, engine: engine)) }
}

private struct Document: Encodable {
  let version = 1
  var engine: String
  var tree: Tree
  var steps: [Step]
  var end: End?
  var halt: String?
  var inVain: [String]
  var whyNot: WhyNot?

  enum CodingKeys: String, CodingKey {
    case version = "backtalk-explain"
    case engine, tree, steps, end, halt
    case inVain = "answered-and-not-asked"
    case whyNot = "why-not"
  }

  struct Tree: Encodable {
    var id: String
    var version: String
    var path: String
  }

  struct Place: Encodable {
    var file: String
    var line: Int
    var column: Int
  }

  struct Step: Encodable {
    var kind: String
    var name: String?
    var text: String?
    var answer: String?
    var answers: [GivenDocument]?
    var because: String?
    var reasons: [Reason]?
    var passedOver: [Place]?
    var place: Place?

    enum CodingKeys: String, CodingKey {
      case kind, name, text, answer, answers, because, reasons, place
      case passedOver = "passed-over"
    }
  }

  struct Reason: Encodable {
    var kind: String
    var name: String?
    var holds: Bool
    var means: String?
    var text: String?
    var place: Place?
    var inside: [Reason]?
  }

  struct End: Encodable {
    var cause: String
    var alarm: String?
    var question: String?
    var outcome: String
    var level: String
    var offers: [String]
    var leftOut: [LeftOut]

    enum CodingKeys: String, CodingKey {
      case cause, alarm, question, outcome, level, offers
      case leftOut = "left-out"
    }
  }

  struct LeftOut: Encodable {
    var stretch: String
    var since: String
    var isKnown: Bool
    var means: String?

    enum CodingKeys: String, CodingKey {
      case stretch, since, means
      case isKnown = "is-known"
    }
  }

  struct WhyNot: Encodable {
    var to: String?
    var verdict: String
    var lookedUpTo: Int?
    var ways: [Way]
    var endingThere: EndingThere?

    enum CodingKeys: String, CodingKey {
      case to, verdict, ways
      case endingThere = "ending-there"
      case lookedUpTo = "looked-up-to"
    }
  }

  /// What ends in the outcome named, besides branches.
  struct EndingThere: Encodable {
    var branches: Bool
    var alarms: [String]
    var stuck: Bool
  }

  struct Way: Encodable {
    var changes: [Change]
    var then: [Change]
    var outcome: String
    var level: String
  }

  struct Change: Encodable {
    var question: String
    var from: String?
    var to: [Alternative]
  }

  struct Alternative: Encodable {
    var text: String
    var answer: String?
    var least: String?
    var most: String?
    var with: [String]?
    var without: [String]?
  }
}

extension Document {
  init(_ explanation: Explanation, engine: String) {
    let grammar = explanation.grammar
    self.engine = engine
    tree = Tree(id: grammar.id, version: grammar.version, path: explanation.path)
    steps = explanation.steps.map { Step($0, grammar, explanation.map) }
    if case .ended(let ending) = explanation.session.position {
      end = End(ending, explanation.session)
      end?.question = explanation.stuckAt.map { grammar.questions[$0].name }
    }
    halt = explanation.halt
    inVain = explanation.inVain.map { grammar.questions[$0].name }
    whyNot = explanation.whyNot.map { WhyNot($0, to: explanation.target, grammar) }
  }
}

extension Document.Place {
  init?(_ part: PartID, _ map: SourceMap) {
    guard let position = map.position(of: part) else { return nil }
    self.init(file: position.file, line: position.line, column: position.column)
  }
}

extension Document.Step {
  init(_ step: Explanation.Step, _ grammar: Grammar, _ map: SourceMap) {
    switch step {
    case .heard(let id, let given):
      self.init(kind: "alarm", name: grammar.alarms[id].name)
      answers = given.map { GivenDocument($0, grammar) }
      place = Document.Place(grammar.alarms[id].part, map)
    case .said(let text, let part):
      self.init(kind: "say", text: text, place: Document.Place(part, map))
    case .asked(let wording, let given, let part):
      self.init(
        kind: "ask", name: grammar.questions[given.question].name, text: wording,
        answer: grammar.text(given.answer, to: given.question), place: Document.Place(part, map))
    case .took(let branch, let reasons, let passedOver):
      switch branch.target {
      case .section(let id): self.init(kind: "go", name: grammar.sections[id].name)
      case .outcome(let id): self.init(kind: "end", name: grammar.outcomes[id].name)
      }
      because = branch.because
      self.reasons = reasons.map { Document.Reason($0, grammar, map) }
      self.passedOver = passedOver?.compactMap { Document.Place($0.part, map) }
      place = Document.Place(branch.part, map)
    }
  }
}

extension Document.Reason {
  init(_ reason: Explanation.Reason, _ grammar: Grammar, _ map: SourceMap) {
    self.init(reason.test, grammar, map)
    if !reason.inside.isEmpty { inside = reason.inside.map { Document.Reason($0, grammar, map) } }
  }

  init(_ reason: TraceEntry.Reason, _ grammar: Grammar, _ map: SourceMap) {
    switch reason.subject {
    case .question(let id): self.init(kind: "question", name: grammar.questions[id].name, holds: reason.held)
    case .fact(let id):
      self.init(kind: "fact", name: grammar.facts[id].name, holds: reason.held, means: grammar.facts[id].means)
    case .score(let id): self.init(kind: "score", name: grammar.scores[id].name, holds: reason.held)
    case .count: self.init(kind: "count", holds: reason.held)
    }
    text = map.words(of: reason.part)
    place = Document.Place(reason.part, map)
  }
}

extension Document.End {
  init(_ ending: Session.Ending, _ session: Session) {
    let (grammar, offer) = (session.tree.grammar, session.offer)
    switch ending.cause {
    case .decision: cause = "decision"
    case .stuck: cause = "stuck"
    case .alarm(let id): (cause, alarm) = ("alarm", grammar.alarms[id].name)
    }
    outcome = grammar.outcomes[ending.outcome].name
    level = grammar.levelName(of: ending.outcome)
    offers = offer.stretches.map { grammar.stretches[$0].name }
    leftOut = offer.leftOut.map {
      Document.LeftOut(
        stretch: grammar.stretches[$0.stretch].name, since: grammar.name(of: $0.avoid), isKnown: $0.isKnown,
        means: grammar.means(of: $0.avoid))
    }
  }
}

extension Document.WhyNot {
  init(_ result: Assurance.WhyNot.Result, to target: OutcomeID?, _ grammar: Grammar) {
    to = target.map { grammar.outcomes[$0].name }
    endingThere = target.map { Document.EndingThere($0, grammar) }
    ways = []
    switch result {
    case .ways(let found):
      verdict = "found"
      ways = found.map { Document.Way($0, grammar) }
    case .nobody: verdict = "nobody"
    case .alreadyThere: verdict = "already-there"
    case .notLooked(let beyond): (verdict, lookedUpTo) = ("not-looked", beyond)
    }
  }
}

extension Document.EndingThere {
  init(_ outcome: OutcomeID, _ grammar: Grammar) {
    branches = grammar.isDecidedOn(outcome)
    alarms = grammar.alarms(endingIn: outcome).map { grammar.alarms[$0].name }
    stuck = grammar.stuck == outcome
  }
}

extension Document.Way {
  init(_ way: WhyNot.Way, _ grammar: Grammar) {
    changes = way.changes.map { Document.Change($0.question, from: $0.from.map { [$0] } ?? [], $0.to, grammar) }
    then = way.then.map { Document.Change($0.question, from: nil, $0.answers, grammar) }
    outcome = grammar.outcomes[way.outcome].name
    level = grammar.levelName(of: way.outcome)
  }
}

extension Document.Change {
  /// - Parameter from: nil where nothing was answered, empty where nothing could be.
  init(_ id: QuestionID, from: [Answer]?, _ answers: WhyNot.Answers, _ grammar: Grammar) {
    question = grammar.questions[id].name
    self.from = from.map { $0.first.map { grammar.text($0, to: id) } ?? "stuck" }
    to = answers.alternatives.map { Document.Alternative($0, to: id, grammar) }
  }
}

extension Document.Alternative {
  init(_ alternative: WhyNot.Alternative, to id: QuestionID, _ grammar: Grammar) {
    self.init(text: grammar.text(alternative, to: id))
    switch alternative {
    case .unsure: answer = grammar.text(Answer.unsure, to: id)
    case .one(let value): answer = grammar.text(.value(value), to: id)
    case .range(let low, let high):
      (least, most) = (grammar.text(.value(low), to: id), grammar.text(.value(high), to: id))
    case .picks(let with, let without):
      guard case .choices(let choices) = grammar.questions[id].kind else { return }
      (self.with, self.without) = (with.map { choices[$0].name }, without.map { choices[$0].name })
    }
  }
}
