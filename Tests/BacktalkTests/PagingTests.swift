import TestSupport
import Testing

/// What is typed where a long text waits for its reader.
@Suite struct `A page that waits to be turned` {
  /// A chat that has shown the first page of its worst outcome.
  private func atFirstPage() throws -> PseudoTerminal {
    let terminal = try Backtalk.chat(columns: 40, rows: 15)
    #expect(try terminal.answer("garden").contains("thunder?"))
    terminal.type("yes\r")
    try terminal.waitForPageEnd()
    #expect(!terminal.shown.contains("Come out"))
    return terminal
  }

  @Test func `is turned by Enter`() throws {
    let terminal = try atFirstPage()
    #expect(try terminal.answer("").contains(Backtalk.morePrompt))
    #expect(terminal.screen.text.contains("112"))
  }

  @Test(arguments: ["scroll", "s", "q"]) func `is turned with all the others by a word`(_ word: String) throws {
    let terminal = try atFirstPage()
    let turned = terminal.pageEnds
    terminal.type(word + "\r")
    try terminal.wait { $0.currentLine == ">" }
    #expect(terminal.pageEnds == turned)
    #expect(terminal.shown.contains("Come out"))
    #expect(terminal.screen.text.contains("112"))
  }

  @Test func `hears a command, after the rest has been shown`() throws {
    let terminal = try atFirstPage()
    terminal.type("quit\r")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.shown.contains("Come out"))
  }

  @Test func `hears an alarm`() throws {
    let terminal = try PseudoTerminal([Backtalk.path], columns: 40, rows: 10)
    try terminal.waitForPageEnd()
    terminal.type("I can't pee\r")
    try terminal.wait(for: "you just said")
    #expect(terminal.pageEnds == 1)
  }

  @Test(arguments: ["forest", "all"]) func `answers nothing that was still to be shown`(_ line: String) throws {
    let terminal = try PseudoTerminal([Backtalk.path, Backtalk.walk], columns: 40, rows: 10)
    try terminal.waitForPageEnd()
    terminal.type(line + "\r")
    try terminal.wait { $0.currentLine == ">" && $0.text.contains("has been dropped") }
    #expect(!terminal.shown.contains("thunder?"))
  }

  @Test func `answers no red flag that was still to be shown`() throws {
    let terminal = try Backtalk.chat(rows: 4)
    terminal.type("garden\r")
    try terminal.waitForPageEnd()
    terminal.type("no\r")
    try terminal.wait { $0.currentLine == ">" && $0.text.contains("has been dropped") }
    #expect(!terminal.shown.contains("water on the path?"))
    #expect(try terminal.answer("no").contains("water on the path?"))
  }
}

extension PseudoTerminal {
  fileprivate func waitForPageEnd() throws {
    try wait { Backtalk.morePrompt.hasPrefix($0.currentLine) && $0.currentLine.hasSuffix("rest>") }
  }

  /// How often the chat has stopped for its reader.
  fileprivate var pageEnds: Int { shown.ranges(of: Backtalk.morePrompt).count }
}
