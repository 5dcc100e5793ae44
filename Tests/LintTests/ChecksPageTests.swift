import Foundation
import Testing

@testable import Lint

/// `docs/checks.md`: under each code what it means, a piece of the fixture, and the words that are shown.
///
/// The words are re-recorded with `RECORD=1 swift test --filter LintTests.ChecksPageTests`; all else is written by hand.
@Suite struct ChecksPageTests {
  private let path = testFolder + "../../docs/checks.md"

  private var page: String { (try? String(contentsOfFile: path, encoding: .utf8)) ?? "" }

  @Test(arguments: Fixture.all)
  func `the page explains every remark with a piece of its fixture`(_ fixture: Fixture) throws {
    let section = page[try section(of: fixture, in: page)]
    #expect(section.contains("**What to do:**"))
    let example = section[try block("yaml", in: section)]
    #expect(fixture.text.replacing("  # here", with: "").contains(example), "\(example)")
  }

  @Test func `the page shows every remark in its words`() throws {
    var expected = page
    for fixture in Fixture.all {
      let remarked = try #require(Remarked(path: fixture.path))
      let words = try block("text", in: expected[try section(of: fixture, in: expected)])
      expected.replaceSubrange(words, with: remarked.report)
    }
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try expected.write(toFile: path, atomically: true, encoding: .utf8)
    } else {
      #expect(page == expected, "re-record with RECORD=1 swift test --filter LintTests.ChecksPageTests")
    }
  }

  /// What stands under the heading of a code.
  private func section(of fixture: Fixture, in text: String) throws -> Range<String.Index> {
    let start = try #require(text.range(of: "\n### \(fixture.code.rawValue)\n")).upperBound
    return start..<(text[start...].range(of: "\n##")?.lowerBound ?? text.endIndex)
  }

  /// What stands between the fences of the first block in a language.
  private func block(_ language: String, in text: Substring) throws -> Range<String.Index> {
    let start = try #require(text.range(of: "```\(language)\n")).upperBound
    return start..<(try #require(text[start...].range(of: "```"))).lowerBound
  }
}
