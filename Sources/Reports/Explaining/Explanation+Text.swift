import Assurance
import TreeFile
import Triage

extension Explanation {
  /// The conversation with the reasons for each branch, how it ended, and what would have led elsewhere, for people.
  public var text: String {
    var lines = Lines()
    lines.add("\(grammar.title), \(grammar.id) \(grammar.version)", at: path)
    lines.skip()
    var count = 0
    for step in steps { add(step, &count, to: &lines) }
    lines.skip()
    addEnd(to: &lines)
    for question in inVain { lines.add("\(grammar.questions[question].name) is answered, and was not asked") }
    if whyNot != nil {
      lines.skip()
      addWhyNot(to: &lines)
    }
    return lines.text
  }

  private func place(_ part: PartID) -> String? { map.place(of: part) }

  // MARK: What happened

  private func add(_ step: Step, _ count: inout Int, to lines: inout Lines) {
    switch step {
    case .heard(let alarm, let answers):
      lines.add("the alarm \(grammar.alarms[alarm].name) is heard", at: place(grammar.alarms[alarm].part))
      for given in answers { lines.add(grammar.text(given), indent: 3) }
    case .said(let text, let part):
      lines.add("says: \(text)", at: place(part))
    case .asked(let wording, let given, let part):
      count += 1
      lines.add("\(count). \(wording)", indent: 0, hanging: "\(count). ".count)
      lines.add(grammar.text(given), indent: 3, at: place(part))
    case .took(let branch, let reasons):
      lines.add(grammar.text(branch.target), indent: 5, at: place(branch.part))
      for reason in reasons { lines.add(words(for: reason), indent: 7, at: place(reason.part)) }
      if let because = branch.because { lines.add("because: \(because)", indent: 7) }
    }
  }

  private func words(for reason: TraceEntry.Reason) -> String {
    let outcome = reason.held ? "holds" : "does not hold"
    switch reason.subject {
    case .fact(let id):
      let fact = grammar.facts[id]
      return "\(fact.name) \(outcome)" + (fact.means.map { reason.held ? ": \($0)" : "" } ?? "")
    case .question(let id): return "\(map.words(of: reason.part) ?? grammar.questions[id].name) \(outcome)"
    case .score(let id): return "\(map.words(of: reason.part) ?? grammar.scores[id].name) \(outcome)"
    case .count: return "the count of conditions \(outcome)"
    }
  }

  // MARK: The end

  private func addEnd(to lines: inout Lines) {
    guard case .ended(let ending) = session.position else {
      return lines.add("It stands still: \(halt ?? "a question is not answered")")
    }
    switch ending.cause {
    case .decision: break
    case .stuck: lines.add("A question could not be answered.")
    case .alarm(let alarm):
      let name = grammar.alarms[alarm].name
      lines.add("The alarm \(name) ends it, so what else would have led elsewhere is not looked for.")
    }
    let outcome = grammar.outcomes[ending.outcome]
    lines.add("It ends in \(end(ending.outcome)): \(outcome.title)", at: place(outcome.part))
    for stretch in session.offer.stretches {
      lines.add("offers \(grammar.stretches[stretch].name)", indent: 2, at: place(grammar.stretches[stretch].part))
    }
    for left in session.offer.leftOut {
      lines.add(
        "leaves out \(grammar.stretches[left.stretch].name), \(reason(for: left))", indent: 2,
        at: place(left.avoid.part))
    }
  }

  private func end(_ outcome: OutcomeID) -> String {
    "\(grammar.outcomes[outcome].name), level \(grammar.levelName(of: outcome))"
  }

  private func reason(for left: Offer.LeftOut) -> String {
    let means = grammar.means(of: left.avoid).map { ": \($0)" } ?? ""
    return (left.isKnown ? "since " : "since it is not known whether ") + grammar.name(of: left.avoid) + " holds"
      + means
  }

  // MARK: What would have led elsewhere

  private func addWhyNot(to lines: inout Lines) {
    let goal = target.map { "to \(grammar.outcomes[$0].name)" } ?? "elsewhere"
    switch whyNot {
    case .ways(let ways)?:
      let count = ways[0].changes.count
      lines.add("What would have led \(goal), with \(count == 1 ? "one answer" : "\(count) answers") changed:")
      for (number, way) in ways.enumerated() {
        // One set of changes can lead to several outcomes, by what is newly asked.
        if number == 0 || ways[number - 1].changes != way.changes { add(way.changes, to: &lines) }
        addEnd(of: way, to: &lines)
      }
    case .nobody?: lines.add("No other answers would have led \(goal).")
    case .alreadyThere?: lines.add("Nothing has to change for that.")
    case .notLooked(let beyond)?:
      let looked =
        switch beyond {
        case 0: ""
        case 1: "One changed answer does not lead \(goal). "
        default: "\(beyond) changed answers or fewer do not lead \(goal). "
        }
      lines.add("\(looked)No further was looked: that takes more than was allowed. --budget allows more.")
    case nil: break
    }
  }

  private func add(_ changes: [WhyNot.Change], to lines: inout Lines) {
    for (number, change) in changes.enumerated() {
      let from = change.from.map { grammar.text($0, to: change.question) } ?? "stuck"
      let name = (number > 0 ? "and " : "") + grammar.questions[change.question].name
      lines.add("\(name): \(grammar.text(change.to, to: change.question)), instead of \(from)", indent: 2)
    }
  }

  private func addEnd(of way: WhyNot.Way, to lines: inout Lines) {
    let then = way.then.map { choice in
      "\(grammar.questions[choice.question].name): \(grammar.text(choice.answers, to: choice.question))"
    }
    if !then.isEmpty { lines.add("and then \(then.joined(separator: "; "))", indent: 4) }
    lines.add("ends in \(end(way.outcome))", indent: 4)
  }
}

extension SourceMap {
  /// What was written, on one line.
  func words(of part: PartID) -> String? {
    text(of: part).map { $0.split { $0 == " " || $0.isNewline }.joined(separator: " ") }
  }
}

extension Grammar {
  func name(of avoid: Stretch.Avoid) -> String {
    switch avoid {
    case .fact(let fact, _): facts[fact].name
    case .question(let question, _): questions[question].name
    }
  }

  func means(of avoid: Stretch.Avoid) -> String? {
    if case .fact(let fact, _) = avoid { facts[fact].means } else { nil }
  }
}

extension Stretch.Avoid {
  var part: PartID {
    switch self {
    case .fact(_, let part), .question(_, let part): part
    }
  }
}

/// Lines of text, in which nothing acts on a terminal.
private struct Lines {
  private(set) var text = ""

  mutating func skip() { text += "\n" }

  /// Adds a text, each line of it indented, and its place behind it.
  mutating func add(_ words: String, indent: Int = 0, hanging: Int = 2, at place: String? = nil) {
    let words = words.split(whereSeparator: \.isNewline).map { Message.harmless(String($0)) }
    for (number, line) in words.enumerated() {
      let isLast = number == words.count - 1
      text += String(repeating: " ", count: indent + (number == 0 ? 0 : hanging)) + line
      text += (isLast ? place.map { "  (\(Message.harmless($0)))" } ?? "" : "") + "\n"
    }
  }
}
