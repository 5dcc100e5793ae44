import Triage
import Understanding

/// Something about the words of a tree that its author should look at: pure data, worded elsewhere.
public struct Remark: Equatable, Sendable {
  public var kind: Kind
  /// ``PartID/none`` for the tree as a whole.
  public var part: PartID

  public init(_ kind: Kind, at part: PartID) {
    self.kind = kind
    self.part = part
  }

  public enum Kind: Equatable, Sendable {
    // Reading
    case hardText(Passage, Prose, Grade, highest: Grade)
    /// The median over the texts that are long enough to be graded.
    case hardTree(Grade, highest: Grade)

    // Sources and review
    case noSource(Claim)
    /// The tree has none, and so many of its parts should name one.
    case noSources(count: Int)
    case reviewMissing
    case reviewOverdue(since: CivilDate)

    // What is heard
    /// What a choice is called, typed as it stands, is not understood as that choice and nothing else.
    case hearsClash(QuestionID, choice: Int, phrase: String, Clash)
    /// A line that is an answer, or steers the chat, holds a phrase of an alarm.
    case alarmByAnswer(AlarmPhrase, line: String, Ordinary)
  }

  /// What should rest on something published.
  public enum Claim: Equatable, Sendable {
    case redFlag(QuestionID)
    case outcome(OutcomeID)
    case stretch(StretchID)
    /// Of the rules of stretching, this one.
    case stretchingRule(Int)
  }

  /// What else a choice's phrase is understood as.
  public enum Clash: Equatable, Sendable {
    /// These others too. With none of them, nothing, since it has no words.
    case choices([Int])
    /// What people say to any such question.
    case reply(GeneralReply)
    /// The phrase is the choice's number in the list, and names this other choice.
    case number(of: Int)
  }

  /// Why a line is nothing out of the ordinary.
  public enum Ordinary: Equatable, Sendable {
    case choice(QuestionID, Int)
    /// An answer to any question of the type of this one.
    case reply(QuestionID)
    case command
  }
}

extension Remark {
  /// The stable name of a remark: what tools match on, and what `docs/checks.md` explains.
  public enum Code: String, CaseIterable, Sendable {
    case readingGrade = "reading-grade"
    case readingMedian = "reading-median"
    case noSource = "no-source"
    case reviewMissing = "review-missing"
    case reviewOverdue = "review-overdue"
    case hearsClash = "hears-clash"
    case alarmByAnswer = "alarm-by-answer"
  }

  public var code: Code {
    switch kind {
    case .hardText: .readingGrade
    case .hardTree: .readingMedian
    case .noSource, .noSources: .noSource
    case .reviewMissing: .reviewMissing
    case .reviewOverdue: .reviewOverdue
    case .hearsClash: .hearsClash
    case .alarmByAnswer: .alarmByAnswer
    }
  }
}
