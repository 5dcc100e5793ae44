import Assurance
import TestSupport
import Testing
import Triage
import Validation

@Suite struct Dbg {
  @Test func dbg() throws {
    print("DBGT", WrittenTree(RandomTree.grammar(seed: 22, size: .small)).text)
    let g = RandomTree.grammar(seed: 75, size: .small)
    print("DBGT", WrittenTree(g).text)
    for proof in Prover(try Tree(g)).proveAll() { if case .monotone(let q) = proof.subject, q.position == 2 { print("DBGP", "\(proof.verdict)".prefix(800)) } }
  }
}
