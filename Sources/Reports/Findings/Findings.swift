import Assurance
import Lint
import TreeFile
import Triage

/// Turns what was proven of a tree, and what there is to remark on its words, into findings.
struct Findings {
  let tree: Tree
  let map: SourceMap
  let proofs: [Proof]
  let remarks: [Remark]
  /// That each proof could look at.
  let states: Int
  let parts: Parts

  var grammar: Grammar { tree.grammar }

  init(_ tree: Tree, _ map: SourceMap, _ proofs: [Proof], _ remarks: [Remark], states: Int) {
    (self.tree, self.map, self.proofs, self.remarks, self.states) = (tree, map, proofs, remarks, states)
    parts = Parts(tree.grammar)
  }

  func counted(_ states: Int) -> String { states == 1 ? "1 state" : "\(states) states" }

  func name(of subject: Proof.Subject) -> String { parts.name(of: subject, map) }

  /// Ordered by place.
  var all: [Finding] {
    let found = proofs.compactMap(finding) + unreached + unknownReach + remarks.map(finding)
    let places = found.map { map.span(of: $0.part) }
    let order = found.indices.sorted { one, other in
      switch (places[one], places[other]) {
      case (let first?, let second?) where first != second: first < second
      case (nil, _?): true
      case (_?, nil): false
      default: one < other
      }
    }
    return order.map { found[$0] }
  }

  /// What is found about a claim that is about patients; reach is told elsewhere.
  private func finding(_ proof: Proof) -> Finding? {
    switch proof.verdict {
    case .holds, .unreached: nil
    case .empty: aboutNobody(proof.subject)
    case .leavesOut(let flags, let more): leavesOut(flags, andMore: more, proof.subject)
    case .broken where isExcused(proof): nil
    case .broken(let example): broken(proof.subject, example)
    case .notProven: proof.subject.isReach ? nil : notProven(proof.subject)
    }
  }

  private func broken(_ subject: Proof.Subject, _ example: Counterexample?) -> Finding {
    let words = words(for: subject)
    var finding = Finding(
      subject.rule, subject.severity, at: parts.part(of: subject), words.message, cure: words.cure)
    finding.example = example.map { self.example($0, of: subject) } ?? .omitted
    return finding
  }

  private func leavesOut(_ flags: [QuestionID], andMore more: Int, _ subject: Proof.Subject) -> Finding {
    let words = words(for: subject)
    let names = flags.map { grammar.questions[$0].name }.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
    return Finding(
      subject.rule, subject.severity, at: parts.part(of: subject), "\(words.message): \(names)", cure: words.cure)
  }

  private func aboutNobody(_ subject: Proof.Subject) -> Finding {
    Finding(
      .guaranteeAboutNobody, .error, at: parts.part(of: subject),
      "no patient meets the \"if\" of the guarantee \"\(name(of: subject))\", so it promises nothing",
      cure: "correct the \"if\", or take the guarantee out")
  }

  private func finding(_ remark: Remark) -> Finding {
    let words = remark.words(in: grammar)
    return Finding(remark.code.rule, .warning, at: remark.part, words.message, cure: words.cure)
  }

  private func notProven(_ subject: Proof.Subject) -> Finding {
    Finding(
      .notProven, .error, at: parts.part(of: subject),
      "looking at \(counted(states)) does not prove that \(claim(of: subject))",
      cure: "let it look at more, with --budget; where that does not help, claim what can be proven")
  }
}
