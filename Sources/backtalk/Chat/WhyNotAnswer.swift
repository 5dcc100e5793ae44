import Assurance
import Conversation
import Triage

/// Looks for what would have led a patient elsewhere, for the chat, which has no proofs.
enum WhyNotAnswer {
  /// How many answers may be tried: a patient does not wait longer.
  private static let budget = WhyNot.usual / 10

  /// The fewest changes that lead to one of these outcomes; to any other where none are named.
  static func find(_ outcomes: [OutcomeID], _ session: Session) -> Elsewhere {
    guard !outcomes.isEmpty else { return Elsewhere(changes(to: nil, session, budget)) }
    let all = outcomes.map { Elsewhere(changes(to: $0, session, budget / outcomes.count)) }
    return all.dropFirst().reduce(all[0]) { $0.nearer(of: $1) }
  }

  private static func changes(to outcome: OutcomeID?, _ session: Session, _ budget: Int) -> WhyNot.Result? {
    onLargeStack { WhyNot(session)?.smallestChanges(to: outcome, budget: Budget(states: budget)) }
  }
}

extension Elsewhere {
  fileprivate init(_ found: WhyNot.Result?) {
    switch found {
    case .ways(let ways):
      let all = ways.map { Way($0.changes.map(Change.init), to: $0.outcome) }
      self = .ways(all.reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
    case .nobody: self = .nobody
    case .notLooked, .alreadyThere, nil: self = .notFound
    }
  }

  /// That of the two which takes fewer changes; both where they take as many.
  fileprivate func nearer(of other: Elsewhere) -> Elsewhere {
    switch (self, other) {
    case (.ways(let own), .ways(let others)):
      if own.fewest == others.fewest { return .ways(own + others) }
      return own.fewest < others.fewest ? self : other
    case (.ways, _): return self
    case (_, .ways): return other
    case (.nobody, .nobody): return .nobody
    case (.nobody, .notFound), (.notFound, .nobody), (.notFound, .notFound): return .notFound
    }
  }
}

extension [Elsewhere.Way] {
  fileprivate var fewest: Int { map(\.changes.count).min() ?? 0 }
}

extension Elsewhere.Change {
  fileprivate init(_ change: WhyNot.Change) {
    self.init(change.question, to: change.to.alternatives.map(Elsewhere.Alternative.init))
  }
}

extension Elsewhere.Alternative {
  fileprivate init(_ alternative: WhyNot.Alternative) {
    switch alternative {
    case .one(let value): self = .one(value)
    case .range(let low, let high): self = .range(low, high)
    case .picks(let with, let without): self = .picks(with: with, without: without)
    case .unsure: self = .unsure
    }
  }
}
