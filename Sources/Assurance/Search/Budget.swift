/// How much work may be done before a proof is given up.
public struct Budget: Sendable {
  /// States that may still be looked at.
  public private(set) var states: Int
  /// Asked now and then; true where time is up.
  private let isOver: @Sendable () -> Bool
  private var untilAsked = Self.interval

  private static let interval = 256

  public init(states: Int, isOver: @escaping @Sendable () -> Bool = { false }) {
    self.states = states
    self.isOver = isOver
  }

  /// As much work as a tree of the usual size needs many times over.
  public static let usual = 2_000_000

  /// Takes one state off.
  ///
  /// - Returns: false where nothing is left.
  mutating func spend() -> Bool {
    untilAsked -= 1
    if untilAsked == 0 {
      untilAsked = Self.interval
      if isOver() { states = 0 }
    }
    guard states > 0 else { return false }
    states -= 1
    return true
  }
}
