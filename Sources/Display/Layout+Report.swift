extension Layout {
  /// A report whose lines are laid out already: those that are too long for this layout go on below, indented further.
  ///
  /// They break between words, of which none is broken, so that a place can be copied. Lines of a file that are shown
  /// behind their number keep their length, since marks stand under their words. The plain layout folds nothing.
  ///
  /// - Parameter report: visible text.
  public func folded(_ report: String) -> String {
    guard !isPlain else { return report }
    return report.split(separator: "\n", omittingEmptySubsequences: false).map(folded).joined(separator: "\n")
  }

  private func folded(_ line: Substring) -> String {
    let indent = line.prefix { $0 == " " }.count
    let hang = indent + Self.hanging
    // In a window too narrow to hang lines they stay as they are, and the terminal breaks them.
    guard Display.columns(of: line) > columns, hang <= columns / 2, !isShownFromFile(line) else { return String(line) }
    var lines = [spaces(indent)]
    var width = indent
    // Two spaces in a row leave an empty word between them.
    for word in line.dropFirst(indent).split(separator: " ", omittingEmptySubsequences: false) {
      let wide = Display.columns(of: word)
      let isFirst = width == (lines.count == 1 ? indent : hang)
      if !isFirst, width + 1 + wide > columns {
        lines[lines.count - 1] = lines[lines.count - 1].withoutSpacesAtEnd
        lines.append(spaces(hang) + word)
        width = hang + wide
      } else if !isFirst || !word.isEmpty {
        lines[lines.count - 1] += (isFirst ? "" : " ") + word
        width += (isFirst ? 0 : 1) + wide
      }
    }
    return lines.joined(separator: "\n")
  }

  private static let hanging = 4

  /// Whether a line begins with a margin: perhaps a number, and a bar.
  private func isShownFromFile(_ line: Substring) -> Bool {
    line.drop { $0 == " " }.drop(while: \.isNumber).drop { $0 == " " }.hasPrefix("|")
  }
}

extension String {
  fileprivate var withoutSpacesAtEnd: String {
    String(self[..<(lastIndex { $0 != " " }.map { index(after: $0) } ?? startIndex)])
  }
}
