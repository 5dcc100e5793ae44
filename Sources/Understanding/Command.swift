/// What steers the chat and is no answer.
public enum Command: Hashable, Sendable {
  case help
  case why
  case options
  case back
  /// The answer to change, in the patient's words; empty where none was named.
  case change(String)
  case summary
  case restart
  case quit

  /// The words that the help shows, and that completion offers.
  public static let names = ["help", "why", "options", "back", "change", "summary", "restart", "quit"]

  /// Every whole line that is a command but for the question marks, the slashes and the names of answers.
  public static var lines: [String] { CommandWords.commands.phrases + CommandWords.change.phrases }

  /// The command that a line is as a whole. A slash before it says that it is one, whatever else it could be.
  public init?(_ line: String) {
    let parsed = Line(line)
    if let first = parsed.tokens.first, parsed.words.isEmpty, first == .sign(.question) {
      self = .help
    } else if let command = CommandWords.commands.whole(parsed.words) {
      self = command
    } else if let change = CommandWords.change.longest(in: parsed.words, at: 0) {
      self = .change(parsed.words.dropFirst(change.count).joined(separator: " "))
    } else {
      return nil
    }
  }

  /// Whether a slash before the line says that it is a command.
  public static func isMarked(_ line: String) -> Bool { Line(line).tokens.first == .sign(.slash) }
}
