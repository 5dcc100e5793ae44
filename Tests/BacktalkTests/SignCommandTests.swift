import Foundation
import TestSupport
import Testing

/// `backtalk sign`, as it is typed.
@Suite struct SignCommandTests {
  /// A folder with a copy of the walk.
  final class Place {
    let folder = FileManager.default.temporaryDirectory.appending(path: "sign-\(UUID().uuidString)")
    var tree: String { folder.appending(path: "walk.yaml").path }
    var signed: String { folder.appending(path: "walk.signed").path }

    init() throws {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try FileManager.default.copyItem(atPath: Backtalk.walk, toPath: tree)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func sign(_ arguments: String...) throws -> Run { try Run([Backtalk.path, "sign", tree] + arguments) }

    func edit(_ before: String, _ after: String) throws {
      let text = try String(contentsOfFile: tree, encoding: .utf8)
      try #require(text.contains(before))
      try text.replacing(before, with: after).write(toFile: tree, atomically: true, encoding: .utf8)
    }

    var files: [String] { get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() } }
  }

  /// Today, before and after: a test may run over midnight.
  private static func days(around run: () throws -> Run) rethrows -> (run: Run, days: [String]) {
    func today() -> String { String(Date.now.ISO8601Format(.iso8601Date(timeZone: .gmt))) }
    let before = today()
    let run = try run()
    return (run, [before, today()])
  }

  @Test func `without a name it shows the state and writes nothing`() throws {
    let place = try Place()
    let run = try place.sign()
    #expect(run.status == 0)
    #expect(
      run.output == """
        head: not signed
        section opening: not signed
        alarms: not signed
        guarantees: not signed
        stretches: not signed
        sources: not signed
        providers: not signed

        None of the 7 parts is signed.

        """)
    #expect(try place.files == ["walk.yaml"])
  }

  @Test func `a section is signed with a name and the day, and the state is shown`() throws {
    let place = try Place()
    let (run, days) = try Self.days { try place.sign("--by", "Dr A. Example", "--section", "opening") }
    #expect(run.status == 0)
    #expect(run.complaints == "")
    #expect(run.output.hasPrefix("Signed by Dr A. Example: section opening\n\nhead: not signed\n"))
    #expect(days.contains { run.output.contains("section opening: signed by Dr A. Example on \($0)\n") })
    let line = try String(contentsOfFile: place.signed, encoding: .utf8).split(separator: "\n").last
    #expect(line?.hasPrefix("section opening ") == true && line?.hasSuffix(" Dr A. Example") == true)
    #expect(try place.files == ["walk.signed", "walk.yaml"])
  }

  @Test func `an edit voids what it touched, and the rest can be signed by another`() throws {
    let place = try Place()
    #expect(try place.sign("--by", "Ann").output.hasSuffix("\nAll 7 parts are signed.\n"))
    try place.edit("outcomes:", "# A remark\n\noutcomes:")
    #expect(try place.sign().output.hasSuffix("\nAll 7 parts are signed.\n"))
    try place.edit("title: Have a good walk", "title: Walk on")
    let run = try place.sign()
    #expect(run.output.contains("section opening: changed since Ann signed it on "))
    #expect(run.output.hasSuffix("\nOf the 7 parts, signed: 6; changed since they were signed: 1; never signed: 0.\n"))
    #expect(try place.sign("--by", "Bo").output.hasPrefix("Signed by Bo: section opening\n"))
    #expect(try place.sign("--by", "Bo").output.hasPrefix("Signed by Bo: nothing\n"))
    #expect(try place.sign("--by", "Bo", "--part", "alarms").output.hasPrefix("Signed by Bo: alarms\n"))
    #expect(try place.sign("--by", "Ann", "--all").output.contains("section opening: signed by Ann on "))
  }

  @Test func `signatures stand in nobody's way`() throws {
    let place = try Place()
    _ = try place.sign("--by", "Ann")
    let test = try Run([Backtalk.path, "test", place.folder.path])
    #expect(test.complaints.contains("there are no scripts and no cases here"))
    #expect(try Run([Backtalk.path, place.tree], lines: ["quit"]).status == 0)
  }

  @Test(arguments: [
    ["--by", ""], ["--by", "A\u{1B}[2Jnn"], ["--by", "Ann\nhead"], ["--by", "A\u{202E}nn"], ["--by", "!"],
    ["--section", "opening"], ["--all"], ["--by", "Ann", "--section", "nowhere"], ["--by", "Ann", "--part", "nothing"],
    ["--by", "Ann", "--all", "--section", "opening"], ["--by", "Ann", "--section", "\u{1B}]0;x\u{7}"],
    ["--by", "Ann", "--part", "\u{1B}]0;x\u{7}"],
  ])
  func `what cannot be signed is refused, says why and writes nothing`(_ arguments: [String]) throws {
    let place = try Place()
    let run = try Run([Backtalk.path, "sign", place.tree] + arguments)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(!run.complaints.isEmpty)
    #expect(!run.complaints.unicodeScalars.contains { ["\u{1B}", "\u{7}", "\u{202E}"].contains($0) })
    #expect(try place.files == ["walk.yaml"])
  }

  @Test func `a tree with mistakes is not signed`() throws {
    let place = try Place()
    try place.edit("start: opening", "start: nowhere")
    let run = try place.sign("--by", "Ann")
    #expect(run.status == 2)
    #expect(run.complaints.contains("error[unknown-target]"))
    #expect(try place.files == ["walk.yaml"])
  }

  @Test func `a tree that breaks a promise is not signed, with the cause and what to do, and can be looked at`() throws
  {
    let place = try Place()
    try place.edit("then: level >= take-care", "then: level is go-out")
    let run = try place.sign("--by", "Ann")
    #expect(run.status == 2)
    #expect(run.output == "")
    let lines = run.complaints.split(separator: "\n")
    #expect(
      lines.first?.hasPrefix(
        "backtalk: \(place.tree) is not signed: the guarantee \"Nobody walks in thunder or on a flooded path\" does")
        == true)
    #expect(lines.last == "To see all that is found: backtalk check \(place.tree)")
    #expect(try place.files == ["walk.yaml"])
    #expect(try place.sign().status == 0)
  }

  @Test func `a seal that matches is taken for the proof, and one that does not is told and proves nothing`() throws {
    let place = try Place()
    #expect(try Run([Backtalk.path, "check", "--seal", place.tree]).status == 0)
    #expect(try place.sign("--by", "Ann").complaints == "")
    try place.edit("then: level >= take-care", "then: level is go-out")
    let run = try place.sign("--by", "Ann", "--all")
    #expect(run.status == 2)
    #expect(run.complaints.contains("walk.seal is ignored: the tree has changed since it was made"))
    #expect(run.complaints.contains("is not signed: the guarantee"))
  }

  @Test func `a damaged file is told, shown as far as it goes, and not written over`() throws {
    let place = try Place()
    _ = try place.sign("--by", "Ann")
    let damaged = try String(contentsOfFile: place.signed, encoding: .utf8)
      .replacing("alarms ", with: "\u{1B}[2Jalarms ")
    try damaged.write(toFile: place.signed, atomically: true, encoding: .utf8)
    let number =
      try #require(
        damaged.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains("\u{1B}") }) + 1

    let shown = try place.sign()
    #expect(shown.status == 2)
    #expect(shown.complaints.hasPrefix("\(place.signed):\(number): \"␛[2Jalarms\" is no part of a tree"))
    #expect(shown.output.contains("head: signed by Ann on ") && shown.output.contains("alarms: not signed\n"))

    let run = try place.sign("--by", "Ann")
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(try String(contentsOfFile: place.signed, encoding: .utf8) == damaged)
  }

  @Test func `a place that cannot be written says so`() throws {
    let place = try Place()
    try FileManager.default.createDirectory(atPath: place.signed + ".new", withIntermediateDirectories: true)
    let run = try place.sign("--by", "Ann")
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.complaints == "\(place.signed).new: Is a directory\n")
  }
}
