import Foundation
import TestSupport
import Testing

/// `backtalk check --watch`, with files that really change.
@Suite struct WatchTests {
  @Test func `it checks again whenever the tree changes, and Ctrl-C ends it quietly`() throws {
    let place = try SealTests.Place()
    let terminal = try PseudoTerminal([Backtalk.path, "check", "--watch", place.tree])
    try terminal.wait(for: "fruit.yaml: proven")
    try place.breakPromise()
    let again = try terminal.wait(for: "fruit.yaml: broken")
    #expect(again.contains(/--- changed, and checked again at \d\d:\d\d ---/))
    try place.edit(place.tree, "level is later", "ends in [throw-away]")
    try terminal.wait(for: "fruit.yaml: proven")
    terminal.type(Backtalk.ctrlC)
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test func `it goes on where the tree cannot be loaded, and sees a file that was missing`() throws {
    let place = try SealTests.Place()
    try place.edit(place.tree, "questions:\n", "uses: [more.yaml]\n\nquestions:\n")
    let terminal = try PseudoTerminal([Backtalk.path, "check", "--watch", place.tree])
    try terminal.wait(for: "error[library-missing]")
    try "backtalk: 1\n".write(
      to: place.folder.appending(path: "more.yaml"), atomically: true, encoding: .utf8)
    try terminal.wait(for: "fruit.yaml: proven")
    terminal.type(Backtalk.ctrlC)
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test func `it is for people to read`() throws {
    let run = try CheckCommandTests.check(["--watch", "--format", "json", Backtalk.walk])
    #expect(run.status == 2)
    #expect(run.complaints.contains("--watch is for people to read"))
  }
}
