/// What steers the chat and is no answer.
public enum Command: Hashable, Sendable {
  case help
  case why
  /// Why not this outcome, in the patient's words.
  case whyNot(String)
  case options
  /// The question again.
  case `repeat`
  /// The question in plainer words.
  case plainer
  case back
  /// The answer to change, in the patient's words; empty where none was named.
  case change(String)
  case summary
  /// How many questions are left.
  case progress
  /// Something for whoever sees the patient next, that decides nothing; as it was typed.
  case note(String)
  /// How to reach somebody.
  case person
  /// Who or what is asking.
  case identity
  case greeting
  /// What a word means.
  case clarify(String)
  /// Would rather not answer.
  case decline
  /// The next question.
  case skip
  /// What to do, on paper.
  case print
  /// Where to keep the record, as it was typed; empty where no place was named.
  case saveRecord(String)
  case restart
  case quit

  /// The words that the help shows, and that completion offers.
  public static let names = [
    "help", "why", "why not", "options", "repeat", "plainer", "back", "change", "summary", "note", "person",
    "save record", "restart", "quit",
  ]

  /// Every whole line that is a command but for the question marks, the slashes and the names of answers.
  public static var lines: [String] { CommandWords.commands.phrases + CommandWords.change.phrases }

  /// The command that a line is as a whole. A slash before it says that it is one, whatever else it could be.
  public init?(_ line: String) {
    let parsed = Line(line)
    if let first = parsed.tokens.first, parsed.words.isEmpty, first == .sign(.question) {
      self = .help
    } else if let command = CommandWords.commands.whole(parsed.words) {
      self = command
    } else if let tail = Self.withTail(line, parsed.words) {
      self = tail
    } else if let change = CommandWords.change.longest(in: parsed.words, at: 0) {
      self = .change(parsed.words.dropFirst(change.count).joined(separator: " "))
    } else {
      return nil
    }
  }

  private static func withTail(_ line: String, _ words: [String]) -> Command? {
    func typed(after count: Int) -> String {
      line.drop { $0 == "/" }.split(separator: " ").dropFirst(count).joined(separator: " ")
    }
    if words.starts(with: ["why", "not"]) { return .whyNot(words.dropFirst(2).joined(separator: " ")) }
    if words.starts(with: ["save", "record"]) { return .saveRecord(typed(after: 2)) }
    if words.starts(with: ["note"]), words.count > 1 { return .note(typed(after: 1)) }
    if words.starts(with: ["what", "does"]), words.last == "mean" {
      return .clarify(words.dropFirst(2).dropLast().joined(separator: " "))
    }
    return nil
  }

  /// Whether a slash before the line says that it is a command.
  public static func isMarked(_ line: String) -> Bool { Line(line).tokens.first == .sign(.slash) }
}
