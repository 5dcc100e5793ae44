import Triage

extension Point.What {
  var kind: Coverage.Kind {
    switch self {
    case .said, .asked, .decided, .wentOn: .steps
    case .took: .branches
    case .compared: .thresholds
    case .happened(.unsure): .unsure
    case .happened(.heard), .happened(.endedBy): .alarms
    case .happened(.reached): .outcomes
    case .happened(.offered): .stretches
    }
  }

  var side: Bool? { if case .compared(_, let isTrue) = self { isTrue } else { nil } }

  /// What it is, in the words of the tree.
  func words(in grammar: Grammar) -> String {
    switch self {
    case .said: "say"
    case .asked(let question): "ask \(grammar.questions[question].name)"
    case .decided: "decide"
    case .wentOn(let section), .took(.section(let section)): "go \(grammar.sections[section].name)"
    case .took(.outcome(let outcome)): "end \(grammar.outcomes[outcome].name)"
    case .compared(let test, _): grammar.text(comparison: test)
    case .happened(.unsure(let question)): "\(grammar.questions[question].name) is unsure"
    case .happened(.heard(let alarm)): "alarm \(grammar.alarms[alarm].name)"
    case .happened(.endedBy(let alarm)): "end of alarm \(grammar.alarms[alarm].name)"
    case .happened(.reached(let outcome)): "outcome \(grammar.outcomes[outcome].name)"
    case .happened(.offered(let stretch)): "stretch \(grammar.stretches[stretch].name)"
    }
  }

  /// What there is to say where no test came by.
  func lack(in grammar: Grammar) -> String {
    switch self {
    case .said: "this was never said"
    case .asked(let question): "\(grammar.questions[question].name) was never asked"
    case .decided: "nothing was ever decided here"
    case .wentOn, .took: "\(words(in: grammar)) was never taken"
    case .compared(_, let isTrue): "\(words(in: grammar)) was never \(isTrue)"
    case .happened(.unsure(let question)): "\(grammar.questions[question].name) was never answered \"not sure\""
    case .happened(.heard): "\(words(in: grammar)) was never heard"
    case .happened(.endedBy(let alarm)): "alarm \(grammar.alarms[alarm].name) never ended a session"
    case .happened(.reached): "\(words(in: grammar)) was never reached"
    case .happened(.offered): "\(words(in: grammar)) was never offered"
    }
  }
}

extension Grammar {
  /// A comparison as it is written in a tree, though a length of time may be in another unit.
  fileprivate func text(comparison: Condition) -> String {
    switch comparison {
    case .question(let question, .compares(let comparison, let literal), _):
      "\(questions[question].name) \(comparison.text) \(text(.value(literal.value), to: question))"
    case .question(let question, .between(let low, let high), _):
      "\(questions[question].name) between \(text(.value(low.value), to: question))"
        + " and \(text(.value(high.value), to: question))"
    case .score(let score, .compares(let comparison, let literal), _):
      "\(scores[score].name) \(comparison.text) \(text(points: literal))"
    case .score(let score, .between(let low, let high), _):
      "\(scores[score].name) between \(text(points: low)) and \(text(points: high))"
    default: ""
    }
  }

  private func text(points literal: Literal) -> String {
    if case .number(let number) = literal.value { number.text } else { "" }
  }
}

extension Comparison {
  fileprivate var text: String {
    switch self {
    case .less: "<"
    case .atMost: "<="
    case .equal: "="
    case .atLeast: ">="
    case .more: ">"
    }
  }
}
