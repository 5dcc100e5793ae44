import TreeFile
import Triage

extension CaseRun {
  /// The conversation, a line for each answer and each branch taken.
  ///
  /// - Parameter place: where a part of the tree was written, as `file:line`.
  func conversation(place: (PartID) -> String?) -> [String] {
    let grammar = session.tree.grammar
    var lines = session.trace.compactMap { entry in
      switch entry {
      case .said: nil as String?
      case .answered(let question, let answer, _):
        "\(grammar.questions[question].name): \(grammar.text(answer, to: question))"
      case .took(let branch, _): "  " + text(of: branch, place: place)
      }
    }
    switch session.position {
    case .asking(let question): lines.append("\(grammar.questions[question].name): ?")
    case .ended(let ending): lines += text(of: ending)
    }
    return lines
  }

  private func text(of branch: Branch, place: (PartID) -> String?) -> String {
    let grammar = session.tree.grammar
    let target =
      switch branch.target {
      case .section(let id): "go: \(grammar.sections[id].name)"
      case .outcome(let id): "end: \(grammar.outcomes[id].name)"
      }
    return target + (place(branch.part).map { "  (\($0))" } ?? "")
  }

  private func text(of ending: Session.Ending) -> [String] {
    let grammar = session.tree.grammar
    let outcome = grammar.outcomes[ending.outcome].name
    return switch ending.cause {
    case .decision: []
    case .stuck: ["stuck: \(outcome)"]
    case .alarm(let alarm): ["alarm \(grammar.alarms[alarm].name): \(outcome)"]
    }
  }
}

extension CaseRun {
  /// What went otherwise than the case says, and the conversation that led there.
  func failure(of test: Case, _ complaints: [Complaint], _ map: SourceMap) -> Report.Failure {
    let grammar = session.tree.grammar
    let place: (PartID) -> String? = { part in map.position(of: part).map { "\($0.file):\($0.line)" } }
    let sources = test.sources.isEmpty ? [] : ["resting on " + grammar.text(test.sources)]
    let lines =
      complaints.map { $0.words(in: grammar) } + sources + ["", "the conversation:"]
      + conversation(place: place).map { "  " + $0 }
    return Report.Failure(
      title: (place(test.part).map { "\($0): " } ?? "") + test.name,
      account: lines.map { $0.isEmpty ? "\n" : "  \($0)\n" }.joined())
  }
}
