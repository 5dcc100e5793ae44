import TreeFile
import Triage

extension CaseRun {
  /// What went otherwise than the case says, and the conversation that led there.
  func failure(of test: Case, _ complaints: [Complaint], _ map: SourceMap) -> Report.Failure {
    let grammar = session.tree.grammar
    let sources = test.sources.isEmpty ? [] : ["resting on " + grammar.text(test.sources)]
    let story = test.words.map { ["", "in the patient's words:", "  " + $0] } ?? []
    let lines =
      complaints.map { $0.words(in: grammar) } + sources + story + ["", "the conversation:"]
      + session.account.map { "  " + $0.text(place: map.place) }
    return Report.Failure(
      title: (map.place(of: test.part).map { "\($0): " } ?? "") + test.name,
      account: lines.map { $0.isEmpty ? "\n" : "  \(Message.harmless($0))\n" }.joined())
  }
}
