import Triage

extension Prover {
  /// Everything that has to be true of the tree, in the order in which it is told.
  public func proveAll() -> [Proof] { subjects.map { proof(of: $0) } + proofsOfAskingFirst() + proofsOfReach() }

  /// What has to be true before a patient follows the tree, each proven when it is come to, without counterexamples.
  public func proveSafety() -> some Sequence<Proof> {
    examplesLeft = 0
    return subjects.lazy.filter(\.isAboutSafety).map { self.proof(of: $0) }
  }

  /// What is proven for each tree, beside where somebody can be stuck, and that all of it can be reached.
  public var subjects: [Proof.Subject] {
    let unsure = grammar.questions.ids.filter {
      grammar.questions[$0].redFlag == nil && !grammar.questions[$0].asksAgain
    }
    return grammar.guarantees.indices.map { .guarantee($0) } + flags.map { .monotone($0) } + unsure.map { .doubt($0) }
      + flags.map { .askedBeforeOffering($0) } + offering.map { .keepsStretch($0) }
  }

  /// - Precondition: it is one of ``subjects``.
  public func proof(of subject: Proof.Subject) -> Proof {
    switch subject {
    case .guarantee(let number): proof(ofGuarantee: number)
    case .monotone(let question): proof(ofMonotone: question)
    case .doubt(let question): proof(ofDoubt: question)
    case .askedBeforeOffering(let question): proof(ofAskedBeforeOffering: question)
    case .keepsStretch(let outcome): proof(ofKeepingAStretch: outcome)
    case .reachesSection, .reachesOutcome, .takesBranch, .offersStretch, .asksFirst: preconditionFailure("no subject")
    }
  }

  var flags: [QuestionID] { grammar.questions.ids.filter { grammar.questions[$0].redFlag != nil } }

  private var offering: [OutcomeID] {
    model.outcomes.filter { !grammar.outcomes[$0].stretches.entries.isEmpty }
  }

  /// The most questions that are asked before one; nil where it is never asked, but perhaps by an alarm.
  ///
  /// No more than the most that were seen, where ``isSurveyed`` is false.
  public func mostBefore(_ question: QuestionID) -> Int? { longestWay(to: question).questions }

  /// Whether the budget was enough to look along every way to a red flag.
  public var isSurveyed: Bool { flags.allSatisfy { longestWay(to: $0).isComplete } }
}
