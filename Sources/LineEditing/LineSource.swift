/// Where a conversation's lines come from: a person at a terminal, or a pipe.
public protocol LineSource: AnyObject {
  /// Waits for one line.
  ///
  /// - Parameters:
  ///   - prompt: shown only to a person; it holds no control characters.
  ///   - remembered: whether the arrow keys recall the line later in this session.
  /// - Returns: the line, or why there is none.
  func readLine(prompt: String, remembered: Bool) -> LineRead

  /// Drops what was typed before the text now on the screen could be read; see ``LineEditor``.
  ///
  /// - Returns: whether anything was dropped.
  func discardUnseenInput() -> Bool

  /// Forgets every line that the arrow keys could recall.
  func forgetLines()
}

/// What Tab offers for the text before the cursor.
public struct Completion {
  /// Texts that could stand in place of the given one, each a whole line so far.
  public var candidates: (String) -> [String]

  /// How several candidates are shown, ready for the terminal and without a last newline.
  public var listing: ([String]) -> String

  public init(candidates: @escaping (String) -> [String], listing: @escaping ([String]) -> String) {
    self.candidates = candidates
    self.listing = listing
  }
}
