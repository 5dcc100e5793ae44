import TreeFile

/// Lines of text, in which nothing acts on a terminal.
struct ReportLines {
  private(set) var text = ""

  mutating func skip() { text += "\n" }

  /// Adds a text, each line of it indented, and its place behind it.
  mutating func add(_ words: String, indent: Int = 0, hanging: Int = 2, at place: String? = nil) {
    let words = words.split(whereSeparator: \.isNewline).map { Message.harmless(String($0)) }
    for (number, line) in words.enumerated() {
      let isLast = number == words.count - 1
      text += String(repeating: " ", count: indent + (number == 0 ? 0 : hanging)) + line
      text += (isLast ? place.map { "  (\(Message.harmless($0)))" } ?? "" : "") + "\n"
    }
  }
}
