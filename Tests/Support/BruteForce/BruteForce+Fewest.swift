import Triage

/// How few questions it takes to break what is true of single patients.
extension BruteForce {
  /// The fewest questions that anybody is asked until a guarantee is broken; nil where nobody breaks it.
  ///
  /// - Precondition: it is no claim about two patients.
  public func fewestQuestions(breaking position: Int) -> Int? {
    sessions(breaking: position).map { session in
      questions(until: position, in: way(of: session.patient).asked, isAlarmHeard: session.alarm != nil)
    }.min()
  }

  /// How many questions of a session are asked until it breaks a guarantee. Where the claim is about how it ends, or its
  /// `if` is, these are all; an alarm may then be heard at the first.
  public func questions(until position: Int, in asked: [QuestionID], isAlarmHeard: Bool) -> Int {
    let guarantee = grammar.guarantees[position]
    var isAboutLevel = false
    if case .level = guarantee.premise { isAboutLevel = true }
    switch guarantee.claim {
    case .neverAsks(let questions) where isAlarmHeard || !isAboutLevel:
      return asked.firstIndex { questions.contains($0) } ?? asked.count
    case .asksBefore(_, let later) where isAlarmHeard || !isAboutLevel:
      return asked.firstIndex(of: later) ?? asked.count
    case .asks(_, let most) where isAlarmHeard || !isAboutLevel: return min(most, asked.count)
    case .asksBeforeOffering, .offersOnlyAfter: return asked.count
    case .patient where !isAboutLevel: return 0
    default: return isAlarmHeard ? 0 : asked.count
    }
  }

  /// The fewest that anybody is asked who is offered a stretch and was not asked this, though it applies.
  public func fewestQuestions(offeringWithout question: QuestionID) -> Int? {
    patients.all.filter { !way(of: $0).offered.isEmpty && applies[question.position][$0] }.map { way(of: $0).asked }
      .filter { !$0.contains(question) }.map(\.count).min()
  }

  /// The fewest that anybody is asked who ends here by decision and is offered nothing.
  public func fewestQuestions(offeredNothingIn outcome: OutcomeID) -> Int? {
    ways.all.filter { $0.outcome == outcome && $0.offered.isEmpty }.map(\.asked.count).min()
  }
}
