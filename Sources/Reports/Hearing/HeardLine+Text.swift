import TreeFile
import Triage
import Understanding

extension HeardLine {
  /// What was understood, and what by, for people.
  public var text: String {
    var lines = ReportLines()
    lines.add("\(line.question.map { grammar.questions[$0].name } ?? "no question"): \(line.text)")
    for alarm in heard.alarms { add(alarm, to: &lines) }
    if let command = heard.command { lines.add("command: \(command.words)", indent: 2) }
    if let question = line.question {
      lines.add(words(for: heard.answer, to: question), indent: 2)
      add(heard.evidence, of: question, to: &lines)
      if !heard.nearest.isEmpty {
        let names = heard.nearest.map { text($0, of: question) }.joined(separator: ", ")
        lines.add("nearest: \(names)", indent: 4)
      }
    }
    for told in heard.volunteered {
      lines.add(
        "also \(grammar.questions[told.question].name): \(words(for: told.answer, to: told.question))", indent: 2)
      add(told.evidence, of: told.question, to: &lines)
    }
    for mention in unheeded { add(mention, to: &lines) }
    if !heard.remarks.isEmpty { lines.add("remarks: \(heard.remarks.map(text).joined(separator: ", "))", indent: 2) }
    return lines.text
  }

  private func words(for understood: Understood, to question: QuestionID) -> String {
    switch understood {
    case .answer(let reading):
      "answer: \(reading.isApproximate ? "about " : "")\(grammar.text(reading.answer, to: question)), by \(reading.rule.rawValue)"
    case .interval(let interval):
      "between \(text(interval.low, of: question)) and \(text(interval.high, of: question)), by \(interval.rule.rawValue)"
    case .ambiguous(let values):
      "to be asked: \(values.map { text($0, of: question) }.joined(separator: ", or "))"
    case .unrecognised(let difficulty): "not understood: \(difficulty.words)"
    }
  }

  private func add(_ alarm: HeardAlarm, to lines: inout ReportLines) {
    let sound = alarm.isHypothetical ? "alarm, to be confirmed" : "alarm"
    lines.add("\(sound): \(grammar.alarms[alarm.alarm].name)", indent: 2)
    add(alarm.evidence, at: place(of: alarm.evidence, under: grammar.alarms[alarm.alarm].part), to: &lines)
  }

  private func add(_ mention: Mention, to lines: inout ReportLines) {
    lines.add("not heeded, \(mention.stance.rawValue):", indent: 2)
    add(mention.evidence, at: place(of: mention.evidence, under: part(of: mention.entry)), to: &lines)
  }

  private func add(_ evidence: [Evidence], of question: QuestionID, to lines: inout ReportLines) {
    for one in evidence { add(one, at: place(of: one, of: question), to: &lines) }
  }

  private func add(_ evidence: Evidence, at place: String?, to lines: inout ReportLines) {
    switch evidence.source {
    case .tree: lines.add("\"\(evidence.words)\" is \"\(evidence.entry)\"", indent: 4, at: place)
    case .wordList: lines.add("\"\(evidence.words)\" is [\(evidence.entry)]", indent: 4)
    }
  }
}
