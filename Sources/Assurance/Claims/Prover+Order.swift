import Triage

extension Prover {
  /// Whether a more worrying answer to a red flag never gives a lower level, nor leads outside.
  public func proof(ofMonotone question: QuestionID) -> Proof {
    Proof(subject: .monotone(question), verdict: order(of: question, .moreWorrying))
  }

  /// Whether "not sure" never gives a lower level than a definite answer, nor leads outside.
  public func proof(ofDoubt question: QuestionID) -> Proof {
    Proof(subject: .doubt(question), verdict: order(of: question, .unsure))
  }

  /// Looks, for each level, for a patient who reaches it with the one answer and not with the other.
  private func order(of question: QuestionID, _ difference: Goal.Difference) -> Proof.Verdict {
    for level in grammar.levels.ids {
      guard let parting = parting(at: level) else { continue }
      let found = search(
        Goal(premise: diagrams.always, target: .apart(parting, by: [question.position: difference])))
      if case .nobody = found { continue }
      return verdict(found)
    }
    return .holds
  }

  /// Whether nobody is offered a stretch who was not asked a question, though it applies.
  public func proof(ofAskedBeforeOffering question: QuestionID) -> Proof {
    let ends = ends { self.judged(.offersSomething, in: $0) }
    let goal = Goal(
      premise: model.applies(question), without: question, target: .end(ends), closings: closings(ends))
    return Proof(subject: .askedBeforeOffering(question), verdict: verdict(search(goal)))
  }

  /// Whether everybody who ends in an outcome is offered something.
  public func proof(ofKeepingAStretch outcome: OutcomeID) -> Proof {
    let ends = ends { $0 == outcome ? self.judged(.offersNothing, in: $0) : .no }
    let goal = Goal(premise: diagrams.always, target: .end(ends), closings: closings(ends))
    return Proof(subject: .keepsStretch(outcome), verdict: verdict(search(goal)))
  }
}
