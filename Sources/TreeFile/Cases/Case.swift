import Triage

/// Patients over one tree and what must become of each: what a `.cases.yaml` file says, every name resolved.
public struct Cases: Sendable {
  /// The answers of every patient whose case does not say otherwise.
  public var defaults: [QuestionID: Case.Reply] = [:]
  public var all: [Case] = []

  public init() {}
}

/// One patient, and what must become of them.
public struct Case: Sendable {
  public var name: String
  /// Where its name was written.
  public var part: PartID
  /// The story in the patient's own words, of which the answers are a reading.
  public var words: String?
  /// What the expectation rests on.
  public var sources: [SourceID] = []
  /// Heard before the first question.
  public var alarm: AlarmID?
  /// What this patient answers. Each of these questions has to be asked, unless the case is told in the patient's words:
  /// those tell more than is asked.
  public var replies: [QuestionID: Reply] = [:]
  public var expectation = Expectation()

  /// What a patient does when a question is asked.
  public enum Reply: Equatable, Sendable {
    case answer(Answer)
    /// Cannot answer it.
    case stuck
  }

  public init(name: String, part: PartID = .none) {
    self.name = name
    self.part = part
  }
}

extension Case {
  /// What must have come of a session; what is nil or empty may be as it will.
  public struct Expectation: Equatable, Sendable {
    public var outcome: OutcomeID?
    /// One of these has to come about; empty where any may.
    public var levels: [Level] = []
    /// Each is offered; others may be.
    public var offers: [StretchID] = []
    /// These are offered, in this order, and nothing else.
    public var offersExactly: [StretchID]?
    public var neverOffers: [StretchID] = []
    public var asked: [QuestionID] = []
    public var neverAsked: [QuestionID] = []

    public enum Level: Equatable, Sendable {
      case level(LevelID)
      /// Not a case for the tree.
      case outside
    }

    public init() {}
  }
}
