import Triage
import Validation

extension Problem.Kind {
  var code: Code {
    switch self {
    case .emptyRange: .emptyRange
    case .stepNotPositive: .stepNotPositive
    case .rangeOffGrid: .rangeOffGrid
    case .rangeTooLarge: .rangeTooLarge
    case .noChoices: .noChoices
    case .tooManyChoices: .tooManyChoices
    case .wrongType: .wrongType
    case .outOfRange: .outOfRange
    case .offGrid: .offGrid
    case .unsureUnstated: .unsureUnstated
    case .unsureAsksAgain: .unsureAsksAgain
    case .unsureLeastWorrying: .unsureLeastWorrying
    case .unsureUnranked: .unsureUnranked
    case .orderWrongForm: .orderWrongForm
    case .orderLacks: .orderLacks
    case .orderRepeats: .orderRepeats
    case .testWrongType: .testWrongType
    case .betweenBackwards: .betweenBackwards
    case .countOutOfRange: .countOutOfRange
    case .nestedTooDeep: .nestedTooDeep
    case .namesTooDeep: .namesTooDeep
    case .ownNotNamed: .ownNotNamed
    case .sumIsNeverUnsure: .sumIsNeverUnsure
    case .scoreNotNumber: .scoreNotNumber
    case .addsUnscored: .addsUnscored
    case .addsPercentage: .addsPercentage
    case .scoreTooLarge: .scoreTooLarge
    case .scoreInexact: .scoreInexact
    case .percentItemBelowZero: .percentItemBelowZero
    case .circleOfNames: .circleOfNames
    case .circleOfSections: .circleOfSections
    case .runsOff: .runsOff
    case .mayNotDecide: .mayNotDecide
    case .notAskedBefore: .notAskedBefore
    case .programmeInProgramme: .programmeInProgramme
    case .capNotPositive: .capNotPositive
    case .avoidsNoYesNo: .avoidsNoYesNo
    case .alarmBelowHighest: .alarmBelowHighest
    case .alarmUsesUnasked: .alarmUsesUnasked
    case .alarmWithoutQuestions: .alarmWithoutQuestions
    }
  }
}
