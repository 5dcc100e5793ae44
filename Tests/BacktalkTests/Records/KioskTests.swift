import Foundation
import TestSupport
import Testing

/// `--kiosk`, for a machine that others use next.
@Suite struct KioskTests {
  private static let wipe = "\u{1B}[H\u{1B}[2J\u{1B}[3J"

  @Test func `the screen and all above it are wiped at the end`() throws {
    let terminal = try Backtalk.chat(["--kiosk", Backtalk.walk])
    #expect(!terminal.shown.contains(Self.wipe))
    terminal.type("quit\r")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.shown.hasSuffix(Self.wipe))
  }

  @Test func `nobody is waited for for ever`() throws {
    let terminal = try Backtalk.chat(["--kiosk", "--idle", "1", Backtalk.walk])
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.shown.hasSuffix(Self.wipe))
    #expect(terminal.isCooked)
  }

  @Test func `nobody is waited for at a page either`() throws {
    let terminal = try PseudoTerminal(
      [Backtalk.path, "--kiosk", "--idle", "1", Backtalk.walk], environment: PseudoTerminal.environment(), rows: 5)
    try terminal.wait(for: Backtalk.morePrompt)
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.shown.hasSuffix(Self.wipe))
  }

  @Test func `a signal that ends it leaves nothing to read`() throws {
    let terminal = try Backtalk.chat(["--kiosk", Backtalk.walk])
    terminal.signal(SIGTERM)
    #expect(try terminal.waitForExit() == .killed(by: SIGTERM))
    #expect(terminal.shown.hasSuffix(Self.wipe))
  }

  @Test func `a record is ended where an outcome was reached, and can be gone on with where not`() throws {
    for (answers, outcome) in [(["lake"], nil), (["lake", "yes", "1 day"], "stay")] {
      let place = try RecordPlace()
      let terminal = try place.terminal(["--kiosk", "--idle", "2"])
      for answer in answers { try terminal.answer(answer) }
      #expect(try terminal.waitForExit() == .exited(0))
      #expect(try place.recorded().end?.outcome == outcome)
      #expect(try place.typed() == answers)
    }
  }

  @Test func `nothing is wiped where there is no terminal, or one that understands no sequences`() throws {
    let run = try Run([Backtalk.path, "--kiosk", Backtalk.walk], lines: ["garden", "yes"])
    #expect(run.status == 0)
    #expect(!run.output.contains("\u{1B}"))
    let terminal = try Backtalk.chat(["--kiosk", Backtalk.walk], ["TERM": "dumb"])
    terminal.type("quit\r")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(!terminal.shown.contains("\u{1B}"))
  }

  @Test func `without it the screen stays as it is`() throws {
    let terminal = try Backtalk.chat()
    terminal.type("quit\r")
    _ = try terminal.waitForExit()
    #expect(!terminal.shown.contains(Self.wipe))
  }

  @Test(arguments: ["0", "-1", "86401", "9223372036854775807", "soon"])
  func `so long nobody can be waited for`(_ seconds: String) throws {
    let run = try Run([Backtalk.path, "--kiosk", "--idle", seconds, Backtalk.walk])
    #expect(run.status == 2)
    #expect(run.complaints.contains("idle"))
  }
}
