import Triage

/// One line that was typed, and what came of it. Parts of the tree stand here by their names.
public struct Turn: Equatable, Sendable {
  /// The question that it answered; none where nothing was asked.
  public var asked: String?
  public var typed: PrivateText
  public var understood: Understood
  /// What is kept for the provider. It decides nothing.
  public var note: PrivateText?
  /// How many events were taken back, the last ones first.
  public var undone: Int
  /// What happened after that.
  public var events: [WrittenEvent]
  /// The branches that the session had not taken before.
  public var took: [BranchTaken]
  /// What the chat had begun and not ended.
  public var open: Open

  public init(
    asked: String?, typed: PrivateText, understood: Understood, note: PrivateText? = nil, undone: Int = 0,
    events: [WrittenEvent] = [], took: [BranchTaken] = [], open: Open = Open()
  ) {
    self.asked = asked
    self.typed = typed
    self.understood = understood
    self.note = note
    self.undone = undone
    self.events = events
    self.took = took
    self.open = open
  }
}

/// What a line was understood as. Nothing is decided by it again: the events are what counts.
public struct Understood: Equatable, Sendable {
  public var kind: Kind
  /// In the names of the tree: the answer, the ends of an interval, what it may have meant, the command, the alarms.
  public var values: [String]
  /// What recognised it.
  public var rule: String?

  public enum Kind: String, Sendable, CaseIterable {
    case answer, interval, ambiguous, unrecognised, command, alarm, confirmation, correction
  }

  public init(_ kind: Kind, _ values: [String] = [], rule: String? = nil) {
    self.kind = kind
    self.values = values
    self.rule = rule
  }
}

/// A branch, and where it was written.
public struct BranchTaken: Equatable, Sendable {
  public var target: Target
  /// As `file:line`, the file counted from the folder of the tree.
  public var place: String?

  public enum Target: Equatable, Sendable {
    case section(String)
    case outcome(String)
  }

  public init(to target: Target, at place: String?) {
    self.target = target
    self.place = place
  }
}

/// An event in the names of its tree.
public enum WrittenEvent: Equatable, Sendable {
  case answer(WrittenAnswer)
  case stuck
  case alarm(String, [WrittenAnswer])
  case revise(WrittenAnswer)
}

/// A question with its answer, in the names of its tree.
public struct WrittenAnswer: Equatable, Sendable {
  public var question: String
  public var value: WrittenValue

  public init(_ question: String, _ value: WrittenValue) {
    self.question = question
    self.value = value
  }
}

public enum WrittenValue: Equatable, Sendable {
  case unsure
  case yesNo(Bool)
  case choice(String)
  case choices([String])
  case number(Number)
  case duration(Minutes)
}

/// What a chat had begun and not ended, so that it can be taken up again.
public struct Open: Equatable, Sendable {
  /// The question whose answer is being changed.
  public var changing: String?
  /// Alarms that were heard, that being asked about first.
  public var alarms: [Alarm]
  /// Events taken back for the alarms, which happen again after them.
  public var held: [WrittenEvent]
  /// How many events there were before the first of the alarms.
  public var start: Int
  /// What was said before it was asked, and confirmed.
  public var waiting: [WrittenAnswer]
  /// How many of the notes up to here stand: the last ones, since those of a chat begun again are forgotten together.
  public var notes: Int

  public struct Alarm: Equatable, Sendable {
    public var name: String
    public var given: [WrittenAnswer]

    public init(_ name: String, given: [WrittenAnswer]) {
      self.name = name
      self.given = given
    }
  }

  public init(
    changing: String? = nil, alarms: [Alarm] = [], held: [WrittenEvent] = [], start: Int = 0,
    waiting: [WrittenAnswer] = [], notes: Int = 0
  ) {
    self.changing = changing
    self.alarms = alarms
    self.held = held
    self.start = start
    self.waiting = waiting
    self.notes = notes
  }

  public var isEmpty: Bool { self == Open() }
}
