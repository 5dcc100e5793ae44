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
  public static let usual = 400_000

  /// What is left for one more search where others were in vain: half of it after each, down to a small part, so that a
  /// tree of which nothing can be proven is given up soon.
  func afterSearchesInVain(_ count: Int) -> Budget {
    var rest = self
    rest.states = max(min(states, 1), states >> min(count, Self.mostHalvings))
    return rest
  }

  private static let mostHalvings = 6

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
