import TestSupport
import Testing

/// What a patient meets who types one word: `backtalk`.
@Suite struct `The default tree in a terminal` {
  @Test func `opens on one screen, with its first question above the prompt`() throws {
    let screen = try PseudoTerminal([Backtalk.path], columns: 80, rows: 24).wait { $0.currentLine == ">" }
    #expect(screen.text.contains("no diagnosis"))
    #expect(screen.text.contains("112"))
    #expect(screen.text.contains("Is this about your own pain"))
  }

  @Test(arguments: [(80, 24), (40, 15)])
  func `has the level and the number on the screen at an emergency`(columns: Int, rows: Int) throws {
    let terminal = try Backtalk.chat([], columns: columns, rows: rows)
    try terminal.answer("my own")
    try terminal.answer("40")
    try terminal.answer("lower back")
    try terminal.answer("2")
    let screen = terminal.screen
    #expect(screen.text.contains("EMERGENCY"))
    #expect(screen.text.contains("112"))
    terminal.type("quit\r")
    #expect(try terminal.waitForExit() == .exited(0))
  }
}
