import Foundation
import TestSupport
import Testing

/// `backtalk check`: what it leaves with, and where it writes what.
@Suite struct CheckCommandTests {
  static let flawless = Backtalk.fixture("flawless.yaml")

  /// A tree whose guarantee is not kept.
  static func broken() throws -> String {
    let text = try String(contentsOfFile: flawless, encoding: .utf8)
    return try saved(text.replacing("    then: ends in [throw-away]\n", with: "    then: level is later\n"))
  }

  private static func saved(_ text: String) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "backtalk-\(UUID().uuidString).yaml")
    try text.write(to: file, atomically: true, encoding: .utf8)
    return file.path
  }

  static func check(_ arguments: [String]) throws -> Run {
    try Run([Backtalk.path, "check"] + arguments, environment: Backtalk.wide)
  }

  @Test func `a tree that keeps what it promises leaves with 0`() throws {
    let run = try Self.check([Backtalk.walk])
    #expect(run.status == 0)
    #expect(run.complaints == "")
    #expect(run.output.contains("walk.yaml: proven"))
    #expect(run.output.contains("thunder  1\n"))
  }

  @Test func `a broken promise leaves with 1, and shows who breaks it`() throws {
    let tree = try Self.broken()
    defer { try? FileManager.default.removeItem(atPath: tree) }
    let run = try Self.check([tree])
    #expect(run.status == 1)
    #expect(
      run.output.hasPrefix("error[guarantee-broken]: the guarantee \"What is mouldy is thrown away\" does not hold\n"))
  }

  @Test func `what it says is as wide as a chat, and what it shows of a file is shown as it stands there`() throws {
    let tree = try Self.broken()
    defer { try? FileManager.default.removeItem(atPath: tree) }
    let run = try Run([Backtalk.path, "check", tree])
    #expect(
      run.output.hasPrefix(
        "error[guarantee-broken]: the guarantee \"What is mouldy is thrown away\" does not\n    hold\n"))
    let plain = try Run([Backtalk.path, "check", "--plain", tree])
    #expect(plain.output == (try Self.check([tree])).output)
  }

  @Test func `a warning fails only where warnings are to fail`() throws {
    let run = try Self.check([Backtalk.walk])
    #expect(run.status == 0)
    #expect(run.output.contains("warning[no-source]"))
    #expect(try Self.check(["--strict", Backtalk.walk]).status == 1)
  }

  @Test func `a tree without warnings passes where warnings fail`() throws {
    let run = try Self.check(["--strict", Self.flawless])
    #expect(run.status == 0, "\(run.output)")
  }

  @Test func `the grades of the texts are told, and words that the tree knows make them easier`() throws {
    func grades(_ more: String) throws -> String? {
      let text =
        try String(contentsOfFile: Self.flawless, encoding: .utf8)
        .replacing("ask: Is there mould on it?", with: "ask: Has the refrigerator left any mould on it by now?") + more
      let tree = try Self.saved(text)
      defer { try? FileManager.default.removeItem(atPath: tree) }
      return try Self.check([tree]).output.split(separator: "\n").first { $0.contains("grade") }.map(String.init)
    }
    #expect(try grades("") == "  half of its texts read at grade 0.6 or below, and the hardest at 6")
    #expect(
      try grades("known_words:\n  refrigerator: Every kitchen has one.\n")
        == "  half of its texts read at grade 0.6 or below, and the hardest at 2.5")
  }

  @Test func `a budget that is used up leaves with 1, and says so`() throws {
    let run = try Self.check(["--budget", "1", Backtalk.walk])
    #expect(run.status == 1)
    #expect(run.output.contains("error[not-proven]"))
    #expect(run.output.contains("walk.yaml: not proven"))
  }

  @Test func `a tree with mistakes is unusable, and all are told`() throws {
    let run = try Self.check([Backtalk.fixture("broken.yaml"), "/nowhere.yaml"])
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.complaints.contains("error[missing-key]"))
    #expect(run.complaints.contains("error[unreadable-file]"))
  }

  @Test func `each of several trees is checked, and the worst counts`() throws {
    let tree = try Self.broken()
    defer { try? FileManager.default.removeItem(atPath: tree) }
    let run = try Self.check([tree, Backtalk.walk])
    #expect(run.status == 1)
    #expect(run.output.contains("\(tree): broken, 1 error\n"))
    #expect(run.output.contains("walk.yaml: proven"))
  }

  @Test(arguments: [[Backtalk.walk], [Backtalk.fixture("broken.yaml")]])
  func `for programs all of it is one document on standard output`(_ trees: [String]) throws {
    let run = try Self.check(["--format", "json"] + trees)
    #expect(run.complaints == "")
    let document = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    #expect(document?["backtalk-check"] as? Int == 1)
  }
}
