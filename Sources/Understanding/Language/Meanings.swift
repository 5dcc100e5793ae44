extension Language {
  /// What a reply of yes or no means.
  enum Reply: Sendable, CaseIterable {
    case yes, no
    /// Yes, some of the time.
    case sometimes
    /// Yes, under some condition.
    case sometimesWhen
    /// No, as far as they can tell.
    case softNo
    /// It was so, and is no longer.
    case pastNo
    /// It may be; an answer to yes or no alone.
    case perhaps
    /// It answers, but could be either.
    case either

    var heading: Heading {
      switch self {
      case .yes: .yes
      case .no: .no
      case .sometimes: .sometimes
      case .sometimesWhen: .sometimesWhen
      case .softNo: .softNo
      case .pastNo: .pastNo
      case .perhaps: .perhaps
      case .either: .either
      }
    }
  }

  /// On which side of a number something may lie.
  enum Bound: Sendable {
    case near, nearBelow, above, atLeast, below, atMost

    static let before: [(Heading, Bound)] = [
      (.nearly, .near), (.nearlyBelow, .nearBelow), (.above, .above), (.atLeast, .atLeast), (.below, .below),
      (.atMost, .atMost),
    ]
    static let after: [(Heading, Bound)] = [(.atLeastAfter, .atLeast), (.atMostAfter, .atMost)]
  }

  /// One of the calendar's.
  enum Period: String, Sendable, CaseIterable {
    case week = "last week"
    case month = "last month"
    case year = "last year"
  }

  /// The words between those at either end that change no answer, or only how sure it is.
  func withoutHarmless(_ words: [String]) -> [String] {
    var words = words
    while let count = Self.lengths.first(where: { isAside(words, words.prefix($0)) }) { words.removeFirst(count) }
    while let count = Self.lengths.first(where: { isAside(words, words.suffix($0)) }) { words.removeLast(count) }
    return words
  }

  /// The words, and what is left of them without some of the asides at either end, or without any; as they are first.
  func peeled(_ words: [String]) -> [[String]] {
    var starts = [0]
    while let start = starts.last,
      let count = Self.lengths.first(where: { start + $0 < words.count && isAside(words, words[start..<start + $0]) })
    {
      starts.append(start + count)
    }
    var ends = [words.count]
    while let end = ends.last,
      let count = Self.lengths.first(where: { end - $0 > 0 && isAside(words, words[(end - $0)..<end]) })
    {
      ends.append(end - count)
    }
    let within = starts.flatMap { start in ends.filter { $0 > start }.map { Array(words[start..<$0]) } }
    let core = words.filter { !self[.harmless].contains($0) }
    return within + (core.isEmpty || core.count == words.count ? [] : [core])
  }

  /// How many words an aside may have, longest first.
  private static let lengths = [4, 3, 2, 1]

  private func isAside(_ words: [String], _ part: ArraySlice<String>) -> Bool {
    guard part.count < words.count else { return false }
    return self[.harmless].contains(Array(part)) || self[.weakening].contains(Array(part))
  }
}
