import Foundation
import Testing

@testable import Record

/// Each way in which a record can be broken: a file, and beside it what is said of it. `RECORD_BROKEN=1` writes them anew.
@Suite struct BrokenTests {
  /// What was done to a sound record.
  static let ways: [(name: String, make: @Sendable ([String]) -> String)] = [
    ("changed-line", { edit($0, 1) { $0.replacing(#""cafe""#, with: #""club""#) } }),
    ("changed-text", { edit($0, 1) { $0.replacing("the Caf", with: "the caf") } }),
    ("changed-salt", { edit($0, 1) { $0.replacing("0202", with: "0203") } }),
    ("changed-hash", { edit($0, 4) { $0.replacing(#""hash":""#, with: #""hash":"0"#).replacing("\"}", with: "}") } }),
    ("another-spelling", { edit($0, 1) { $0.replacing(#""cafe""#, with: #""\u0063afe""#) } }),
    ("removed-line", { Sample.text([$0[0], $0[2], $0[3], $0[4]]) }),
    ("removed-lines", { Sample.text([$0[0], $0[3], $0[4]]) }),
    ("reordered-lines", { Sample.text([$0[0], $0[2], $0[1], $0[3], $0[4]]) }),
    ("repeated-line", { Sample.text([$0[0], $0[1], $0[1], $0[2], $0[3], $0[4]]) }),
    ("line-of-another-record", { Sample.text([Sample.lines([Sample.start("/other"), Sample.answer])[0]] + $0[1...]) }),
    (
      "line-behind-the-end",
      {
        Sample.text(
          $0 + [
            Sample.lines([Sample.start(), Sample.answer, Sample.alarm, Sample.resumed, Sample.end, Sample.answer])[5]
          ])
      }
    ),
    ("two-records-joined", { Sample.text($0 + $0) }),
    ("no-first-line", { Sample.text(Array($0[1...])) }),
    ("another-version", { edit($0, 0) { $0.replacing(#""record":1"#, with: #""record":0"#) } }),
    ("no-record", { _ in "backtalk: 1\n" }),
    ("line-that-is-none", { edit($0, 2) { _ in "hello" } }),
    ("torn-last-line", { String(Sample.text($0).dropLast(40)) }),
    ("no-end", { Sample.text(Array($0[..<4])) }),
  ]

  private static func edit(_ lines: [String], _ place: Int, _ change: (String) -> String) -> String {
    var lines = lines
    lines[place] = change(lines[place])
    return Sample.text(lines)
  }

  @Test func `the sound record, of which they are made, verifies`() throws {
    let file = Sample.folder.appending(path: "sound.record")
    if Self.isRecording { try Sample.text().write(to: file, atomically: true, encoding: .utf8) }
    #expect(try String(contentsOf: file, encoding: .utf8) == Sample.text())
    #expect(said(of: Array(Sample.text().utf8)) == "sound\n")
  }

  @Test(arguments: ways.map(\.name))
  func `is found and named, with the line, the cause and the cure`(_ name: String) throws {
    let broken = try #require(Self.ways.first { $0.name == name }).make(Sample.lines())
    let (record, words) = (file("\(name).record"), file("\(name).txt"))
    if Self.isRecording {
      try broken.write(to: record, atomically: true, encoding: .utf8)
      try said(of: Array(broken.utf8)).write(to: words, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: record, encoding: .utf8) == broken)
    #expect(said(of: Array(try Data(contentsOf: record))) == (try String(contentsOf: words, encoding: .utf8)))
    #expect(said(of: Array(broken.utf8)) != "sound\n")
  }

  @Test func `every file belongs to one of them`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Sample.folder.appending(path: "Broken").path)
    #expect(Set(names) == Set(Self.ways.flatMap { ["\($0.name).record", "\($0.name).txt"] }))
  }

  private static let isRecording = ProcessInfo.processInfo.environment["RECORD_BROKEN"] != nil

  private func file(_ name: String) -> URL { Sample.folder.appending(path: "Broken/\(name)") }

  private func said(of bytes: [UInt8]) -> String {
    do throws(Flaw) {
      let record = try SessionRecord(bytes)
      if record.tornBytes > 0 { return "cut short: \(record.tornBytes) bytes after line \(record.lines.count)\n" }
      return record.end == nil ? "unfinished after line \(record.lines.count)\n" : "sound\n"
    } catch {
      return "line \(error.line): \(error.words.what)\n\(error.words.cause)\n\(error.words.cure)\n"
    }
  }
}
