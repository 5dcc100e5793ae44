import Assurance
import Lint
import SignOff
import TreeFile
import Triage
import Understanding

/// Everything that is known of a tree before anybody uses it.
public struct TreeCheck: Sendable {
  /// Where the tree was read from.
  public let path: String
  public let loaded: Loaded
  /// All that has to be true of the tree; nothing where it could not be loaded.
  public let proofs: [Proof]
  /// How long each red flag may take to come, in the order of the tree.
  public let flags: [Flag]
  /// Whether nothing was left out in counting the questions before a red flag.
  public let isSurveyed: Bool
  public let effort: Prover.Effort?
  /// Ordered by place.
  public let findings: [Finding]
  /// How hard its texts are to read; nil where words were not looked at, or none could be graded.
  public let reading: Lint.Reading?
  /// Who has signed which part; nil where that was not asked, or the tree could not be loaded.
  public let signOff: SignOffState?
  /// How much is asked of the patients of the tree's cases who end at its lowest level, where somebody counted.
  public var asked: Asked?
  /// The proofs by kind, for the summary.
  let tallies: [Tally]

  public struct Flag: Equatable, Sendable {
    public var question: QuestionID
    /// The most questions that are asked before it; nil where it is never asked, but perhaps by an alarm.
    public var mostBefore: Int?
  }

  /// How many questions are put to some patients.
  public struct Asked: Equatable, Encodable, Sendable {
    public var patients: Int
    public var median: Int
    public var most: Int

    public init(patients: Int, median: Int, most: Int) {
      (self.patients, self.median, self.most) = (patients, median, most)
    }
  }

  /// What came of the check as a whole.
  public enum Verdict: String, Sendable {
    case proven
    case broken
    /// It could not all be proven, or the tree could not be loaded.
    case notProven = "not-proven"
  }

  /// Proves all that can be proven of a tree, and looks at its words.
  ///
  /// Conditions nest, and so do the calls that look through them: this takes a large stack.
  ///
  /// - Parameters:
  ///   - states: how many states may be looked at for each proof.
  ///   - today: what a day of review is compared with; without it words are not looked at.
  ///   - signed: the signatures of the tree.
  public init(
    _ loaded: Loaded, path: String, states: Int = Budget.usual, today: CivilDate? = nil, signed: SignedFile? = nil
  ) {
    self.path = path
    self.loaded = loaded
    guard let tree = loaded.tree else {
      (proofs, flags, isSurveyed, effort, findings, reading) = ([], [], false, nil, [], nil)
      (signOff, tallies) = (nil, [])
      return
    }
    let prover = Prover(tree, budget: Budget(states: states))
    proofs = prover.proveAll()
    flags = tree.grammar.questions.ids.filter { tree.grammar.questions[$0].redFlag != nil }
      .map { Flag(question: $0, mostBefore: prover.mostBefore($0)) }
    isSurveyed = prover.isSurveyed
    effort = prover.effort
    let lint = Lint(knownWords: KnownWords(loaded.knownWords))
    let remarks = today.map { lint.remarks(on: tree, today: $0) } ?? []
    reading = today == nil ? nil : lint.reading(of: tree.grammar)
    let all = Findings(tree, loaded.map, proofs, remarks, states: states)
    (findings, tallies) = (all.all, all.tallies)
    signOff = signed?.state(of: tree.grammar)
  }

  public var errors: [Finding] { findings.filter { $0.severity == .error } }
  public var warnings: [Finding] { findings.filter { $0.severity == .warning } }

  public var verdict: Verdict {
    if errors.contains(where: { $0.rule != .notProven }) { return .broken }
    return loaded.tree == nil || !errors.isEmpty ? .notProven : .proven
  }

  /// 0: all well. 1: something is wrong with what the tree does. 2: the tree cannot be used.
  ///
  /// - Parameter isStrict: whether a warning is enough.
  public func exitStatus(isStrict: Bool) -> Int32 {
    if loaded.tree == nil { return 2 }
    return errors.isEmpty && (!isStrict || warnings.isEmpty) ? 0 : 1
  }
}
