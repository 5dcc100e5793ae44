/// An exact decimal number, held as a count of millionths.
public struct Number: Hashable, Comparable, Sendable {
  public var millionths: Int64

  public init(millionths: Int64) { self.millionths = millionths }

  public init(_ whole: Int) { millionths = Int64(whole) * Self.scale }

  /// The millionths in one.
  public static let scale: Int64 = 1_000_000

  /// The largest size of a number that a tree may write: a thousand million.
  public static let limit = Number(1_000_000_000)

  public static func < (left: Number, right: Number) -> Bool { left.millionths < right.millionths }
}

/// A length of time in whole minutes. A month is 30 days, a year 365.
public struct Minutes: Hashable, Comparable, Sendable {
  public var count: Int64

  public init(_ count: Int64) { self.count = count }

  public static func days(_ days: Int64) -> Minutes { Minutes(days * 24 * 60) }

  public static func < (left: Minutes, right: Minutes) -> Bool { left.count < right.count }
}

/// A definite answer: what a question of each type can be answered with.
public enum Value: Hashable, Sendable {
  case yesNo(Bool)
  /// The position of the choice among the question's choices.
  case choice(Int)
  /// One bit for each choice that was picked, the lowest for the first. None picked is an answer too.
  case choices(UInt32)
  case number(Number)
  case duration(Minutes)

  public static let yes = Value.yesNo(true)
  public static let no = Value.yesNo(false)
}

/// A value as it was written in a tree.
public struct Literal: Equatable, Sendable {
  public var value: Value
  public var part: PartID

  public init(_ value: Value, at part: PartID = .none) {
    self.value = value
    self.part = part
  }
}

/// What a patient says to a question.
public enum Answer: Hashable, Sendable {
  case value(Value)
  /// "Not sure". What that counts as is the question's own business.
  case unsure
}
