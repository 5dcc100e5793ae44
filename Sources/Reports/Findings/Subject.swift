import Assurance
import TreeFile
import Triage

extension Proof.Subject {
  /// Whether it is about what can be reached, where nobody can be shown.
  var isReach: Bool {
    switch self {
    case .reachesSection, .reachesOutcome, .takesBranch, .offersStretch: true
    default: false
    }
  }

  /// What is breached where it does not hold.
  var rule: Rule {
    switch self {
    case .guarantee: .guaranteeBroken
    case .monotone: .redFlagNotMonotone
    case .doubt: .unsureLowersLevel
    case .askedBeforeOffering: .redFlagNotAsked
    case .keepsStretch: .noStretchLeft
    case .asksFirst: .stuckBeforeRedFlag
    case .reachesSection: .unreachableSection
    case .takesBranch: .hiddenBranch
    case .reachesOutcome: .unreachableOutcome
    case .offersStretch: .unreachableStretch
    }
  }

  /// Whether a breach can harm somebody, or is only a mistake.
  var severity: Message.Severity { isAboutSafety ? .error : .warning }

  /// What kind of claim it is.
  var kind: Tally.Kind {
    switch self {
    case .guarantee: .guarantee
    case .monotone: .monotone
    case .doubt: .doubt
    case .askedBeforeOffering: .askedBeforeOffering
    case .keepsStretch: .keepsStretch
    case .asksFirst: .stuckAfterRedFlags
    case .reachesSection: .sectionReached
    case .takesBranch: .branchTaken
    case .reachesOutcome: .outcomeReached
    case .offersStretch: .stretchOffered
    }
  }
}
