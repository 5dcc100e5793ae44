import Foundation
import TestSupport
import Testing

/// What a chat and a check say of who has signed a tree.
@Suite struct SignedTreeTests {
  @Test func `a chat says whether nobody, somebody or everybody has signed off its questions`() throws {
    let place = try SignCommandTests.Place()
    func opening() throws -> String { try Run([Backtalk.path, place.tree], lines: []).output }
    #expect(try opening().contains("Nobody has signed off these questions yet"))
    #expect(try place.sign("--by", "Dr A. Example", "--section", "opening").status == 0)
    #expect(try opening().contains("Not all of these questions have been signed off"))
    #expect(try place.sign("--by", "Dr A. Example").status == 0)
    #expect(try opening().contains("These questions were reviewed by Dr A. Example on"))
    try place.edit("Do you hear thunder?", "Can you hear thunder?")
    #expect(try opening().contains("Not all of these questions have been signed off"))
  }

  @Test func `signatures that cannot be read do not count, and a chat goes on`() throws {
    let place = try SignCommandTests.Place()
    try "nonsense\n".write(toFile: place.signed, atomically: true, encoding: .utf8)
    let run = try Run([Backtalk.path, place.tree], lines: [])
    #expect(run.output.contains("Nobody has signed off these questions yet"))
    #expect(run.complaints.hasPrefix("backtalk: not all of \(place.signed) can be read"))
    #expect(run.complaints.split(separator: "\n").count == 1)
  }

  @Test func `a check shows who has signed which part`() throws {
    let place = try SignCommandTests.Place()
    func told() throws -> String { try CheckCommandTests.check([place.tree]).output }
    #expect(try told().hasSuffix("  none of its 7 parts signed\n"))
    #expect(try place.sign("--by", "Dr A. Example", "--section", "opening").status == 0)
    let lines = try told().split(separator: "\n").suffix(8)
    #expect(lines.first == "  1 of its 7 parts signed:")
    #expect(lines.dropFirst().first == "    head             not signed")
    #expect(lines.dropFirst(2).first?.hasPrefix("    section opening  signed by Dr A. Example on ") == true)
    try place.edit("Do you hear thunder?", "Can you hear thunder?")
    #expect(try told().contains("    section opening  changed since Dr A. Example signed it on "))
  }

  @Test func `signatures that cannot be read leave a check with 2, and are told`() throws {
    let place = try SignCommandTests.Place()
    try "nonsense\n".write(toFile: place.signed, atomically: true, encoding: .utf8)
    let run = try CheckCommandTests.check([place.tree])
    #expect(run.status == 2)
    #expect(run.output.contains("walk.yaml: proven"))
    #expect(run.complaints.hasPrefix("\(place.signed):1: "))
  }
}
