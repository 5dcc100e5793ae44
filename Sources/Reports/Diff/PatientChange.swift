import Assurance
import Triage

/// A change of what some patients are told, as people read it.
public struct PatientChange: Sendable {
  /// From which level to which.
  public var move: LevelMove
  /// From which outcome to which; several where one edit shows in several.
  public var outcomes: [OutcomeMove]
  /// Where the outcome is the same: the stretches that are offered no longer, and those that are offered newly.
  public var noLonger: [String]
  public var newly: [String]
  /// For some of them: what they are not offered any more in place of what comes newly, or newly in place of what is gone.
  public var exchanged: [String]
  /// Who they are.
  public var who: Who
  /// One of them, asked as few questions as possible.
  public var example: Pair
  /// Questions whose answers before and now cannot be compared, and that decide who they are: there may be nobody.
  public var restsOn: [String]
  /// How many entries of ``Difference/changes`` it sums up.
  public var count: Int

  /// Whether a lowered level may be nobody's.
  var isDoubtful: Bool { move.direction == .lowered && !restsOn.isEmpty }
  var isLowered: Bool { move.direction == .lowered && restsOn.isEmpty }

  /// Patients in words.
  public struct Who: Equatable, Sendable {
    /// Everybody of whom all of any of these is true; not more than ``mostListed``.
    public var groups: [Group]
    /// False where only some of whom this is true are told something else.
    public var isExact: Bool

    public static let mostListed = 5
  }

  /// What is true of some patients.
  public struct Group: Hashable, Sendable {
    /// What tells them from others.
    public var conditions: [String]
    /// Warning signs that they answer with the least worrying answer.
    public var ordinary: [String]
  }

  /// The same patient in both versions.
  public struct Pair: Sendable {
    public var old: Conversation
    public var new: Conversation
  }

  public struct Conversation: Equatable, Sendable {
    /// A line for each question: its name and the answer.
    public var answers: [String]
    public var outcome: String
    public var level: String
    public var stretches: [String]
  }
}

/// From one level to another.
public struct LevelMove: Hashable, Sendable {
  public var old: String
  public var new: String
  public var direction: Direction

  public enum Direction: String, Sendable {
    case lowered, raised, same
  }
}

/// From one outcome to another.
public struct OutcomeMove: Hashable, Sendable {
  public var old: String
  public var new: String
  public var direction: LevelMove.Direction
}
