import Foundation
import Record
import TestSupport
import Testing

/// `--record`, and what a crash leaves.
@Suite struct RecordingTests {
  @Test func `a chat is on the record`() throws {
    let place = try RecordPlace()
    let run = try place.chat(RecordPlace.lines)
    #expect(run.status == 0)
    #expect(run.complaints == "")
    #expect(run.output.contains("stored on this computer"))
    #expect(try place.typed() == RecordPlace.lines)
    #expect(try place.recorded().end?.outcome == "swim")
  }

  @Test func `what was picked to be changed is on the record, and no riddle`() throws {
    let place = try RecordPlace()
    _ = try place.chat(["lake", "no", "change", "1", "quit"])
    #expect(try place.recorded().turns[3].understood == Understood(.command, ["change", "where"]))
  }

  @Test func `a record needs a name`() throws {
    let place = try RecordPlace()
    let run = try Run([Backtalk.path, "--record", "", place.tree], lines: ["lake"])
    #expect(run.status == 2)
    #expect(run.complaints.contains("--record takes the name of a file."))
  }

  @Test(arguments: ["000", "022", "777"])
  func `a record is its owner's alone, whatever the mask`(_ mask: String) throws {
    let place = try RecordPlace()
    let command = "umask \(mask); exec '\(Backtalk.path)' --record '\(place.record)' '\(place.tree)'"
    _ = try Run(["/bin/sh", "-c", command], lines: ["lake"])
    let mode = try FileManager.default.attributesOfItem(atPath: place.record)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(try place.typed() == ["lake"])
  }

  @Test func `without being asked to, nothing is written`() throws {
    let place = try RecordPlace()
    #expect(try Run([Backtalk.path, place.tree], lines: RecordPlace.lines).status == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.folder.path) == ["swim.yaml"])
  }

  @Test func `a chat that is left before its end has a record without one`() throws {
    let place = try RecordPlace()
    #expect(try place.chat(["lake", "quit"]).status == 0)
    #expect(try place.recorded().end == nil)
    let replay = try place.run("replay", place.record)
    #expect(replay.status == 1)
    #expect(replay.output.contains("Unfinished"))
    #expect(!replay.output.contains("Verified"))
  }

  @Test(arguments: ["file", "link", "dangling link", "folder"])
  func `what is there already is refused before a question is asked, and left alone`(_ kind: String) throws {
    let place = try RecordPlace()
    let files = FileManager.default
    switch kind {
    case "file": try place.write("mine", to: place.record)
    case "folder": try files.createDirectory(atPath: place.record, withIntermediateDirectories: true)
    default:
      if kind == "link" { try place.write("mine", to: place.path("other")) }
      try files.createSymbolicLink(atPath: place.record, withDestinationPath: place.path("other"))
    }
    let before = try files.contentsOfDirectory(atPath: place.folder.path).sorted()
    let run = try place.chat(["lake"])
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.complaints.contains("chat.record") && run.complaints.contains("choose another name"))
    #expect(try files.contentsOfDirectory(atPath: place.folder.path).sorted() == before)
    if kind == "file" { #expect(try place.text(place.record) == "mine") }
    if kind == "link" { #expect(try place.text(place.path("other")) == "mine") }
  }

  @Test func `a place where no file can be made is refused before a question is asked`() throws {
    let place = try RecordPlace()
    let run = try Run([Backtalk.path, "--record", place.path("none/chat.record"), place.tree], lines: ["lake"])
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.complaints.contains("No such file or directory"))
  }

  @Test func `a tree that is refused leaves no record behind`() throws {
    let place = try RecordPlace()
    try place.edit("level >= wait", "level is get-out")
    #expect(try place.chat(["lake"]).status == 2)
    #expect(!FileManager.default.fileExists(atPath: place.record))
  }

  @Test func `a record that is being written is refused to everybody else`() throws {
    let place = try RecordPlace()
    let terminal = try place.terminal()
    try terminal.answer("lake")
    let run = try place.resume(["no"])
    #expect(run.status == 2)
    #expect(run.complaints.contains("another program is writing it"))
    try terminal.answer("no")
    #expect(try place.typed() == ["lake", "no"])
  }

  /// The shell's limit stands for a full disk: the system refuses to let the file grow.
  @Test func `on a full disk the chat goes on, says so once, and leaves a record that is whole as far as it goes`()
    throws
  {
    let place = try RecordPlace()
    let command =
      "ulimit -f 3; exec '\(Backtalk.path)' --record '\(place.record)' '\(place.tree)'"  // units of 512 or 1024 bytes
    let run = try Run(["/bin/sh", "-c", command], lines: RecordPlace.lines)
    #expect(run.output.components(separatedBy: "can no longer be written").count == 2)
    #expect(run.output.contains("Have a good swim"))
    #expect(run.status == 1)
    let record = try place.recorded()
    #expect(record.tornBytes == 0 && record.end == nil)
    #expect(!record.turns.isEmpty && record.turns.count < RecordPlace.lines.count)
    #expect(try place.typed() == RecordPlace.lines.prefix(record.turns.count).map { $0 })
  }

  @Test func `nothing that was typed acts on a terminal, neither in the record nor in what is told of it`() throws {
    let place = try RecordPlace()
    let hostile: [UInt8] = Array("\u{1B}]0;title\u{7}\u{1B}[2J \u{202E}".utf8) + [0xFF, 0xC3, 0x28, 0x00, 0x0A]
    let rest = Array("lake\r\nno\n\"]}\\u001b{\"hash\":\"x\"}\n2 weeks\n".utf8)
    let run = try Run([Backtalk.path, "--record", place.record, place.tree], input: hostile + rest)
    #expect(run.status == 0)
    let bytes = try RecordFile.read(place.record)
    #expect(bytes.allSatisfy { $0 == 0x0A || (0x20..<0x7F).contains($0) })
    #expect(try place.typed().first == "\u{1B}]0;title\u{7}\u{1B}[2J \u{202E}\u{FFFD}\u{FFFD}(\u{FFFD}")
    let replay = try place.run("replay", place.record)
    #expect(replay.status == 0)
    #expect(replay.output.unicodeScalars.allSatisfy { $0 == "\n" || ($0.value >= 0x20 && $0 != "\u{7F}") })
  }

  /// Each turn reaches the disk before anything of it is shown.
  @Test(.enabled(if: Tracer.works, "strace is not here, or may trace nothing"))
  func `each turn is written and synced before the next prompt`() throws {
    let place = try RecordPlace()
    let log = place.path("calls")
    let terminal = try PseudoTerminal(
      [
        Tracer.path, "-qq", "-y", "-s", "40", "-o", log, "-e", "trace=write,fsync", Backtalk.path, "--record",
        place.record, place.tree,
      ], environment: PseudoTerminal.environment())
    try terminal.readOnToPrompt()
    for line in RecordPlace.lines { try terminal.answer(line) }
    terminal.type("quit\r")
    #expect(try terminal.waitForExit() == .exited(0))
    let calls = try place.text(log).split(separator: "\n").compactMap(Tracer.Call.init)
    let expected = Array(repeating: [Tracer.Call.writes, .syncs, .prompts], count: RecordPlace.lines.count + 1)
    #expect(calls == expected.flatMap(\.self) + [.writes, .syncs, .writes, .syncs])
  }

  // MARK: Crashes

  /// What a chat leads to that nothing cuts off.
  static let account = try? {
    let place = try RecordPlace()
    try place.chat(RecordPlace.lines)
    return try place.account()
  }()

  @Test(arguments: 0...RecordPlace.lines.count)
  func `killed after any turn, it goes on with every answer`(_ turns: Int) throws {
    let place = try RecordPlace()
    let terminal = try place.terminal()
    for line in RecordPlace.lines.prefix(turns) { try terminal.answer(line) }
    terminal.signal(SIGKILL)
    #expect(try terminal.waitForExit() == .killed(by: SIGKILL))
    #expect(try place.typed() == RecordPlace.lines.prefix(turns).map { $0 })
    #expect(try place.recorded().tornBytes == 0)

    let run = try place.resume(Array(RecordPlace.lines.dropFirst(turns)))
    #expect(run.status == 0)
    #expect(run.output.contains("This chat was cut off"))
    #expect(try place.typed() == RecordPlace.lines)
    #expect(try place.run("replay", place.record).status == 0)
    #expect(try place.account() == (try #require(Self.account)))
  }

  @Test func `killed, it goes on with what waited for its question, and with the notes`() throws {
    let place = try RecordPlace()
    try place.edit("type: duration", "type: duration\n    hears: [\"cold for #\"]")
    let terminal = try place.terminal()
    for line in ["lake, cold for 3 weeks", "yes", "note I live alone"] { try terminal.answer(line) }
    terminal.signal(SIGKILL)
    _ = try terminal.waitForExit()
    let run = try place.resume(["no"])
    #expect(run.output.contains("- For how long has the water been this cold? – 3 weeks."))
    #expect(run.output.contains("- I live alone"))
    #expect(run.output.contains("You already told me: For how long has the water been this cold? – 3 weeks."))
    #expect(run.output.contains("Have a good swim"))
  }

  @Test func `killed again and again, it goes on with every answer`() throws {
    let place = try RecordPlace()
    for (turn, line) in RecordPlace.lines.enumerated() {
      let arguments = turn == 0 ? ["--record", place.record, place.tree] : ["resume", place.record]
      let terminal = try Backtalk.chat(arguments)
      try terminal.answer(line)
      terminal.signal(SIGKILL)
      _ = try terminal.waitForExit()
    }
    #expect(try place.resume([]).status == 0)
    #expect(try place.typed() == RecordPlace.lines)
    #expect(try place.account() == (try #require(Self.account)))
  }

  /// Wherever it was: in the middle of a write too.
  @Test(arguments: 0..<24)
  func `killed at any moment, it goes on from the last whole turn`(_ step: Int) throws {
    let place = try RecordPlace()
    let lines = place.path("lines")
    try place.write(RecordPlace.lines.map { $0 + "\n" }.joined(), to: lines)
    let wait = String(format: "%.3f", 0.004 * Double(step))
    let command = """
      '\(Backtalk.path)' --record '\(place.record)' '\(place.tree)' < '\(lines)' > /dev/null &
      sleep \(wait); kill -9 $!; wait $!; true
      """
    _ = try Run(["/bin/sh", "-c", command])
    guard let record = try? place.recorded(), record.end == nil else { return }  // before the first line, or after all
    #expect(try place.typed() == RecordPlace.lines.prefix(record.turns.count).map { $0 })
    #expect(try place.resume(Array(RecordPlace.lines.dropFirst(record.turns.count))).status == 0)
    #expect(try place.account() == (try #require(Self.account)))
  }

  @Test func `a closed window leaves a record to go on with`() throws {
    let place = try RecordPlace()
    let terminal = try place.terminal()
    try terminal.answer("lake")
    terminal.signal(SIGHUP)
    _ = try terminal.waitForExit()
    #expect(try place.resume(["no", "2 weeks"]).status == 0)
    #expect(try place.recorded().end?.outcome == "swim")
  }

  @Test func `a record that others could read is closed to them, but only where it is gone on with`() throws {
    let place = try RecordPlace()
    try place.chat(["lake", "quit"])
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: place.record)
    func mode() throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: place.record)[.posixPermissions] as? Int
    }
    #expect(try place.resume(["no"], Backtalk.walk).status == 2)
    #expect(try mode() == 0o644)
    _ = try place.resume(["no"])
    #expect(try mode() == 0o600)
  }

  @Test(arguments: [1, 30, 200])
  func `a last line cut short is dropped, and that is said`(_ bytes: Int) throws {
    let place = try RecordPlace()
    try place.chat(["lake", "no", "quit"])
    let text = try place.text(place.record)
    try place.write(String(text.dropLast(bytes)), to: place.record)
    let run = try place.resume(["2 weeks"])
    #expect(run.status == 0)
    #expect(run.output.contains("was cut short"))
    #expect(try place.typed() == ["lake", "no", "2 weeks"])
    #expect(try place.run("replay", place.record).status == 0)
  }
}

/// strace, where it is there and may be used.
private enum Tracer {
  static let path = "/usr/bin/strace"

  static let works: Bool = (try? Run([path, "-qq", "-o", "/dev/null", "/bin/true"]))?.status == 0

  enum Call: Equatable {
    case writes, syncs, prompts

    /// Nil for a call that has to do with neither the record nor a prompt.
    init?(_ line: Substring) {
      if line.hasPrefix("fsync("), line.contains(".record>") {
        self = .syncs
      } else if line.hasPrefix("write("), line.contains(".record>") {
        self = .writes
      } else if line.hasPrefix("write(1<"), line.contains("\"> \"") {
        self = .prompts
      } else {
        return nil
      }
    }
  }
}
