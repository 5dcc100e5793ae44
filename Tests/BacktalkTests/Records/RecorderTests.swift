import Conversation
import Foundation
import Record
import TestSupport
import Testing
import TreeFile
import Triage
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
    try talk.recorder.take(line, from: before, to: talk.conversation, reply)
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
    for line in ["lake", "yes", "restart", "yes", "sea"] { try say(line, in: &talk) }
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

  /// Whatever is typed: answers and words of other questions, commands, alarms and nonsense, on the tree that comes with
  /// the program.
  @Test(arguments: 1...12)
  func `a record leads where the chat has led, and can be gone on with from every line`(_ seed: UInt64) throws {
    let shipped = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../DecisionTrees")
    let loaded = Loader().load(path: shipped.appending(path: "back-pain.yaml").path)
    let tree = try #require(loaded.tree)
    let followed = FollowedTree(tree: tree, map: loaded.map, path: "back-pain.yaml")
    var talk = Talk(conversation: Conversation(tree), recorder: Recorder(followed))
    var random = RandomSource(seed: seed)
    var conversations = [talk.conversation]
    try talk.recorder.begin(place.record)
    for _ in 0..<40 {
      try say(typed(to: talk.conversation, &random), in: &talk)
      conversations.append(talk.conversation)
    }
    let bytes = Array(try place.text(place.record).utf8)
    var whole: [UInt8] = []
    for (line, conversation) in zip(bytes.split(separator: 0x0A), conversations) {
      whole += line + [0x0A]
      let record = try SessionRecord(whole)
      let replay = try Replay(record, through: tree, isSameTree: true, place: loaded.map.placeInTree)
      #expect(replay.session.events == conversation.session.events)
      #expect(replay.session.position == conversation.session.position)
      let open = try Conversation.Open(replay.open, notes: record.notes, in: tree.grammar)
      #expect(open == conversation.open)
      #expect(Conversation(resuming: replay.session, open).question == conversation.question)
    }
  }

  private func typed(to conversation: Conversation, _ random: inout RandomSource) -> String {
    let grammar = conversation.session.tree.grammar
    let alarms = grammar.alarms.flatMap { $0.hears.prefix(2) }
    let anything = ["back", "change 2", "summary", "why", "hm", "yes", "no", "not sure", "3", "2 weeks", "1", "none"]
    switch Int.random(in: 0..<20, using: &random) {
    case 0: return alarms.randomElement(using: &random) ?? ""
    case 1: return "change \(Int.random(in: 1...9, using: &random))"
    case 2...5: return anything.randomElement(using: &random) ?? ""
    default: break
    }
    guard let question = conversation.question else { return ["back", "change 1", "restart"][Int(random.next() % 3)] }
    return switch grammar.questions[question].kind {
    case .yesNo: Bool.random(using: &random) ? "yes" : "no"
    case .choice, .choices: "1"
    case .number(let range): "\(range.low.millionths / 1_000_000)"
    case .duration: "5 weeks"
    }
  }

  @Test func `the page on records names every rule`() throws {
    let page = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../docs/record.md")
    let text = try place.text(page.path)
    #expect(Rule.allCases.map(\.rawValue).filter { !text.contains("`\($0)`") } == [])
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
