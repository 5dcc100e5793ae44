import Triage

/// One paragraph for the patient: text that is wrapped as a whole, and what part it plays.
///
/// It knows no width and no colour. Whoever shows it wraps it, hangs the lines after the first under the first word,
/// and gives the roles their looks. The text may hold anything that a tree or a patient wrote: control characters
/// are made visible at the last door out, not here.
public struct Say: Equatable, Sendable {
  public var kind: Kind
  public var spans: [Span]
  /// What stands before the first word, with a space after it: "2." of the second choice, "-" of an item. Without
  /// one the text starts at the indent.
  public var marker: String?
  /// Columns before the marker, or before the text.
  public var indent: Int
  /// Whether an empty line stands before it.
  public var isApart: Bool

  public init(_ kind: Kind, _ spans: [Span], marker: String? = nil, indent: Int = 0, isApart: Bool = false) {
    self.kind = kind
    self.spans = spans
    self.marker = marker
    self.indent = indent
    self.isApart = isApart
  }

  public enum Kind: Equatable, Sendable {
    case heading
    case paragraph
    /// What is asked, in the tree's words.
    case question
    /// One of the answers to choose from.
    case choice
    /// What was understood.
    case echo
    /// Something that the patient should know of: a limit, an assumption, that nothing was changed.
    case notice
    /// What was not understood, or cannot be done.
    case trouble
    /// The level and the title of an outcome, and at the highest level the number to call.
    case outcome
    /// One of several.
    case item
  }

  /// Text of one look.
  public struct Span: Equatable, Sendable {
    public var text: String
    public var role: Role

    public init(_ text: String, _ role: Role = .plain) {
      self.text = text
      self.role = role
    }
  }

  public enum Role: Equatable, Sendable {
    case plain
    case strong
    case dim
    /// Something that can be typed.
    case typed
    /// How soon somebody should be seen: `rank` from 0, the lowest, below `count`.
    case level(rank: Int, count: Int)
  }

  /// Its text on one line, the marker and the indent included.
  public var text: String {
    String(repeating: " ", count: indent) + (marker.map { $0 + " " } ?? "") + spans.map(\.text).joined()
  }
}

/// What comes of one line: what is to be said, then what is to be done.
public struct Reply: Equatable, Sendable {
  public var says: [Say] = []
  public var requests: [Request] = []

  public init(says: [Say] = [], requests: [Request] = []) {
    self.says = says
    self.requests = requests
  }
}

/// What the conversation asks of the program around it.
public enum Request: Equatable, Sendable {
  /// The patient has gone. The status is 0, or 1 where the input ended before an outcome.
  case leave(status: Int32)
  /// Begin again as if for somebody else: drop the lines that arrow keys recall, and what no record holds yet.
  case forgetRecalledLines
  /// Write this chat to a new record, from its beginning on, at the place that was typed.
  case saveRecord(String)
  /// Keep these words for the provider, beside what was answered. Nothing is decided by them.
  case keepNote(String)
  /// Find out what would have led to one of these outcomes, or, where none are named, to any other than the one reached;
  /// ``Conversation/words(_:to:)`` says it.
  case whyNot([OutcomeID])
}
