extension Message {
  /// The message as text for people: what is wrong, where, the line with carets under the exact words, and what helps.
  ///
  /// Ends with a line break. Nothing in it can act on a terminal.
  public func rendered(in sources: Sources) -> String {
    let lines = ([span].compactMap(\.self) + labels.map(\.span)).map { sources.position(of: $0).line }
    let page = Page(sources: sources, gutter: max(3, String(lines.max() ?? 1).count))
    var rendering = "\(severity.rawValue)[\(code)]: \(Visible.harmless(text))\n"
    if let span { rendering += page.snippet(span, arrow: "-->", mark: "^", note: hint) }
    for label in labels { rendering += page.snippet(label.span, arrow: ":::", mark: "-", note: label.text) }
    return rendering + remarks.map { page.remark($0) }.joined()
  }
}

/// Draws places of some files, all with the line numbers in a column of one width.
private struct Page {
  let sources: Sources
  let gutter: Int

  /// Lines longer than this many characters are shown in part.
  private let widest = 160

  /// A line of a file with marks under the words of a span, and a note beside them.
  func snippet(_ span: Span, arrow: String, mark: Character, note: String) -> String {
    let position = sources.position(of: span)
    let place = "\(Visible.harmless(position.file)):\(position.line):\(position.column)"
    let header = String(repeating: " ", count: gutter - 1) + "\(arrow) \(place)\n"
    let line = sources.lineRange(at: span.range.lowerBound)
    guard !line.isEmpty || !note.isEmpty else { return header }

    let shown = window(line, around: span.range.lowerBound)
    let before = visible(shown.lowerBound..<max(shown.lowerBound, span.range.lowerBound))
    let under = visible(span.range.clamped(to: shown))
    let marks = String(repeating: " ", count: before.cells) + String(repeating: mark, count: max(1, under.cells))
    let remark = note.isEmpty ? "" : " " + Visible.harmless(note)
    return header + margin() + "\n"
      + margin(String(position.line)) + " " + visible(shown).text + "\n"
      + margin() + " " + marks + remark + "\n"
  }

  /// Something to say below the snippets, its further lines indented alike.
  func remark(_ text: String) -> String {
    let indent = String(repeating: " ", count: gutter + 1)
    var result = ""
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      result += indent + (number == 0 ? "= " : "  ") + Visible.harmless(String(line)) + "\n"
    }
    return result
  }

  private func margin(_ number: String = "") -> String {
    String(repeating: " ", count: gutter - number.count) + number + " |"
  }

  private func visible(_ range: Range<Int>) -> (text: String, cells: Int) {
    sources.text(range).unicodeScalars.reduce(into: ("", 0)) { result, scalar in
      let form = Visible.form(of: scalar)
      result.0 += form.text
      result.1 += form.cells
    }
  }

  /// The part of a long line that is shown, cut between characters.
  private func window(_ line: Range<Int>, around offset: Int) -> Range<Int> {
    guard line.count > widest else { return line }
    var start = max(line.lowerBound, min(offset - widest / 2, line.upperBound - widest))
    var end = min(line.upperBound, start + widest)
    while start > line.lowerBound, isContinuation(sources.bytes[start]) { start -= 1 }
    while end < line.upperBound, isContinuation(sources.bytes[end]) { end += 1 }
    return start..<end
  }
}
