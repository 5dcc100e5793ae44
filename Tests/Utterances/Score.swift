import Triage
import Understanding

/// How many lines of a set were understood, by kind, and which were not.
struct Score {
  private var byKind: [String: (right: Int, all: Int)] = [:]
  private var wrong: [(row: Row, verdict: Judge.Verdict)] = []
  private var emergencies = (heard: 0, all: 0)
  private var lookAlikes = (quiet: 0, all: 0)
  private let grammar: Grammar

  init(_ rows: [Row], by judge: Judge) {
    grammar = judge.grammar
    for row in rows {
      let verdict = judge.verdict(on: row)
      byKind[row.kind, default: (0, 0)].all += 1
      if verdict.faults.isEmpty { byKind[row.kind]!.right += 1 } else { wrong.append((row, verdict)) }
      if verdict.expectedAlarm {
        emergencies.all += 1
        emergencies.heard += verdict.interrupted ? 1 : 0
      } else {
        lookAlikes.all += 1
        lookAlikes.quiet += verdict.interrupted ? 0 : 1
      }
    }
  }

  /// Tells what was wrong, the score of every kind, and last the percentage.
  func report(named name: String) {
    print(name)
    for (row, verdict) in wrong {
      print(
        "  \(row.kind): \(row.typed)\n    means \(row.facts.joined(separator: ";")); \(verdict.faults.joined(separator: ", "))"
      )
      print("    understood: \(told(verdict))")
    }
    for (kind, score) in byKind.sorted(by: { $0.key < $1.key }) { print("  \(kind): \(score.right) of \(score.all)") }
    print("  emergencies that interrupt: \(emergencies.heard) of \(emergencies.all)")
    print("  lines that are none and do not: \(lookAlikes.quiet) of \(lookAlikes.all)")
    let (right, all) = byKind.values.reduce((0, 0)) { ($0.0 + $1.right, $0.1 + $1.all) }
    let tenths = all == 0 ? 0 : (right * 1_000 + all / 2) / all
    print("  exactly right: \(right) of \(all), \(tenths / 10).\(tenths % 10) %")
  }

  private func told(_ verdict: Judge.Verdict) -> String {
    let heard = verdict.heard
    var parts = ["\(heard.answer)"]
    parts += heard.alarms.map { "alarm \(grammar.alarms[$0.alarm].name) by \"\($0.evidence.entry)\"" }
    if let command = heard.command { parts.append("command \(command)") }
    parts += heard.volunteered.map { "\(grammar.questions[$0.question].name): \($0.answer)" }
    parts += heard.mentions.map { "\($0.stance) \"\($0.evidence.entry)\" in \"\($0.evidence.words)\"" }
    parts += heard.remarks.map { "\($0)" }
    return parts.joined(separator: " · ")
  }
}
