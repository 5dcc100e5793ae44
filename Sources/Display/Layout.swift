import Conversation

/// How what is said is laid out as lines. The same words in the same layout give the same lines.
public struct Layout: Equatable, Sendable {
  /// At least 1.
  public var columns: Int
  public var isColoured: Bool

  /// For a screen reader: one thought a line, however long; no empty lines, no indents.
  public var isPlain: Bool

  /// Whether the plain layout is for a window, which would break long lines inside words, so that they are broken here.
  public var isInWindow: Bool

  /// The width of a pipe, of a script, and of a terminal that does not say.
  public static let standardColumns = 80
  public static let standardRows = 24

  /// A width below 1 counts as none given.
  public init(
    columns: Int = standardColumns, isColoured: Bool = false, isPlain: Bool = false, isInWindow: Bool = false
  ) {
    self.columns = columns > 0 ? columns : Self.standardColumns
    self.isColoured = isColoured
    self.isPlain = isPlain
    self.isInWindow = isInWindow
  }
}

extension Layout {
  /// The lines that show `says`, without line endings.
  public func lines(_ says: [Say]) -> [String] {
    says.flatMap(lines)
  }

  /// The same as one text, every line ended by a line feed.
  public func text(_ says: [Say]) -> String {
    lines(says).map { $0 + "\n" }.joined()
  }

  /// Short texts side by side, as many a line as the window holds; in the plain layout one a line.
  public func lines(sideBySide texts: [String]) -> [String] {
    let gap = "   "
    return texts.map(visible).reduce(into: []) { lines, text in
      let isRoomy = Display.columns(of: (lines.last ?? "") + gap + text) <= columns
      if let last = lines.last, isRoomy, !isPlain {
        lines[lines.count - 1] = last + gap + text
      } else {
        lines.append(text)
      }
    }
  }

  func lines(_ say: Say) -> [String] {
    let spans = say.spans.map { Say.Span(visible($0.text), $0.role) }
    let marker = say.marker.map { visible($0) + " " } ?? ""
    return isPlain ? plainLines(spans, marker, say.kind) : wrappedLines(spans, marker, say)
  }

  /// Breaks that the text itself has become spaces too: they are the writer's, not the listener's.
  private func plainLines(_ spans: [Say.Span], _ marker: String, _ kind: Say.Kind) -> [String] {
    let line = wrap(spans, columns: .max).reduce(into: [Say.Span]()) { joined, line in
      if !joined.isEmpty, !line.isEmpty { joined.append(Say.Span(" ")) }
      joined += line
    }
    return wrap([Say.Span(marker)] + line, columns: isInWindow ? columns : .max).map { dressed($0, kind) }
  }

  private func wrappedLines(_ spans: [Say.Span], _ marker: String, _ say: Say) -> [String] {
    let indent = min(max(0, say.indent), columns / 4)
    let hang = indent + Display.columns(of: marker)
    // In a window too narrow to hang lines under the first word, they start at the left.
    let isRoomy = hang <= columns / 2
    let lines = isRoomy ? wrap(spans, columns: columns - hang) : wrap([Say.Span(marker)] + spans, columns: columns)
    let first = isRoomy ? spaces(indent) + marker : ""
    let rest = isRoomy ? spaces(hang) : ""
    let drawn = lines.enumerated().map { number, line in
      line.isEmpty ? "" : (number == 0 ? first : rest) + dressed(line, say.kind)
    }
    return (say.isApart ? [""] : []) + drawn
  }

  private func dressed(_ line: [Say.Span], _ kind: Say.Kind) -> String {
    line.map { isColoured ? Look($0.role, in: kind).wearing($0.text) : $0.text }.joined()
  }

  func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
}
