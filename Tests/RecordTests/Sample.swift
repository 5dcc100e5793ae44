import Foundation

@testable import Record

/// A small record, the same each time.
enum Sample {
  /// A salt that says whose it is.
  private static func salt(_ byte: UInt8) -> [UInt8] { [UInt8](repeating: byte, count: PrivateText.saltLength) }

  static func start(_ path: String = "/trees/walk.yaml") -> Entry {
    let mark = TreeMark(
      id: "walk", version: "1.0.0", digest: String(repeating: "ab", count: 32), path: PrivateText(path, salt: salt(1)))
    return .start(Start(engine: "0.1.0", tree: mark, took: []))
  }

  static let answer = Entry.turn(
    Turn(
      asked: "place", typed: PrivateText("the Café \u{1B}[31m", salt: salt(2)),
      understood: Understood(.answer, ["cafe"], rule: "words"),
      events: [.answer(WrittenAnswer("place", .choice("cafe")))]
    ))

  static let alarm = Entry.turn(
    Turn(
      asked: "minutes", typed: PrivateText("note thunder", salt: salt(3)), understood: Understood(.alarm, ["thunder"]),
      note: PrivateText("thunder", salt: salt(4)), undone: 1,
      events: [.alarm("thunder", [WrittenAnswer("loud", .yesNo(true)), WrittenAnswer("since", .duration(.init(30)))])],
      took: [BranchTaken(to: .outcome("shelter"), at: "walk.yaml:61")],
      open: Open(
        changing: "place", alarms: [.init("flood", given: [WrittenAnswer("deep", .number(.init(millionths: -5)))])],
        held: [.stuck, .revise(WrittenAnswer("things", .choices(["boots", "hat"]))), .answer(.init("wet", .unsure))],
        start: 1)))

  static let resumed = Entry.resumed(Resumed(engine: "0.1.0", dropped: 5))

  static let end: Entry = {
    guard
      let json = JSONValue(
        Array(#"{"kind":"end","outcome":"shelter","level":"now","cause":"alarm","alarm":"x"}"#.utf8)),
      let end = Entry(json)
    else { fatalError("the end was not read") }
    return end
  }()

  static func lines(_ entries: [Entry] = [start(), answer, alarm, resumed, end])
    -> [String]
  {
    var chain = Chain()
    return entries.map { chain.link($0, at: "2026-11-22T15:00:00+01:00").text }
  }

  static func text(_ lines: [String] = lines()) -> String { lines.map { $0 + "\n" }.joined() }

  static func bytes(_ lines: [String] = lines()) -> [UInt8] { Array(text(lines).utf8) }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
}
