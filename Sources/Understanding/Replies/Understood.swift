import Triage

/// What a line was understood as, when it was read as the answer to one question.
public enum Understood: Equatable, Sendable {
  case answer(Reading)
  /// Somewhere from one value to another, both ends included: "3 to 4 weeks".
  case interval(Interval)
  /// One of these values, and no telling which.
  case ambiguous([Value])
  case unrecognised(Difficulty)
}

/// An answer, and how it was recognised.
public struct Reading: Equatable, Sendable {
  public var answer: Answer
  public var rule: Rule
  /// The patient said "about", "nearly", "a few", or the like.
  public var isApproximate: Bool

  public init(_ answer: Answer, by rule: Rule, isApproximate: Bool = false) {
    self.answer = answer
    self.rule = rule
    self.isApproximate = isApproximate
  }
}

/// Two ends of the same type, number or duration, both within the question's range; the first is the smaller.
public struct Interval: Hashable, Sendable {
  public var low: Value
  public var high: Value
  public var rule: Rule

  public init(_ low: Value, to high: Value, by rule: Rule) {
    self.low = low
    self.high = high
    self.rule = rule
  }
}

/// One of two sides, where it was asked on which of them a value lies.
public enum Side: Hashable, Sendable {
  case lower
  case upper

  /// The side that a line names as a whole.
  public init?(_ line: String, in language: Language = .english) {
    let words = language.withoutHarmless(Line.words(of: line, in: language))
    guard let side = language.sides.whole(words) else { return nil }
    self = side
  }
}

/// What recognised an answer. The names are part of the record: they do not change.
public enum Rule: String, CaseIterable, Sendable {
  case yesNo = "yes-no"
  case notSure = "not-sure"
  /// The number in the list.
  case listNumber = "list-number"
  /// The label or the name, or what people call it, as a whole.
  case label
  /// The beginning of one label alone.
  case prefix
  /// A label among other words, or words that one label alone has.
  case words
  /// One of the above after a slip of the keyboard was mended.
  case typo
  case nothingPicked = "nothing-picked"
  case everythingPicked = "everything-picked"
  case number
  case duration
  /// A day, a date, or a time of day, counted back from now.
  case since
}

/// Why a line is no answer.
public enum Difficulty: Equatable, Sendable {
  case empty
  /// More than ``Line/mostCharacters``.
  case tooLong
  /// Nothing in it answers the question.
  case noSense
  /// It answers, but not exactly enough: a length of time without a number, say.
  case vague
  case outOfRange
  /// Between two answers that the question accepts: these.
  case offGrid(below: Number, above: Number)
}
