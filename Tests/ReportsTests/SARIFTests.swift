import Foundation
import Testing
import TreeFile

@testable import Reports

/// What code hosts and editors read. That it is SARIF at all, `scripts/check-sarif` holds against the standard's schema.
@Suite struct SARIFTests {
  typealias Object = [String: Any]

  static func run(of checks: [TreeCheck]) throws -> Object {
    let document = try JSONSerialization.jsonObject(with: Data(checks.sarif(engine: "9.8.7").utf8)) as? Object
    return try #require((document?["runs"] as? [Object])?.first)
  }

  static func results(_ checks: TreeCheck...) throws -> [Object] {
    try #require(try run(of: checks)["results"] as? [Object])
  }

  static func region(_ location: Object?) -> [String: Int]? {
    (location?["physicalLocation"] as? Object)?["region"] as? [String: Int]
  }

  @Test(arguments: Fixture.all)
  func `a finding is a result of its rule, at its place`(_ fixture: Fixture) throws {
    let check = fixture.check
    let run = try Self.run(of: [check])
    let driver = try #require((run["tool"] as? Object)?["driver"] as? Object)
    let rules = try #require(driver["rules"] as? [Object])
    let result = try #require((run["results"] as? [Object])?.first)
    #expect(result["ruleId"] as? String == fixture.rule.name)
    let position = try #require(result["ruleIndex"] as? Int)
    #expect(rules[position]["id"] as? String == fixture.rule.name)
    #expect(result["level"] as? String == check.findings[0].severity.rawValue)
    let place = check.loaded.map.position(of: check.findings[0].part)
    let region = Self.region((result["locations"] as? [Object])?.first)
    #expect(region?["startLine"] == place?.line)
    #expect(region?["startColumn"] == place?.column)
  }

  @Test func `a region ends behind its last character`() throws {
    let result = try #require(try Self.results(Fixture(rule: .unreachableSection).check).first)
    let region = try #require(Self.region((result["locations"] as? [Object])?.first))
    #expect(region == ["startLine": 20, "startColumn": 3, "endLine": 20, "endColumn": 9])
  }

  @Test func `a conversation is told step by step, each at its place`() throws {
    let result = try #require(try Self.results(Fixture(rule: .guaranteeBroken).check).first)
    let flows = try #require(result["codeFlows"] as? [Object])
    let steps = try #require((flows.first?["threadFlows"] as? [Object])?.first?["locations"] as? [Object])
    let locations = steps.compactMap { $0["location"] as? Object }
    #expect(locations.map { ($0["message"] as? Object)?["text"] as? String } == ["ripe: no", "end: eat"])
    #expect(locations.map { Self.region($0)?["startLine"] } == [18, 20])
  }

  @Test func `of two who part each has a conversation`() throws {
    let result = try #require(try Self.results(Fixture(rule: .redFlagNotMonotone).check).first)
    #expect((result["codeFlows"] as? [Object])?.count == 2)
  }

  @Test func `a mistake of the loader is a result too, with the other places it names`() throws {
    let text = FindingTests.tree(
      questions: FindingTests.mould + "\n" + FindingTests.mould.replacing("mould", with: "ripe"),
      sections: FindingTests.deciding + "\n" + FindingTests.deciding)
    let results = try Self.results(TreeCheck(text))
    #expect(results.map { $0["ruleId"] as? String } == ["repeated-key"])
    #expect(results.first?["level"] as? String == "error")
    #expect((results.first?["relatedLocations"] as? [Object])?.count == 1)
  }

  @Test(arguments: [
    ("a tree/a:b.yaml", "a%20tree/a%3Ab.yaml"), ("/tmp/é.yaml", "file:///tmp/%C3%A9.yaml"),
    ("\u{1B}<x>.yaml", "%1B%3Cx%3E.yaml"), ("DecisionTrees/back-pain.yaml", "DecisionTrees/back-pain.yaml"),
  ])
  func `a path becomes a reference`(_ path: String, _ uri: String) {
    #expect(SARIF.Artifact(path: path).uri == uri)
  }

  @Test func `what a tree says becomes no link, no gap to fill in and nothing that acts`() throws {
    let text = [HostileTests.check].sarif(engine: "1")
    #expect(!HostileTests.acts(text))
    let result = try #require(try Self.results(HostileTests.check).first)
    let message = try #require((result["message"] as? Object)?["text"] as? String)
    #expect(message.contains("␊<script>"))
    #expect(message.contains("[here] (https://example.org) {{0}}"))
  }
}
