import Triage
import Validation

/// A tree in a few words, for a test that is about one rule.
///
/// It has two levels, an outcome for each, one where the stuck end, and one section, the start.
@dynamicMemberLookup public struct Sketch {
  public var grammar: Grammar
  /// Of the lower level.
  public let fine = OutcomeID(0)
  /// Of the higher level.
  public let urgent = OutcomeID(1)
  public let stuckOutcome = OutcomeID(2)

  public init() {
    let low = LevelID(0)
    grammar = Grammar(
      id: "sketch", title: "Sketch", version: "1", language: "en",
      levels: [Level(name: "low"), Level(name: "high")], start: SectionID(0), stuck: OutcomeID(2))
    grammar.sections = [Section(name: "start", steps: [.end(fine)])]
    grammar.outcomes = [
      Outcome(name: "fine", level: low, title: "Fine", say: "Fine."),
      Outcome(name: "urgent", level: LevelID(1), title: "Urgent", say: "Now."),
      Outcome(name: "stuck", level: low, title: "Stuck", say: "Talk."),
    ]
  }

  public subscript<Part>(dynamicMember path: WritableKeyPath<Grammar, Part>) -> Part {
    get { grammar[keyPath: path] }
    set { grammar[keyPath: path] = newValue }
  }
}

// MARK: - Parts

extension Sketch {
  /// Adds a question; without a change, a yes-no one that "not sure" is no answer to.
  public mutating func question(
    _ kind: Question.Kind = .yesNo, _ change: (inout Question) -> Void = { _ in }
  ) -> QuestionID {
    var question = Question(name: "q\(grammar.questions.count)", kind: kind, ask: "Well?")
    change(&question)
    grammar.questions.append(question)
    return grammar.questions.ids.last!
  }

  public mutating func fact(_ condition: Condition) -> FactID {
    grammar.facts.append(Fact(name: "f\(grammar.facts.count)", condition: condition))
    return grammar.facts.ids.last!
  }

  public mutating func score(_ form: Score.Form = .sum, _ items: Score.Item...) -> ScoreID {
    grammar.scores.append(Score(name: "s\(grammar.scores.count)", form: form, items: items))
    return grammar.scores.ids.last!
  }

  /// Writes the steps of the section that a session starts in.
  public mutating func start(_ steps: Step...) { grammar.sections[0].steps = steps }

  public mutating func section(_ steps: Step...) -> SectionID {
    grammar.sections.append(Section(name: "section\(grammar.sections.count)", steps: steps))
    return grammar.sections.ids.last!
  }

  public mutating func stretch(avoid: Stretch.Avoid...) -> StretchID {
    var stretch = Stretch(name: "stretch\(grammar.stretches.count)", title: "Stretch")
    stretch.avoid = avoid
    grammar.stretches.append(stretch)
    return grammar.stretches.ids.last!
  }

  public mutating func programme(_ list: StretchList) -> ProgrammeID {
    grammar.programmes.append(Programme(name: "programme\(grammar.programmes.count)", list: list))
    return grammar.programmes.ids.last!
  }

  /// Adds an alarm that ends in the higher level's outcome.
  public mutating func alarm(asks: [QuestionID] = [], if condition: Condition? = nil) -> AlarmID {
    var alarm = Alarm(name: "alarm\(grammar.alarms.count)", hears: ["help"], end: urgent)
    alarm.asks = asks.map { QuestionReference($0) }
    alarm.condition = condition
    grammar.alarms.append(alarm)
    return grammar.alarms.ids.last!
  }
}

// MARK: - Words for steps and conditions

extension Step {
  public static func ask(_ question: QuestionID, if condition: Condition? = nil, then branches: Branch...) -> Step {
    Step(.ask(question, then: branches), if: condition)
  }

  public static func decide(if condition: Condition? = nil, _ branches: Branch...) -> Step {
    Step(.decide(branches), if: condition)
  }

  public static func go(_ section: SectionID, if condition: Condition? = nil) -> Step {
    Step(.go(section), if: condition)
  }

  public static func say(_ words: String, if condition: Condition? = nil) -> Step { Step(.say(words), if: condition) }

  public static func end(_ outcome: OutcomeID) -> Step { .decide(.end(outcome)) }
}

extension Branch {
  public static func end(_ outcome: OutcomeID, if condition: Condition? = nil) -> Branch {
    Branch(if: condition, to: .outcome(outcome))
  }

  public static func go(_ section: SectionID, if condition: Condition? = nil) -> Branch {
    Branch(if: condition, to: .section(section))
  }
}

extension Condition {
  public static func `is`(_ question: QuestionID, _ values: Value...) -> Condition {
    .question(question, .isOne(of: values.map { Literal($0) }), .none)
  }

  public static func isUnsure(_ question: QuestionID) -> Condition { .question(question, .isUnsure, .none) }

  public static func wasAsked(_ question: QuestionID) -> Condition { .question(question, .wasAsked, .none) }

  /// Of the choices at these positions.
  public static func has(
    _ question: QuestionID, _ quantifier: QuestionTest.Quantifier, of positions: Int...
  ) -> Condition {
    .question(question, .has(quantifier, of: positions.map { Literal(.choice($0)) }), .none)
  }

  public static func compares(_ question: QuestionID, _ comparison: Comparison, _ value: Value) -> Condition {
    .question(question, .compares(comparison, Literal(value)), .none)
  }

  public static func between(_ question: QuestionID, _ low: Value, _ high: Value) -> Condition {
    .question(question, .between(Literal(low), Literal(high)), .none)
  }

  public static func fact(_ fact: FactID) -> Condition { .fact(fact, .none) }

  public static func count(_ count: Count, of parts: Condition...) -> Condition { .count(count, of: parts, .none) }

  public static func score(_ score: ScoreID, _ comparison: Comparison, _ number: Number) -> Condition {
    .score(score, .compares(comparison, Literal(.number(number))), .none)
  }

  public static func isUnsure(_ score: ScoreID) -> Condition { .score(score, .isUnsure, .none) }
}

extension Value {
  public static func number(_ whole: Int) -> Value { .number(Number(whole)) }

  public static func days(_ days: Int64) -> Value { .duration(.days(days)) }
}

extension Answer {
  public static let yes = Answer.value(.yes)
  public static let no = Answer.value(.no)

  public static func choice(_ position: Int) -> Answer { .value(.choice(position)) }

  public static func number(_ whole: Int) -> Answer { .value(.number(whole)) }

  public static func days(_ days: Int64) -> Answer { .value(.days(days)) }

  /// The answer to a `choices` question that picks those at these positions.
  public static func picked(_ positions: Int...) -> Answer {
    .value(.choices(positions.reduce(0) { $0 | 1 << UInt32($1) }))
  }
}

extension Question.Kind {
  /// A choice of so many.
  public static func choice(of count: Int) -> Question.Kind { .choice(choices(count)) }

  public static func choices(of count: Int) -> Question.Kind { .choices(choices(count)) }

  public static func number(_ low: Int, to high: Int, step: Number = Number(1)) -> Question.Kind {
    .number(NumberRange(Number(low), to: Number(high), step: step))
  }

  /// A choice whose choices are worth so much.
  public static func choice(worth values: Int...) -> Question.Kind {
    .choice(
      zip(choices(values.count), values).map { choice, value in
        var choice = choice
        choice.value = Number(value)
        return choice
      })
  }

  private static func choices(_ count: Int) -> [Choice] {
    (0..<count).map { Choice(name: "c\($0)", label: "Choice \($0)") }
  }
}

extension StretchList {
  public static func of(_ uses: Use..., atMost: Int? = nil) -> StretchList {
    StretchList(uses.map { Entry($0) }, atMost: atMost)
  }
}

// MARK: - Sessions

extension Sketch {
  public func session() throws -> Session { Session(try Tree(grammar)) }

  /// Where somebody ends who answers so, whatever is asked first.
  public func outcome(_ answers: [QuestionID: Answer]) throws -> OutcomeID? {
    try session().answering(answers).outcome
  }
}

extension Session {
  /// The session after these answers, each given when it was asked for.
  public func answering(_ answers: [QuestionID: Answer]) throws -> Session {
    var session = self
    while case .asking(let question) = session.position, let answer = answers[question] {
      try session.submit(.answer(question, answer))
    }
    return session
  }

  public var outcome: OutcomeID? { if case .ended(let ending) = position { ending.outcome } else { nil } }

  public var asked: QuestionID? { if case .asking(let question) = position { question } else { nil } }
}
