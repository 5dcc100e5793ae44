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

  @Test func `into one file, what it tells and what it complains of come in order`() throws {
    let place = try SealTests.Place()
    let log = place.folder.appending(path: "log")
    try Data().write(to: log)
    let file = try FileHandle(forWritingTo: log)
    let process = Process()
    process.executableURL = URL(filePath: Backtalk.path)
    process.arguments = ["check", "--watch", place.tree]
    (process.standardOutput, process.standardError) = (file, file)
    try process.run()
    defer {
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    func wait(for words: String) throws -> String {
      for _ in 0..<600 {
        let text = try String(contentsOf: log, encoding: .utf8)
        if text.contains(words) { return text }
        Thread.sleep(forTimeInterval: 0.05)
      }
      return try String(contentsOf: log, encoding: .utf8)
    }
    _ = try wait(for: "fruit.yaml: proven")
    try place.edit(place.tree, "start: ", "stert: ")
    let text = try wait(for: "error[")
    let order = ["fruit.yaml: proven", "--- changed", "error["].map { text.range(of: $0)?.lowerBound }
    #expect(order.allSatisfy { $0 != nil }, "\(text)")
    #expect(order.compactMap(\.self) == order.compactMap(\.self).sorted(), "\(text)")
  }

  @Test func `it is for people to read`() throws {
    let run = try CheckCommandTests.check(["--watch", "--format", "json", Backtalk.walk])
    #expect(run.status == 2)
    #expect(run.complaints.contains("--watch is for people to read"))
  }
}
