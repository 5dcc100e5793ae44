import TreeFile
import Triage

/// Something about a tree that is not as it has to be, or should be, in words.
public struct Finding: Sendable {
  public var rule: Rule
  public var severity: Message.Severity
  /// Where to look.
  public var part: PartID
  /// What is the matter, in one sentence.
  public var message: String
  /// Somebody to whom it happens.
  public var example: Example?
  /// What to do.
  public var cure: String

  public init(_ rule: Rule, _ severity: Message.Severity, at part: PartID, _ message: String, cure: String) {
    self.rule = rule
    self.severity = severity
    self.part = part
    self.message = message
    self.cure = cure
  }

  /// A conversation, or two that differ.
  public struct Example: Equatable, Sendable {
    /// What it shows.
    public var title: String
    /// As it is shown to people.
    public var lines: [String]
    /// Step by step, with places.
    public var conversations: [[AccountLine]]

    /// Where so much is broken that nobody reads it all.
    static let omitted = Example(
      title: "more is broken than conversations are worked out for: mend the others first", lines: [],
      conversations: [])
  }
}

extension Finding {
  /// The finding as a message that can be drawn, the example before the cure.
  func message(in map: SourceMap) -> Message {
    var drawn = bareMessage(in: map)
    if let example {
      drawn.remarks.insert(([example.title] + example.lines.map { "  " + $0 }).joined(separator: "\n"), at: 0)
    }
    return drawn
  }

  /// The same without the example.
  func bareMessage(in map: SourceMap) -> Message {
    var message = Message(severity, code: rule.name, message, at: map.span(of: part))
    message.remarks = [cure]
    return message
  }
}
