import Foundation
import TestSupport
import Testing

/// The command line: what it says of itself, and the statuses that it leaves with.
@Suite struct CommandTests {
  /// Help as it was last read by a person. `RECORD_HELP=1` writes it anew.
  @Test(arguments: [
    ("backtalk", ["--help"]), ("chat", ["help", "chat"]), ("test", ["test", "--help"]), ("check", ["check", "--help"]),
    ("diff", ["diff", "--help"]), ("explain", ["explain", "--help"]), ("sign", ["sign", "--help"]),
    ("resume", ["resume", "--help"]), ("replay", ["replay", "--help"]),
  ])
  func `help says what it was last seen to say`(_ name: String, _ arguments: [String]) throws {
    let run = try Run([Backtalk.path] + arguments)
    #expect(run.status == 0)
    #expect(run.complaints == "")
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Help/\(name).txt")
    if ProcessInfo.processInfo.environment["RECORD_HELP"] != nil {
      try run.output.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(run.output == (try String(contentsOf: file, encoding: .utf8)))
  }

  @Test(arguments: [["chekc"], ["chekc", Backtalk.walk], ["Check", Backtalk.walk]])
  func `a command that there is not is told as such, with the nearest`(_ arguments: [String]) throws {
    let run = try Run([Backtalk.path] + arguments)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(
      run.complaints == """
        backtalk: there is no command "\(arguments[0])", and no file of that name
        Did you mean "check"? The commands are: chat, test, check, diff, explain, sign, resume, replay, understand, help.

        """)
  }

  @Test func `a word that is like no command is told with the commands, and acts on no terminal`() throws {
    let run = try Run([Backtalk.path, "xyzzy\u{1B}[2J"])
    #expect(run.status == 2)
    #expect(
      run.complaints == """
        backtalk: there is no command "xyzzy␛[2J", and no file of that name
        The commands are: chat, test, check, diff, explain, sign, resume, replay, understand, help.

        """)
  }

  @Test func `a path is no command, nor is a file without an ending`() throws {
    #expect(try Run([Backtalk.path, "nowhere/chekc"]).complaints.contains("there is no tree to follow"))
    let folder = FileManager.default.temporaryDirectory.appending(path: "command-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.copyItem(atPath: Backtalk.walk, toPath: folder.path + "/chekc")
    let run = try Run(
      ["/usr/bin/env", "-C", folder.path, Backtalk.path, "chekc"], lines: ["quit"])
    #expect(run.output.hasPrefix("A walk outside\n"), "\(run.complaints)")
  }

  @Test(arguments: ["check", "explain", "sign", "chat"])
  func `a folder is told to be one`(_ command: String) throws {
    let run = try Run([Backtalk.path, command, "/tmp"])
    #expect(run.status == 2)
    #expect(run.complaints.contains("this file cannot be read: it is a folder, and a file is wanted"))
  }

  @Test func `the version names program, format and tree`() throws {
    let run = try Run([Backtalk.path, "--version", Backtalk.walk])
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n")
    #expect(lines.map { $0.prefix(9) } == ["backtalk ", "tree form", "tree walk"])
    #expect(lines.last?.hasSuffix(Backtalk.walk) == true)
  }

  @Test func `the version of a tree that cannot be read is unusable`() throws {
    let run = try Run([Backtalk.path, "--version", Backtalk.fixture("broken.yaml")])
    #expect(run.status == 2)
    #expect(run.complaints.contains("error["))
  }

  @Test(arguments: [
    ["--bogus"], ["test"], ["test", "/nowhere"], ["check"], ["check", "--budget", "0", "one.yaml"],
    ["one.yaml", "two.yaml"], ["--color", "red"], ["resume"], ["replay"], ["--record", "a", "resume", "b"],
    ["replay", "--tree", "a", "--redact", "b", "c"],
  ])
  func `a command that cannot be followed is unusable and says why`(_ arguments: [String]) throws {
    let run = try Run([Backtalk.path] + arguments)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(!run.complaints.isEmpty)
  }

  @Test(arguments: [("bash", "complete"), ("zsh", "#compdef backtalk"), ("fish", "complete -c")])
  func `completions come from the command line's own definition`(_ shell: String, _ mark: String) throws {
    let run = try Run([Backtalk.path, "--generate-completion-script", shell])
    #expect(run.status == 0)
    #expect(run.output.contains(mark))
    #expect(run.output.contains("update"))
  }

  @Test func `a test that passes leaves with 0 and one that fails with 1`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "backtalk-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "walk.chat")
    try "tree: \(Backtalk.walk)\nnow: 2026-11-02T09:00\n---\n> quit\n".write(
      to: file, atomically: true, encoding: .utf8)

    #expect(try Run([Backtalk.path, "test", folder.path]).status == 1)
    let update = try Run([Backtalk.path, "test", "--update", folder.path])
    #expect(update.status == 0)
    #expect(update.output.contains("is now\n"))
    let run = try Run([Backtalk.path, "test", folder.path])
    #expect(run.status == 0)
    #expect(run.output.hasSuffix("\n1 passed, 0 failed\n"))
  }

  /// Rings, renames the window, and turns what follows around.
  private static let acting = "\u{1B}]0;x\u{7}\u{202E}"

  private static func acts(_ run: Run) -> Bool {
    (run.output + run.complaints).unicodeScalars.contains { ["\u{1B}", "\u{7}", "\u{202E}"].contains($0) }
  }

  @Test(arguments: [
    ("typed.chat", "tree: \(Backtalk.walk)\nnow: 2026-11-02T09:00\n---\n> \(acting)\n\(acting)\n"),
    ("header.chat", "\(acting)\n---\n"),
    ("key.chat", "\(acting): 1\n---\n"),
    ("moment.chat", "tree: a\nnow: \(acting)\n---\n"),
    ("\(acting).chat", "---\n"),
    (
      "\(acting).cases.yaml",
      "backtalk-cases: 1\ntree: \(Backtalk.walk)\ncases:\n  - name: \"\\e]0;x\\a\"\n    expect: {}\n"
    ),
    (
      "name.cases.yaml",
      "backtalk-cases: 1\ntree: \(Backtalk.walk)\ncases:\n  - name: \"\\e]0;x\\a\"\n    answers: {place: garden}\n"
        + "    expect: {outcome: shelter}\n"
    ),
  ])
  func `nothing in a test's files acts on the terminal`(_ name: String, _ text: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "backtalk-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
    let run = try Run([Backtalk.path, "test", folder.path])
    #expect(run.status != 0)
    #expect(!Self.acts(run))
  }

  @Test(arguments: [
    ["test", "/nowhere/\(acting)"], ["--version", "/nowhere/\(acting)"], ["/nowhere/\(acting)"], [acting, "b"],
  ])
  func `nothing in an argument acts on the terminal`(_ arguments: [String]) throws {
    let run = try Run([Backtalk.path] + arguments)
    #expect(run.status == 2)
    #expect(!Self.acts(run))
  }

  @Test func `the version names a tree's path without acting on the terminal`() throws {
    let tree = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString)\(Self.acting).yaml")
    try FileManager.default.copyItem(atPath: Backtalk.walk, toPath: tree.path)
    defer { try? FileManager.default.removeItem(at: tree) }
    let run = try Run([Backtalk.path, "--version", tree.path])
    #expect(run.status == 0)
    #expect(!Self.acts(run))
  }
}
