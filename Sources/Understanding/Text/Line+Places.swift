/// What stands where in a line.
extension Line {
  /// The word at a place; nil for a number, a sign, and beyond the end.
  func word(at place: Int) -> String? {
    if tokens.indices.contains(place), case .word(let word) = tokens[place] { word } else { nil }
  }

  /// Whether a single word of a set stands at a place.
  func isWord(of set: Heading, at place: Int) -> Bool { word(at: place).map(language[set].contains) ?? false }

  /// Whether the line says nothing of what was asked. "At all" is harmless beside other words and part of "not at all".
  var isNoAmount: Bool {
    [words, language.withoutHarmless(words), words(before: .pause), thoughts.last ?? []].contains {
      language[.noAmount].contains($0)
    }
  }

  /// Whether nothing stands in a part but what leaves an amount as it is, or makes it about so much.
  func isAside(_ part: Range<Int>) -> Bool {
    let words = Array(aligned[part])
    var place = 0
    while place < words.count {
      let found = [Heading.article, .approximate, .harmless, .passing, .being].compactMap {
        language[$0].longest(in: words, at: place)?.count
      }
      guard let count = found.max() else { return false }
      place += count
    }
    return true
  }

  /// The words before the first sign of a kind.
  func words(before sign: Sign) -> [String] {
    tokens.indices.prefix { self.sign(at: $0) != sign }.compactMap { tokens[$0].text }
  }

  /// What stands between pauses.
  var clauses: [Range<Int>] {
    aligned.indices.split { aligned[$0].isEmpty }.map { $0.startIndex..<$0.endIndex }
  }

  /// The words between pauses and what begins another thought, such as a "but".
  var thoughts: [[String]] { aligned.split(whereSeparator: endsThought).map(Array.init) }

  /// The words around a place, between pauses and what begins another thought.
  func thought(at place: Int) -> [String] {
    thought(before: place) + aligned[place...].prefix { !endsThought($0) }
  }

  /// The words right before a place, back to a pause or what begins another thought.
  func thought(before place: Int) -> [String] {
    let end = aligned[..<place].lastIndex(where: endsThought)
    return Array(aligned[(end.map { $0 + 1 } ?? 0)..<place])
  }

  /// Whether a word is a pause, or begins another thought.
  private func endsThought(_ word: String) -> Bool { word.isEmpty || language[.part].contains(word) }

  /// Whether a pause parts two places, in either order.
  func pauses(between first: Int, and second: Int) -> Bool {
    (min(first, second)..<max(first, second)).contains { sign(at: $0) == .pause }
  }

  /// The sign at a place; a full stop is a pause as well.
  func sign(at place: Int) -> Sign? {
    guard tokens.indices.contains(place), case .sign(let sign) = tokens[place] else { return nil }
    return sign == .stop ? .pause : sign
  }

  /// Whether a thought pauses here.
  func isPause(_ place: Int) -> Bool { sign(at: place) == .pause || sign(at: place) == .question }

  /// Whether a sentence ends here: with a full stop, or a question.
  func isStop(_ place: Int) -> Bool {
    tokens.indices.contains(place) && [.sign(.stop), .sign(.question)].contains(tokens[place])
  }
}
