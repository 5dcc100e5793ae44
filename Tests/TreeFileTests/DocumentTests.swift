import Foundation
import Testing

@testable import TreeFile

/// `docs/diagnostics.md`: under each code its meaning in prose, the smallest file, and what is said about it.
///
/// Only the prose is written by hand. The rest is re-recorded with `RECORD=1 swift test --filter DocumentTests`.
@Suite struct DocumentTests {
  private let path = testFolder + "../../docs/diagnostics.md"

  @Test func `the document shows every fixture and what is said about it`() throws {
    let written = String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    let expected = try document(from: written)
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try Data(expected.utf8).write(to: URL(fileURLWithPath: path))
    } else {
      #expect(written == expected, "re-record with RECORD=1 swift test --filter DocumentTests")
    }
  }

  @Test(arguments: Code.allCases)
  func `every code is explained`(_ code: Code) {
    let written = String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    #expect(!prose(of: code, in: written).isEmpty)
  }

  /// The document as it should be: the prose that stands in it, with the fixtures as they are now.
  private func document(from written: String) throws -> String {
    let opening = try #require(written.components(separatedBy: "\n## ").first)
    return opening.trimmingCharacters(in: .newlines) + "\n"
      + Fixture.all.map { section(for: $0, in: written) }.joined()
  }

  private func section(for fixture: Fixture, in written: String) -> String {
    var text = "\n## \(fixture.code.rawValue)\n\n" + prose(of: fixture.code, in: written) + "\n"
    let files = fixture.files
    for file in files {
      let title = files.count > 1 ? "\n`\(file.name)`\n" : ""
      text += title + "\n```yaml\n" + shown(file.text) + "\n```\n"
    }
    return text + "\n```text\n" + fixture.report.trimmingCharacters(in: .newlines) + "\n```\n"
  }

  /// What stands between a code's heading and its first file.
  private func prose(of code: Code, in written: String) -> String {
    let sections = written.components(separatedBy: "\n## ")
    guard let section = sections.first(where: { $0.hasPrefix(code.rawValue + "\n") }) else { return "" }
    let body = section.dropFirst(code.rawValue.count)
    let end = body.range(of: "\n```")?.lowerBound ?? body.endIndex
    let lines = body[..<end].split(separator: "\n", omittingEmptySubsequences: false)
    let isFileName = { (line: Substring) in line.hasPrefix("`") && line.hasSuffix(".yaml`") && !line.contains(" ") }
    return lines.filter { !isFileName($0) }.joined(separator: "\n").trimmingCharacters(in: .newlines)
  }

  /// A file's text with nothing invisible in it.
  private func shown(_ text: String) -> String {
    text.trimmingCharacters(in: .newlines).components(separatedBy: "\n").map(Visible.harmless).joined(separator: "\n")
  }
}
