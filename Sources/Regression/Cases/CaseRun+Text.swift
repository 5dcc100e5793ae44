import TreeFile
import Triage

extension CaseRun {
  /// What went otherwise than the case says, and the conversation that led there.
  func failure(of test: Case, _ complaints: [Complaint], _ map: SourceMap) -> Report.Failure {
    let grammar = session.tree.grammar
    let place: (PartID) -> String? = { part in map.position(of: part).map { "\($0.file):\($0.line)" } }
    let sources = test.sources.isEmpty ? [] : ["resting on " + grammar.text(test.sources)]
    let lines =
      complaints.map { $0.words(in: grammar) } + sources + ["", "the conversation:"]
      + session.account.map { "  " + $0.text(place: place) }
    return Report.Failure(
      title: (place(test.part).map { "\($0): " } ?? "") + test.name,
      account: lines.map { $0.isEmpty ? "\n" : "  \($0)\n" }.joined())
  }
}
