import TreeFile

extension TreeDiff {
  /// Everything that differs, as Markdown for a pull request.
  public var markdown: String {
    let title = "## \(Self.safe(old.path)) → \(Self.safe(new.path))"
    guard difference != nil else {
      let reports = [old, new].filter { $0.loaded.tree == nil }.map { Self.fenced($0.loaded.report) }
      return ([title, "> [!CAUTION]\n> \(headlineSentence)"] + reports).joined(separator: "\n\n") + "\n"
    }
    return ([title, summary] + sections.filter { !$0.isEmpty }).joined(separator: "\n\n") + "\n"
  }

  private var headlineSentence: String { headline.prefix(1).uppercased() + headline.dropFirst() + "." }

  private var summary: String {
    switch verdict {
    case .lowered: "> [!WARNING]\n> **\(headlineSentence)**"
    case .unknown: "> [!CAUTION]\n> **\(headlineSentence)**"
    case .same, .changed: headlineSentence
    }
  }

  private var sections: [String] {
    func part(_ heading: String, _ isMeant: (PatientChange) -> Bool) -> String {
      let changes = told.filter(isMeant)
      return changes.isEmpty ? "" : "### \(heading)\n\n" + changes.map(Self.bullet).joined(separator: "\n")
    }
    return [
      part("⚠️ Lower than before") { $0.isLowered },
      part("Higher than before") { $0.move.direction == .raised && $0.restsOn.isEmpty },
      part("Told otherwise") { $0.move.direction == .same && $0.restsOn.isEmpty },
      part("⚠️ Unclear") { !$0.restsOn.isEmpty }, questionSection, alarmSection, otherSection, rewordingSection,
    ]
  }

  // MARK: Patients

  private static func bullet(_ change: PatientChange) -> String {
    let outcomes = change.outcomeLines.map { safe($0) }.joined(separator: ", ")
    return
      "- \(safe(change.who.words)): **\(safe(change.moved))**\(safe(change.doubt)) (\(outcomes))\n\(details(change))"
  }

  private static func details(_ change: PatientChange) -> String {
    let pair = change.example
    let conversations =
      pair.old.answers == pair.new.answers
      ? asked("Both versions ask", pair.old) + [end("Before", pair.old), end("Now", pair.new)]
      : asked("Before", pair.old) + [end("Before", pair.old)] + asked("Now", pair.new) + [end("Now", pair.new)]
    let ordinary = Array(Set(change.who.groups.flatMap(\.ordinary))).sorted()
    let signs =
      ordinary.isEmpty ? [] : ["The other warning signs: " + ordinary.map(safe).joined(separator: "; ") + "<br>"]
    let lines = ["<details><summary>The shortest conversation</summary>", ""] + conversations + signs
    return (lines + ["", "</details>", ""]).map { $0.isEmpty ? "" : "  " + $0 }.joined(separator: "\n")
  }

  private static func asked(_ title: String, _ conversation: PatientChange.Conversation) -> [String] {
    let answers = conversation.answers.map(safe).joined(separator: "; ")
    return ["\(title): \(answers.isEmpty ? "no question" : answers)<br>"]
  }

  private static func end(_ title: String, _ conversation: PatientChange.Conversation) -> String {
    let offers = conversation.stretches.map(safe).joined(separator: ", ")
    let offer = offers.isEmpty ? "" : "; offers \(offers)"
    return "\(title): **\(safe(conversation.outcome))**, \(safe(conversation.level))\(offer)<br>"
  }

  // MARK: The rest

  private var questionSection: String {
    guard !questions.isEmpty else { return "" }
    let rows = questions.flatMap { change in
      let first = "| \(Self.safe(change.name)) | \(Self.safe(change.words)) | | |"
      return [first]
        + change.aspects.map { aspect in
          "| | \(Self.safe(aspect.aspect.rawValue)) | \(Self.safe(aspect.old ?? "")) | \(Self.safe(aspect.new ?? "")) |"
        }
    }
    return "### Questions\n\n| question | | before | now |\n| --- | --- | --- | --- |\n" + rows.joined(separator: "\n")
  }

  private var alarmSection: String {
    guard !alarms.isEmpty else { return "" }
    let bullets = alarms.map { "- \($0.isLowered ? "⚠️ " : "")\(Self.safe($0.name)): \(Self.safe($0.words))" }
    return "### Alarms\n\n" + bullets.joined(separator: "\n")
  }

  private var otherSection: String {
    let levelLine = levels.map { lists in
      "- levels: were \(Self.safe(lists.old.joined(separator: ", "))), are \(Self.safe(lists.new.joined(separator: ", ")))"
    }
    let stuckLine = stuck.map { move in
      let mark = move.direction == .lowered ? "⚠️ " : ""
      return "- \(mark)whoever cannot answer: was \(Self.safe(move.old)), now \(Self.safe(move.new))"
    }
    let lines = [levelLine, stuckLine].compactMap(\.self)
    return lines.isEmpty ? "" : "### Levels\n\n" + lines.joined(separator: "\n")
  }

  private var rewordingSection: String {
    reworded.isEmpty ? "" : "### Words\n\n" + reworded.map { "- \(Self.safe($0.words))" }.joined(separator: "\n")
  }

  // MARK: Text of a tree

  /// Text that is only ever shown: on one line, without markup of Markdown or HTML, and nothing becomes a link or calls
  /// for somebody.
  static func safe(_ text: String) -> String {
    var safe = String.UnicodeScalarView()
    for scalar in Message.harmless(text).unicodeScalars {
      switch scalar {
      case "&": safe += "&amp;".unicodeScalars
      case "<": safe += "&lt;".unicodeScalars
      case ">": safe += "&gt;".unicodeScalars
      // What stands behind it is then a word of its own, and nobody's name or number.
      case "@", "#": safe += "\\\(scalar)<!-- -->".unicodeScalars
      case "\\", "`", "*", "_", "~", "|", "[", "]", "!", "$": safe += "\\\(scalar)".unicodeScalars
      case "/" where safe.last == ":": safe += "\\/".unicodeScalars
      case "." where safe.suffix(3).elementsEqual("www".unicodeScalars): safe += "\\.".unicodeScalars
      default: safe.append(scalar)
      }
    }
    return String(safe)
  }

  /// Several lines as they are, in a fence that none of them closes.
  private static func fenced(_ text: String) -> String {
    let runs = text.split { $0 != "`" }.map(\.count)
    let fence = String(repeating: "`", count: max(3, (runs.max() ?? 0) + 1))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { Message.harmless(String($0)) }
    return "\(fence)text\n" + lines.joined(separator: "\n") + "\n\(fence)"
  }
}
