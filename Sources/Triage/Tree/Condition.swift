/// What a branch, step, fact, alarm or guarantee asks of the answers.
///
/// `is not` and `none of` are written with ``not(_:)``, as the format defines them.
public indirect enum Condition: Equatable, Sendable {
  case always
  case never
  case not(Condition)
  /// All of these; `and`.
  case all([Condition])
  /// Any of these; `or`.
  case any([Condition])
  case count(Count, of: [Condition], PartID)
  case fact(FactID, PartID)
  case question(QuestionID, QuestionTest, PartID)
  case score(ScoreID, ScoreTest, PartID)

  /// How many conditions may stand one inside the other.
  public static let deepest = 32
}

/// How many of some conditions have to hold. At most as many as there are.
public enum Count: Equatable, Sendable {
  case atLeast(Int)
  case exactly(Int)
  case atMost(Int)
}

public enum Comparison: Equatable, Sendable {
  case less, atMost, equal, atLeast, more
}

/// What can be asked of one question's answer.
public enum QuestionTest: Equatable, Sendable {
  /// The answer of a yes-no question or of a choice is one of these.
  case isOne(of: [Literal])
  /// The patient said "not sure", whatever that counts as.
  case isUnsure
  case wasAsked
  /// Of the choices picked: some, all or none of these, given as single choices.
  case has(Quantifier, of: [Literal])
  /// A number with a number, a duration with a duration.
  case compares(Comparison, Literal)
  /// Both ends included.
  case between(Literal, Literal)

  public enum Quantifier: Equatable, Sendable {
    case any, all, none
  }
}

/// What can be asked of a score.
public enum ScoreTest: Equatable, Sendable {
  case compares(Comparison, Literal)
  case between(Literal, Literal)
  /// Only of `percent of answered`: nothing that counts towards it was answered.
  case isUnsure
}

/// A named condition.
public struct Fact: Equatable, Sendable {
  public var name: String
  public var part: PartID
  public var condition: Condition
  /// The sentence that people read where the fact holds.
  public var means: String?

  public init(name: String, part: PartID = .none, condition: Condition, means: String? = nil) {
    self.name = name
    self.part = part
    self.condition = condition
    self.means = means
  }
}

/// A sum of points, or what share of the points that could be had it is.
public struct Score: Equatable, Sendable {
  public var name: String
  public var part: PartID
  public var form: Form
  public var items: [Item]

  public init(name: String, part: PartID = .none, form: Form = .sum, items: [Item]) {
    self.name = name
    self.part = part
    self.form = form
    self.items = items
  }

  public enum Form: Equatable, Sendable {
    case sum
    /// 100 × the sum ÷ the sum of the largest points that the answered items could give.
    case percentOfAnswered
  }

  public enum Item: Equatable, Sendable {
    case points(Number, if: Condition, PartID)
    case add(Addend, times: Number, PartID)
    /// These points for every one of these yes-no questions that was answered yes.
    case each(Number, of: [QuestionReference], PartID)
  }

  public enum Addend: Equatable, Sendable {
    /// A number question, or a choice with values.
    case question(QuestionID)
    case score(ScoreID)
  }
}

/// A question, named at some place.
public struct QuestionReference: Equatable, Sendable {
  public var question: QuestionID
  public var part: PartID

  public init(_ question: QuestionID, at part: PartID = .none) {
    self.question = question
    self.part = part
  }
}
