import Foundation
import TestSupport
import Testing

@Suite struct `A signal while a line is edited` {
  @Test(arguments: [SIGTERM, SIGHUP, SIGQUIT])
  func `that ends the program leaves the terminal as it was`(number: Int32) throws {
    let terminal = try PseudoTerminal([builtProgram("line-editing-probe")])
    try terminal.wait(for: "ä> ")
    terminal.type("abc")
    try terminal.wait(for: "c")
    #expect(!terminal.isCooked)
    terminal.signal(number)
    #expect(try terminal.waitForExit() == .killed(by: number))
    #expect(terminal.isCooked)
  }

  @Test func `reaches nobody else`() throws {
    let terminal = try shell()
    terminal.type("trap 'echo caught in shell' TERM; \(builtProgram("line-editing-probe")) & PROBE=$!; fg\r")
    try terminal.wait(for: "ä> ")
    let probe = try #require(child(of: terminal.process))
    kill(probe, SIGTERM)
    try terminal.wait(for: "$ ")
    terminal.type("echo over\r")
    try terminal.wait(for: "over\r\n")
    #expect(!terminal.shown.contains("\ncaught in shell"))
  }

  @Test func `that interrupts drops the line`() throws {
    let terminal = try PseudoTerminal([builtProgram("line-editing-probe")])
    try terminal.wait(for: "ä> ")
    terminal.type("abc")
    try terminal.wait(for: "c")
    terminal.signal(SIGINT)
    try terminal.wait(for: "interrupted")
    terminal.type("next\r")
    try terminal.wait(for: "line <next>")
  }

  @Test func `by Ctrl-Z stops the program, and fg brings the line back`() throws {
    let terminal = try shell()
    terminal.type("\(builtProgram("line-editing-probe"))\r")
    try terminal.wait(for: "ä> ")
    terminal.type("half a")
    try terminal.wait(for: "half a")
    terminal.type("\u{1A}")
    try terminal.wait(for: "Stopped")
    terminal.type("echo in the $(echo shell)\r")
    try terminal.wait(for: "in the shell")
    terminal.type("fg\r")
    try terminal.wait(for: "ä> half a")
    terminal.type(" line\r")
    try terminal.wait(for: "line <half a line>")
  }

  @Test func `by Ctrl-Z gives the shell its own way to paste, and fg takes ours again`() throws {
    let terminal = try shell()
    terminal.type("\(builtProgram("line-editing-probe"))\r")
    try terminal.wait(for: "\u{1B}[?2004h")
    try terminal.wait(for: "ä> ")
    terminal.type("\u{1A}")
    #expect(try terminal.wait(for: "Stopped").contains("\u{1B}[?2004l"))
    terminal.type("fg\r")
    #expect(try terminal.wait(for: "ä> ").contains("\u{1B}[?2004h"))
    terminal.type("\u{1B}[200~yes\rno\u{1B}[201~\r")
    try terminal.wait(for: "line <yes no>")
  }

  @Test func `that stops it from outside is survived as well`() throws {
    let terminal = try shell()
    terminal.type("\(builtProgram("line-editing-probe"))\r")
    try terminal.wait(for: "ä> ")
    terminal.type("half a")
    try terminal.wait(for: "half a")
    let probe = try #require(child(of: terminal.process))
    kill(probe, SIGSTOP)
    try terminal.wait(for: "Stopped")
    terminal.type("fg\r")
    #expect(try terminal.wait(for: "ä> half a").contains("\u{1B}[?2004h"))
    terminal.type(" line\r")
    try terminal.wait(for: "line <half a line>")
  }

  /// A shell with job control, which a program needs to be stopped at all.
  private func shell() throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      ["/bin/bash", "--norc", "--noprofile", "--noediting", "-i"],
      environment: PseudoTerminal.environment(["PS1": "$ ", "HISTFILE": "/dev/null"]))
    try terminal.wait(for: "$ ")
    return terminal
  }

  private func child(of parent: pid_t) -> pid_t? {
    let list = try? String(contentsOfFile: "/proc/\(parent)/task/\(parent)/children", encoding: .utf8)
    return list.flatMap { $0.split(separator: " ").last }.flatMap { pid_t($0) }
  }
}
