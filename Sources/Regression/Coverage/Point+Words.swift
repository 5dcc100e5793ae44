import TreeFile
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
    case .compared(let test, _): grammar.text(test)
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
