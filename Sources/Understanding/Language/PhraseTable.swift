/// Phrases of one or more words, each with a meaning.
struct PhraseTable<Meaning: Sendable>: Sendable {
  private var meanings: [[String]: Meaning] = [:]
  private var longest = 0
  /// With what the phrases begin: most words of a line begin none.
  private var firstWords: Set<String> = []
  /// Phrases with a few other words, or none, where they have `...`: what stands before, between and after,
  /// and whether others may follow.
  private var gapped: [Gapped] = []
  /// The positions of those by the word with which they begin.
  private var gappedBeginning: [String: [Int]] = [:]

  private struct Gapped {
    var parts: [[String]]
    var isOpen: Bool
    var meaning: Meaning
  }

  /// Every text holds phrases with commas between them. They are brought to the spelling of a ``Line``.
  init(_ groups: [(Meaning, String)]) {
    for (meaning, text) in groups {
      for phrase in text.split(separator: ",") {
        if phrase.contains("...") {
          let parts = phrase.split(separator: "...").map { Line.words(of: String($0)) }.filter { !$0.isEmpty }
          guard let first = parts.first?.first else { continue }
          gappedBeginning[first, default: []].append(gapped.count)
          gapped.append(
            Gapped(parts: parts, isOpen: phrase.hasSuffix("...") || phrase.hasSuffix("... "), meaning: meaning))
          continue
        }
        let words = Line.words(of: String(phrase))
        guard let first = words.first else { continue }
        meanings[words] = meaning
        firstWords.insert(first)
        longest = max(longest, words.count)
      }
    }
  }

  /// What the words mean as a whole.
  func whole(_ words: [String]) -> Meaning? {
    if let meaning = meanings[words] { return meaning }
    guard let first = words.first, let candidates = gappedBeginning[first] else { return nil }
    return candidates.lazy.map { gapped[$0] }.first { words.consists(of: $0.parts, isOpen: $0.isOpen) }?.meaning
  }

  /// The longest phrase that the words from `start` on begin with.
  func longest(in words: [String], at start: Int) -> (meaning: Meaning, count: Int)? {
    guard words.indices.contains(start), firstWords.contains(words[start]) else { return nil }
    for count in stride(from: min(longest, words.count - start), to: 0, by: -1) {
      if let meaning = meanings[Array(words[start..<start + count])] { return (meaning, count) }
    }
    return nil
  }

  /// Every phrase, sorted.
  var phrases: [String] { meanings.keys.map { $0.joined(separator: " ") }.sorted() }

  /// Every single word that is a phrase.
  var singleWords: [String] { meanings.keys.filter { $0.count == 1 }.map { $0[0] }.sorted() }
}

extension PhraseTable where Meaning == Bool {
  /// A set of phrases.
  init(_ text: String) { self.init([(true, text)]) }

  func contains(_ words: [String]) -> Bool { whole(words) != nil }

  func contains(_ word: String) -> Bool { whole([word]) != nil }

  /// Whether the words are nothing but such phrases, one after the other.
  func covers(_ words: some Sequence<String>) -> Bool {
    let words = Array(words)
    var place = 0
    while place < words.count {
      guard let found = longest(in: words, at: place) else { return false }
      place += found.count
    }
    return true
  }
}

extension [String] {
  /// Whether these are the parts, in their order, with no more than three other words between two of them, and
  /// no more than six behind them where they are open.
  fileprivate func consists(of parts: [[String]], isOpen: Bool) -> Bool {
    guard let first = parts.first, starts(with: first) else { return false }
    var place = first.count
    for part in parts.dropFirst() {
      let found = (place...place + 3).first { start in
        start + part.count <= count && self[start..<start + part.count].elementsEqual(part)
      }
      guard let found else { return false }
      place = found + part.count
    }
    return isOpen ? (0...6).contains(count - place) : place == count
  }
}
