import Conversation
import Foundation
import Record
import Testing
import TreeFile
import Understanding

@testable import backtalk

/// A record that is asked for in the middle of a chat.
@Suite struct RecorderTests {
  private let place: RecordPlace
  private let now = Moment(year: 2026, month: 11, day: 22, hour: 15)

  init() throws { place = try RecordPlace() }

  /// A chat of which nothing is shown.
  private struct Talk {
    var conversation: Conversation
    var recorder: Recorder
    var minute = 0
  }

  private func talk() throws -> Talk {
    let loaded = Loader().load(path: place.tree)
    let tree = try #require(loaded.tree)
    let followed = FollowedTree(tree: tree, map: loaded.map, path: place.tree)
    return Talk(conversation: Conversation(tree), recorder: Recorder(followed, clock: { "2026-11-22T15:00:00+01:00" }))
  }

  private func say(_ line: String, _ requests: [Request] = [], in talk: inout Talk) throws {
    let before = talk.conversation
    var reply = talk.conversation.hear(line, at: now)
    reply.requests += requests
    try talk.recorder.take(line, at: now, from: before, to: talk.conversation, reply)
    if reply.requests.contains(.forgetRecalledLines) { talk.recorder.forget() }
  }

  @Test func `what was said before is on it, and what follows`() throws {
    var talk = try talk()
    for line in RecordPlace.lines.prefix(8) { try say(line, in: &talk) }
    #expect(!FileManager.default.fileExists(atPath: place.record))
    try talk.recorder.begin(place.record)
    #expect(try place.typed() == RecordPlace.lines.prefix(8).map { $0 })
    for line in RecordPlace.lines.dropFirst(8) { try say(line, in: &talk) }
    try talk.recorder.end(talk.conversation.session)
    #expect(try place.typed() == RecordPlace.lines)
    #expect(try place.run("replay", place.record).status == 0)
    #expect(try place.account() == (try #require(RecordingTests.account)))
    #expect(Set(try place.recorded().lines.map(\.time)) == ["2026-11-22T15:00:00+01:00"])
  }

  @Test func `what was said before the chat began anew is not on it`() throws {
    var talk = try talk()
    for line in ["lake", "yes", "restart", "sea"] { try say(line, in: &talk) }
    try talk.recorder.begin(place.record)
    #expect(try place.typed() == ["sea"])
    #expect(try place.run("replay", place.record).output.contains("where: sea"))
  }

  @Test func `one that cannot be begun leaves no file, and may be begun elsewhere`() throws {
    var talk = try talk()
    try say("lake", in: &talk)
    try place.write("mine", to: place.record)
    #expect(throws: RecordFailure.self) { try talk.recorder.begin(place.record) }
    #expect(try place.text(place.record) == "mine")
    #expect(talk.recorder.canBegin)
    try FileManager.default.removeItem(atPath: place.record)
    try talk.recorder.begin(place.record)
    #expect(!talk.recorder.canBegin)
    #expect(try place.typed() == ["lake"])
  }

  @Test func `a note is kept beside what was typed, shown by replay, and taken out with it`() throws {
    var talk = try talk()
    try talk.recorder.begin(place.record)
    try say("lake", [.keepNote("I swam\u{1B}[2J there once")], in: &talk)
    #expect(try place.recorded().turns.map { $0.note?.text } == ["I swam\u{1B}[2J there once"])
    #expect(try place.run("replay", place.record).output.contains("note: I swam␛[2J there once\n"))
    #expect(try place.run("replay", "--redact", place.path("open"), place.record).status == 0)
    #expect(!(try place.text(place.path("open")).contains("swam")))
  }
}
