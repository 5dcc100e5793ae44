import Triage

/// Something in a tree that a test may come by, or never does.
struct Point: Equatable, Sendable {
  var what: What
  /// Where it is written.
  var part: PartID

  enum What: Equatable, Sendable {
    case said
    case asked(QuestionID)
    case decided
    case wentOn(SectionID)
    case took(Branch.Target)
    /// A comparison was looked at and came out so.
    case compared(Condition, isTrue: Bool)
    case happened(Happening)
  }

  /// What a session and its events show by themselves.
  enum Happening: Hashable, Sendable {
    /// The question was answered "not sure".
    case unsure(QuestionID)
    case heard(AlarmID)
    case endedBy(AlarmID)
    case reached(OutcomeID)
    case offered(StretchID)
  }
}
