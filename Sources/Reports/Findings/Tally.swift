import Assurance
import Triage

/// How many claims of one kind hold.
struct Tally: Equatable, Sendable {
  var kind: Kind
  var holding = 0
  /// Broken where the tree says why it may be.
  var excused = 0
  var all = 0

  /// The kinds in the order in which they are told.
  enum Kind: String, CaseIterable, Sendable {
    case guarantee, monotone
    case askedBeforeOffering = "asked-before-offering"
    case stuckAfterRedFlags = "stuck-after-red-flags"
    case doubt
    case keepsStretch = "keeps-a-stretch"
    case sectionReached = "section-reached"
    case branchTaken = "branch-taken"
    case outcomeReached = "outcome-reached"
    case stretchOffered = "stretch-offered"
  }
}

extension Findings {
  /// Of the claims that are meant, those that hold.
  var tallies: [Tally] {
    let meant = proofs.filter { proof in if case .holds = proof.verdict { true } else { isMeant(proof.subject) } }
    let kinds = Dictionary(grouping: meant, by: \.subject.kind)
    return Tally.Kind.allCases.compactMap { kind in
      kinds[kind].map { proofs in
        Tally(
          kind: kind, holding: proofs.count(where: \.isHolding), excused: proofs.count(where: isExcused),
          all: proofs.count)
      }
    }
  }

  /// Whether a claim is broken, and the tree says why it may be.
  func isExcused(_ proof: Proof) -> Bool {
    guard case .broken = proof.verdict, case .doubt(let question) = proof.subject else { return false }
    return grammar.questions[question].unsureBecause != nil
  }
}

extension Proof {
  var isHolding: Bool { if case .holds = verdict { true } else { false } }
}

extension Tally {
  /// What was proven, in one line.
  var words: String {
    let count = holding == all ? "\(all)" : "\(holding) of \(all)"
    let reason = excused == 0 ? "" : "; \(excused) \(excused == 1 ? "says" : "say") why it may"
    return "\(count) \(all == 1 ? nouns.one : nouns.several): \(claim)\(reason)"
  }

  private var nouns: (one: String, several: String) {
    switch kind {
    case .guarantee: ("guarantee", "guarantees")
    case .monotone, .askedBeforeOffering: ("red flag", "red flags")
    case .stuckAfterRedFlags: ("question", "questions")
    case .doubt: ("other question", "other questions")
    case .keepsStretch, .outcomeReached: ("outcome", "outcomes")
    case .sectionReached: ("section", "sections")
    case .branchTaken: ("branch", "branches")
    case .stretchOffered: ("stretch", "stretches")
    }
  }

  private var claim: String {
    switch kind {
    case .guarantee: "kept for every patient"
    case .monotone: "a more worrying answer never leads to a lower level"
    case .askedBeforeOffering: "asked, where it applies, before anything is offered"
    case .stuckAfterRedFlags: "nobody is stuck at it before every red flag that applies was asked"
    case .doubt: "\"not sure\" never leads to a lower level"
    case .keepsStretch: "leaves everybody one of its stretches"
    case .sectionReached: "somebody comes there"
    case .branchTaken: "somebody takes it"
    case .outcomeReached: "somebody ends there"
    case .stretchOffered: "offered to somebody"
    }
  }
}
