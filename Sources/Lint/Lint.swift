import Triage
import Understanding

/// What can be said about the words of a tree without proving anything.
public struct Lint: Sendable {
  /// A text above this grade is remarked on.
  public var highestGrade = Grade(9)
  /// So is a tree of whose texts the median is above this one.
  public var highestMedian = Grade(7)
  /// Long words that the tree's patients know: each counts as two syllables at most.
  public var knownWords: KnownWords

  public init(knownWords: KnownWords = KnownWords()) { self.knownWords = knownWords }

  /// Everything there is to remark, ordered by the part of the tree: what is about the tree as a whole, then questions,
  /// facts, alarms, sections, stretches and outcomes, each in the tree's order.
  ///
  /// - Parameter today: what a day of review is compared with.
  public func remarks(on tree: Tree, today: CivilDate) -> [Remark] {
    let found =
      review(of: tree.grammar, today: today) + readingGrades(of: tree.grammar) + missingSources(in: tree.grammar)
      + choiceClashes(in: tree.grammar) + alarmsByAnswer(in: tree)
    return found.sorted { $0.rank < $1.rank }
  }
}
