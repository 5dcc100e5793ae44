/// Something to say about a tree's files to people, in words.
///
/// `Message+Render.swift` draws it.
public struct Message: Equatable, Sendable {
  public enum Severity: String, Sendable {
    case error, warning, note
  }

  /// Another place that has to do with it, and a few words about that.
  public struct Label: Equatable, Sendable {
    public var span: Span
    public var text: String
  }

  public var severity: Severity
  /// Stable; what tools match on.
  public var code: String
  /// What is wrong, in one sentence.
  public var text: String
  /// Nil where it has no place of its own.
  public var span: Span?
  /// A few words beside the carets.
  public var hint = ""
  public var labels: [Label] = []
  /// What else helps; each may have several lines.
  public var remarks: [String] = []

  public init(_ severity: Severity, code: String, _ text: String, at span: Span?) {
    self.severity = severity
    self.code = code
    self.text = text
    self.span = span
  }
}

extension Diagnostic {
  /// In words, ready to be drawn.
  public var asMessage: Message {
    let words = mistake.words
    var told = Message(.error, code: code.rawValue, words.message, at: span)
    told.hint = words.hint ?? ""
    told.labels = labels.map { Message.Label(span: $0.span, text: $0.role.words) }
    told.remarks = [words.cure].compactMap(\.self)
    return told
  }

  /// The diagnostic as text for people.
  public func rendered(in sources: Sources) -> String { asMessage.rendered(in: sources) }
}

extension Message {
  /// `text` on one line, with nothing in it that a terminal would act on.
  public static func harmless(_ text: String) -> String { Visible.harmless(text) }
}
