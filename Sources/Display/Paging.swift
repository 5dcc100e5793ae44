import Conversation

extension Layout {
  /// Cuts lines into screens, so that a person can read the first before the last has pushed it away.
  ///
  /// - Parameters:
  ///   - lines: of the window's width at most.
  ///   - rows: of the window; its last is the prompt's. Below 2 there is nothing to page.
  /// - Returns: one screen where all of it fits.
  public static func screens(of lines: [String], rows: Int) -> [ArraySlice<String>] {
    let height = rows - 1
    guard height > 0, lines.count > height else { return [lines[...]] }
    var screens: [ArraySlice<String>] = []
    var rest = lines[...]
    while rest.count > height {
      let screen = withoutLoneHeading(rest.prefix(height))
      screens.append(screen)
      rest = rest[screen.endIndex...]
    }
    return screens + [rest]
  }

  /// What begins behind an empty line waits for the next screen where this one has room for no more than its first line.
  private static func withoutLoneHeading(_ screen: ArraySlice<String>) -> ArraySlice<String> {
    guard screen.count > 4, let gap = screen.suffix(2).firstIndex(of: "") else { return screen }
    return screen[..<gap]
  }

  /// Sees to it that nobody turns a page before they have read an outcome's heading, and that it is still on the screen
  /// when the prompt returns.
  ///
  /// - Parameters:
  ///   - says: what is about to be shown.
  ///   - rows: of the window; its last is the prompt's.
  /// - Returns: the same, with the headings once more on the first and on the last of its screens where they are not
  ///   there already. Behind a question that waits there is no heading.
  public func keepingOutcomesInSight(_ says: [Say], rows: Int) -> [Say] {
    let headings = says.filter { $0.kind == .outcome }
    guard let first = says.firstIndex(where: { $0.kind == .outcome }),
      let last = says.lastIndex(where: { $0.kind == .outcome })
    else { return says }
    var wrapped = self
    wrapped.isPlain = false  // the terminal breaks the long lines of the plain layout by itself
    let start = wrapped.lines(Array(says[..<first])).count
    let end = wrapped.lines(Array(says[...last])).count
    let screens = Self.screens(of: wrapped.lines(says), rows: rows)
    var shown = says
    let isAsking = says[last...].contains { $0.kind == .question }
    if start < screens[screens.count - 1].startIndex, !isAsking { shown += headings }
    if end > screens[0].endIndex, !isPlain {
      shown.insert(contentsOf: headings, at: says.prefix { $0.kind == .echo }.count)
    }
    return shown
  }
}
