import TreeFile
import Triage

/// Lines as patients could type them, each with the question at which it is typed: "question<TAB>text" in every row.
public struct AskedLines: Sendable {
  public struct Line: Equatable, Sendable {
    /// Nil where nothing stands before the tab: no question stands to be answered.
    public var question: QuestionID?
    public var text: String
  }

  public private(set) var lines: [Line] = []
  /// What is wrong with rows, each with its file and number.
  public private(set) var mistakes: [String] = []

  public init() {}

  /// Adds the rows of a text. Rows with nothing in them are passed over.
  ///
  /// - Parameter name: of the text, for its mistakes.
  public mutating func add(_ text: String, named name: String, _ grammar: Grammar) {
    for (number, row) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
    where !row.isEmpty {
      let place = "\(name):\(number + 1)"
      guard let tab = row.firstIndex(of: "\t") else {
        mistakes.append("\(place): no tab: write the name of a question, a tab, and what is typed")
        continue
      }
      add(row[..<tab], String(row[row.index(after: tab)...]), at: place, grammar)
    }
  }

  private mutating func add(_ name: Substring, _ text: String, at place: String, _ grammar: Grammar) {
    if name.isEmpty {
      lines.append(Line(question: nil, text: text))
    } else if let question = grammar.questions.ids.first(where: { grammar.questions[$0].name == name }) {
      lines.append(Line(question: question, text: text))
    } else {
      var search = Nearest()
      let meant = search.name(to: String(name), among: grammar.questions.map(\.name))
      let hint = meant.map { "did you mean \"\($0)\"?" } ?? "backtalk explain TREE shows the questions of a tree"
      mistakes.append("\(place): there is no question named \"\(name)\"; \(hint)")
    }
  }
}
