/// Phrases of one or more words, each with a meaning.
struct PhraseTable<Meaning: Sendable>: Sendable {
  /// What goes on behind a first word, the longest first: most words of a line begin no phrase.
  private var beginning: [String: [(rest: [String], meaning: Meaning)]] = [:]
  /// Phrases with a few other words, or none, where they have `...`: what stands before, between and after,
  /// and whether others may follow. By their first word, in the order of the text.
  private var gapped: [String: [(parts: [[String]], isOpen: Bool, meaning: Meaning)]] = [:]

  /// Every text holds phrases with commas between them. They are brought to the spelling of a ``Line``.
  init(_ groups: [(Meaning, String)]) {
    for (meaning, text) in groups {
      for phrase in text.split(separator: ",") {
        if phrase.contains("...") { addGapped(phrase, meaning) } else { add(Line.words(of: String(phrase)), meaning) }
      }
    }
    for first in beginning.keys { beginning[first]!.sort { $0.rest.count > $1.rest.count } }
  }

  /// Of two meanings of one phrase the last counts.
  private mutating func add(_ words: [String], _ meaning: Meaning) {
    guard let first = words.first else { return }
    let rest = Array(words.dropFirst())
    if let place = beginning[first]?.firstIndex(where: { $0.rest == rest }) {
      beginning[first]![place].meaning = meaning
    } else {
      beginning[first, default: []].append((rest, meaning))
    }
  }

  private mutating func addGapped(_ phrase: Substring, _ meaning: Meaning) {
    let pieces = phrase.split(whereSeparator: \.isWhitespace)
    let parts = pieces.split(separator: "...").map { $0.flatMap { Line.words(of: String($0)) } }.filter { !$0.isEmpty }
    guard let first = parts.first?.first else { return }
    gapped[first, default: []].append((parts, pieces.last == "...", meaning))
  }

  /// What the words mean as a whole.
  func whole(_ words: some RandomAccessCollection<String>) -> Meaning? {
    guard let first = words.first else { return nil }
    let rest = words.dropFirst()
    if let found = beginning[first]?.first(where: { $0.rest.count == rest.count && rest.elementsEqual($0.rest) }) {
      return found.meaning
    }
    return gapped[first]?.first { words.consists(of: $0.parts, isOpen: $0.isOpen) }?.meaning
  }

  /// The longest phrase that the words from `start` on begin with.
  func longest(in words: [String], at start: Int) -> (meaning: Meaning, count: Int)? {
    guard words.indices.contains(start), let phrases = beginning[words[start]] else { return nil }
    let found = phrases.first { phrase in
      phrase.rest.count < words.count - start
        && phrase.rest.indices.allSatisfy { phrase.rest[$0] == words[start + 1 + $0] }
    }
    return found.map { ($0.meaning, $0.rest.count + 1) }
  }

  /// Every phrase without a gap, sorted.
  var phrases: [String] {
    beginning.flatMap { first, phrases in phrases.map { ([first] + $0.rest).joined(separator: " ") } }.sorted()
  }

  /// Every single word that is a phrase.
  var singleWords: [String] {
    beginning.filter { $1.contains { $0.rest.isEmpty } }.keys.sorted()
  }
}

extension PhraseTable where Meaning == Bool {
  /// A set of phrases.
  init(_ text: String) { self.init([(true, text)]) }

  func contains(_ words: some RandomAccessCollection<String>) -> Bool { whole(words) != nil }

  func contains(_ word: String) -> Bool { whole(CollectionOfOne(word)) != nil }

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

extension RandomAccessCollection<String> {
  /// Whether these are the parts, in their order, with no more than three other words between two of them, and
  /// no more than eight behind them where they are open.
  fileprivate func consists(of parts: [[String]], isOpen: Bool) -> Bool {
    guard let first = parts.first, starts(with: first) else { return false }
    var rest = dropFirst(first.count)
    for part in parts.dropFirst() {
      guard let passed = (0...3).first(where: { rest.dropFirst($0).starts(with: part) }) else { return false }
      rest = rest.dropFirst(passed + part.count)
    }
    return isOpen ? rest.count <= 8 : rest.isEmpty
  }
}
