import Triage

/// What two versions of a tree tell patients otherwise.
public struct Difference: Sendable {
  /// Every change of what is told, the lowered levels first.
  public var changes: [Change]
  /// Questions of the new version whose answers cannot be compared with those to the old one of that name: another type, say.
  public var incomparable: [QuestionID]
  /// False where the budget was used up: there may be more.
  public var isComplete: Bool
  public var states: Int

  /// All patients to whom the one is told now instead of the other.
  public struct Change: Sendable {
    public var old: OutcomeID
    public var new: OutcomeID
    /// Where the outcome is the same: the stretches of the old version that are offered no longer, and those of the new
    /// one that are offered newly. Where it is the same and both are empty, the order is another.
    public var noLonger: [StretchID]
    public var newly: [StretchID]
    /// Who they are: everybody who gives all answers of any of these.
    public var patients: [Patients]
    /// What every one of them answers, where not every answer leads here.
    public var common: Patients
    /// One of them, asked as few questions as possible: what the old version asks, and what the new one.
    public var oldConversation: [Event.Given]
    public var newConversation: [Event.Given]
    /// Questions of the new version that decide who they are, and whose answers cannot be compared with those to the old
    /// version's question of that name. Whether there is any such patient is then not known.
    public var restsOn: [QuestionID]
    /// Whether there are more of them than are told.
    public var isCut = false
  }

  /// Patients by their answers, in the order of the questions; of the others any answer does.
  public struct Patients: Hashable, Sendable {
    public var answers: [Answers]
  }

  /// Some answers to one question, whichever version asks it.
  public struct Answers: Hashable, Sendable {
    public var question: Question
    public var accepted: Accepted

    public enum Question: Hashable, Sendable {
      /// Of the old version, or of both.
      case old(QuestionID)
      /// Only the new version has it.
      case new(QuestionID)
    }

    public enum Accepted: Hashable, Sendable {
      /// Any of these, numbers and lengths of time by the ends of ranges.
      case values([ClosedRange<Int32>], isUnsure: Bool)
      /// Of several choices: those that are picked, and those that are not; by their positions. Definite answers only.
      case picks(Set<Int>, not: Set<Int>)
    }
  }
}
