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
    return stride(from: 0, to: lines.count, by: height).map { lines[$0..<min($0 + height, lines.count)] }
  }

  /// Sees to it that every outcome's heading is still on the screen when the prompt returns.
  ///
  /// - Parameters:
  ///   - says: what is about to be shown.
  ///   - rows: of the window; its last is the prompt's.
  /// - Returns: the same, and where the headings are not on the last of its screens, the headings once more.
  public func keepingOutcomesInSight(_ says: [Say], rows: Int) -> [Say] {
    guard let first = says.firstIndex(where: { $0.kind == .outcome }) else { return says }
    var wrapped = self
    wrapped.isPlain = false  // the terminal breaks the long lines of the plain layout by itself
    let before = wrapped.lines(Array(says[..<first])).count
    guard let last = Self.screens(of: wrapped.lines(says), rows: rows).last, before < last.startIndex else {
      return says
    }
    return says + says.filter { $0.kind == .outcome }
  }
}
