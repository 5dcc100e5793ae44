import Foundation
import Testing

@testable import Reports

/// `docs/checks.md`: under each rule what it means, a piece of the fixture, and the words that are shown.
///
/// The words are re-recorded with `RECORD=1 swift test --filter ReportsTests.ChecksPageTests`; all else is written by hand.
@Suite struct ChecksPageTests {
  private let path = testFolder + "../../docs/checks.md"

  @Test(arguments: Fixture.all)
  func `the page explains every rule with a piece of its fixture`(_ fixture: Fixture) throws {
    let page = contents(of: path)
    let section = page[try section(of: fixture, in: page)]
    #expect(section.contains("**What to do:**"))
    let example = section[try block("yaml", in: section)]
    #expect(fixture.text.contains(example), "\(example)")
  }

  @Test func `the page shows every finding in its words`() throws {
    let page = contents(of: path)
    var expected = page
    for fixture in Fixture.all {
      let words = try block("text", in: expected[try section(of: fixture, in: expected)])
      expected.replaceSubrange(words, with: findings(of: fixture))
    }
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try expected.write(toFile: path, atomically: true, encoding: .utf8)
    } else {
      #expect(page == expected, "re-record with RECORD=1 swift test --filter ReportsTests.ChecksPageTests")
    }
  }

  @Test func `the README shows what is said where its guarantee is broken`() throws {
    let readme = contents(of: testFolder + "../../README.md")
    let tree = String(readme[try block("yaml", in: readme[...])])
    let changed = tree.replacing("if: fever is yes\n          end", with: "if: fever is unsure\n          end")
    let told = TreeCheck(changed, named: "stiff-neck.yaml").said
    let shown = try #require(
      readme.components(separatedBy: "```text\n").first { $0.hasPrefix("error[guarantee-broken]") })
    let words = String(shown[..<(try #require(shown.range(of: "```")).lowerBound)])
    #expect(told.contains(words), "\(told)")
    #expect(TreeCheck(tree, named: "stiff-neck.yaml").findings.isEmpty)
  }

  /// What is said of a fixture, without the summary.
  private func findings(of fixture: Fixture) -> String {
    fixture.check.said.components(separatedBy: "\n\(fixture.rule.name).yaml: ")[0]
  }

  /// What stands under the heading of a rule.
  private func section(of fixture: Fixture, in text: String) throws -> Range<String.Index> {
    let start = try #require(text.range(of: "\n### \(fixture.rule.name)\n")).upperBound
    return start..<(text[start...].range(of: "\n##")?.lowerBound ?? text.endIndex)
  }

  /// What stands between the fences of the first block in a language.
  private func block(_ language: String, in text: Substring) throws -> Range<String.Index> {
    let start = try #require(text.range(of: "```\(language)\n")).upperBound
    return start..<(try #require(text[start...].range(of: "```"))).lowerBound
  }
}
