/// The year of school after which somebody can read a text, in tenths of a year.
public struct Grade: Hashable, Comparable, Sendable {
  public var tenths: Int

  public init(_ years: Int) { tenths = 10 * years }

  public init(tenths: Int) { self.tenths = tenths }

  public static func < (left: Grade, right: Grade) -> Bool { left.tenths < right.tenths }
}

extension Grade: CustomStringConvertible {
  /// As people write it: "9.4", and "9" for a whole year.
  public var description: String {
    let sign = tenths < 0 ? "-" : ""
    let (years, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    return sign + "\(years)" + (rest == 0 ? "" : ".\(rest)")
  }
}

extension Grade {
  /// The grade by Flesch and Kincaid: 0.39 × words per sentence + 11.8 × syllables per word − 15.59, to the nearest
  /// tenth.
  ///
  /// Source: J. P. Kincaid, R. P. Fishburne, R. L. Rogers and B. S. Chissom, Derivation of new readability formulas for
  /// Navy enlisted personnel, Research Branch Report 8-75, 1975.
  ///
  /// - Precondition: at least one word and one sentence.
  public init(words: Int, sentences: Int, syllables: Int) {
    let scaled = 39 * words * words + 1_180 * syllables * sentences - 1_559 * words * sentences
    let unit = 10 * words * sentences
    tenths = (scaled + (scaled < 0 ? -unit : unit) / 2) / unit
  }
}

extension Prose {
  /// Nil for a text of fewer than ``fewestWords``: the formula was made for whole pages, and of a few words a single
  /// long one decides.
  public var grade: Grade? {
    words < Self.fewestWords ? nil : Grade(words: words, sentences: sentences, syllables: syllables)
  }

  /// How many words a text must have to be graded.
  public static let fewestWords = 8
}
