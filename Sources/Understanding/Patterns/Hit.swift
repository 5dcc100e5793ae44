import Triage

/// A phrase that was found in a line.
struct Hit: Sendable {
  var entry: Hearable
  var reach: Pattern.Reach
  /// Whether what is over counts as well.
  var isOfAnyTime: Bool
  /// Whether it is one plain word, which tells nothing to a question that was not asked.
  var isMereWord: Bool
  /// Whether it is nothing but a number or a length of time.
  var isMereAmount: Bool
  /// The tokens from its first word to its last, those between them included.
  var range: Range<Int>
  /// The tokens that the phrase itself accounts for, its last first.
  var parts: [Range<Int>]
  /// The number or the length of time that stood for `#`.
  var amount: Amount?

  /// How many tokens the phrase itself accounts for.
  var weight: Int { parts.reduce(0) { $0 + $1.count } }

  /// Whether this phrase accounts for all that another does, and for more.
  func covers(_ other: Hit) -> Bool {
    weight > other.weight
      && other.parts.allSatisfy { part in
        parts.contains { $0.lowerBound <= part.lowerBound && $0.upperBound >= part.upperBound }
      }
  }

  /// Whether the two share words of their own.
  func sharesWords(with other: Hit) -> Bool {
    parts.contains { part in other.parts.contains { $0.overlaps(part) } }
  }

  /// No phrase takes up more tokens, however much stands between its words; one that does hides none within it.
  static let longest = 60
}
