/// All that a tree file says, every name resolved, nothing yet checked.
///
/// Its cases are the cases of the format. References must lie within their lists: whoever builds a grammar resolves
/// names first. Everything else that could be wrong is found by ``Tree/init(_:)``.
public struct Grammar: Equatable, Sendable {
  public var id: String
  public var title: String
  public var version: String
  public var language: String
  public var about = About()
  /// Lowest first; at least one.
  public var levels: [Level]
  public var start: SectionID
  /// Where a patient ends who cannot answer.
  public var stuck: OutcomeID
  /// Where this is known to hold, questions are worded for somebody who answers for somebody else.
  public var onBehalf: Condition?

  public var questions: [Question] = []
  public var facts: [Fact] = []
  public var scores: [Score] = []
  public var alarms: [Alarm] = []
  public var sections: [Section] = []
  public var stretches: [Stretch] = []
  public var programmes: [Programme] = []
  public var stretchingRules: [StretchingRule] = []
  public var outcomes: [Outcome] = []
  public var guarantees: [Guarantee] = []
  public var sources: [Source] = []
  public var providers: [Provider] = []
  public var wordGroups: [WordGroup] = []

  public init(
    id: String, title: String, version: String, language: String, levels: [Level], start: SectionID, stuck: OutcomeID
  ) {
    self.id = id
    self.title = title
    self.version = version
    self.language = language
    self.levels = levels
    self.start = start
    self.stuck = stuck
  }

  /// Whom the tree is for and who answers for it.
  public struct About: Equatable, Sendable {
    public var audience: String?
    public var emergencyNumber: String?
    public var crisisLine: String?
    /// As the tree wrote it: a date like 2027-11-01.
    public var reviewDue: String?
    public var reviewDuePart = PartID.none
    public var licence: String?
    public var sources: [SourceID] = []

    public init() {}
  }
}
