import Triage

extension Prover {
  /// For each question that is asked and takes no "not sure": whether somebody can be stuck at it who was not asked
  /// every red flag that applies. Of a tree without red flags there is nothing to prove.
  func proofsOfAskingFirst() -> [Proof] {
    let flags = flags
    guard !flags.isEmpty else { return [] }
    let isSurveyed = isSurveyed
    let mayBeStuck = grammar.questions.ids.filter {
      grammar.questions[$0].asksAgain && (!isSurveyed || mostBefore($0) != nil)
    }
    return mayBeStuck.map { question in
      let way = longestWay(to: question)
      let verdict = way.isComplete ? self.verdict(onBeingStuckAt: question, way, flags) : verdictBySearching(question)
      return Proof(subject: .asksFirst(question), verdict: verdict)
    }
  }

  /// No more red flags are named for a question.
  static let mostNamed = 10

  /// Where every way to a question is known, only red flags that do not apply to everybody are looked for.
  private func verdict(onBeingStuckAt question: QuestionID, _ way: LongestWay, _ flags: [QuestionID]) -> Proof.Verdict {
    guard let asked = way.asked else { return .holds }
    var (leftOut, ways) = (LeftOut(), [[QuestionID: Slot]]())
    for (place, flag) in flags.enumerated() where !asked.contains(place) {
      guard isConditional[place] else {
        leftOut.note(flag)
        continue
      }
      if ways.contains(where: { mayApply(flag, on: $0) }) {
        leftOut.note(flag)
        continue
      }
      switch searchForSomebody(at: question, without: flag) {
      case .nobody: continue
      case .unknown: return .notProven
      case .somebody(let found):
        leftOut.note(flag)
        ways.append(Dictionary(found.conversation.map { ($0.question, $0.answer) }) { first, _ in first })
      }
    }
    return leftOut.verdict
  }

  /// One search for each red flag that the steps alone do not have asked.
  private func verdictBySearching(_ question: QuestionID) -> Proof.Verdict {
    var leftOut = LeftOut()
    for flag in flags where !isAsked(flag, onEveryWayTo: question) {
      switch searchForSomebody(at: question, without: flag) {
      case .nobody: continue
      case .somebody: leftOut.note(flag)
      case .unknown: return .notProven
      }
    }
    return leftOut.verdict
  }

  private func searchForSomebody(at question: QuestionID, without flag: QuestionID) -> SearchResult {
    quickSearch(Goal(premise: model.applies(flag), without: flag, target: .question([question])))
  }

  /// Whether a red flag, which was not asked on a way, can apply to somebody who answers as those on it do.
  private func mayApply(_ flag: QuestionID, on way: [QuestionID: Slot]) -> Bool {
    guard way[flag] == nil else { return false }
    var condition = model.applies(flag)
    for question in Set(model.questions(in: condition)) {
      guard let slot = way[QuestionID(Int(question))] else { continue }
      condition = diagrams.restrict(condition, by: diagrams.number(Move(question, .answer(slot))))
    }
    return model.canHold(condition)
  }

  /// Whether the steps alone see to it, whatever conditions can hold.
  private func isAsked(_ flag: QuestionID, onEveryWayTo question: QuestionID) -> Bool {
    model.asking[question.position].allSatisfy { paths.isAsked(flag.position, before: Int($0)) }
  }
}

/// The red flags that somebody was not asked, in the order of the tree.
private struct LeftOut {
  private var named: [QuestionID] = []
  private var count = 0

  mutating func note(_ flag: QuestionID) {
    count += 1
    if named.count < Prover.mostNamed { named.append(flag) }
  }

  var verdict: Proof.Verdict { count == 0 ? .holds : .leavesOut(named, andMore: count - named.count) }
}
