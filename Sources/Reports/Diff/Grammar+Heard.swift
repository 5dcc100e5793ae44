import TreeFile
import Triage

/// What patterns hear, whatever words of it are kept in groups.
extension Grammar {
  /// Patterns with the words of their groups written out, so that the same is the same however it is written.
  func writtenOut(_ patterns: [String]) -> Set<String> { Set(patterns.flatMap(writtenOut)) }

  /// More than this is not written out of one pattern: the words of further groups stay together.
  private static let mostWrittenOut = 200

  private func writtenOut(_ pattern: String) -> [String] {
    wordGroups(in: pattern).reduce([pattern]) { patterns, id in
      let group = wordGroups[id]
      let stays = patterns.count * group.words.count > Self.mostWrittenOut
      let words = stays ? [listed(group)] : group.words
      return patterns.flatMap { pattern in
        words.map { pattern.replacing("{\(group.name)}", with: $0, maxReplacements: 1) }
      }
    }
  }

  /// Patterns in one text, behind the name of each group its words; nil where there are none.
  func listed(_ patterns: [String]) -> String? {
    guard !patterns.isEmpty else { return nil }
    return patterns.map { pattern in
      Set(wordGroups(in: pattern)).reduce(pattern) {
        $0.replacing("{\(wordGroups[$1].name)}", with: listed(wordGroups[$1]))
      }
    }.joined(separator: ", ")
  }

  private func listed(_ group: WordGroup) -> String {
    "{\(group.name): \(group.words.sorted().joined(separator: ", "))}"
  }
}
