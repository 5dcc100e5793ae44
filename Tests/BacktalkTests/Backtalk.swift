import Foundation
import TestSupport

/// The program under test, and how a test begins to talk with it.
enum Backtalk {
  static let path = builtProgram("backtalk")

  /// A tree made for these tests.
  static let walk = fixture("walk.yaml")

  static func fixture(_ name: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures/\(name)").path
  }

  /// Of a window in which no line of a report is folded.
  static let wide = ["PATH": "/usr/bin:/bin", "COLUMNS": "1000"]

  static let prompt = "> "
  static let morePrompt = "Enter for more, scroll for the rest> "
  static let ctrlC = "\u{3}"
  static let ctrlD = "\u{4}"
  static let ctrlZ = "\u{1A}"
  static let up = "\u{1B}[A"
  static let delete = "\u{7F}"

  /// A chat in a terminal, at its first prompt: the walk's first question has been asked.
  static func chat(
    _ arguments: [String] = [walk], _ changes: [String: String] = [:], columns: Int = 80, rows: Int = 50
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      [path] + arguments, environment: PseudoTerminal.environment(changes), columns: columns, rows: rows)
    try terminal.readOnToPrompt()
    return terminal
  }
}

extension PseudoTerminal {
  /// Types an answer, and reads what comes of it up to the next prompt.
  ///
  /// - Returns: what was shown, the echo of the answer included.
  @discardableResult
  func answer(_ text: String) throws -> String {
    let before = shown.utf8.count
    type(text + "\r")
    try wait { [unowned self] _ in self.shown.utf8.dropFirst(before).contains(0x0A) }
    try readOnToPrompt()
    return String(decoding: shown.utf8.dropFirst(before), as: UTF8.self)
  }

  /// Waits for the prompt, asking for more wherever a long text stops.
  func readOnToPrompt() throws {
    while true {
      try wait { [unowned self] _ in self.isPrompting || self.stopsForMore }
      if isPrompting { return }
      let before = shown.utf8.count
      type("\r")
      try wait { [unowned self] _ in self.shown.utf8.dropFirst(before).contains(0x0A) }
    }
  }

  private var isPrompting: Bool { shown.hasSuffix("> ") && screen.currentLine == ">" }
  /// Only the end of ``Backtalk/morePrompt``: what stands before it may have been wrapped.
  private var stopsForMore: Bool { shown.hasSuffix("t> ") }
}
