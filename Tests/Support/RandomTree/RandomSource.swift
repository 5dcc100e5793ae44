/// SplitMix64: the same numbers for the same seed, on every machine.
///
/// Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014.
public struct RandomSource: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// True so many times in a hundred.
  public mutating func chance(_ percent: Int) -> Bool { number(in: 0...99) < percent }

  public mutating func number(in range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  public mutating func pick<Element>(_ elements: [Element]) -> Element { elements.randomElement(using: &self)! }

  /// Some of the elements, in any order; at most as many as there are.
  public mutating func pick<Element>(_ count: Int, of elements: [Element]) -> [Element] {
    Array(elements.shuffled(using: &self).prefix(count))
  }

  /// The position of one of the weights, the heavier the likelier.
  public mutating func pick(weighted weights: [Int]) -> Int {
    var rest = number(in: 0...(weights.reduce(0, +) - 1))
    for (position, weight) in weights.enumerated() {
      if rest < weight { return position }
      rest -= weight
    }
    preconditionFailure("the rest is less than the sum of the weights")
  }
}
