import Triage
import Understanding

/// One line of a set: what was typed at which kind of question, and what it means in the key's words.
struct Row {
  var kind: String
  var typed: String
  var facts: [String]

  /// Reads rows of three columns below a heading. A row that is cut short is none.
  static func all(in text: String) -> [Row] {
    text.split(separator: "\n").dropFirst().compactMap { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count >= 3 else { return nil }
      return Row(kind: cells[0], typed: unfolded(cells[1]), facts: cells[2].split(separator: ";").map(String.init))
    }
  }

  /// What stands for lines that a table cannot hold.
  private static func unfolded(_ text: String) -> String {
    switch text {
    case "<empty>": ""
    case "<spaces>": "   "
    case "<1000 x a>": String(repeating: "a", count: 1_000)
    default: text
    }
  }
}
