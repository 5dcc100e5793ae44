import Foundation
import Record
import TestSupport
import Testing

/// `backtalk replay`, and `resume` where it must refuse.
@Suite struct ReplayTests {
  private let place: RecordPlace

  init() throws {
    place = try RecordPlace()
    try place.chat(RecordPlace.lines)
  }

  private func replay(_ arguments: String...) throws -> Run {
    try Run([Backtalk.path, "replay"] + arguments + [place.record])
  }

  @Test func `a whole record is verified, and told`() throws {
    let run = try replay()
    #expect(run.status == 0)
    #expect(run.complaints == "")
    #expect(
      run.output.replacing(place.folder.path + "/", with: "") == """
        where: lake
        flag: no
        days: 2 weeks
          end: swim  (swim.yaml:73)

        chat.record: 18 lines, each as it was written
        The same tree, swim 1.0.0, leads where it led.
        Verified: it ends in swim.

        """)
  }

  // MARK: Redacting

  @Test func `without what was typed it verifies as before`() throws {
    let open = place.path("open.record")
    let run = try replay("--redact", open)
    #expect(run.status == 0)
    let text = try place.text(open)
    #expect(["jellyfish", "hm?", "salt", place.folder.path].allSatisfy { !text.contains($0) })
    #expect(try SessionRecord(RecordFile.read(open)).turns.allSatisfy { $0.typed.text == nil })
    let again = try place.run("replay", "--tree", place.tree, open)
    #expect(again.status == 0)
    #expect(again.output.contains("Verified"))
    let mode = try FileManager.default.attributesOfItem(atPath: open)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func `redacting takes the place of nothing`() throws {
    try place.write("mine", to: place.path("other"))
    #expect(try replay("--redact", place.path("other")).status == 2)
    #expect(try replay("--redact", place.record).status == 2)
    #expect(try place.text(place.path("other")) == "mine")
    #expect(try replay().status == 0)
  }

  @Test func `a chat goes on from a redacted record too`() throws {
    try place.write(String(try place.text(place.record).dropLast(2000)), to: place.record)
    let answered = try place.recorded().turns.count
    let open = place.path("open.record")
    _ = try replay("--redact", open)
    let run = try Run(
      [Backtalk.path, "resume", open, place.tree], lines: Array(RecordPlace.lines.dropFirst(answered)))
    #expect(run.status == 0)
    #expect(try place.run("replay", "--tree", place.tree, open).status == 0)
  }

  // MARK: Broken records

  @Test(arguments: ["replay", "resume"])
  func `a changed line is named with its file and its number`(_ command: String) throws {
    try place.edit(#""is":"lake""#, #""is":"sea""#, in: place.record, as: "chat.record")
    let before = try place.text(place.record)
    let run = try place.run(command, place.record)
    #expect(run.status == (command == "replay" ? 1 : 2))
    #expect(run.complaints.hasPrefix("\(place.record):2: the line is not what was written."))
    #expect(run.output == "")
    #expect(try place.text(place.record) == before)
  }

  @Test(arguments: [("replay", "backtalk: 1\n"), ("replay", ""), ("resume", ""), ("resume", "no record\n")])
  func `what is no record is unusable`(_ command: String, _ text: String) throws {
    try place.write(text, to: place.record)
    let run = try place.run(command, place.record)
    #expect(run.status == 2)
    #expect(run.complaints.hasPrefix("\(place.record):1: "))
    #expect(try place.text(place.record) == text)
  }

  @Test(arguments: ["replay", "resume"])
  func `a record of another version of the format is named as one`(_ command: String) throws {
    try place.edit(#""record":1"#, #""record":2"#, in: place.record, as: "chat.record")
    let run = try place.run(command, place.record)
    #expect(run.status == 2)
    #expect(run.complaints.contains("version 2 of the format, and this program reads version 1"))
  }

  @Test(arguments: ["replay", "resume"])
  func `a record that is not there is unusable`(_ command: String) throws {
    let run = try place.run(command, place.path("none"))
    #expect(run.status == 2)
    #expect(run.complaints.contains("there is no such file"))
  }

  @Test func `a chat that came to its end is not gone on with`() throws {
    let run = try place.resume(["change 1"])
    #expect(run.status == 2)
    #expect(run.complaints.contains("came to its end"))
    #expect(try replay().status == 0)
  }

  // MARK: Other trees

  @Test(arguments: ["replay", "resume"])
  func `a tree that was changed is refused, with what to do, and the record left as it is`(_ command: String) throws {
    try place.write(String(try place.text(place.record).dropLast(30)), to: place.record)
    let before = try place.text(place.record)
    try place.edit("# A tree", "# The tree")
    let run = try place.run(command, place.record)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.complaints.hasPrefix("\(place.record):1: the record was made with the tree swim 1.0.0"))
    #expect(run.complaints.contains("its files have been changed") && run.complaints.contains("backtalk \(command)"))
    #expect(try place.text(place.record) == before)
  }

  @Test func `another tree that asks and decides the same is said to`() throws {
    try place.edit("version: 1.0.0", "version: 1.1.0", as: "new.yaml")
    let run = try replay("--tree", place.path("new.yaml"))
    #expect(run.status == 0)
    #expect(run.output.contains("Another tree, swim 1.1.0, instead of swim 1.0.0"))
  }

  @Test(arguments: [
    ("flag is yes\n          go:", "flag is no\n          go:", 4, #"and now a branch goes to "warned""#),
    ("- ask: where\n", "- ask: days\n    - ask: where\n", 2, #"and now "days" is asked"#),
    ("      lake: Lake", "      pond: Lake", 2, #"the question "where" has no choice "lake" any more"#),
    ("days < 1 week", "days < 3 weeks", 10, #"and now a branch ends in "stay""#),
    ("0 days to 1 year", "0 days to 1 week", 10, "the tree does not take what was answered then"),
    ("  jelly:", "  medusa:", 5, #"the tree has no alarm "jelly""#),
    (
      "    level: go-in\n    title: Have", "    level: wait\n    title: Have", 18,
      #"the end is "swim" at the level "go-in" in the record, and now the end is "swim" at the level "wait""#
    ),
  ])
  func `of a newer tree the first difference is told`(
    _ before: String, _ after: String, _ line: Int, _ words: String
  ) throws {
    try place.edit(before, after, as: "new.yaml")
    let run = try replay("--tree", place.path("new.yaml"))
    #expect(run.status == 1)
    #expect(run.output.hasPrefix("\(place.record):\(line): "), "\(run.output)\(run.complaints)")
    #expect(run.output.contains(words), "\(run.output)")
    #expect(run.output.contains("first difference"))
  }

  /// Whoever can write the file can make a record as sound as ours: only the tree shows it.
  @Test func `a record made up with right hashes is found where the tree would not lead there`() throws {
    let record = try place.recorded()
    var chain = Chain()
    let lines = record.lines.map { line in
      var entry = line.entry
      if case .turn(var turn) = entry, turn.typed.text == "2 weeks" {
        turn.events = [.answer(WrittenAnswer("days", .duration(.init(60))))]
        entry = .turn(turn)
      }
      return chain.link(entry, at: line.time).text + "\n"
    }
    try place.write(lines.joined(), to: place.record)
    let run = try replay()
    #expect(run.status == 1)
    #expect(run.output.hasPrefix("\(place.record):10: a branch ends in \"swim\" (swim.yaml:73) in the record, and now"))
    #expect(run.output.contains("the record was not made so"))
  }
}
