import Foundation
import TestSupport
import Testing

@Suite struct `An editrc of the user's own` {
  /// Runs `body` with a home directory that holds only this `.editrc`.
  private func withSettings(_ text: String, _ body: (PseudoTerminal) throws -> Void) throws {
    let home = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: home) }
    try Data(text.utf8).write(to: home.appendingPathComponent(".editrc"))
    let terminal = try PseudoTerminal(
      [builtProgram("line-editing-probe")], environment: PseudoTerminal.environment(["HOME": home.path]))
    try terminal.wait(for: "ä> ")
    try body(terminal)
    terminal.type("\u{4}")
    try terminal.wait(for: "end\r\n")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isCooked)
  }

  @Test func `gives vi keys, and our keys stay`() throws {
    try withSettings("bind -v\n") { terminal in
      terminal.type("abc\u{1B}")
      terminal.type("0x")
      try terminal.wait { $0.currentLine == "ä> bc" }
      terminal.type("A\r")
      try terminal.wait(for: "line <bc>")
      try terminal.wait(for: "ä> ")
      terminal.type("gr\t")
      try terminal.wait { $0.currentLine == "ä> größer" }
      terminal.type("\u{3}")
      try terminal.wait(for: "interrupted")
      try terminal.wait(for: "ä> ")
      terminal.type("in command mode\u{1B}")
      terminal.type("\u{3}")
      try terminal.wait(for: "interrupted")
      try terminal.wait(for: "ä> ")
    }
  }

  @Test func `may turn editing off`() throws {
    try withSettings("edit off\n") { terminal in
      terminal.type("plain\r")
      try terminal.wait(for: "line <plain>")
      try terminal.wait(for: "ä> ")
      terminal.type("dropped\u{3}")
      try terminal.wait(for: "interrupted")
      try terminal.wait(for: "ä> ")
      terminal.type("kept\r")
      try terminal.wait(for: "line <kept>")
      try terminal.wait(for: "ä> ")
    }
  }
}
