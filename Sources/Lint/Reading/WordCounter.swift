import Understanding

/// Words that a tree's patients know, however long they are.
public struct KnownWords: Equatable, Sendable {
  private var words: Set<[String]> = []

  public init(_ words: some Sequence<String> = []) { self.words = Set(words.map(plainWords)) }

  /// Whether a word, in parts where it has hyphens, is among them, or its singular is.
  func contains(_ parts: [String]) -> Bool {
    if words.contains(parts) { return true }
    guard let last = parts.last, last.hasSuffix("s") else { return false }
    return words.contains(parts.dropLast() + [String(last.dropLast())])
  }
}

/// Counts the syllables of words, each once however often it comes up.
struct WordCounter {
  private let known: KnownWords
  private var counts: [Substring: Int] = [:]

  init(_ known: KnownWords) { self.known = known }

  /// - Parameter chunk: what stands between two blanks.
  /// - Returns: 0 for what is no word: a dash, say.
  mutating func syllables(of chunk: Substring) -> Int {
    if let count = counts[chunk] { return count }
    let count = countSyllables(of: chunk)
    counts[chunk] = count
    return count
  }

  private func countSyllables(of chunk: Substring) -> Int {
    let letters = chunk.filter(\.isLetter)
    if chunk.contains(where: \.isNumber) { return 1 }
    guard !letters.isEmpty else { return 0 }
    if letters.count <= Self.longestAbbreviation, letters.allSatisfy(\.isUppercase) { return 1 }
    let parts = plainWords(of: String(chunk))
    let counts = parts.map { known.contains([$0]) ? min(2, Syllables.count(in: $0)) : Syllables.count(in: $0) }
    let sum = max(1, counts.reduce(0, +))
    return known.contains(parts) ? min(2, sum) : sum
  }

  /// Longer words in capitals are shouted.
  private static let longestAbbreviation = 5
}
