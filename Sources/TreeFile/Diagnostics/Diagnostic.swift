/// Something wrong with a tree's files: what, where, and which other places one must see to understand it.
///
/// It is data. `Diagnostic+Words.swift` says it in words, `Diagnostic+Render.swift` draws it.
public struct Diagnostic: Equatable, Sendable {
  /// What a second place has to do with the mistake.
  public enum Role: Equatable, Sendable {
    case firstDefined
    /// libyaml was reading this when it failed, in libyaml's words.
    case reading(String)
    /// One member of a circle: what it uses.
    case uses(String)
    case mentionedHere
    /// The question that a fact or a score reads.
    case readHere(String)
    /// Another member of a circle.
    case member
  }

  public struct Label: Equatable, Sendable {
    public var role: Role
    public var span: Span
  }

  public var mistake: Mistake
  public var span: Span
  public var labels: [Label]

  init(_ mistake: Mistake, at span: Span, labels: [Label] = []) {
    self.mistake = mistake
    self.span = span
    self.labels = labels
  }

  /// The same with another place to look at.
  func labelled(_ role: Role, _ span: Span) -> Diagnostic {
    var copy = self
    copy.labels.append(Label(role: role, span: span))
    return copy
  }
}
