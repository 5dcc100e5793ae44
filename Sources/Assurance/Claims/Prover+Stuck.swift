import Triage

extension Prover {
  /// For each question that is asked and takes no "not sure": whether somebody can be stuck at it who was not asked
  /// every red flag that applies. Of a tree without red flags there is nothing to prove.
  func proofsOfAskingFirst() -> [Proof] {
    guard !flags.isEmpty else { return [] }
    return grammar.questions.ids.filter { grammar.questions[$0].asksAgain && mayBeAsked($0) }.map(proof(ofAskingFirst:))
  }

  private func mayBeAsked(_ question: QuestionID) -> Bool { !isSurveyed || mostBefore(question) != nil }

  private func proof(ofAskingFirst question: QuestionID) -> Proof {
    var leftOut: [QuestionID] = []
    for flag in flags where !isAsked(flag, onEveryWayTo: question) {
      switch quickSearch(Goal(premise: model.applies(flag), without: flag, target: .question([question]))) {
      case .nobody: continue
      case .somebody: leftOut.append(flag)
      case .unknown: return Proof(subject: .asksFirst(question), verdict: .notProven)
      }
    }
    return Proof(subject: .asksFirst(question), verdict: leftOut.isEmpty ? .holds : .leavesOut(leftOut))
  }

  /// Whether the steps alone see to it, whatever conditions can hold.
  private func isAsked(_ flag: QuestionID, onEveryWayTo question: QuestionID) -> Bool {
    model.asking[question.position].allSatisfy { paths.isAsked(flag.position, before: Int($0)) }
  }
}
