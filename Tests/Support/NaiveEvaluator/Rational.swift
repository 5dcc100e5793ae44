import Triage

/// An exact fraction, so that the evaluator never needs to think about scales.
struct Rational: Comparable {
  let numerator: Int128
  /// More than 0.
  let denominator: Int128

  static let zero = Rational(0, 1)

  init(_ numerator: Int128, _ denominator: Int128) {
    let divisor = max(1, Self.greatestCommonDivisor(numerator.magnitude, denominator.magnitude))
    self.numerator = numerator / Int128(divisor)
    self.denominator = denominator / Int128(divisor)
  }

  init(_ number: Number) {
    self.init(Int128(number.millionths), Int128(Number.scale))
  }

  static func + (left: Rational, right: Rational) -> Rational {
    Rational(
      left.numerator * right.denominator + right.numerator * left.denominator, left.denominator * right.denominator)
  }

  static func * (left: Rational, right: Rational) -> Rational {
    Rational(left.numerator * right.numerator, left.denominator * right.denominator)
  }

  static func < (left: Rational, right: Rational) -> Bool {
    left.numerator * right.denominator < right.numerator * left.denominator
  }

  private static func greatestCommonDivisor(_ left: UInt128, _ right: UInt128) -> UInt128 {
    right == 0 ? left : greatestCommonDivisor(right, left % right)
  }
}
