import Triage

/// What is claimed in guarantees.
extension BruteForce {
  public func guarantee(_ position: Int) -> Verdict {
    let guarantee = grammar.guarantees[position]
    let sessions = sessions(meeting: guarantee.premise)
    guard !sessions.isEmpty else { return .empty }
    let breaks = breaks(guarantee.claim)
    return verdict(isBroken: sessions.contains { breaks($0) })
  }

  /// Whether everybody who gives these answers breaks a guarantee, by decision or after an alarm.
  public func breaks(_ position: Int, _ answers: [QuestionID: Answer], hearing alarm: AlarmID?) -> Bool {
    let givers = Set(patients.giving(answers))
    let guarantee = grammar.guarantees[position]
    let meant = sessions(meeting: guarantee.premise).filter { $0.alarm == alarm && givers.contains($0.patient) }
    let breaks = breaks(guarantee.claim)
    return !meant.isEmpty && meant.allSatisfy { breaks($0) }
  }

  /// The sessions that break a guarantee.
  func sessions(breaking position: Int) -> [Session] {
    let guarantee = grammar.guarantees[position]
    return sessions(meeting: guarantee.premise).filter(breaks(guarantee.claim))
  }

  private func sessions(meeting premise: Guarantee.Premise?) -> [Session] {
    switch premise {
    case nil: return sessions
    case .level(let test): return sessions.filter { passes(test, $0) }
    case .patient(let condition):
      let isMet = table(of: condition)
      return sessions.filter { isMet[$0.patient] }
    }
  }

  private func passes(_ test: Guarantee.LevelTest, _ session: Session) -> Bool {
    guard let level = grammar.outcomes[session.outcome].level else { return false }
    switch test {
    case .exactly(let wanted): return level == wanted
    case .atLeast(let least): return level >= least
    case .atMost(let most): return level <= most
    }
  }

  private func breaks(_ claim: Guarantee.Claim) -> (Session) -> Bool {
    switch claim {
    case .patient(let condition):
      let isSo = table(of: condition)
      return { !isSo[$0.patient] }
    case .level(let test): return { !passes(test, $0) }
    case .ends(let outcomes): return { !outcomes.contains($0.outcome) }
    case .neverRaised(let questions): return { $0.alarm == nil && isRaised($0.patient, by: questions) }
    case .offersNothing: return { session in offers(in: session).contains { !$0.isEmpty } }
    case .neverOffers(let stretches):
      return { session in offers(in: session).contains { !Set($0).isDisjoint(with: stretches) } }
    case .neverAsks(let questions): return { !Set(questions).isDisjoint(with: way(of: $0.patient).asked) }
    default: return breaksOrder(claim)
    }
  }

  /// Whether another answer to some of these questions leads from a level to a higher one.
  private func isRaised(_ patient: Int, by questions: [QuestionID]) -> Bool {
    heights[patient] >= 0 && patients.alike(patient, butFor: questions).contains { heights[$0] > heights[patient] }
  }

  // MARK: - Order

  private func breaksOrder(_ claim: Guarantee.Claim) -> (Session) -> Bool {
    switch claim {
    case .asks(let question, within: let number):
      return { applies(question, $0) && asksTooLate(question, number, $0) }
    case .asksBefore(let question, let other):
      return { session in
        let asked = way(of: session.patient).asked
        guard applies(question, session), let place = asked.firstIndex(of: other) else { return false }
        return !asked[..<place].contains(question)
      }
    case .asksBeforeOffering(let question):
      return { session in
        applies(question, session) && !isAsked(question, in: session) && offers(in: session).contains { !$0.isEmpty }
      }
    case .offersOnlyAfter(let stretch, let question):
      return { session in
        applies(question, session) && !isAsked(question, in: session)
          && offers(in: session).contains { $0.contains(stretch) }
      }
    default: preconditionFailure("no claim about order")
    }
  }

  private func applies(_ question: QuestionID, _ session: Session) -> Bool {
    applies[question.position][session.patient]
  }

  /// An alarm's end is none: only a path that goes on to more questions is too late then.
  private func asksTooLate(_ question: QuestionID, _ number: Int, _ session: Session) -> Bool {
    let asked = way(of: session.patient).asked
    return !asked.prefix(number).contains(question) && (session.alarm == nil || asked.count > number)
  }

  private func isAsked(_ question: QuestionID, in session: Session) -> Bool {
    way(of: session.patient).asked.contains(question)
  }

  // MARK: - Offers

  /// What may be offered at the end of a session. An alarm may come at any question, and what it asks has answers.
  private func offers(in session: Session) -> [[StretchID]] {
    let way = way(of: session.patient)
    guard let alarm = session.alarm else { return [way.offered] }
    guard !grammar.outcomes[session.outcome].stretches.entries.isEmpty else { return [] }
    let heard = grammar.alarms[alarm].asks.map(\.question).filter { applies[$0.position][session.patient] }
    return way.asked.indices.map { place in
      let known = Set(way.asked[..<place]).union(heard)
      let answers = patients.answers(of: session.patient).filter { known.contains($0.key) }
      return NaiveOffer(grammar, outcome: session.outcome, answers: answers).offer.stretches
    }
  }
}
