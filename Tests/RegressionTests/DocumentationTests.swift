import Foundation
import Testing

@testable import Regression

/// What the documentation shows is what happens.
@Suite struct DocumentationTests {
  static let readme = Page("README.md")
  static let testing = Page("docs/testing.md")

  struct Page {
    let blocks: [String]

    /// Reads a page of the project, and the blocks of code in it.
    init(_ path: String) {
      let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
      let text = (try? String(contentsOf: root.appending(path: path), encoding: .utf8)) ?? ""
      blocks = text.components(separatedBy: "```").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
    }

    /// The text of the block that has some words in it.
    func block(with words: String) throws -> String {
      let block = try #require(blocks.first { $0.contains(words) })
      return String(block.drop { $0 != "\n" }.dropFirst())
    }
  }

  /// The README's tree and its cases, in a folder; `change` is made to the tree.
  static func folder(_ change: (String) -> String = { $0 }) throws -> Folder {
    try Folder([
      "stiff-neck.yaml": change(readme.block(with: "id: stiff-neck")),
      "stiff-neck.cases.yaml": readme.block(with: "tree: stiff-neck.yaml"),
    ])
  }

  @Test func `the README's tree is sound and its cases pass`() throws {
    let folder = try Self.folder()
    var suite = Suite()
    let report = suite.run([folder.path])
    #expect(report.unusable == [])
    #expect(report.passed == 2)
    #expect(report.failed == 0)
  }

  @Test func `the README's mistakes are told as it shows`() throws {
    let folder = try Self.folder {
      $0.replacing("since > 6 weeks", with: "since > 6").replacing("end: keep-moving", with: "end: keep-movin")
    }
    var suite = Suite()
    let report = suite.run([folder.path])
    #expect(folder.withoutPath(report.unusable.joined()) == (try Self.readme.block(with: "error[")))
  }

  @Test func `a failure is told as the documentation shows`() throws {
    let folder = try Self.folder { $0.replacing("6 weeks", with: "6 days") }
    var suite = Suite()
    let text = folder.withoutPath(suite.run([folder.path]).text)
    #expect(text.contains(try Self.testing.block(with: "FAILED")))
  }

  @Test func `coverage is told as the documentation shows`() throws {
    let folder = try Self.folder()
    var suite = Suite(measuresCoverage: true)
    let text = suite.run([folder.path]).coverage.map(\.text).joined()
    #expect(folder.withoutPath(text) == (try Self.testing.block(with: "coverage of stiff-neck")))
  }

  @Test func `the README's conversation is part of a script`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../DecisionTrees/tests")
    let script = try String(contentsOf: root.appending(path: "a-week-in-bed.chat"), encoding: .utf8)
    expectPieces(of: try Self.readme.block(with: "I understood"), in: script)
  }

  @Test func `the documentation's script is what the README's tree says`() throws {
    let folder = try Self.folder()
    let shown = try Self.testing.block(with: "I understood")
    let typed = shown.split(separator: "\n").filter { $0.hasPrefix("> ") }.joined(separator: "\n")
    let header = shown[..<(try #require(shown.range(of: "---\n")).upperBound)]
    try folder.write("\(header)\(typed)\n", to: "shown.chat")
    var suite = Suite(updates: true)
    _ = suite.run([folder.path])
    expectPieces(of: shown, in: try folder.text(of: "shown.chat"))
  }

  @Test func `a script's failure is told as the documentation shows`() throws {
    let folder = try Self.folder()
    let shown = try Self.testing.block(with: "I understood")
    let typed = shown.split(separator: "\n").filter { $0.hasPrefix("> ") }.joined(separator: "\n")
    let header = shown[..<(try #require(shown.range(of: "---\n")).upperBound)]
    try folder.write("\(header)\(typed)\n", to: "stiff-neck.chat")
    var recording = Suite(updates: true)
    _ = recording.run([folder.path])
    let tree = try folder.text(of: "stiff-neck.yaml")
    try folder.write(tree.replacing("title: Keep it moving", with: "title: Keep going"), to: "stiff-neck.yaml")
    var suite = Suite()
    expectPieces(
      of: try Self.testing.block(with: "what was expected"), in: folder.withoutPath(suite.run([folder.path]).text))
  }

  /// Expects the pieces between ellipses to stand in a text, in their order.
  private func expectPieces(of excerpt: String, in text: String) {
    var rest = text[...]
    for piece in excerpt.components(separatedBy: "…\n") where !piece.isEmpty {
      guard let place = rest.range(of: piece) else {
        Issue.record("not there: \(piece)")
        continue
      }
      rest = rest[place.upperBound...]
    }
  }
}
