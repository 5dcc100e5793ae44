import Triage

/// The groups of words of a tree, each by a number of its own, and each word by its number in a ``Vocabulary``.
struct WordGroups: Sendable {
  private var numbers: [Substring: Int] = [:]
  /// By the number of a word: what it begins, of one word or more, in which group.
  private(set) var beginning: [Int: [Member]] = [:]

  struct Member: Sendable {
    var group: Int
    var words: [Int]
  }

  init(_ groups: [WordGroup], words vocabulary: inout Vocabulary) {
    for (number, group) in groups.enumerated() {
      numbers[Substring(group.name)] = number
      for text in group.words {
        let words = Line.words(of: text, in: vocabulary.language).map { vocabulary.add($0, group: group.name) }
        guard let first = words.first else { continue }
        beginning[first, default: []].append(Member(group: number, words: words))
      }
    }
  }

  /// The number of a group. One that the tree lacks has no words.
  func number(of name: Substring) -> Int { numbers[name] ?? numbers.count }

  /// The words that can begin what belongs to some group.
  func beginnings(of group: Int) -> [Int] { beginning.filter { $0.value.contains { $0.group == group } }.map(\.key) }
}
