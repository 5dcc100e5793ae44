import TreeFile
import Triage

/// One thing in which a session was not as its case says.
enum Complaint: Equatable, Sendable {
  case halted(CaseRun.Halt)
  /// The case answers it, and it was not asked.
  case answeredInVain(QuestionID)
  case outcome(expected: OutcomeID, was: OutcomeID)
  case level(expected: [Case.Expectation.Level], was: Case.Expectation.Level)
  case notOffered(StretchID)
  case offered(StretchID)
  case offersOtherwise(expected: [StretchID], were: [StretchID])
  case notAsked(QuestionID)
  case asked(QuestionID)
}

extension CaseRun {
  /// Everything in which the session was not as the case says, in the order in which a case says it.
  func complaints(about test: Case) -> [Complaint] {
    let inVain =
      test.words != nil ? [] : test.replies.keys.filter { !asked.contains($0) }.sorted().map(Complaint.answeredInVain)
    guard case .ended(let ending) = session.position, halt == nil else {
      return [halt.map(Complaint.halted)].compactMap(\.self) + inVain
    }
    return inVain + complaints(about: test.expectation, in: ending.outcome) + complaintsAboutOffers(test.expectation)
      + complaintsAboutQuestions(test.expectation)
  }

  private func complaints(about expected: Case.Expectation, in outcome: OutcomeID) -> [Complaint] {
    var complaints: [Complaint] = []
    if let wanted = expected.outcome, wanted != outcome {
      complaints.append(.outcome(expected: wanted, was: outcome))
    }
    let level = session.tree.grammar.outcomes[outcome].level.map(Case.Expectation.Level.level) ?? .outside
    if !expected.levels.isEmpty, !expected.levels.contains(level) {
      complaints.append(.level(expected: expected.levels, was: level))
    }
    return complaints
  }

  private func complaintsAboutOffers(_ expected: Case.Expectation) -> [Complaint] {
    let offered = session.offer.stretches
    var complaints: [Complaint] = []
    if let wanted = expected.offersExactly, wanted != offered {
      complaints.append(.offersOtherwise(expected: wanted, were: offered))
    }
    complaints += expected.offers.filter { !offered.contains($0) }.map(Complaint.notOffered)
    complaints += expected.neverOffers.filter(offered.contains).map(Complaint.offered)
    return complaints
  }

  private func complaintsAboutQuestions(_ expected: Case.Expectation) -> [Complaint] {
    expected.asked.filter { !asked.contains($0) }.map(Complaint.notAsked)
      + expected.neverAsked.filter(asked.contains).map(Complaint.asked)
  }
}
