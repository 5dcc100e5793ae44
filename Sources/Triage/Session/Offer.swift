/// The stretches of an outcome for one patient.
public struct Offer: Equatable, Sendable {
  public var stretches: [StretchID] = []
  /// What was left out, and the first thing that is not known to be false.
  public var leftOut: [LeftOut] = []

  public struct LeftOut: Equatable, Sendable {
    public var stretch: StretchID
    public var avoid: Stretch.Avoid
    /// True where it is known to hold, false where it is just not known.
    public var isKnown: Bool
  }
}
