import Foundation
import TestSupport
import Testing

/// A tree whose sections stand in a file beside it: what every command says of them names that file.
@Suite struct SplitTreeTests {
  /// A folder with the walk in two files.
  final class Place {
    let folder = FileManager.default.temporaryDirectory.appending(path: "split-\(UUID().uuidString)")
    var tree: String { folder.appending(path: "walk.yaml").path }
    var ways: String { folder.appending(path: "walk/ways.yaml").path }

    init() throws {
      try FileManager.default.createDirectory(
        at: folder.appending(path: "walk"), withIntermediateDirectories: true)
      let parts = try String(contentsOfFile: Backtalk.walk, encoding: .utf8).components(separatedBy: "sections:\n")
      let own = parts[0].replacing("stuck: ask-somebody\n", with: "stuck: ask-somebody\nuses: [walk/ways.yaml]\n")
      try own.write(toFile: tree, atomically: true, encoding: .utf8)
      try ("sections:\n" + parts[1]).write(toFile: ways, atomically: true, encoding: .utf8)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func edit(_ before: String, _ after: String) throws {
      let text = try String(contentsOfFile: ways, encoding: .utf8)
      try #require(text.contains(before))
      try text.replacing(before, with: after).write(toFile: ways, atomically: true, encoding: .utf8)
    }

    func run(_ command: String, _ arguments: String...) throws -> Run {
      try Run([Backtalk.path, command, tree] + arguments, environment: Backtalk.wide)
    }
  }

  @Test func `explain names the file and the line of every step`() throws {
    let place = try Place()
    let run = try place.run("explain", "place=garden", "thunder=no", "flood=no", "minutes=20")
    #expect(run.status == 0)
    #expect(run.output.contains("   minutes: 20  (\(place.ways):12)\n"), "\(run.output)")
  }

  @Test func `a finding is drawn in its file`() throws {
    let place = try Place()
    try place.edit("then: level >= take-care", "then: level is take-cover")
    try place.edit("minutes < 10", "minutes < 0")
    let run = try place.run("check")
    #expect(run.status == 1)
    for (code, line) in [("guarantee-broken", 53), ("hidden-branch", 14)] {
      let finding = run.output.components(separatedBy: "\n\n").first { $0.contains("[\(code)]") }
      #expect(finding?.contains("--> \(place.ways):\(line):") == true, "\(code): \(run.output)")
    }
  }

  @Test func `a section is signed wherever it stands, and no longer once it is changed`() throws {
    let place = try Place()
    #expect(try place.run("sign", "--by", "Ada", "--section", "opening").status == 0)
    #expect(try place.run("sign").output.contains("section opening: signed by Ada"))
    try place.edit("minutes < 10", "minutes < 20")
    #expect(try place.run("sign").output.contains("section opening: changed"))
  }

  @Test func `a seal covers every file`() throws {
    let place = try Place()
    #expect(try place.run("check", "--seal").status == 0)
    try place.edit("then: level >= take-care", "then: level is take-cover")
    let chat = try Run([Backtalk.path, place.tree], lines: ["garden"])
    #expect(chat.status != 0)
    #expect(!chat.output.contains("Do you hear thunder?"))
  }
}
