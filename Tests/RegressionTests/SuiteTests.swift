import Foundation
import Testing

@testable import Regression

/// Scripts, from the file to the report.
@Suite struct SuiteTests {
  static let head = "tree: fruit.yaml\nnow: 2026-11-02T09:00\n---\n"

  /// A script of these lines as the program writes it down.
  static func recorded(_ typed: [String]) throws -> (text: String, folder: Folder) {
    let script = head + typed.map { "> \($0)\n" }.joined()
    let folder = try Folder(["fruit.yaml": Fruit.tree, "fruit.chat": script])
    var suite = Suite(updates: true)
    _ = suite.run([folder.path])
    return (try folder.text(of: "fruit.chat"), folder)
  }

  @Test func `a script that was written down passes when it is run`() throws {
    let (text, folder) = try Self.recorded(["red", "yes", "quit"])
    #expect(text.contains("Which colour is it?"))
    #expect(text.contains("\n> red\n"))
    #expect(text.contains("Eat it today."))
    var suite = Suite()
    let report = suite.run([folder.path])
    #expect(report.exitStatus == 0)
    #expect(folder.withoutPath(report.text) == "fruit.chat  1 passed\n\n1 passed, 0 failed\n")
  }

  @Test func `what would have led elsewhere is shown where a script asks for it`() throws {
    let folder = try Folder(["fruit.yaml": Fruit.tree, "fruit.chat": Self.head + "> red\n> yes\n> why not\n> quit\n"])
    var suite = Suite(updates: true, lookElsewhere: { outcomes, _ in outcomes.isEmpty ? .nobody : .notFound })
    _ = suite.run([folder.path])
    #expect(
      try folder.text(of: "fruit.chat").contains("> why not\nNo answers of yours would have led anywhere else.\n"))
  }

  @Test func `a script that ends before an outcome says so with its status`() throws {
    let (text, _) = try Self.recorded(["red"])
    #expect(text.hasPrefix("tree: fruit.yaml\nnow: 2026-11-02T09:00\nexit: 1\n---\n"))
  }

  @Test func `lines after the chat has ended are not typed`() throws {
    let (text, _) = try Self.recorded(["red", "yes", "quit", "red"])
    #expect(text.components(separatedBy: "> red").count == 2)
  }

  @Test func `a script that goes otherwise fails and shows the lines that differ`() throws {
    let (text, folder) = try Self.recorded(["red", "yes", "quit"])
    try folder.write(text.replacing("Eat it today.", with: "Eat it tomorrow."), to: "fruit.chat")
    var suite = Suite()
    let report = suite.run([folder.path])
    #expect(report.exitStatus == 1)
    let shown = folder.withoutPath(report.text)
    #expect(
      shown.contains(
        """
        FAILED fruit.chat
          the conversation:
            colour: red
            spotted: yes

          what was expected (-), and what was said (+):
          fruit.chat:
        """.dropLast()))
    #expect(shown.contains("    - Eat it tomorrow.\n    + Eat it today.\n"))
    #expect(shown.hasSuffix("\n0 passed, 1 failed\n"))
  }

  @Test func `a script that goes otherwise from its first line on shows that nothing had been typed`() throws {
    let (text, folder) = try Self.recorded(["red", "quit"])
    try folder.write(text.replacing("---\n", with: "---\nGood morning.\n"), to: "fruit.chat")
    var suite = Suite()
    let shown = folder.withoutPath(suite.run([folder.path]).text)
    #expect(shown.contains("  the conversation:\n    nothing has been typed yet\n"))
    #expect(shown.contains("  fruit.chat:4\n    - Good morning.\n"))
  }

  @Test func `a script that leaves with another status shows the whole conversation`() throws {
    let (text, folder) = try Self.recorded(["red", "yes", "quit"])
    try folder.write(text.replacing("---\n", with: "exit: 3\n---\n"), to: "fruit.chat")
    var suite = Suite()
    let shown = folder.withoutPath(suite.run([folder.path]).text)
    #expect(shown.contains("    spotted: yes\n    > quit\n"))
    #expect(shown.contains("  fruit.chat: leaves with 0, not 3\n"))
  }

  @Test func `a script that is written anew shows what changed and leaves the others alone`() throws {
    let (text, folder) = try Self.recorded(["red", "yes", "quit"])
    try folder.write(text.replacing("Eat it today.", with: "Eat it tomorrow."), to: "fruit.chat")
    try folder.write(text, to: "other.chat")
    var suite = Suite(updates: true)
    let report = suite.run([folder.path])
    #expect(report.exitStatus == 0)
    #expect(folder.withoutPath(report.text).contains("\nfruit.chat is now\n  fruit.chat:"))
    #expect(report.files.map(\.update).map { $0 == nil } == [false, true])
    #expect(try folder.text(of: "fruit.chat") == text)
  }

  @Test func `the clock stands where the script says`() throws {
    let (text, _) = try Self.recorded(["green", "no", "since saturday", "none", "quit"])
    #expect(text.contains("2 days"))
  }

  @Test func `a width in the header wraps what is said`() throws {
    let folder = try Folder([
      "fruit.yaml": Fruit.tree, "fruit.chat": Self.head.replacing("---", with: "width: 20\n---") + "> quit\n",
    ])
    var suite = Suite(updates: true)
    _ = suite.run([folder.path])
    let lines = try folder.text(of: "fruit.chat").split(separator: "\n").drop { $0 != "---" }
    #expect(lines.count > 5)
    #expect(lines.allSatisfy { $0.count <= 20 })
  }

  @Test func `a mistake in a script's header is told with file and line`() throws {
    let folder = try Folder(["fruit.chat": "tree: fruit.yaml\nclock: 9\n---\n"])
    var suite = Suite()
    let report = suite.run([folder.path])
    #expect(report.exitStatus == 2)
    #expect(
      report.unusable.map(folder.withoutPath) == [
        "fruit.chat:2: a script has no \"clock\"; it has tree, now, width, exit\n"
      ])
  }

  @Test func `a folder is searched once, however many links lead there`() throws {
    let (_, folder) = try Self.recorded(["red", "yes", "quit"])
    for link in ["again", "once-more"] {
      try FileManager.default.createSymbolicLink(atPath: "\(folder.path)/\(link)", withDestinationPath: ".")
    }
    var suite = Suite()
    #expect(suite.run([folder.path]).passed == 1)
  }

  @Test(.timeLimit(.minutes(1))) func `a pipe that is named like a script is none`() throws {
    let (_, folder) = try Self.recorded(["red", "yes", "quit"])
    #expect(mkfifo("\(folder.path)/pipe.chat", 0o600) == 0)
    var suite = Suite()
    let report = suite.run([folder.path])
    #expect(report.passed == 1)
    #expect(report.exitStatus == 0)
  }
}
