import Conversation

/// Breaks visible text into lines of at most `columns` columns.
///
/// Lines break at spaces, of which one stands between two words, and where the text itself has a line feed. A word
/// wider than a line is broken where the line ends; a character wider than a line stands alone.
///
/// - Parameters:
///   - spans: visible text; the looks stay with their words.
///   - columns: at least 1.
/// - Returns: at least one line; an empty text gives an empty one.
func wrap(_ spans: [Say.Span], columns: Int) -> [[Say.Span]] {
  var wrapper = Wrapper(columns: columns)
  for span in spans { wrapper.take(span) }
  return wrapper.finish()
}

private struct Wrapper {
  let columns: Int
  private var lines: [[Say.Span]] = []
  private var line = Run()
  /// The space before the word in hand, if it has one and the line has words already.
  private var gap = Run()
  private var word = Run()

  init(columns: Int) {
    self.columns = columns
  }

  mutating func take(_ span: Say.Span) {
    var rest = span.text[...]
    while let end = rest.utf8.firstIndex(where: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }) {
      word.append(rest[..<end], span.role)
      endWord()
      if rest.utf8[end] == UInt8(ascii: "\n") {
        endLine()
      } else if !line.isEmpty, gap.isEmpty {
        gap.append(" ", span.role)
      }
      rest = rest[rest.utf8.index(after: end)...]
    }
    word.append(rest, span.role)
  }

  mutating func finish() -> [[Say.Span]] {
    endWord()
    // A line feed at the very end ends the text's last line and begins none.
    if !line.isEmpty || lines.isEmpty { endLine() }
    return lines
  }

  private mutating func endWord() {
    guard !word.isEmpty else { return }
    if line.width + gap.width + word.width > columns, !line.isEmpty { endLine() }
    line.append(gap)
    if word.width <= columns { line.append(word) } else { breakWord() }
    gap = Run()
    word = Run()
  }

  private mutating func breakWord() {
    for span in word.spans {
      for character in span.text {
        if line.width + Display.columns(of: character) > columns, !line.isEmpty { endLine() }
        line.append(String(character)[...], span.role)
      }
    }
  }

  private mutating func endLine() {
    lines.append(line.spans)
    line = Run()
    gap = Run()
  }
}

/// Text in a row; neighbours of the same look are one span.
private struct Run {
  private(set) var spans: [Say.Span] = []
  private(set) var width = 0

  var isEmpty: Bool { spans.isEmpty }

  mutating func append(_ text: Substring, _ role: Say.Role) {
    guard !text.isEmpty else { return }
    if spans.last?.role == role {
      spans[spans.count - 1].text += text
    } else {
      spans.append(Say.Span(String(text), role))
    }
    width += columns(of: text)
  }

  mutating func append(_ other: Run) {
    for span in other.spans { append(span.text[...], span.role) }
  }
}
