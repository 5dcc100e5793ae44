import Foundation
import TestSupport
import Testing

@Suite struct `A chat through a pipe` {
  @Test func `takes an answer a line, shows no prompt, and ends well after an outcome`() throws {
    let run = try Run([Backtalk.path, Backtalk.walk], lines: ["garden", "no", "no", "30"])
    #expect(run.status == 0)
    #expect(run.output.contains("Have a good walk"))
    #expect(!run.output.split(separator: "\n").contains { $0.hasPrefix(">") })
    #expect(!run.output.contains("\u{1B}"))
    #expect(run.complaints.isEmpty)
  }

  @Test(arguments: [[], ["garden"], ["garden", "no", "no"]])
  func `that ends before an outcome is status 1 and says so`(lines: [String]) throws {
    let run = try Run([Backtalk.path, Backtalk.walk], lines: lines)
    #expect(run.status == 1)
    #expect(run.output.contains("ended"))
  }

  @Test func `is as wide as COLUMNS says`() throws {
    let narrow = try Run(
      [Backtalk.path, Backtalk.walk], lines: ["garden"], environment: ["COLUMNS": "30", "PATH": "/usr/bin"])
    #expect(narrow.output.split(separator: "\n").allSatisfy { $0.count <= 30 })
  }

  @Test func `goes on after bytes that are no text`() throws {
    let run = try Run([Backtalk.path, Backtalk.walk], input: [0xFF, 0x00, 0x0A] + Array("garden\nyes\n".utf8))
    #expect(run.status == 0)
    #expect(run.output.contains("\u{FFFD}"))
    #expect(run.output.contains("Go indoors now"))
  }

  @Test func `takes a line that never ends as a short one`() throws {
    let endless = [UInt8](repeating: UInt8(ascii: "x"), count: 1_000_000) + Array("\ngarden\nyes\n".utf8)
    let run = try Run([Backtalk.path, Backtalk.walk], input: endless)
    #expect(run.status == 0)
    #expect(run.output.utf8.count < 20_000)
  }

  @Test func `lets nothing typed act on the terminal`() throws {
    let run = try Run([Backtalk.path, Backtalk.walk], lines: ["\u{1B}]0;title\u{7}\u{202E}", "garden", "yes"])
    #expect(!run.output.unicodeScalars.contains { ["\u{1B}", "\u{7}", "\u{202E}"].contains($0) })
  }

  @Test func `ends quietly when nobody reads it any more`() throws {
    let run = try Run(["/bin/sh", "-c", "yes garden 2>/dev/null | '\(Backtalk.path)' '\(Backtalk.walk)' | head -n 1"])
    #expect(run.output.split(separator: "\n").count == 1)
    #expect(run.complaints.isEmpty)
  }
}

@Suite struct `The tree to follow` {
  /// Runs `body` with a copy of the program in a folder of its own, below `bin` or another path there.
  private func installed(in path: String = "bin", _ body: (URL) throws -> Void) throws {
    let prefix = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    let bin = prefix.appendingPathComponent(path)
    try FileManager.default.createDirectory(at: bin, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: prefix) }
    // Not copied by ourselves: a file that is open for writing cannot be run, and a program that another test starts
    // meanwhile would inherit it open.
    _ = try Run(["/bin/cp", Backtalk.path, bin.path])
    try body(prefix)
  }

  /// Makes the tests' tree the default one of a checkout or an installation.
  private func plant(in folder: URL) throws {
    let trees = folder.appendingPathComponent("DecisionTrees")
    try FileManager.default.createDirectory(at: trees, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: Backtalk.walk, toPath: trees.appendingPathComponent("back-pain.yaml").path)
  }

  @Test func `is the one that BACKTALK_TREE names`() throws {
    let run = try Run([Backtalk.path], lines: ["garden", "yes"], environment: ["BACKTALK_TREE": Backtalk.walk])
    #expect(run.status == 0)
    #expect(run.output.contains("Go indoors now"))
  }

  @Test func `is an argument rather than BACKTALK_TREE`() throws {
    let run = try Run(
      [Backtalk.path, Backtalk.walk], lines: ["garden", "yes"], environment: ["BACKTALK_TREE": "/nowhere.yaml"])
    #expect(run.status == 0)
  }

  @Test func `is found beside an installed program`() throws {
    try installed { prefix in
      try plant(in: prefix.appendingPathComponent("share/backtalk"))
      let run = try Run([prefix.appendingPathComponent("bin/backtalk").path], lines: ["garden", "yes"])
      #expect(run.status == 0)
      #expect(run.output.contains("Go indoors now"))
    }
  }

  @Test(arguments: [".build/any-machine/debug", ".build-other/any-machine/debug", ".build/deep/.build/machine/debug"])
  func `is the checkout's where the program was built in one`(_ path: String) throws {
    try installed(in: path) { checkout in
      try plant(in: checkout.appendingPathComponent(path.hasPrefix(".build/deep") ? ".build/deep" : ""))
      let run = try Run([checkout.appendingPathComponent("\(path)/backtalk").path], lines: ["garden", "yes"])
      #expect(run.status == 0)
    }
  }

  @Test(arguments: [".builds/bin", ".buildings/deep/bin", "build/bin"])
  func `is not that of a folder that is no checkout`(_ path: String) throws {
    try installed(in: path) { folder in
      try plant(in: folder)
      let run = try Run([folder.appendingPathComponent("\(path)/backtalk").path])
      #expect(run.status == 2)
      #expect(run.complaints.contains("/share/backtalk/"))
    }
  }

  @Test func `is missed with the places where it was searched`() throws {
    try installed { prefix in
      let run = try Run([prefix.appendingPathComponent("bin/backtalk").path])
      #expect(run.status == 2)
      #expect(run.output.isEmpty)
      #expect(run.complaints.contains("\(prefix.lastPathComponent)/share/backtalk/DecisionTrees/back-pain.yaml"))
    }
  }

  @Test func `is refused with what is wrong with it`() throws {
    let run = try Run([Backtalk.path, Backtalk.fixture("broken.yaml")])
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.complaints.contains("broken.yaml:"))
  }
}
