import Foundation
import TestSupport
import Testing

/// `backtalk explain`: what it leaves with, and where it writes what.
@Suite struct ExplainCommandTests {
  static func explain(_ arguments: [String]) throws -> Run {
    try Run([Backtalk.path, "explain"] + arguments, environment: Backtalk.wide)
  }

  static let walked = ["place=garden", "thunder=no", "flood=no", "minutes=20"]

  /// A file of two cases over the tree of the walk.
  static func cases() throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "backtalk-\(UUID().uuidString).cases.yaml")
    try """
    backtalk-cases: 1
    tree: \(Backtalk.walk)
    defaults:
      place: garden
      thunder: no
    cases:
      - name: Time enough
        answers: {flood: no, minutes: 20}
        expect: {outcome: walk}
      - name: Water
        answers: {flood: yes}
        expect: {outcome: wet-path}

    """.write(to: file, atomically: true, encoding: .utf8)
    return file.path
  }

  @Test func `answers are explained step by step, with what would have led elsewhere`() throws {
    let run = try Self.explain([Backtalk.walk] + Self.walked)
    #expect(run.status == 0)
    #expect(run.complaints == "")
    #expect(run.output.contains("   minutes: 20  (\(Backtalk.walk):57)\n"))
    #expect(run.output.contains("It ends in walk, level go-out: Have a good walk"))
    #expect(run.output.contains("    minutes: 9 or less, instead of 20\n      ends in window\n"))
  }

  @Test func `long lines go on below, between words, but for a screen reader`() throws {
    let narrow = ["PATH": "/usr/bin:/bin", "COLUMNS": "40"]
    let run = try Run([Backtalk.path, "explain", Backtalk.walk] + Self.walked, environment: narrow)
    #expect(run.output.contains("\n       (\(Backtalk.walk):57)\n"), "\(run.output)")
    let tooLong = run.output.split(separator: "\n").filter { $0.count > 40 }
    #expect(tooLong.allSatisfy { $0.contains(Backtalk.walk) }, "\(tooLong)")
    let plain = try Run([Backtalk.path, "explain", "--plain", Backtalk.walk] + Self.walked, environment: narrow)
    #expect(plain.output == (try Self.explain([Backtalk.walk] + Self.walked)).output)
  }

  @Test func `an outcome can be asked for`() throws {
    let run = try Self.explain([Backtalk.walk, "--to", "thunderstorm"] + Self.walked)
    #expect(run.status == 0)
    #expect(run.output.contains("    thunder: yes, or unsure, instead of no\n"))
    #expect(!run.output.contains("window"))
  }

  @Test func `a case is explained by its name, and answers take the place of its own`() throws {
    let cases = try Self.cases()
    defer { try? FileManager.default.removeItem(atPath: cases) }
    let water = try Self.explain([cases, "--case", "Water"])
    #expect(water.status == 0)
    #expect(water.output.contains("It ends in wet-path"))
    let dry = try Self.explain([cases, "--case", "Time enough", "minutes=5"])
    #expect(dry.output.contains("It ends in window"))
    #expect(try Self.explain([cases]).status == 2)
    let unknown = try Self.explain([cases, "--case", "Wind"])
    #expect(unknown.status == 2)
    #expect(unknown.complaints.contains("  Water\n"))
  }

  @Test func `a question without an answer stops it there, and fails`() throws {
    let run = try Self.explain([Backtalk.walk, "place=garden", "minutes=20"])
    #expect(run.status == 1)
    #expect(run.output.contains("It stands still: thunder is asked, and nothing answers it; add thunder=…\n"))
    #expect(run.output.contains("minutes is answered, and was not asked\n"))
  }

  @Test func `looking that is given up fails, and says so`() throws {
    let run = try Self.explain([Backtalk.walk, "--budget", "2"] + Self.walked)
    #expect(run.status == 1)
    #expect(run.output.contains("No further was looked"))
  }

  @Test(arguments: [
    [Backtalk.walk, "thunder"], [Backtalk.walk, "thunder=loud"], [Backtalk.walk, "wind=no"],
    [Backtalk.walk, "--to", "storm"], [Backtalk.fixture("broken.yaml"), "thunder=no"], ["/nowhere.yaml"],
    [Backtalk.walk, "--budget", "0"], [Backtalk.walk, "--case", "Water"],
    [Backtalk.walk, "\u{1B}]0;x\u{7}\u{202E}=\u{1B}]0;x\u{7}"], [Backtalk.walk, "--to", "\u{1B}]0;x\u{7}\u{202E}"],
  ])
  func `what cannot be explained is unusable, and nothing in it acts on the terminal`(_ arguments: [String]) throws {
    let run = try Self.explain(arguments)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(!run.complaints.isEmpty)
    #expect(!run.complaints.unicodeScalars.contains { ["\u{1B}", "\u{7}", "\u{202E}"].contains($0) })
  }

  @Test func `for programs all of it is one document on standard output`() throws {
    let run = try Self.explain([Backtalk.walk, "--format", "json"] + Self.walked)
    #expect(run.status == 0)
    let document = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    #expect(document?["backtalk-explain"] as? Int == 1)
  }
}

/// What the documentation shows is what happens.
@Suite struct ExplainDocumentationTests {
  private static func blocks(of path: String) throws -> [String] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try String(contentsOf: root.appending(path: path), encoding: .utf8)
      .components(separatedBy: "```").enumerated().filter { $0.offset % 2 == 1 }
      .map { String($0.element.drop { $0 != "\n" }.dropFirst()) }
  }

  @Test func `the README's tree is explained as the documentation shows`() throws {
    let readme = try Self.blocks(of: "README.md")
    let folder = FileManager.default.temporaryDirectory.appending(path: "backtalk-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let tree = folder.appending(path: "stiff-neck.yaml")
    try #require(readme.first { $0.contains("id: stiff-neck") }).write(to: tree, atomically: true, encoding: .utf8)
    let run = try ExplainCommandTests.explain([tree.path, "fever=no", "since=7 weeks"])
    let said = run.output.replacing(folder.path + "/", with: "")
    #expect(try Self.blocks(of: "docs/explain.md").contains(said), "\(said)")
    let ways = said.components(separatedBy: "\n\n").last
    #expect(readme.contains { $0 == ways }, "\(said)")
  }
}
