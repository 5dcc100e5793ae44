extension Language {
  /// What a reply of yes or no means.
  enum Reply: Sendable, CaseIterable {
    case yes, no
    /// Yes, some of the time.
    case sometimes
    /// Yes, under some condition.
    case sometimesWhen
    /// Yes, as far as they can tell.
    case softYes
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
      case .softYes: .softYes
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
    static let after: [(Heading, Bound)] = [
      (.nearlyAfter, .nearBelow), (.atLeastAfter, .atLeast), (.atMostAfter, .atMost),
    ]
  }

  /// One of the calendar's.
  enum Period: String, Sendable, CaseIterable {
    case week = "last week"
    case month = "last month"
    case year = "last year"
  }

  /// The words between those at either end that change no answer, or only how sure it is.
  func withoutHarmless(_ words: [String]) -> [String] {
    var core = words[...]
    while let count = asideBefore(core) { core.removeFirst(count) }
    while let count = asideBehind(core) { core.removeLast(count) }
    return Array(core)
  }

  /// The words, and what is left of them without some of the asides at either end, or without any; as they are first.
  func peeled(_ words: [String]) -> [[String]] {
    var starts = [words[...]]
    while starts.count < Self.mostPeeled, let count = asideBefore(starts[starts.count - 1]) {
      starts.append(starts[starts.count - 1].dropFirst(count))
    }
    var ends = [words[...]]
    while ends.count < Self.mostPeeled, let count = asideBehind(ends[ends.count - 1]) {
      ends.append(ends[ends.count - 1].dropLast(count))
    }
    let within = starts.flatMap { start in
      ends.filter { $0.endIndex > start.startIndex }.map { Array(words[start.startIndex..<$0.endIndex]) }
    }
    let core = words.filter { !self[.harmless].contains($0) || self[.pronoun].contains($0) }
    return within + (core.isEmpty || core.count == words.count ? [] : [core])
  }

  /// How many words an aside may have, longest first.
  private static let lengths = [7, 6, 5, 4, 3, 2, 1]

  /// How many asides are taken away one by one at either end.
  private static let mostPeeled = 8

  /// How many of the words are an aside at their beginning; they are never all.
  private func asideBefore(_ words: ArraySlice<String>) -> Int? {
    Self.lengths.first { $0 < words.count && isAside(words.prefix($0)) }
  }

  private func asideBehind(_ words: ArraySlice<String>) -> Int? {
    Self.lengths.first { $0 < words.count && isAside(words.suffix($0)) }
  }

  private func isAside(_ part: ArraySlice<String>) -> Bool {
    self[.harmless].contains(part) || self[.weakening].contains(part)
  }
}
