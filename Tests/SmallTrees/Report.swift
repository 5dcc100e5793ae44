import TestSupport
import Triage

/// What is told of a tree.
struct Report: Encodable {
  var tree: String
  var proofs: [Proof]

  struct Proof: Encodable {
    var kind: String
    var name: String
    var verdict: String
  }
}

extension BruteForce {
  /// Everything that can be decided of the tree.
  var proofs: [Report.Proof] {
    let redFlags = grammar.questions.ids.filter { grammar.questions[$0].redFlag != nil }
    let doubtful = grammar.questions.ids.filter {
      grammar.questions[$0].redFlag == nil && patients.acceptsUnsure($0)
    }
    let offering = grammar.outcomes.ids.filter { !grammar.outcomes[$0].stretches.entries.isEmpty }
    return grammar.guarantees.indices.map { proof("guarantee", grammar.guarantees[$0].name, guarantee($0)) }
      + redFlags.map { proof("monotone", name($0), monotone($0)) }
      + doubtful.map { proof("doubt", name($0), doubt($0)) }
      + redFlags.map { proof("asked-before-offering", name($0), askedBeforeOffering($0)) }
      + offering.map { proof("keeps-a-stretch", grammar.outcomes[$0].name, keepsAStretch($0)) }
      + grammar.outcomes.ids.map { proof("outcome-reached", grammar.outcomes[$0].name, outcomeReached($0)) }
      + grammar.sections.ids.map { proof("section-reached", grammar.sections[$0].name, sectionReached($0)) }
      + grammar.stretches.ids.map { proof("stretch-offered", grammar.stretches[$0].name, stretchOffered($0)) }
  }

  private func proof(_ kind: String, _ name: String, _ verdict: Verdict) -> Report.Proof {
    Report.Proof(kind: kind, name: name, verdict: verdict.rawValue)
  }

  private func name(_ question: QuestionID) -> String { grammar.questions[question].name }
}
