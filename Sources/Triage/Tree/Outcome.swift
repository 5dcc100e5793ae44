/// How soon somebody should be seen. Levels are ordered by their position, the lowest first.
public struct Level: Equatable, Sendable {
  public var name: String
  public var was: String?
  public var part: PartID

  public init(name: String, part: PartID = .none) {
    self.name = name
    self.part = part
  }
}

/// What a session ends in.
public struct Outcome: Equatable, Sendable {
  public var name: String
  public var part: PartID
  /// Without a level the patient is outside: not a case for this tree.
  public var level: LevelID?
  public var title: String
  public var say: String
  /// The same two, told to somebody who answers for somebody else.
  public var titleForOther: String?
  public var sayForOther: String?
  public var stretches = StretchList()
  public var refer: Referral?
  /// When to look again.
  public var review: Minutes?
  /// Questions whose `sign` is shown.
  public var watchFor: [QuestionReference] = []
  public var sources: [SourceID] = []
  public var was: String?

  public init(name: String, part: PartID = .none, level: LevelID?, title: String, say: String) {
    self.name = name
    self.part = part
    self.level = level
    self.title = title
    self.say = say
  }
}

/// To whom, and how soon.
public struct Referral: Equatable, Sendable {
  public var to: ProviderID
  public var within: Minutes?

  public init(to: ProviderID, within: Minutes? = nil) {
    (self.to, self.within) = (to, within)
  }
}

/// Where a statement comes from.
public struct Source: Equatable, Sendable {
  public var name: String
  public var title: String
  public var publisher: String?
  public var year: Int?
  /// `https:` only.
  public var url: String?

  public init(name: String, title: String) {
    (self.name, self.title) = (name, title)
  }
}

/// Somebody to turn to.
public struct Provider: Equatable, Sendable {
  public var name: String
  public var role: String
  public var person: String?
  public var phone: String?
  public var address: String?
  public var hours: String?
  public var page: String?

  public init(name: String, role: String) {
    (self.name, self.role) = (name, role)
  }
}
