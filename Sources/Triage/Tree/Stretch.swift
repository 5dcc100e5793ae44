/// Stretches in the order in which they are offered; each is offered once, however often it is named.
public struct StretchList: Equatable, Sendable {
  public var entries: [Entry]
  /// At most so many are offered from this list.
  public var atMost: Int?

  public init(_ entries: [Entry] = [], atMost: Int? = nil) {
    (self.entries, self.atMost) = (entries, atMost)
  }

  public struct Entry: Equatable, Sendable {
    public var use: Use
    public var condition: Condition?
    public var part: PartID

    public init(_ use: Use, if condition: Condition? = nil, part: PartID = .none) {
      (self.use, self.condition, self.part) = (use, condition, part)
    }
  }

  public enum Use: Equatable, Sendable {
    case stretch(StretchID)
    /// The first of these that is permitted.
    case firstOf([StretchID])
    /// In an outcome only: a programme holds no programme.
    case programme(ProgrammeID)
  }
}

/// A named list of stretches.
public struct Programme: Equatable, Sendable {
  public var name: String
  public var part: PartID
  public var list: StretchList

  public init(name: String, part: PartID = .none, list: StretchList) {
    (self.name, self.part, self.list) = (name, part, list)
  }
}

public struct Stretch: Equatable, Sendable {
  public var name: String
  public var part: PartID
  public var card: Card
  /// It is offered only where each of these is known to be false.
  public var avoid: [Avoid] = []
  public var sources: [SourceID] = []
  public var was: String?

  public init(name: String, part: PartID = .none, title: String) {
    (self.name, self.part) = (name, part)
    card = Card(title: title)
  }

  public enum Avoid: Equatable, Sendable {
    case fact(FactID, PartID)
    /// A yes-no question: yes is what to avoid.
    case question(QuestionID, PartID)
  }

  /// What a patient reads of a stretch.
  public struct Card: Equatable, Sendable {
    public var title: String
    public var purpose: String?
    public var helps: [String] = []
    /// From 1, the easiest, to 5.
    public var difficulty: Int?
    public var setup: String?
    public var steps: [String] = []
    public var dose: Dose?
    public var progress: String?
    public var stopIf: String?
    /// The pose, as the tree wrote it.
    public var figure: String?

    public init(title: String) { self.title = title }
  }

  public struct Dose: Equatable, Sendable {
    /// Seconds.
    public var hold: Int?
    public var repeats: Int?
    public var sides: Sides?
    public var perDay: Int?

    public init() {}

    public enum Sides: Equatable, Sendable {
      /// One side after the other.
      case each
      case both
    }
  }
}

/// What holds for every stretch: it is told once, with all that are offered.
public struct StretchingRule: Equatable, Sendable {
  public var text: String
  public var part: PartID
  public var sources: [SourceID]

  public init(_ text: String, part: PartID = .none, sources: [SourceID] = []) {
    (self.text, self.part, self.sources) = (text, part, sources)
  }
}
