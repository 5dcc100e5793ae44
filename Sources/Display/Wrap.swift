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
  for span in spans {
    for character in span.text { wrapper.take(character, span.role) }
  }
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

  mutating func take(_ character: Character, _ role: Say.Role) {
    switch character {
    case "\n":
      endWord()
      endLine()
    case " ":
      endWord()
      if !line.isEmpty, gap.isEmpty { gap.append(" ", role) }
    default:
      word.append(character, role)
    }
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
    for (character, role) in word.characters {
      if line.width + Display.columns(of: character) > columns, !line.isEmpty { endLine() }
      line.append(character, role)
    }
    gap = Run()
    word = Run()
  }

  private mutating func endLine() {
    lines.append(line.spans)
    line = Run()
    gap = Run()
  }
}

/// Characters in a row, each with its look.
private struct Run {
  private(set) var characters: [(Character, Say.Role)] = []
  private(set) var width = 0

  var isEmpty: Bool { characters.isEmpty }

  mutating func append(_ character: Character, _ role: Say.Role) {
    characters.append((character, role))
    width += columns(of: character)
  }

  mutating func append(_ other: Run) {
    characters += other.characters
    width += other.width
  }

  /// Neighbours of the same look as one text.
  var spans: [Say.Span] {
    characters.reduce(into: []) { spans, next in
      if spans.last?.role == next.1 {
        spans[spans.count - 1].text.append(next.0)
      } else {
        spans.append(Say.Span(String(next.0), next.1))
      }
    }
  }
}
