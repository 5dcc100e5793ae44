import Foundation
import TestSupport
import Testing

/// A person at the probe, which reads lines and says what it read.
@Suite struct `A line typed at a terminal` {
  private func probe(_ changes: [String: String] = [:], arguments: [String] = [], columns: Int = 80, rows: Int = 24)
    throws -> PseudoTerminal
  {
    let terminal = try PseudoTerminal(
      [builtProgram("line-editing-probe")] + arguments,
      environment: PseudoTerminal.environment(changes), columns: columns, rows: rows)
    try terminal.wait(for: "ä> ")
    return terminal
  }

  private func leave(_ terminal: PseudoTerminal) throws {
    terminal.type("\u{4}")
    try terminal.wait(for: "end\r\n")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isCooked)
  }

  @Test func `is read as typed`() throws {
    let terminal = try probe()
    terminal.type("two words\r")
    try terminal.wait(for: "line <two words>")
    try leave(terminal)
  }

  @Test func `may be empty, which is not the end`() throws {
    let terminal = try probe()
    terminal.type("\r")
    try terminal.wait(for: "line <>")
    try leave(terminal)
  }

  @Test(arguments: ["C.UTF-8", "C", "", "xx_YY.ISO-8859-1"])
  func `keeps UTF-8 typed and deleted, whatever the locale`(locale: String) throws {
    let terminal = try probe(["LANG": locale])
    terminal.type("größé日")
    try terminal.wait { $0.currentLine.hasSuffix("größé日") }
    terminal.type("\u{7F}\u{7F}")
    try terminal.wait { $0.currentLine.hasSuffix("größ") }
    terminal.type("er\r")
    try terminal.wait(for: "line <größer>")
    try leave(terminal)
  }

  @Test func `says that bytes were no text`() throws {
    let terminal = try probe()
    terminal.send([0x61, 0xFF, 0xC3, 0x62, 0x0D])
    try terminal.wait(for: "line <a\u{FFFD}\u{FFFD}b> repaired")
    terminal.type("clean\r")
    try terminal.wait(for: "line <clean>\r\n")
    try leave(terminal)
  }

  @Test func `is completed by Tab where one answer begins so`() throws {
    let terminal = try probe()
    terminal.type("gr\t")
    try terminal.wait { $0.currentLine == "ä> größer" }
    terminal.type("\r")
    try terminal.wait(for: "line <größer>")
    try leave(terminal)
  }

  @Test func `is completed as far as the candidates agree, and then they are listed`() throws {
    let terminal = try probe()
    terminal.type("y\t")
    try terminal.wait { $0.currentLine == "ä> yes" }
    terminal.type("\t")
    let screen = try terminal.wait { $0.lines.contains("yes  yesterday") && $0.currentLine == "ä> yes" }
    #expect(screen.lines.last == "ä> yes")
    terminal.type("terday\r")
    try terminal.wait(for: "line <yesterday>")
    try leave(terminal)
  }

  @Test func `is recalled by the arrow keys until it is forgotten`() throws {
    let terminal = try probe()
    terminal.type("first\r")
    try terminal.wait(for: "line <first>")
    terminal.type("second\r")
    try terminal.wait(for: "line <second>")
    try terminal.wait(for: "ä> ")
    terminal.type("\u{1B}[A\u{1B}[A")
    try terminal.wait { $0.currentLine == "ä> first" }
    terminal.type("\u{1B}[B")
    try terminal.wait { $0.currentLine == "ä> second" }
    terminal.type("\u{15}forget\r")
    try terminal.wait(for: "line <forget>")
    try terminal.wait(for: "ä> ")
    terminal.type("\u{1B}[Anothing\r")
    try terminal.wait(for: "line <nothing>")
    try leave(terminal)
  }

  @Test func `is dropped by Ctrl-C`() throws {
    let terminal = try probe()
    terminal.type("half a li\u{3}")
    try terminal.wait(for: "interrupted")
    terminal.type("whole\r")
    try terminal.wait(for: "line <whole>")
    try leave(terminal)
  }

  @Test func `is redrawn in a window of another size`() throws {
    let terminal = try probe(columns: 80)
    terminal.type("abc")
    try terminal.wait { $0.currentLine == "ä> abc" }
    let before = terminal.shown.count
    terminal.resize(columns: 40, rows: 15)
    try terminal.wait { _ in terminal.shown.count > before && terminal.shown.hasSuffix("ä> abc") }
    terminal.type("d\r")
    try terminal.wait(for: "line <abcd>")
    try leave(terminal)
  }

  @Test(arguments: [(10, 5), (0, 0), (1, 1)])
  func `can be typed in any window`(columns: Int, rows: Int) throws {
    let terminal = try probe(columns: columns, rows: rows)
    terminal.type("a line that is longer than that\r")
    try terminal.wait(for: "longer than that>")
    try leave(terminal)
  }

  @Test(arguments: ["dumb", "emacs", "no-such-terminal", ""])
  func `can be typed at a terminal that can nothing`(kind: String) throws {
    let terminal = try probe(["TERM": kind])
    terminal.type("still here\r")
    try terminal.wait(for: "line <still here>")
    #expect(!terminal.shown.contains("\u{1B}"))
    try leave(terminal)
  }
}
