import Assurance
import Triage

/// What nobody ever meets. One mistake brings one finding: what lies behind a part that is not reached is not told.
extension Findings {
  var unreached: [Finding] {
    let reach = Unreached(proofs)
    return proofs.compactMap { proof in
      guard case .unreached = proof.verdict, isMeant(proof.subject), isOwnMistake(proof.subject, reach) else {
        return nil
      }
      let words = words(for: proof.subject)
      return Finding(
        proof.subject.rule, proof.subject.severity, at: parts.part(of: proof.subject), words.message,
        cure: words.cure)
    }
  }

  /// Whether that something is not reached is no consequence of what else is not.
  private func isOwnMistake(_ subject: Proof.Subject, _ reach: Unreached) -> Bool {
    switch subject {
    case .takesBranch(let branch): !reach.sections.contains(parts.branches[branch].section)
    case .reachesSection(let section): !reach.leadsTo(.section(section), in: parts)
    case .reachesOutcome(let outcome): !reach.leadsTo(.outcome(outcome), in: parts)
    case .offersStretch(let stretch): !isNamed(stretch, in: reach.outcomes)
    default: true
    }
  }

  /// Whether the author means a part to be reached at all.
  ///
  /// Every tree needs the outcome for who is stuck, also where nobody can be; and no tree need use all of a library.
  func isMeant(_ subject: Proof.Subject) -> Bool {
    switch subject {
    case .reachesOutcome(let outcome): outcome != grammar.stuck
    case .offersStretch(let stretch): isTreesOwn(stretch)
    default: true
    }
  }

  /// Whether a stretch is the tree's: it names it, or it is written in the tree's own file and not in a library.
  private func isTreesOwn(_ stretch: StretchID) -> Bool {
    isNamed(stretch, in: Set(grammar.outcomes.ids))
      || map.position(of: grammar.stretches[stretch].part)?.file == map.files.first
  }

  private func isNamed(_ stretch: StretchID, in outcomes: Set<OutcomeID>) -> Bool {
    outcomes.contains { grammar.outcomes[$0].stretches.names(stretch, grammar.programmes) }
  }

  /// What may be reached or not, a finding for each kind.
  var unknownReach: [Finding] {
    let unknown = proofs.filter { proof in
      if case .notProven = proof.verdict { proof.subject.isReach } else { false }
    }
    return Dictionary(grouping: unknown, by: \.subject.kind).values.map { proofs in
      let others = proofs.count == 1 ? "" : ", nor the same of \(proofs.count - 1) more"
      return Finding(
        .notProven, .error, at: parts.part(of: proofs[0].subject),
        "looking at \(counted(states)) does not prove that \(claim(of: proofs[0].subject))\(others)",
        cure: "let it look at more, with --budget")
    }
  }
}

/// The parts of a tree that nobody comes to.
private struct Unreached {
  var sections: Set<SectionID> = []
  var outcomes: Set<OutcomeID> = []
  var branches: Set<Int> = []

  init(_ proofs: [Proof]) {
    for proof in proofs {
      guard case .unreached = proof.verdict else { continue }
      switch proof.subject {
      case .reachesSection(let section): sections.insert(section)
      case .reachesOutcome(let outcome): outcomes.insert(outcome)
      case .takesBranch(let branch): branches.insert(branch)
      default: break
      }
    }
  }

  /// Whether a branch that nobody takes, or a section that nobody comes to, leads to a place.
  func leadsTo(_ target: Branch.Target, in parts: Parts) -> Bool {
    if branches.contains(where: { parts.branches[$0].branch.target == target }) { return true }
    guard case .section(let section) = target else { return false }
    return sections.contains { other in
      parts.grammar.sections[other].steps.contains { $0.action == .go(section) }
    }
  }
}

extension StretchList {
  fileprivate func names(_ stretch: StretchID, _ programmes: [Programme]) -> Bool {
    entries.contains { entry in
      switch entry.use {
      case .stretch(let other): other == stretch
      case .firstOf(let others): others.contains(stretch)
      case .programme(let programme): programmes[programme].list.names(stretch, programmes)
      }
    }
  }
}
