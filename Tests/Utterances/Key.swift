/// What the words of a set mean in one tree, read from a table.
struct Key {
  /// The question that is asked for every kind of line.
  private(set) var asked: [String: String] = [:]
  private var meanings: [(kind: String, words: [String], meaning: Meaning)] = []

  /// What has to be understood.
  enum Meaning: Equatable {
    case fact(question: String, values: [String], isDenied: Bool)
    case alarm([String])
    case remark(String)
    case command([String])
    case ask
    /// Answers to these questions may come of it, and need not.
    case may([String])
    case nothing
  }

  init(_ text: String) {
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let cells = line.split(separator: "\t").map(String.init)
      guard cells.count == 3 else { fatalError("the key has a row of \(cells.count) columns: \(line)") }
      if cells[0] == "ask" {
        asked[cells[1]] = cells[2]
      } else {
        meanings.append((cells[0], cells[1].split(separator: ";").map(String.init), Meaning(cells[2])))
      }
    }
  }

  /// What these facts mean, each with what it stands for; nil for a fact that the key does not hold. A row of several
  /// facts comes before those of one.
  func meanings(of facts: [String], kind: String) -> [(fact: String, meaning: Meaning?)] {
    var rest = facts
    var found: [(String, Meaning?)] = []
    for entry in meanings where entry.words.count > 1 && (entry.kind == "*" || entry.kind == kind) {
      guard entry.words.allSatisfy(rest.contains) else { continue }
      rest.removeAll { entry.words.contains($0) }
      found.append((entry.words.joined(separator: ";"), entry.meaning))
    }
    return found + rest.map { fact in (fact, meaning(of: fact, kind: kind)) }
  }

  private func meaning(of fact: String, kind: String) -> Meaning? {
    let fitting = meanings.filter { entry in
      guard entry.words.count == 1, entry.kind == "*" || entry.kind == kind else { return false }
      let word = entry.words[0]
      return word == fact || word.hasSuffix("*") && fact.hasPrefix(word.dropLast())
    }
    return (fitting.first { $0.words[0] == fact } ?? fitting.max { $0.words[0].count < $1.words[0].count })?.meaning
  }
}

extension Key.Meaning {
  init(_ text: String) {
    let words = text.split(separator: " ", maxSplits: 1).map(String.init)
    let names = (words.last ?? "").split(separator: "|").map(String.init)
    switch words[0] {
    case "alarm": self = .alarm(names)
    case "remark": self = .remark(names[0])
    case "command": self = .command(names)
    case "ask": self = .ask
    case "may": self = .may(names)
    case "nothing": self = .nothing
    default:
      let isDenied = text.contains("!=")
      let sides = text.split(separator: "=", maxSplits: 1).map(String.init)
      let question = isDenied ? String(sides[0].dropLast()) : sides[0]
      self = .fact(question: question, values: sides[1].split(separator: "|").map(String.init), isDenied: isDenied)
    }
  }
}
