import Triage

// Parts of a tree by their names, and back.

/// A name of a record that a tree does not have.
public enum Unknown: Error, Equatable, Sendable {
  case question(String)
  case alarm(String)
  /// A choice of a question that has others.
  case choice(String, of: String)
  /// An answer to a question of another type.
  case type(of: String)
}

extension Grammar {
  public func question(_ name: String) throws(Unknown) -> QuestionID {
    guard let place = questions.firstIndex(where: { $0.name == name }) else { throw .question(name) }
    return QuestionID(place)
  }

  public func alarm(_ name: String) throws(Unknown) -> AlarmID {
    guard let place = alarms.firstIndex(where: { $0.name == name }) else { throw .alarm(name) }
    return AlarmID(place)
  }
}

// MARK: - Answers

extension WrittenAnswer {
  public init(_ given: Event.Given, in grammar: Grammar) {
    let question = grammar.questions[given.question]
    self.init(question.name, WrittenValue(given.answer, to: question))
  }

  public func given(in grammar: Grammar) throws(Unknown) -> Event.Given {
    let id = try grammar.question(question)
    return Event.Given(id, try value.answer(to: grammar.questions[id]))
  }
}

extension WrittenValue {
  init(_ answer: Answer, to question: Question) {
    switch (answer, question.kind) {
    case (.unsure, _): self = .unsure
    case (.value(.yesNo(let isYes)), _): self = .yesNo(isYes)
    case (.value(.choice(let place)), .choice(let choices)): self = .choice(choices[place].name)
    case (.value(.choices(let picked)), .choices(let choices)):
      self = .choices(choices.indices.filter { picked >> UInt32($0) & 1 == 1 }.map { choices[$0].name })
    case (.value(.number(let number)), _): self = .number(number)
    case (.value(.duration(let minutes)), _): self = .duration(minutes)
    case (.value(.choice), _), (.value(.choices), _):
      preconditionFailure("a session holds no answer that its question does not accept")
    }
  }

  func answer(to question: Question) throws(Unknown) -> Answer {
    func place(of name: String, _ choices: [Choice]) throws(Unknown) -> Int {
      guard let place = choices.firstIndex(where: { $0.name == name }) else { throw .choice(name, of: question.name) }
      return place
    }
    switch (self, question.kind) {
    case (.unsure, _): return .unsure
    case (.yesNo(let isYes), .yesNo): return .value(.yesNo(isYes))
    case (.choice(let name), .choice(let choices)): return .value(.choice(try place(of: name, choices)))
    case (.choices(let names), .choices(let choices)):
      var picked: UInt32 = 0
      for name in names { picked |= 1 << UInt32(try place(of: name, choices)) }
      return .value(.choices(picked))
    case (.number(let number), .number): return .value(.number(number))
    case (.duration(let minutes), .duration): return .value(.duration(minutes))
    default: throw .type(of: question.name)
    }
  }
}

// MARK: - Events

extension WrittenEvent {
  public init(_ event: Event, in grammar: Grammar) {
    switch event {
    case .answer(let question, let answer): self = .answer(WrittenAnswer(.init(question, answer), in: grammar))
    case .revise(let question, let answer): self = .revise(WrittenAnswer(.init(question, answer), in: grammar))
    case .stuck: self = .stuck
    case .alarm(let alarm, let given):
      self = .alarm(grammar.alarms[alarm].name, given.map { WrittenAnswer($0, in: grammar) })
    }
  }

  public func event(in grammar: Grammar) throws(Unknown) -> Event {
    switch self {
    case .answer(let answer):
      let given = try answer.given(in: grammar)
      return .answer(given.question, given.answer)
    case .revise(let answer):
      let given = try answer.given(in: grammar)
      return .revise(given.question, given.answer)
    case .stuck: return .stuck
    case .alarm(let name, let answers):
      return .alarm(try grammar.alarm(name), try answers.given(in: grammar))
    }
  }
}

extension [WrittenAnswer] {
  public func given(in grammar: Grammar) throws(Unknown) -> [Event.Given] {
    var given: [Event.Given] = []
    for answer in self { given.append(try answer.given(in: grammar)) }
    return given
  }
}

extension [WrittenEvent] {
  public func events(in grammar: Grammar) throws(Unknown) -> [Event] {
    var events: [Event] = []
    for event in self { events.append(try event.event(in: grammar)) }
    return events
  }
}

// MARK: - Where a session stands

extension BranchTaken {
  /// The branches that a session has taken and another, before it, had not.
  ///
  /// - Parameter place: where a part of the tree was written, as `file:line`.
  public static func taken(
    by session: Session, after before: Session?, place: (PartID) -> String?
  ) -> [BranchTaken] {
    let known = before.map { zip($0.trace, session.trace).prefix { $0 == $1 }.count } ?? 0
    let grammar = session.tree.grammar
    return session.trace.dropFirst(known).compactMap { entry in
      guard case .took(let branch, _) = entry else { return nil }
      let target: Target =
        switch branch.target {
        case .section(let section): .section(grammar.sections[section].name)
        case .outcome(let outcome): .outcome(grammar.outcomes[outcome].name)
        }
      return BranchTaken(to: target, at: place(branch.part))
    }
  }
}

extension End {
  /// How a session ended; nil of one that goes on.
  public init?(of session: Session) {
    guard case .ended(let ending) = session.position else { return nil }
    let grammar = session.tree.grammar
    let outcome = grammar.outcomes[ending.outcome]
    (self.outcome, level) = (outcome.name, outcome.level.map { grammar.levels[$0].name })
    switch ending.cause {
    case .decision: (cause, alarm) = (.decision, nil)
    case .stuck: (cause, alarm) = (.stuck, nil)
    case .alarm(let alarm): (cause, self.alarm) = (.alarm, grammar.alarms[alarm].name)
    }
  }
}
