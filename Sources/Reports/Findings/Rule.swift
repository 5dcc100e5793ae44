import Lint

/// What a finding is a breach of. The name is stable: tools match on it, and `docs/checks.md` explains it.
public struct Rule: Hashable, Sendable {
  public var name: String
  /// What every tree has to be like, in one sentence.
  public var summary: String

  public init(_ name: String, _ summary: String) {
    self.name = name
    self.summary = summary
  }
}

extension Rule {
  static let guaranteeBroken = Rule("guarantee-broken", "What a guarantee promises is so for every patient.")
  static let guaranteeAboutNobody = Rule("guarantee-about-nobody", "A guarantee speaks of somebody.")
  static let redFlagNotMonotone = Rule(
    "red-flag-not-monotone", "A more worrying answer to a red flag never leads to a lower level.")
  static let unsureLowersLevel = Rule(
    "unsure-lowers-level", "Not being sure never leads to a lower level than a definite answer, unless it says why.")
  static let redFlagNotAsked = Rule(
    "red-flag-not-asked", "Nobody is offered a stretch who was not asked every red flag that applies.")
  static let noStretchLeft = Rule(
    "no-stretch-left", "An outcome that offers stretches leaves everybody at least one.")
  static let stuckBeforeRedFlag = Rule(
    "stuck-before-red-flag", "Nobody is stuck at a question before every red flag that applies was asked.")
  static let notProven = Rule("not-proven", "What has to be true of a tree is proven.")
  static let unreachableSection = Rule("unreachable-section", "Somebody comes to every section.")
  static let hiddenBranch = Rule("hidden-branch", "Somebody takes every branch.")
  static let unreachableOutcome = Rule("unreachable-outcome", "Somebody ends in every outcome.")
  static let unreachableStretch = Rule("unreachable-stretch", "Every stretch is offered to somebody.")

  /// Every rule about what a tree does.
  public static let proven = [
    guaranteeBroken, guaranteeAboutNobody, redFlagNotMonotone, unsureLowersLevel, redFlagNotAsked, noStretchLeft,
    stuckBeforeRedFlag, notProven, unreachableSection, hiddenBranch, unreachableOutcome, unreachableStretch,
  ]
}

extension Remark.Code {
  var rule: Rule { Rule(rawValue, summary) }

  private var summary: String {
    switch self {
    case .readingGrade: "Every text can be read by nearly everybody."
    case .readingMedian: "The texts of a tree can, as a whole, be read by nearly everybody."
    case .noSource: "What decides about a patient, or is given to one to do, names a source."
    case .reviewMissing: "A tree says when somebody has to look at it again."
    case .reviewOverdue: "The day on which somebody has to look at the tree again has not passed."
    case .hearsClash: "What a choice is called is understood as that choice alone."
    case .alarmByAnswer: "No ordinary line raises an alarm."
    }
  }
}

extension Rule {
  /// Every rule about the words of a tree.
  public static let ofWords = Remark.Code.allCases.map(\.rule)
}
