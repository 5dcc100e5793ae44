import Triage

/// One thing that is wrong with a grammar, and where: pure data, worded elsewhere.
public struct Problem: Equatable, Sendable {
  public var kind: Kind
  public var part: PartID
  /// Where a fact or a score, named at ``part``, reads the question that it is about; the same where it is read there.
  public var origin: PartID

  public init(_ kind: Kind, at part: PartID, readAt origin: PartID? = nil) {
    self.kind = kind
    self.part = part
    self.origin = origin ?? part
  }

  public enum Kind: Equatable, Sendable {
    // Questions and values
    case emptyRange
    case stepNotPositive
    /// The high end is no whole number of steps from the low one.
    case rangeOffGrid(NumberRange)
    /// More than ``Question/mostAnswers`` answers.
    case rangeTooLarge
    case noChoices(QuestionID)
    case tooManyChoices(QuestionID)
    case wrongType(QuestionID)
    case outOfRange(QuestionID)
    case offGrid(QuestionID)
    case unsureUnstated(QuestionID)
    case unsureAsksAgain(QuestionID)
    case unsureLeastWorrying(QuestionID)
    case unsureUnranked(QuestionID)
    /// The order of a red flag is of another form than its question's type has.
    case orderWrongForm(QuestionID)
    case orderLacks(QuestionID, [Value])
    case orderRepeats(QuestionID)

    // Conditions and scores
    case testWrongType(QuestionID)
    case betweenBackwards
    case countOutOfRange(of: Int)
    case nestedTooDeep(limit: Int)
    case ownNotNamed(QuestionID)
    case sumIsNeverUnsure(ScoreID)
    case scoreNotNumber
    case addsUnscored(QuestionID)
    case addsPercentage(ScoreID)
    case scoreTooLarge(ScoreID)
    case scoreInexact(ScoreID)
    case percentItemBelowZero(ScoreID)
    /// Facts, scores, and questions by what they apply to, that need each other: in order, the first again at the end.
    case circleOfNames([NameReference])
    /// A fact or score stands on more others than this, one on top of the other.
    case namesTooDeep(limit: Int)

    // Sections
    case circleOfSections([SectionID])
    case runsOff(SectionID)
    case mayNotDecide
    case notAskedBefore(QuestionID)

    // Outcomes, alarms, guarantees
    case programmeInProgramme(ProgrammeID)
    case capNotPositive
    case avoidsNoYesNo(QuestionID)
    case alarmBelowHighest(AlarmID, highest: LevelID)
    case alarmUsesUnasked(AlarmID, QuestionID)
    case alarmWithoutQuestions(AlarmID)
  }

  public enum NameReference: Equatable, Sendable {
    case fact(FactID)
    case score(ScoreID)
    case question(QuestionID)
  }
}
