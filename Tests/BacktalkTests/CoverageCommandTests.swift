import Foundation
import TestSupport
import Testing

/// `backtalk test --coverage` as the shell sees it.
@Suite struct CoverageCommandTests {
  /// A folder with the walk and a script of it that passes, gone when the test is.
  final class Place {
    let folder = FileManager.default.temporaryDirectory.appending(path: "backtalk-\(UUID().uuidString)")

    /// - Parameter name: of a folder in it where the tree and the script lie.
    init(in name: String = "trees") throws {
      let trees = folder.appending(path: name)
      try FileManager.default.createDirectory(at: trees, withIntermediateDirectories: true)
      try FileManager.default.copyItem(atPath: Backtalk.walk, toPath: trees.appending(path: "walk.yaml").path)
      try "tree: walk.yaml\nnow: 2026-11-02T09:00\n---\n> quit\n".write(
        to: trees.appending(path: "walk.chat"), atomically: true, encoding: .utf8)
      _ = try Run([Backtalk.path, "test", "--update", folder.path])
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func run(_ arguments: String...) throws -> Run { try Run([Backtalk.path, "test"] + arguments + [folder.path]) }

    func path(_ name: String) -> String { folder.appending(path: name).path }
  }

  static let verdict = "1 passed, 0 failed\n"

  @Test func `the coverage follows the report`() throws {
    let run = try Place().run("--coverage")
    #expect(run.status == 0)
    #expect(run.complaints == "")
    let parts = run.output.components(separatedBy: Self.verdict)
    #expect(parts.count == 2)
    #expect(parts.last?.hasPrefix("\ncoverage of walk, ") == true)
    #expect(parts.last?.contains("\nnever taken in ") == true)
  }

  @Test(arguments: [("json", "{\n"), ("lcov", "TN:walk\n")])
  func `a format for programs has standard output to itself`(_ format: String, _ beginning: String) throws {
    let run = try Place().run("--coverage-format", format)
    #expect(run.status == 0)
    #expect(run.output.hasPrefix(beginning))
    #expect(!run.output.contains("passed"))
    #expect(run.complaints.hasSuffix(Self.verdict))
  }

  @Test(arguments: ["text", "json", "lcov"])
  func `a file takes the coverage in its format, and standard output tells it as text`(_ format: String) throws {
    let place = try Place()
    let run = try place.run("--coverage-format", format, "--coverage-file", place.path("coverage"))
    #expect(run.status == 0)
    #expect(run.complaints == "")
    #expect(run.output.contains("\(Self.verdict)\ncoverage of walk, "))
    let written = try String(contentsOfFile: place.path("coverage"), encoding: .utf8)
    let alone = try place.run("--coverage-format", format)
    #expect(alone.output.hasSuffix(written))
    #expect(!written.isEmpty)
  }

  @Test func `a file that cannot be written is unusable and says why`() throws {
    let place = try Place()
    let run = try place.run("--coverage-file", place.path("nowhere/coverage"))
    #expect(run.status == 2)
    #expect(run.complaints == place.path("nowhere/coverage") + ": No such file or directory\n")
  }

  @Test func `a link stays one, and what it leads to takes the coverage`() throws {
    let place = try Place()
    try "before".write(toFile: place.path("coverage"), atomically: true, encoding: .utf8)
    try FileManager.default.createSymbolicLink(atPath: place.path("link"), withDestinationPath: "coverage")
    #expect(try place.run("--coverage-file", place.path("link")).status == 0)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: place.path("link")) == "coverage")
    #expect(try String(contentsOfFile: place.path("coverage"), encoding: .utf8).hasPrefix("coverage of walk, "))
  }

  @Test func `less than was asked for fails and says so`() throws {
    let place = try Place()
    #expect(try place.run("--min-coverage", "1").status == 0)
    let run = try place.run("--min-coverage", "100")
    #expect(run.status == 1)
    #expect(run.complaints.hasPrefix("coverage of walk, "))
    #expect(run.complaints.hasSuffix(" %, less than the 100 % asked for\n"))
    #expect(run.output.contains("\ncoverage of walk, "))
    let quiet = try place.run("--min-coverage", "100", "--coverage-format", "json")
    #expect(quiet.status == 1)
    #expect(quiet.complaints.hasSuffix(run.complaints))
  }

  @Test(arguments: [
    ["--min-coverage", "101"], ["--min-coverage", "-1"], ["--min-coverage", "all"], ["--coverage-format", "xml"],
    ["--coverage-file"],
  ])
  func `an option that cannot be followed is unusable and runs nothing`(_ arguments: [String]) throws {
    let run = try Run([Backtalk.path, "test", "/nowhere"] + arguments)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(!run.complaints.contains("No such file"))
  }

  @Test func `the JSON can be read, and its points make up its totals`() throws {
    let run = try Place().run("--coverage-format", "json")
    let document = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let tree = try #require((document["trees"] as? [[String: Any]])?.first)
    #expect(tree["id"] as? String == "walk")
    let points = try #require(tree["points"] as? [[String: Any]])
    let total = try #require(tree["total"] as? [String: Any])
    #expect(total["of"] as? Int == points.count)
    #expect(total["covered"] as? Int == points.count { ($0["tests"] as? Int ?? 0) > 0 })
    let kinds = try #require(tree["kinds"] as? [String: [String: Any]])
    #expect(kinds.values.compactMap { $0["of"] as? Int }.reduce(0, +) == points.count)
  }

  // MARK: Hostile text

  private static let acting = "\u{1B}]0;x\u{7}\u{202E}"

  @Test(arguments: ["text", "json", "lcov"])
  func `nothing in a path acts on the terminal or begins a record`(_ format: String) throws {
    let place = try Place(in: "\(Self.acting)\nDA:1,1\nSF:forged\n\"trees\"")
    for arguments in [[], ["--coverage-file", place.path("coverage")]] {
      let run = try Run(
        [Backtalk.path, "test", "--min-coverage", "100", "--coverage-format", format, place.folder.path] + arguments)
      let written = try? String(contentsOfFile: place.path("coverage"), encoding: .utf8)
      let text = run.output + run.complaints + (written ?? "")
      #expect(run.status == 1)
      #expect(!text.unicodeScalars.contains { ["\u{1B}", "\u{7}", "\u{202E}"].contains($0) })
      if format != "text" {
        #expect(!(written ?? run.output).contains("\nDA:1,1\n"))
        #expect(!(written ?? run.output).contains("\nSF:forged"))
      }
    }
  }

  @Test func `the JSON of a hostile path still names it`() throws {
    let name = "\(Self.acting)\n\"trees\" \\ ü"
    let run = try Place(in: name).run("--coverage-format", "json")
    let document = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let path = (document["trees"] as? [[String: Any]])?.first?["path"] as? String
    #expect(path?.hasSuffix("/\(name)/walk.yaml") == true)
  }
}
