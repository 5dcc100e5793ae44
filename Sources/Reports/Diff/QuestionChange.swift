import Triage

/// A question that differs between two versions.
public struct QuestionChange: Equatable, Sendable {
  /// Its name in the new version, or in the old where it is removed.
  public var name: String
  public var kind: Kind
  /// What only one version takes for an answer; nobody who answers so is compared.
  public var noLongerTaken: String?
  public var newlyTaken: String?
  /// Whether the answers before and now cannot be compared at all: the type is another, say.
  public var isIncomparable = false

  init(name: String, kind: Kind) { (self.name, self.kind) = (name, kind) }

  public enum Kind: Equatable, Sendable {
    case added
    case removed
    /// The same question in both, and what of it differs; at least one thing.
    case changed([Aspect])
  }

  /// Something that differs, as it was and as it is; nil where there is none.
  public struct Aspect: Equatable, Sendable {
    public var aspect: Key
    public var old: String?
    public var new: String?
  }

  public enum Key: String, CaseIterable, Sendable {
    case name, ask, plainer, why, sign
    case forOther = "for_other"
    case label, choices, hears, type, range, unsure, unasked, applies
    case redFlag = "red_flag"

    /// Whether it is only how the question reads.
    public var isWording: Bool {
      switch self {
      case .ask, .plainer, .why, .sign, .forOther, .label: true
      default: false
      }
    }
  }
}

/// An alarm that differs between two versions.
public struct AlarmChange: Equatable, Sendable {
  public var name: String
  public var kind: Kind

  public enum Kind: Equatable, Sendable {
    case added
    case removed
    case changed(noLongerHeard: [String], newlyHeard: [String], end: OutcomeMove?, isAskedOtherwise: Bool)
  }

  /// Whether it can lead lower than before for certain, or is not raised where it was.
  public var isLowered: Bool {
    switch kind {
    case .added: false
    case .removed: true
    case .changed(let noLonger, _, let end, _): !noLonger.isEmpty || end?.direction == .lowered
    }
  }
}
