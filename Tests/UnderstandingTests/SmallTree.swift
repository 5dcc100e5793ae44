import TestSupport
import Triage
import Validation

@testable import Understanding

/// Trees of one section, for what is heard in lines.
enum SmallTree {
  /// - Parameters:
  ///   - groups: words that mean the same, under their name.
  ///   - alarms: what each of them hears.
  static func hearing(
    groups: [String: [String]] = [:], alarms: [[String]] = [], questions: [Question] = []
  ) -> Tree {
    var sketch = Sketch()
    sketch.wordGroups = groups.sorted { $0.key < $1.key }.map { WordGroup(name: $0.key, words: $0.value) }
    sketch.questions = questions
    for (position, phrases) in alarms.enumerated() {
      _ = sketch.alarm()
      sketch.alarms[position].hears = phrases
    }
    do throws(Tree.Problems) { return try Tree(sketch.grammar) } catch { fatalError("\(error.all)") }
  }
}
