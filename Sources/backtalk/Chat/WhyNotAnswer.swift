import Assurance
import Conversation
import Triage

/// Looks for what would have led a patient elsewhere, for the chat, which has no proofs.
enum WhyNotAnswer {
  /// How many answers may be tried: a patient does not wait longer.
  private static let budget = WhyNot.usual / 10

  static func find(_ outcome: OutcomeID?, _ session: Session) -> Elsewhere {
    let found = onLargeStack {
      WhyNot(session)?.smallestChanges(to: outcome, budget: Budget(states: budget))
    }
    switch found {
    case .ways(let ways):
      let all = ways.map { Elsewhere.Way($0.changes.map(Elsewhere.Change.init), to: $0.outcome) }
      return .ways(all.reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
    case .nobody: return .nobody
    case .notLooked, .alreadyThere, nil: return .notFound
    }
  }
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
