import Assurance
import Triage

extension Findings {
  struct Words {
    var message: String
    var cure: String
  }

  /// What is the matter where a claim is broken, and what to do about it.
  func words(for subject: Proof.Subject) -> Words {
    let name = name(of: subject)
    return switch subject {
    case .guarantee:
      Words(
        message: "the guarantee \"\(name)\" does not hold",
        cure: "change the tree until this cannot happen, or promise less")
    case .monotone:
      Words(
        message: "a more worrying answer to the red flag \"\(name)\" can lead to a lower level",
        cure: "look where the two part: the more worrying answer has to lead at least as high")
    case .doubt:
      Words(
        message: "\"not sure\" about \"\(name)\" can lead to a lower level than a definite answer",
        cure: "let \"unsure:\" stand for the more careful answer, or say with \"unsure_because:\" why it may")
    case .askedBeforeOffering:
      Words(
        message: "a stretch can be offered to somebody who was not asked the red flag \"\(name)\", though it applies",
        cure: "ask it on every way to an outcome with stretches, or say with \"applies:\" whom it is meant for")
    case .keepsStretch:
      Words(
        message: "somebody can end in \"\(name)\" and be left without any of its stretches",
        cure: "offer one that this patient need not avoid, or lead this patient to another outcome")
    case .asksFirst:
      Words(
        message: "somebody can be stuck at \"\(name)\" who was not yet asked these red flags, though they apply",
        cure: "ask them before it, or let \"unsure:\" of this question say what \"not sure\" counts as")
    case .reachesSection:
      Words(
        message: "nobody ever comes to the section \"\(name)\"", cure: "let a branch lead there, or take it out")
    case .takesBranch(let position):
      Words(message: "nobody ever takes this branch", cure: cure(of: parts.branches[position].branch))
    case .reachesOutcome:
      Words(message: "nobody ever ends in \"\(name)\"", cure: "let a branch lead there, or take it out")
    case .offersStretch:
      Words(
        message: "the stretch \"\(name)\" is never offered to anybody",
        cure: "look at what it avoids and under which conditions it is listed, or take it out")
    }
  }

  private func cure(of hidden: Branch) -> String {
    hidden.condition == nil
      ? "the branches before it take everybody: take it out, and the \"if\" of the one before it too"
      : "its \"if\" holds for nobody who comes here, or the branches before it take everybody: correct it, or take it out"
  }

  /// What a claim says, behind "that".
  func claim(of subject: Proof.Subject) -> String {
    let name = name(of: subject)
    return switch subject {
    case .guarantee: "the guarantee \"\(name)\" holds"
    case .monotone: "no more worrying answer to the red flag \"\(name)\" leads to a lower level"
    case .doubt: "\"not sure\" about \"\(name)\" leads to no lower level than a definite answer"
    case .askedBeforeOffering: "the red flag \"\(name)\" is asked before anything is offered"
    case .keepsStretch: "everybody who ends in \"\(name)\" is left a stretch"
    case .asksFirst: "nobody is stuck at \"\(name)\" before every red flag that applies was asked"
    case .reachesSection: "somebody comes to the section \"\(name)\""
    case .takesBranch: "somebody takes this branch"
    case .reachesOutcome: "somebody ends in \"\(name)\""
    case .offersStretch: "somebody is offered the stretch \"\(name)\""
    }
  }
}
