import Triage

extension WhyNot {
  /// Answers to one question that all do the same. No two alternatives share an answer.
  public struct Answers: Hashable, Sendable {
    public var alternatives: [Alternative]
  }

  public enum Alternative: Hashable, Sendable {
    /// Yes, no, or one choice.
    case one(Value)
    /// Every number or length of time from the one to the other.
    case range(Value, Value)
    /// Every pick of choices, by their positions, that has all of these and none of those.
    case picks(with: [Int], without: [Int])
    case unsure
  }
}
