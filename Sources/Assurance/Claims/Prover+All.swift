import Triage

extension Prover {
  /// Everything that has to be true of the tree, in the order in which it is told.
  public func proveAll() -> [Proof] {
    let unsure = grammar.questions.ids.filter {
      grammar.questions[$0].redFlag == nil && !grammar.questions[$0].asksAgain
    }
    return grammar.guarantees.indices.map { proof(ofGuarantee: $0) }
      + flags.map { proof(ofMonotone: $0) }
      + unsure.map { proof(ofDoubt: $0) }
      + flags.map { proof(ofAskedBeforeOffering: $0) }
      + proofsOfAskingFirst()
      + offering.map { proof(ofKeepingAStretch: $0) }
      + proofsOfReach()
  }

  /// What has to be true before a patient follows the tree, each proven when it is come to, without counterexamples.
  public func proveSafety() -> some Sequence<Proof> {
    examplesLeft = 0
    let proofs: [() -> Proof] =
      grammar.guarantees.indices.map { guarantee in { self.proof(ofGuarantee: guarantee) } }
      + flags.map { flag in { self.proof(ofMonotone: flag) } }
      + flags.map { flag in { self.proof(ofAskedBeforeOffering: flag) } }
      + offering.map { outcome in { self.proof(ofKeepingAStretch: outcome) } }
    return proofs.lazy.map { $0() }
  }

  var flags: [QuestionID] { grammar.questions.ids.filter { grammar.questions[$0].redFlag != nil } }

  private var offering: [OutcomeID] {
    grammar.outcomes.ids.filter { !grammar.outcomes[$0].stretches.entries.isEmpty }
  }

  /// The most questions that are asked before one; nil where it is never asked, but perhaps by an alarm.
  ///
  /// No more than the most that were seen, where ``isSurveyed`` is false.
  public func mostBefore(_ question: QuestionID) -> Int? { surveyed().mostBefore[question.position] }

  /// Whether the budget was enough to visit every state.
  public var isSurveyed: Bool { surveyed().isComplete }
}
