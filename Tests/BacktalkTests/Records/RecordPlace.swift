import Foundation
import Record
import TestSupport

/// A folder of its own for the records of one test, and a tree with an alarm.
final class RecordPlace {
  let folder = FileManager.default.temporaryDirectory.appending(path: "records-\(UUID().uuidString)")
  var record: String { path("chat.record") }
  var tree: String { path("swim.yaml") }

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: Backtalk.fixture("swim.yaml"), toPath: tree)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appending(path: name).path }

  func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  func write(_ text: String, to path: String) throws {
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }

  /// Changes the tree.
  func edit(_ before: String, _ after: String, in path: String? = nil, as name: String = "swim.yaml") throws {
    let text = try text(path ?? tree)
    guard text.contains(before) else { throw CocoaError(.featureUnsupported) }
    try write(text.replacing(before, with: after), to: self.path(name))
  }

  // MARK: The program

  /// A whole chat through a pipe.
  @discardableResult
  func chat(_ lines: [String], _ options: [String] = []) throws -> Run {
    try Run([Backtalk.path, "--record", record] + options + [tree], lines: lines)
  }

  func run(_ arguments: String...) throws -> Run { try Run([Backtalk.path] + arguments) }

  func resume(_ lines: [String], _ arguments: String...) throws -> Run {
    try Run([Backtalk.path, "resume", record] + arguments, lines: lines)
  }

  /// A chat in a terminal, at its first prompt.
  func terminal(_ options: [String] = []) throws -> PseudoTerminal {
    try Backtalk.chat(["--record", record] + options + [tree])
  }

  /// What the record holds.
  func recorded() throws -> SessionRecord { try SessionRecord(try RecordFile.read(record)) }

  /// Where the record leads, as `replay` tells it, wherever the tree lies.
  func account() throws -> String {
    try run("replay", record).output.components(separatedBy: "\n\n")[0].replacing(folder.path, with: "")
  }

  func typed() throws -> [String?] { try recorded().turns.map(\.typed.text) }

  /// Answers, changes and taking back, two alarms that ask, one of them while an answer is being changed, words that
  /// are not understood, and an end.
  static let lines = [
    "lake", "hm?", "no", "a jellyfish!", "yes", "back", "yes", "no", "2 weeks", "change days", "jellyfish", "no", "no",
    "3 days", "back", "summary",
  ]
}
