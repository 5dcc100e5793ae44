import TreeFile

extension TreeDiff {
  /// Everything that differs, for people. Where a version could not be loaded, why.
  public func text(isVerbose: Bool) -> String {
    guard let difference else {
      if strangers != nil { return Self.line("\(old.path) -> \(new.path): \(headline)") }
      return [old, new].filter { $0.loaded.tree == nil }.map(\.loaded.report).joined(separator: "\n")
    }
    var blocks = told.map(block)
    blocks += [questionBlock, alarmBlock, otherBlock, reworded.map { Self.line($0.words) }.joined()].filter {
      !$0.isEmpty
    }
    let effort = isVerbose ? "  looked at \(difference.states) states\n" : ""
    return (blocks + [Self.line("\(old.path) -> \(new.path): \(headline)") + effort]).joined(separator: "\n")
  }

  private func block(_ change: PatientChange) -> String {
    let mark =
      switch change.move.direction {
      case _ where !change.restsOn.isEmpty: "unclear"
      case .lowered: "LOWERED"
      case .raised: "raised"
      case .same: "changed"
      }
    return Self.wrapped("\(mark): \(change.sentence)") + change.outcomeLines.map { Self.line("  " + $0) }.joined()
      + conversation(change.example)
  }

  /// The shortest conversation: once where both versions ask the same.
  private func conversation(_ pair: PatientChange.Pair) -> String {
    if pair.old.answers == pair.new.answers {
      return Self.answers("for example", pair.old.answers) + end("was", pair.old) + end("now", pair.new)
    }
    return Self.answers("for example, before", pair.old.answers) + end("was", pair.old)
      + Self.answers("for example, now", pair.new.answers) + end("now", pair.new)
  }

  private func end(_ when: String, _ conversation: PatientChange.Conversation) -> String {
    let offer = conversation.stretches.isEmpty ? "" : "; offers " + conversation.stretches.joined(separator: ", ")
    return Self.line("    \(when): \(conversation.outcome), \(conversation.level)\(offer)")
  }

  private var questionBlock: String {
    questions.map { change in
      Self.line("question \(change.name): \(change.words)")
        + change.aspects.map { aspect in
          Self.line("  \(aspect.aspect.rawValue): \(aspect.old ?? "(none)")")
            + Self.line(String(repeating: " ", count: aspect.aspect.rawValue.count) + "  -> \(aspect.new ?? "(none)")")
        }.joined()
    }.joined()
  }

  private var alarmBlock: String {
    alarms.map { Self.line("\($0.isLowered ? "LOWERED: " : "")alarm \($0.name): \($0.words)") }.joined()
  }

  private var otherBlock: String {
    let stuckLine = stuck.map { move in
      Self.line(
        "\(move.direction == .lowered ? "LOWERED: " : "")whoever cannot answer: was \(move.old), now \(move.new)")
    }
    let levelLine = levels.map { lists in
      Self.line("levels: \(lists.old.joined(separator: ", "))")
        + Self.line("     -> \(lists.new.joined(separator: ", "))")
    }
    return (levelLine ?? "") + (stuckLine ?? "")
  }

  // MARK: Lines

  /// One line: what a tree says cannot break it.
  private static func line(_ text: String) -> String { Message.harmless(text) + "\n" }

  private static let width = 100

  /// A sentence in lines that are not too long, all but the first indented.
  private static func wrapped(_ text: String) -> String {
    folded(Message.harmless(text).split(separator: " ").map(String.init), by: " ", behind: "", indent: "  ")
  }

  /// Answers one after the other.
  private static func answers(_ title: String, _ answers: [String]) -> String {
    guard !answers.isEmpty else { return line("    \(title), without any question") }
    return folded(answers, by: "; ", behind: "    \(title): ", indent: "      ")
  }

  private static func folded(_ pieces: [String], by separator: String, behind start: String, indent: String) -> String {
    var (text, lineText) = ("", start)
    for (number, piece) in pieces.enumerated() {
      let isFirst = number == 0 || lineText == indent
      let end = number < pieces.count - 1 ? separator : ""
      if !isFirst, lineText.count + piece.count + end.count > width {
        text += line(lineText.trimmedEnd)
        lineText = indent
      }
      lineText += piece + end
    }
    return text + line(lineText.trimmedEnd)
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
