import Triage

/// A size that stands somewhere in a line: a number, or a length of time in minutes, or anything between two of them.
struct Amount: Equatable, Sendable {
  var low: Number
  var high: Number
  /// The place after its last token.
  var end: Int
  /// The place of its first token, with what is said right before it; where it was found among other words.
  var start = 0
  var isApproximate = false
  /// What was said right before it: "more than".
  var bound: Language.Bound?
  /// Whether it is at least so much, and how much more nobody knows.
  var isOpenEnded = false
  var rule = Rule.duration

  init(_ low: Number, to high: Number? = nil, end: Int, isApproximate: Bool = false) {
    self.low = low
    self.high = high ?? low
    self.end = end
    self.isApproximate = isApproximate
  }

  /// Whether it is a day that is no time ago.
  var isToday: Bool { rule == .since && high == Number(0) }

  /// So many times as much.
  func times(_ factor: Int64) -> Amount {
    var product = self
    product.low = low.times(factor)
    product.high = high.times(factor)
    return product
  }

  /// This and another that stands after it.
  func plus(_ other: Amount) -> Amount {
    var sum = self
    sum.low = low.plus(other.low)
    sum.high = high.plus(other.high)
    sum.end = other.end
    sum.isApproximate = isApproximate || other.isApproximate
    return sum
  }
}

extension Number {
  static let half = Number(millionths: scale / 2)

  /// What stands for everything larger than can be held: a whole number, and out of every range.
  static let most = Number(millionths: .max / scale * scale)

  func times(_ factor: Int64) -> Number {
    let product = millionths.multipliedReportingOverflow(by: factor)
    return product.overflow ? Self.most : Number(millionths: product.partialValue)
  }

  func plus(_ other: Number) -> Number {
    let sum = millionths.addingReportingOverflow(other.millionths)
    return sum.overflow ? Self.most : Number(millionths: sum.partialValue)
  }
}

extension Minutes {
  static let perDay: Int64 = 24 * 60
  static let perYear = 365 * perDay
}
