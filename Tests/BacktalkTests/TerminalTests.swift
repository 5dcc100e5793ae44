import Foundation
import TestSupport
import Testing

/// A patient at a keyboard, in a terminal of a given kind and size.
@Suite struct `A chat in a terminal` {
  @Test func `prompts, takes answers, and stays after the outcome`() throws {
    let terminal = try Backtalk.chat()
    #expect(try terminal.answer("garden").contains("thunder?"))
    #expect(try terminal.answer("no").contains("water on the path?"))
    #expect(try terminal.answer("no").contains("How many minutes"))
    #expect(try terminal.answer("30").contains("Have a good walk"))
    terminal.type("quit\r")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isCooked)
  }

  @Test func `completes an answer and a command by Tab`() throws {
    let terminal = try Backtalk.chat()
    terminal.type("gar\t")
    try terminal.wait { $0.currentLine == "> Garden" }
    terminal.type("\u{15}summ\t")
    try terminal.wait { $0.currentLine == "> summary" }
    terminal.type("\u{15}")
    #expect(try terminal.answer("for\t").contains("thunder?"))
  }

  @Test func `lists what Tab could mean`() throws {
    let terminal = try Backtalk.chat()
    terminal.type("\t")
    try terminal.wait { screen in
      screen.currentLine == ">" && screen.lines.contains { $0.contains("Garden   Forest path   Café terrace") }
    }
  }

  @Test func `recalls lines by the arrow keys, until it starts again`() throws {
    let terminal = try Backtalk.chat()
    #expect(try terminal.answer("garden").contains("thunder?"))
    terminal.type(Backtalk.up)
    try terminal.wait { $0.currentLine == "> garden" }
    terminal.type("\u{15}restart\r")
    try terminal.wait { $0.text.contains("begin again?") && $0.currentLine == ">" }
    terminal.type("yes\r")
    try terminal.wait { $0.lines.filter { $0.contains("walk?") }.count == 2 && $0.currentLine == ">" }
    terminal.type(Backtalk.up + "new")
    try terminal.wait { $0.currentLine == "> new" }
  }

  @Test func `drops a line at Ctrl-C, and asks to leave at a second`() throws {
    let terminal = try Backtalk.chat()
    terminal.type("half a li")
    try terminal.wait { $0.currentLine == "> half a li" }
    terminal.type(Backtalk.ctrlC)
    try terminal.wait { $0.currentLine == ">" }
    terminal.type(Backtalk.ctrlC)
    try terminal.wait { $0.currentLine == ">" && $0.text.contains("want to leave") }
    terminal.type("yes\r")
    _ = try terminal.waitForExit()
    #expect(terminal.isCooked)
  }

  @Test func `asks at Ctrl-D, then leaves`() throws {
    let terminal = try Backtalk.chat()
    terminal.type(Backtalk.ctrlD)
    try terminal.wait { $0.currentLine == ">" && $0.text.contains("want to leave") }
    terminal.type(Backtalk.ctrlD)
    _ = try terminal.waitForExit()
    #expect(terminal.isCooked)
  }

  @Test func `stops at Ctrl-Z, and fg brings back the line`() throws {
    let terminal = try PseudoTerminal(
      ["/bin/bash", "--norc", "--noprofile", "--noediting", "-i"],
      environment: PseudoTerminal.environment(["PS1": "$ ", "HISTFILE": "/dev/null"]), rows: 50)
    try terminal.wait(for: "$ ")
    #expect(try terminal.answer("\(Backtalk.path) \(Backtalk.walk)").contains("walk?"))
    terminal.type("gar")
    try terminal.wait { $0.currentLine == "> gar" }
    terminal.type(Backtalk.ctrlZ)
    try terminal.wait(for: "Stopped")
    #expect(terminal.isCooked)
    terminal.type("fg\r")
    try terminal.wait { $0.currentLine == "> gar" }
    #expect(try terminal.answer("den").contains("thunder?"))
  }

  @Test(arguments: ["C.UTF-8", "C"]) func `takes UTF-8 typed and deleted`(locale: String) throws {
    let terminal = try Backtalk.chat([Backtalk.walk], ["LANG": locale])
    terminal.type("cafés")
    try terminal.wait { $0.currentLine == "> cafés" }
    terminal.type(Backtalk.delete + Backtalk.delete)
    try terminal.wait { $0.currentLine == "> caf" }
    #expect(try terminal.answer("é").contains("thunder?"))
    #expect(terminal.shown.contains("Café terrace"))
  }

  @Test func `takes vi keys from an editrc`() throws {
    let home = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: home) }
    try Data("bind -v\n".utf8).write(to: home.appendingPathComponent(".editrc"))
    let terminal = try Backtalk.chat([Backtalk.walk], ["HOME": home.path])
    terminal.type("xgarden\u{1B}")
    terminal.type("0x")
    try terminal.wait { $0.currentLine == "> garden" }
    #expect(try terminal.answer("").contains("thunder?"))
  }

  @Test(arguments: [SIGTERM, SIGHUP]) func `restores the terminal when it is ended`(number: Int32) throws {
    let terminal = try Backtalk.chat()
    #expect(!terminal.isCooked)
    terminal.signal(number)
    #expect(try terminal.waitForExit() == .killed(by: number))
    #expect(terminal.isCooked)
  }
}

@Suite struct `A window` {
  @Test func `of 40 columns is wrapped to, and not run over`() throws {
    let terminal = try Backtalk.chat(columns: 40, rows: 60)
    #expect(terminal.widestLine <= 40)
  }

  @Test func `that changes its size changes what is said next`() throws {
    let terminal = try Backtalk.chat(columns: 120, rows: 60)
    let opening = terminal.shown
    terminal.resize(columns: 30, rows: 60)
    try terminal.wait { _ in terminal.shown.count > opening.count && terminal.shown.hasSuffix("> ") }
    #expect(PseudoTerminal.widestLine(of: try terminal.answer("help")[...]) <= 30)
  }

  @Test(arguments: [(10, 24), (10, 4), (0, 0)])
  func `of any size is survived to the end`(columns: Int, rows: Int) throws {
    let terminal = try PseudoTerminal([Backtalk.path, Backtalk.walk], columns: columns, rows: rows)
    try terminal.readOnToPrompt()
    try terminal.answer("garden")
    try terminal.answer("yes")
    terminal.type("quit\r")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isCooked)
  }

  @Test(arguments: [(80, 24), (40, 15)])
  func `shows the level and the number when the prompt returns at the worst outcome`(columns: Int, rows: Int) throws {
    let terminal = try Backtalk.chat(columns: columns, rows: rows)
    #expect(try terminal.answer("garden").contains("thunder?"))
    #expect(try terminal.answer("yes").contains("Go indoors now"))
    let screen = terminal.screen
    #expect(screen.text.lowercased().contains("take-cover"))
    #expect(screen.text.contains("Go indoors now"))
    #expect(screen.text.contains("112"))
  }
}

@Suite struct `Colour in a terminal` {
  private let colour = /\u{1B}\[[0-9;]*m/

  @Test func `is there by default`() throws {
    #expect(try Backtalk.chat().shown.contains(colour))
  }

  @Test(arguments: [["NO_COLOR": "1"], ["TERM": "dumb"], ["TERM": "no-such-terminal"]])
  func `is not there where it is not wanted`(changes: [String: String]) throws {
    #expect(try !Backtalk.chat([Backtalk.walk], changes).shown.contains(colour))
  }

  @Test func `is never used by --plain, nor is the cursor moved or a line indented`() throws {
    let terminal = try Backtalk.chat(["--plain", Backtalk.walk])
    #expect(!terminal.shown.contains(colour))
    let lines = terminal.shown.split(separator: "\r\n", omittingEmptySubsequences: false).dropLast()
    #expect(!lines.contains { $0.hasPrefix(" ") || $0.isEmpty })
  }
}

@Suite struct `What is pasted` {
  @Test func `never answers a red flag unseen`() throws {
    let terminal = try Backtalk.chat()
    let shown = try terminal.answer("garden\rno\rno\r30")
    #expect(shown.contains("thunder?"))
    #expect(shown.contains("dropped"))
    #expect(!shown.contains("water on the path?"))
    #expect(try terminal.answer("no").contains("water on the path?"))
  }

  @Test func `waits for Enter where the terminal marks it`() throws {
    let terminal = try Backtalk.chat()
    terminal.type("\u{1B}[200~garden\r\u{1B}[201~")
    try terminal.wait { $0.currentLine == "> garden" }
    #expect(try terminal.answer("").contains("thunder?"))
  }
}

extension PseudoTerminal {
  /// The widest of the lines shown, in characters; sequences take no room.
  var widestLine: Int { Self.widestLine(of: shown[...]) }

  static func widestLine(of output: Substring) -> Int {
    let text = output.replacing(/\u{1B}\[[0-9;?]*[a-zA-Z]/, with: "")
    return text.split(whereSeparator: \.isNewline).map { $0.split(separator: "\r").last?.count ?? 0 }.max() ?? 0
  }
}
