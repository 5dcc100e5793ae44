/// A question, what may be answered to it, and what the answers are worth.
public struct Question: Equatable, Sendable {
  public var name: String
  public var part: PartID
  public var kind: Kind
  public var wording: Wording
  /// Patterns of what people say to it, with `{group}`, `...`, `#` and `#38-43`. Choices have their own instead.
  public var hears: [String] = []
  /// What "not sure" counts as; without it the question is asked once more, and then the session is stuck.
  public var unsure: Unsure?
  /// Why an unsure answer may lead lower than a definite one.
  public var unsureBecause: String?
  /// What the question counts as, for decisions, on a path that has not asked it.
  public var unasked: Literal?
  /// Where this is false the question is not asked, and that is not skipping it.
  public var applies: Condition?
  /// From least to most worrying; without it the question is no red flag.
  public var redFlag: RedFlag?
  public var sources: [SourceID] = []
  /// The name that the question had before.
  public var was: String?

  public init(name: String, part: PartID = .none, kind: Kind, ask: String) {
    self.name = name
    self.part = part
    self.kind = kind
    wording = Wording(ask: ask)
  }

  public enum Kind: Equatable, Sendable {
    case yesNo
    /// One of these.
    case choice([Choice])
    /// Any of these, or none; at most ``Question/mostChoices``.
    case choices([Choice])
    case number(NumberRange)
    /// Whole minutes, both ends included.
    case duration(ClosedRange<Minutes>)
  }

  /// How many choices a question may have of which any number can be picked: one bit each, in a non-negative `Int32`.
  public static let mostChoices = 31

  /// How many numbers or lengths of time a question may accept: one code is left that no answer has.
  public static let mostAnswers: Int64 = 2_147_483_647

  /// The words of a question.
  public struct Wording: Equatable, Sendable {
    public var ask: String
    /// The same in plainer words, for the second try.
    public var plainer: String?
    /// Why it matters.
    public var why: String?
    /// How it reads as a warning sign.
    public var sign: String?
    /// How it reads when somebody answers for somebody else.
    public var forOther: String?

    public init(ask: String) { self.ask = ask }
  }

  public enum Unsure: Equatable, Sendable {
    /// No answer: it is asked once more, and when that fails too the session is stuck.
    case askAgain(PartID)
    /// It counts as this in every decision and score.
    case counts(as: Literal)
    /// A value of its own: `is unsure` is true, every other comparison is false.
    case own(PartID)
  }

  public enum RedFlag: Equatable, Sendable {
    /// The larger, the more worrying.
    case rising(PartID)
    /// The smaller, the more worrying; for `choices`, the fewer.
    case falling(PartID)
    /// Every answer, least worrying first; those of one inner list are a tie.
    case ranked([[Rank]], PartID)
    /// For `choices`: the worrying ones.
    case worrying([Literal], PartID)
  }

  /// A place in the order of a red flag.
  public enum Rank: Equatable, Sendable {
    case value(Literal)
    case unsure(PartID)
  }
}

/// One of the answers that a question offers.
public struct Choice: Equatable, Sendable {
  public var name: String
  public var label: String
  /// Patterns of what people call it.
  public var hears: [String] = []
  /// What it is worth in a score.
  public var value: Number?
  public var was: String?
  public var part: PartID

  public init(name: String, label: String, part: PartID = .none) {
    self.name = name
    self.label = label
    self.part = part
  }
}

/// The numbers that a question accepts: both ends, and every step from the low one.
public struct NumberRange: Equatable, Sendable {
  public var low: Number
  public var high: Number
  /// More than 0.
  public var step: Number
  public var part: PartID

  public init(_ low: Number, to high: Number, step: Number = Number(1), part: PartID = .none) {
    self.low = low
    self.high = high
    self.step = step
    self.part = part
  }
}
