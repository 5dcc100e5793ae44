import Assurance
import TreeFile
import Triage

/// What would have led elsewhere, for people.
extension Explanation {
  func addWhyNot(to lines: inout ReportLines) {
    switch whyNot {
    case .ways(let ways)?: addGroups(of: ways, to: &lines)
    case .nobody?: lines.add(nobody)
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

  private var goal: String { target.map { "to \(grammar.outcomes[$0].name)" } ?? "elsewhere" }

  // MARK: Nobody

  private var nobody: String {
    let nobody = "No other answers would have led \(goal)."
    guard let target else { return nobody }
    let others = otherWays(to: target)
    if grammar.isDecidedOn(target) { return nobody + (others.map { " A session also ends there \($0)." } ?? "") }
    return
      "No branch leads \(goal), whatever is answered: a session ends there \(others.map { "only \($0)" } ?? "never")."
  }

  /// When a session ends in an outcome without a branch; nil where none does.
  private func otherWays(to outcome: OutcomeID) -> String? {
    let alarms = grammar.alarms(endingIn: outcome).map { alarm in
      "\(grammar.alarms[alarm].name)" + (place(grammar.alarms[alarm].part).map { " (\($0))" } ?? "")
    }
    var ways: [String] = []
    if alarms.count == 1 { ways.append("by the alarm \(alarms[0])") }
    if alarms.count > 1 { ways.append("by one of the alarms \(alarms.joined(separator: ", "))") }
    if grammar.stuck == outcome { ways.append("for whoever cannot answer a question") }
    return ways.isEmpty ? nil : ways.joined(separator: ", and ")
  }

  // MARK: Ways

  private func addGroups(of ways: [WhyNot.Way], to lines: inout ReportLines) {
    let count = ways[0].changes.count
    lines.add("What would have led \(goal), with \(count == 1 ? "one answer" : "\(count) answers") changed:")
    for group in WayGroup.groups(of: ways, grammar) {
      lines.add(group.level.map { "level \(grammar.levels[$0].name)" } ?? "outside", indent: 2)
      for set in group.shown { addSet(set, to: &lines) }
      if group.more > 0 { lines.add("and \(group.more) more; all are in --format json", indent: 4) }
    }
  }

  /// Ways of the same changes.
  private func addSet(_ ways: [WhyNot.Way], to lines: inout ReportLines) {
    for (number, change) in ways[0].changes.enumerated() {
      let from = change.from.map { grammar.text($0, to: change.question) } ?? "stuck"
      let name = (number > 0 ? "and " : "") + grammar.questions[change.question].name
      let answers = grammar.shortText(change.to, to: change.question, from: change.from)
      lines.add("\(name): \(answers), instead of \(from)", indent: 4)
    }
    for way in ways {
      let then = way.then.map { choice in
        "\(grammar.questions[choice.question].name): "
          + grammar.shortText(choice.answers, to: choice.question, from: nil)
      }
      if !then.isEmpty { lines.add("and then \(then.joined(separator: "; "))", indent: 6) }
      lines.add("ends in \(grammar.outcomes[way.outcome].name)", indent: 6)
    }
  }
}
