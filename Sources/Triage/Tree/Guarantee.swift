/// What must be true for every possible patient.
public struct Guarantee: Equatable, Sendable {
  public var name: String
  public var part: PartID
  /// Of which patients the claim speaks; without it, of all.
  public var premise: Premise?
  public var claim: Claim

  public init(name: String, part: PartID = .none, if premise: Premise? = nil, then claim: Claim) {
    self.name = name
    self.part = part
    self.premise = premise
    self.claim = claim
  }

  public enum Premise: Equatable, Sendable {
    case patient(Condition)
    case level(LevelTest)
  }

  public enum LevelTest: Equatable, Sendable {
    case exactly(LevelID)
    case atLeast(LevelID)
    case atMost(LevelID)
  }

  public enum Claim: Equatable, Sendable {
    case patient(Condition)
    case level(LevelTest)
    case ends(in: [OutcomeID])
    case offersNothing
    case neverOffers([StretchID])
    case neverAsks([QuestionID])
    case asks(QuestionID, within: Int)
    case asksBefore(QuestionID, QuestionID)
    case asksBeforeOffering(QuestionID)
    case offersOnlyAfter(StretchID, QuestionID)
    case neverRaised(by: [QuestionID])
  }
}

/// Patterns of what interrupts at any prompt.
public struct Alarm: Equatable, Sendable {
  public var name: String
  public var part: PartID
  public var hears: [String]
  /// Asked at once. Without them the alarm ends the session at once.
  public var asks: [QuestionReference] = []
  /// Over the questions of `asks` alone. One that does not apply has no answer: every comparison with it is false.
  public var condition: Condition?
  /// An outcome of the highest level.
  public var end: OutcomeID

  public init(name: String, part: PartID = .none, hears: [String], end: OutcomeID) {
    self.name = name
    self.part = part
    self.hears = hears
    self.end = end
  }
}

/// Words and phrases of which any may stand where a pattern says `{name}`.
public struct WordGroup: Equatable, Sendable {
  public var name: String
  public var part: PartID
  public var words: [String]

  public init(name: String, part: PartID = .none, words: [String]) {
    (self.name, self.part, self.words) = (name, part, words)
  }
}
