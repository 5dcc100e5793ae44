import Assurance
import TreeFile
import Triage

/// What two versions of a tree tell patients otherwise, and what else differs between them, for people to read.
public struct TreeDiff: Sendable {
  public let old: Version
  public let new: Version
  /// Nil where one of the versions could not be loaded.
  public let difference: Difference?
  /// Who is told something else, the lowered levels first.
  public let told: [PatientChange]
  public let questions: [QuestionChange]
  public let levels: LevelChange?
  public let alarms: [AlarmChange]
  /// What became of the outcome for whoever cannot answer, where it differs.
  public let stuck: OutcomeMove?
  /// What else patients read that differs.
  public let reworded: [Rewording]
  /// Where the two are no versions of one tree: nothing was compared then.
  public let strangers: Strangers?

  public struct Version: Sendable {
    /// As it was asked for: a path, or a revision and a path.
    public var path: String
    public var loaded: Loaded

    public init(_ loaded: Loaded, path: String) { (self.loaded, self.path) = (loaded, path) }
  }

  /// Two trees with other ids and hardly a question in common.
  public struct Strangers: Equatable, Sendable {
    public var old: String
    public var new: String
    /// How many questions of the one with fewer the other has too, and how many it has.
    public var shared: Int
    public var questions: Int
  }

  /// The lists of levels, lowest first, where they differ by more than names.
  public struct LevelChange: Equatable, Sendable {
    public var old: [String]
    public var new: [String]
  }

  /// Compares two versions for every class of patient.
  ///
  /// Conditions nest, and so do the calls that look through them: this takes a large stack.
  ///
  /// - Parameter states: how many states may be looked at.
  public init(old: Version, new: Version, states: Int = Budget.usual) {
    (self.old, self.new) = (old, new)
    let pair = old.loaded.tree.flatMap { before in new.loaded.tree.map { TreePair(before, $0) } }
    strangers = pair?.strangers
    guard let pair, strangers == nil else {
      (difference, told, questions, levels, alarms, stuck, reworded) = (nil, [], [], nil, [], nil, [])
      return
    }
    let found = TreeComparison(old: pair.oldTree, new: pair.newTree).difference(Budget(states: states))
    difference = found
    told = pair.told(found.changes)
    questions = pair.questionChanges(incomparable: Set(found.incomparable))
    reworded = pair.rewordings
    levels = pair.levelChange
    alarms = pair.alarmChanges
    stuck = pair.stuckMove
  }

  /// What came of the comparison as a whole.
  public enum Verdict: String, Sendable {
    case same
    /// Somebody is told something else, and nobody comes lower.
    case changed
    case lowered
    /// Not everybody was looked at, or who is lowered rests on answers that cannot be compared, or nothing was compared.
    case unknown
  }

  public var verdict: Verdict {
    guard let difference, difference.isComplete else { return .unknown }
    if isLowered { return .lowered }
    if told.contains(where: \.isDoubtful) { return .unknown }
    return told.isEmpty && alarms.isEmpty && stuck == nil ? .same : .changed
  }

  /// Whether anybody comes lower than before, or out of the tree.
  public var isLowered: Bool {
    told.contains(where: \.isLowered) || stuck?.direction == .lowered
      || alarms.contains(where: \.isLowered)
  }

  /// 0: nobody comes lower. 1: somebody does, or that is unknown. 2: a version cannot be used.
  ///
  /// - Parameter allowsLowered: whether levels may be lowered.
  public func exitStatus(allowsLowered: Bool) -> Int32 {
    guard let difference else { return 2 }
    return difference.isComplete && (allowsLowered || verdict == .same || verdict == .changed) ? 0 : 1
  }
}
