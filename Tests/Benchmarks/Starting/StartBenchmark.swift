import Foundation
import TestSupport

/// From starting the program to its first prompt, against the least that a program with a prompt can do.
enum StartBenchmark {
  static func run() {
    let folder = FileManager.default.temporaryDirectory.appending(path: "benchmark-\(getpid())")
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let minimal = try compileMinimal(into: folder)
      compare(with: minimal, by: .wall, "Starting a chat with the default tree, from exec to the first prompt")
      compare(with: minimal, by: .processorOfOthers, "The processor's time of the same, and of ending at the prompt")
    } catch {
      fatalError("\(error)")
    }
  }

  private static func compare(with minimal: String, by clock: Clock, _ work: String) {
    let rounds = Rounds(
      200, by: clock,
      work: { promptOnce(builtProgram("backtalk")) },
      yardstick: { promptOnce(minimal) })
    let comparison = Comparison(
      work: work, yardstick: "a C program that does nothing but open libedit and prompt",
      aim: 4, ratios: rounds.ratios, nanoseconds: rounds.work.median)
    report("\(comparison)")
  }

  private static func compileMinimal(into folder: URL) throws -> String {
    let source = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "minimal.c").path
    let program = folder.appending(path: "minimal").path
    let compiler = try Process.run(
      URL(filePath: "/usr/bin/env"), arguments: ["clang", "-O2", source, "-ledit", "-o", program])
    compiler.waitUntilExit()
    guard compiler.terminationStatus == 0 else { fatalError("minimal.c does not compile") }
    return program
  }

  private static func promptOnce(_ program: String) {
    do {
      let terminal = try PseudoTerminal([program])
      try terminal.wait(for: "> ")
    } catch {
      fatalError("\(error)")
    }
  }
}
