import Foundation
import TestSupport
import Testing

/// `backtalk diff`: what it leaves with, and how it reads versions from git.
@Suite struct DiffCommandTests {
  /// A repository with the walk of the tests, its questions in a file that it uses, in one commit.
  final class Repository {
    let folder = FileManager.default.temporaryDirectory.appending(path: "backtalk-\(UUID().uuidString)")
    let text: String

    init() throws {
      text = try String(contentsOfFile: Backtalk.walk, encoding: .utf8)
      try FileManager.default.createDirectory(
        at: folder.appending(path: "trees/parts"), withIntermediateDirectories: true)
      let start = text.range(of: "\nquestions:\n")!.lowerBound
      let end = text.range(of: "\nsections:\n")!.lowerBound
      try write("trees/parts/questions.yaml", "backtalk: 1\n" + text[start..<end])
      try write(
        "trees/walk.yaml",
        (text[..<start] + text[end...]).replacing(
          "stuck: ask-somebody\n", with: "stuck: ask-somebody\nuses: [parts/questions.yaml]\n"))
      try git("init", "--quiet", "--initial-branch=main")
      try git("add", ".")
      try commit()
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func write(_ path: String, _ text: some StringProtocol) throws {
      try text.write(to: folder.appending(path: path), atomically: true, encoding: .utf8)
    }

    func replace(_ path: String, _ old: String, _ new: String) throws {
      let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
      #expect(text.contains(old))
      try write(path, text.replacing(old, with: new))
    }

    func commit() throws {
      try git("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "--all", "-m", "One")
    }

    func git(_ arguments: String...) throws {
      let run = try Run(["/usr/bin/env", "git", "-C", folder.path] + arguments)
      #expect(run.status == 0, "\(run.complaints)")
    }

    /// - Parameter place: where the program runs.
    func diff(_ arguments: [String], in place: String = "") throws -> Run {
      try Run(
        [
          "/bin/sh", "-c", "cd \"$1\" && shift && exec \"$@\"", "sh", folder.appending(path: place).path, Backtalk.path,
          "diff",
        ]
          + arguments)
    }
  }

  private let tree = "trees/walk.yaml"

  @Test func `a version that says the same leaves with 0`() throws {
    let run = try Repository().diff(["main:trees/walk.yaml", tree])
    #expect(run.status == 0, "\(run.complaints)")
    #expect(
      run.output
        == "main:trees/walk.yaml -> trees/walk.yaml: every patient comes to the same level, outcome and stretches\n")
  }

  @Test func `a lowered level leaves with 1, unless it is allowed`() throws {
    let repository = try Repository()
    try repository.replace(tree, "end: thunderstorm", "end: wet-path")
    let run = try repository.diff(["main:trees/walk.yaml", tree])
    #expect(run.status == 1)
    #expect(run.output.hasPrefix("LOWERED: "))
    #expect(try repository.diff(["--allow-lowered", "main:trees/walk.yaml", tree]).status == 0)
    #expect(try repository.diff([tree, "main:trees/walk.yaml"]).status == 0)
  }

  @Test func `what a version uses comes from the same revision`() throws {
    let repository = try Repository()
    try repository.replace("trees/parts/questions.yaml", "ask: Do you hear thunder?", "ask: Can you hear thunder?")
    let changed = try repository.diff(["main:trees/walk.yaml", tree])
    #expect(changed.output.contains("question thunder: reworded\n"))
    try repository.commit()
    let run = try repository.diff(["HEAD~1:trees/walk.yaml", "HEAD:trees/walk.yaml"], in: "trees")
    #expect(run.output.contains("question thunder: reworded\n"))
    #expect(
      try repository.diff(["HEAD:./walk.yaml", "walk.yaml"], in: "trees").output.contains("comes to the same level"))
  }

  @Test func `a link in a revision is followed within the folder, and not out of it`() throws {
    let repository = try Repository()
    try repository.git("mv", "trees/parts/questions.yaml", "trees/parts/real.yaml")
    let link = repository.folder.appending(path: "trees/parts/questions.yaml").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "real.yaml")
    try repository.git("add", ".")
    try repository.commit()
    #expect(try repository.diff(["main:trees/walk.yaml", tree]).status == 0)
    try repository.git("mv", "trees/parts/real.yaml", "real.yaml")
    try FileManager.default.removeItem(atPath: link)
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "../../real.yaml")
    try repository.git("add", ".")
    try repository.commit()
    let run = try repository.diff(["main:trees/walk.yaml", tree])
    #expect(run.status == 2)
    #expect(run.complaints.components(separatedBy: "error[library-outside]").count == 3, "\(run.complaints)")
  }

  @Test(arguments: [
    ("other:trees/walk.yaml", "git knows no revision \"other\""),
    ("main:trees/other.yaml", "the revision \"main\" has no file \"trees/other.yaml\""),
    ("main:trees", "it is no regular file"), ("main:../walk.yaml", "leads out of the repository"),
    (":trees/walk.yaml", "no revision is named before its colon"),
    ("$(touch made);main:x", "git knows no revision \"$(touch made);main\""),
    ("--output=made:x", "git knows no revision \"--output=made\""), ("other.yaml", "there is no such file"),
  ])
  func `a version that cannot be had is unusable, and says why`(_ version: String, _ reason: String) throws {
    let repository = try Repository()
    let run = try repository.diff(["--", version, tree])
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.complaints.contains(reason), "\(run.complaints)")
    #expect(!FileManager.default.fileExists(atPath: repository.folder.appending(path: "made").path))
  }

  @Test(arguments: ["json", "markdown"]) func `other formats have standard output to themselves`(_ format: String)
    throws
  {
    let run = try Repository().diff(["--format", format, "main:trees/walk.yaml", tree])
    #expect(run.status == 0)
    #expect(run.complaints == "")
    #expect(run.output.hasPrefix(format == "json" ? "{\n" : "## main:trees/walk.yaml → trees/walk.yaml\n"))
  }

  @Test func `a budget that is used up leaves with 1, and says so`() throws {
    let repository = try Repository()
    try repository.replace(tree, "end: thunderstorm", "end: wet-path")
    let run = try repository.diff(["--budget", "1", "--allow-lowered", "main:trees/walk.yaml", tree])
    #expect(run.status == 1)
    #expect(run.output.contains("not every patient was compared"))
  }
}
