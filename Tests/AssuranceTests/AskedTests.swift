import Foundation
import TestSupport
import Testing
import TreeFile
import Triage

@testable import Assurance

/// Small trees in which a question is read by some who were not asked it, or asked later than it was first read; held
/// against a look at every patient.
@Suite struct `What was asked, and when` {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Asked")

  static var trees: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
  }

  @Test(arguments: try trees) func `is told apart in every proof`(_ name: String) throws {
    let loaded = Loader().load(path: Self.folder.appending(path: name).path)
    let tree = try #require(loaded.tree, "\(loaded.report)")
    let force = BruteForce(tree.grammar)
    for proof in Prover(tree).proveAll() {
      if case .asksFirst(let question) = proof.subject {
        #expect(proof.verdict.leftOut == force.flagsLeftOut(before: question), "\(proof.subject)")
      }
      guard let expected = force.verdict(on: proof.subject) else { continue }
      #expect(BruteForce.Verdict(proof.verdict) == expected, "\(proof.subject)")
    }
  }
}
