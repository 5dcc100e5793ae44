import Foundation
import SignOff
import Testing
import TreeFile

@testable import Reports

/// What programs read.
@Suite struct JSONTests {
  static func read(_ check: TreeCheck) throws -> [String: Any] {
    let text = check.json(engine: "9.8.7")
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  static func read(_ rule: Rule) throws -> [String: Any] { try read(Fixture(rule: rule).check) }

  static func proofs(_ document: [String: Any], _ kind: String) -> [[String: Any]] {
    (document["proofs"] as? [[String: Any]] ?? []).filter { $0["kind"] as? String == kind }
  }

  @Test func `the document names its version, the program, the tree and the verdict`() throws {
    let document = try Self.read(.guaranteeBroken)
    #expect(document["backtalk-check"] as? Int == 1)
    #expect(document["engine"] as? String == "9.8.7")
    #expect(document["verdict"] as? String == "broken")
    let tree = try #require(document["tree"] as? [String: String])
    #expect(tree == ["id": "fruit", "version": "1.0.0", "path": Fixture(rule: .guaranteeBroken).path])
    let effort = try #require(document["effort"] as? [String: Int])
    #expect(effort.keys.sorted() == ["searches", "states"])
  }

  @Test func `a broken guarantee has its counterexample, answer by answer`() throws {
    let proof = try #require(Self.proofs(try Self.read(.guaranteeBroken), "guarantee").first)
    #expect(proof["name"] as? String == "What is mouldy is thrown away")
    #expect(proof["verdict"] as? String == "broken")
    let example = try #require(proof["counterexample"] as? [String: Any])
    #expect(example["answers"] as? [[String: String]] == [["question": "ripe", "answer": "no"]])
    #expect(example["besides"] as? [[String: String]] == [["question": "mould", "answer": "yes"]])
    #expect(example["outcome"] as? String == "eat")
    #expect(example["level"] as? String == "later")
    #expect(example["other"] == nil)
  }

  @Test func `of two patients both are there`() throws {
    let document = try Self.read(.redFlagNotMonotone)
    let proof = try #require(Self.proofs(document, "monotone").first)
    let example = try #require(proof["counterexample"] as? [String: Any])
    let other = try #require(example["other"] as? [String: Any])
    #expect((example["answers"] as? [[String: String]])?.first == ["question": "mould", "answer": "no"])
    #expect((other["answers"] as? [[String: String]])?.first == ["question": "mould", "answer": "yes"])
    #expect(other["outcome"] as? String == "eat")
    #expect(document["questions-before"] as? [String: Int] == ["mould": 0])
  }

  @Test(arguments: [
    (Rule.guaranteeAboutNobody, "guarantee", "empty"), (.unsureLowersLevel, "doubt", "broken"),
    (.redFlagNotAsked, "asked-before-offering", "broken"), (.noStretchLeft, "keeps-a-stretch", "broken"),
    (.unreachableSection, "section-reached", "unreached"), (.hiddenBranch, "branch-taken", "unreached"),
    (.unreachableOutcome, "outcome-reached", "unreached"), (.unreachableStretch, "stretch-offered", "unreached"),
    (.notProven, "guarantee", "not-proven"),
  ])
  func `a claim is named by its kind and told by its verdict`(_ rule: Rule, _ kind: String, _ verdict: String) throws {
    let verdicts = Self.proofs(try Self.read(rule), kind).map { $0["verdict"] as? String }
    #expect(verdicts.contains(verdict))
  }

  @Test func `where somebody can be stuck the red flags are named that were not asked`() throws {
    let proofs = Self.proofs(try Self.read(.stuckBeforeRedFlag), "stuck-after-red-flags")
    #expect(proofs.map { $0["name"] as? String } == ["kind"])
    #expect(proofs.first?["verdict"] as? String == "broken")
    #expect(proofs.first?["leaves-out"] as? [String] == ["mould"])
  }

  @Test func `who has signed what is told part by part`() throws {
    let tree = contents(of: Fixture(rule: .stuckBeforeRedFlag).path)
    let loaded = Loader().load(tree, named: "fruit.yaml")
    let grammar = try #require(loaded.tree).grammar
    var signed = SignedFile()
    _ = signed.sign(
      .these([.head]), of: grammar, by: try #require(Reviewer("Dr A. Example")),
      on: try #require(WrittenDay("2026-11-25")))
    let document = try Self.read(TreeCheck(loaded, path: "fruit.yaml", signed: signed))
    let signOff = try #require(document["sign-off"] as? [String: Any])
    #expect(signOff["review"] as? String == "some")
    let parts = try #require(signOff["parts"] as? [[String: Any]])
    #expect(parts.map { $0["part"] as? String }.prefix(2) == ["head", "section opening"])
    #expect(parts.map { $0["standing"] as? String }.prefix(2) == ["signed", "unsigned"])
    let given = try #require(parts.first?["signatures"] as? [[String: String]])
    #expect(given == [["name": "Dr A. Example", "day": "2026-11-25"]])
    #expect(try Self.read(.stuckBeforeRedFlag)["sign-off"] == nil)
  }

  @Test func `a branch is named by its place`() throws {
    let fixture = Fixture(rule: .hiddenBranch)
    let names = Self.proofs(try Self.read(fixture.check), "branch-taken").map { $0["name"] as? String }
    #expect(names == [17, 19, 21].map { "\(fixture.path):\($0)" })
  }

  @Test func `a warning has its code, its place, what is the matter and what to do`() throws {
    let document = try Self.read(.unreachableStretch)
    #expect((document["errors"] as? [Any])?.isEmpty == true)
    let warning = try #require((document["warnings"] as? [[String: Any]])?.first)
    #expect(warning["code"] as? String == "unreachable-stretch")
    #expect(warning["line"] as? Int == 34)
    #expect(warning["column"] as? Int == 3)
    #expect((warning["message"] as? String)?.isEmpty == false)
    #expect((warning["cure"] as? String)?.isEmpty == false)
  }

  @Test func `a tree that cannot be loaded has its diagnostics and no proofs`() throws {
    let document = try Self.read(TreeCheck("backtalk: 1\n"))
    #expect(document["verdict"] as? String == "not-proven")
    #expect((document["proofs"] as? [Any])?.isEmpty == true)
    let codes = (document["diagnostics"] as? [[String: Any]])?.map { $0["code"] as? String }
    #expect(codes?.first == "missing-key")
  }
}
