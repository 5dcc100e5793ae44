import TestSupport
import Testing

/// The probe calls each of its questions one that may not be answered unseen.
@Suite struct `A question that may not be answered unseen` {
  /// - Parameter quiet: the milliseconds without a byte that end a paste, where not the usual.
  private func guarded(quiet: Int? = nil) throws -> PseudoTerminal {
    let quiet = quiet.map { ["quiet=\($0)"] } ?? []
    let terminal = try PseudoTerminal([builtProgram("line-editing-probe"), "guard"] + quiet)
    try terminal.wait(for: "ä> ")
    return terminal
  }

  @Test func `is not answered by the rest of a paste`() throws {
    let terminal = try guarded()
    terminal.type("one\rtwo\rthree\r")
    try terminal.wait(for: "line <one>")
    try terminal.wait(for: "dropped")
    try terminal.wait(for: "ä> ")
    terminal.type("typed\r")
    try terminal.wait(for: "line <typed>")
    #expect(!terminal.shown.contains("line <two>"))
    #expect(!terminal.shown.contains("line <three>"))
  }

  @Test func `is not answered by a paste that comes in pieces`() throws {
    let terminal = try guarded(quiet: 5000)  // longer than a busy machine takes to bring the second piece
    terminal.type("one\r")
    try terminal.wait(for: "line <one>")
    try terminal.wait(for: "guarded question")
    terminal.type("two\r")
    try terminal.wait(for: "dropped")
    try terminal.wait(for: "ä> ")
    terminal.type("typed\r")
    try terminal.wait(for: "line <typed>")
    #expect(!terminal.shown.contains("line <two>"))
  }

  @Test func `is not answered by half a line typed ahead`() throws {
    let terminal = try guarded()
    terminal.type("one\rtw")
    try terminal.wait(for: "dropped")
    try terminal.wait(for: "ä> ")
    terminal.type("typed\r")
    try terminal.wait(for: "line <typed>")
  }

  @Test func `takes a marked paste as one line that waits for Enter`() throws {
    let terminal = try guarded()
    #expect(terminal.shown.contains("\u{1B}[?2004h"))
    terminal.type("\u{1B}[200~yes\rno\u{3}\u{1B}\r\u{1B}[201~")
    try terminal.wait { $0.currentLine == "ä> yes no" }
    terminal.type("\u{7F}\r")
    try terminal.wait(for: "line <yes no>")
  }

  @Test func `takes a marked paste whole, even where its last mark comes in two pieces`() throws {
    let terminal = try guarded()
    terminal.type("\u{1B}[200~yes\u{1B}[20")
    try terminal.wait { $0.currentLine == "ä> yes" }
    terminal.type("1~")
    terminal.type("terday\r")
    try terminal.wait(for: "line <yesterday>")
  }

  @Test func `takes a marked paste whole, even where the window changes between the pieces of its last mark`() throws {
    let terminal = try guarded()
    terminal.type("\u{1B}[200~yes\u{1B}[20")
    try terminal.wait { $0.currentLine == "ä> yes" }
    let before = terminal.shown.count
    terminal.resize(columns: 60, rows: 24)
    try terminal.wait { _ in terminal.shown.count > before && terminal.shown.hasSuffix("yes") }
    terminal.type("1~terday\r")
    try terminal.wait(for: "line <yesterday>")
  }

  @Test func `takes a marked paste as one line, even where its first mark comes in two pieces`() throws {
    let terminal = try guarded()
    terminal.type("half\u{1B}[20")
    try terminal.wait { $0.currentLine == "ä> half" }
    terminal.type("0~yes\rno\u{1B}[201~\r")
    try terminal.wait(for: "line <halfyes no>")
  }

  @Test func `can be left by Ctrl-C in a paste that never ends`() throws {
    let terminal = try guarded()
    terminal.type("\u{1B}[200~yes")
    try terminal.wait { $0.currentLine == "ä> yes" }
    terminal.type("\u{3}")
    try terminal.wait(for: "interrupted")
    try terminal.wait(for: "ä> ")
    terminal.type("no\r")
    try terminal.wait(for: "line <no>")
  }
}
