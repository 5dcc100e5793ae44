import Foundation
import SignOff
import TestSupport
import Testing
import TreeFile

/// `backtalk check --seal`, and what a chat makes of the seal.
@Suite struct SealTests {
  /// A folder with a tree of its own.
  final class Place {
    let folder = FileManager.default.temporaryDirectory.appending(path: "seal-\(UUID().uuidString)")
    var tree: String { folder.appending(path: "fruit.yaml").path }
    var seal: String { folder.appending(path: "fruit.seal").path }

    init() throws {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try FileManager.default.copyItem(atPath: Backtalk.fixture("flawless.yaml"), toPath: tree)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func check(_ arguments: String...) throws -> Run { try Run([Backtalk.path, "check"] + arguments + [tree]) }
    func chat() throws -> Run { try Run([Backtalk.path, tree], lines: ["no"]) }

    func edit(_ file: String, _ before: String, _ after: String) throws {
      let text = try String(contentsOfFile: file, encoding: .utf8)
      try #require(text.contains(before))
      try text.replacing(before, with: after).write(toFile: file, atomically: true, encoding: .utf8)
    }

    func breakPromise() throws { try edit(tree, "ends in [throw-away]", "level is later") }

    /// Seals the tree as it is, unproven.
    func forgeSeal() throws {
      try Seal(
        engine: Self.engine, files: Digest(of: Loader().load(path: tree).map.sources), verdict: "proven",
        day: try #require(WrittenDay("2026-11-25"))
      ).write(beside: tree)
    }

    static let engine = String(
      (try? Run([Backtalk.path, "--version", Backtalk.walk]))?.output.split(separator: "\n")[0].dropFirst(9) ?? "")

    var hasSeal: Bool { FileManager.default.fileExists(atPath: seal) }
  }

  @Test func `a tree that was proven is sealed, and then followed without a word`() throws {
    let place = try Place()
    let run = try place.check("--seal")
    #expect(run.status == 0)
    #expect(run.output.hasSuffix("sealed: \(place.seal)\n"))
    let seal = try #require(try Seal.read(beside: place.tree))
    #expect(seal.verdict == "proven")
    #expect(seal.matches(Loader().load(path: place.tree).map.sources, engine: Place.engine))
    let chat = try place.chat()
    #expect(chat.status == 0)
    #expect(chat.complaints == "")
  }

  @Test func `without being asked to, it seals nothing`() throws {
    let place = try Place()
    #expect(try place.check().status == 0)
    #expect(!place.hasSeal)
  }

  @Test func `a tree that breaks a promise is not sealed, and it is said why`() throws {
    let place = try Place()
    try place.breakPromise()
    let run = try place.check("--seal")
    #expect(run.status == 1)
    #expect(
      run.complaints == "\(place.tree) is not sealed: the guarantee \"What is mouldy is thrown away\" does not hold\n")
    #expect(!place.hasSeal)
  }

  @Test func `a tree that could not be proven is not sealed`() throws {
    let place = try Place()
    let shipped = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../DecisionTrees").path
    try String(contentsOfFile: shipped + "/back-pain.yaml", encoding: .utf8)
      .write(toFile: place.tree, atomically: true, encoding: .utf8)
    let run = try Run([Backtalk.path, "--library", shipped, "check", "--seal", "--budget", "10", place.tree])
    #expect(run.status == 1)
    #expect(run.complaints == "\(place.tree) is not sealed: not all that it promises could be proven\n")
    #expect(!place.hasSeal)
  }

  @Test func `a tree that cannot be loaded is not sealed`() throws {
    let place = try Place()
    try place.edit(place.tree, "id: ", "name: ")
    let run = try place.check("--seal")
    #expect(run.status == 2)
    #expect(run.complaints.hasSuffix("fruit.yaml is not sealed: it cannot be loaded\n"))
    #expect(!place.hasSeal)
  }

  @Test func `a seal that cannot be written is told`() throws {
    let place = try Place()
    try FileManager.default.createDirectory(atPath: place.seal, withIntermediateDirectories: true)
    let run = try place.check("--seal")
    #expect(run.status == 2)
    #expect(run.complaints.contains("fruit.seal: "))
  }

  @Test func `for programs the document stays alone on standard output`() throws {
    let place = try Place()
    let run = try place.check("--seal", "--format", "json")
    #expect(run.status == 0)
    #expect((try? JSONSerialization.jsonObject(with: Data(run.output.utf8))) != nil)
    #expect(place.hasSeal)
  }

  // MARK: In the chat

  /// Nobody but somebody who forges the seal can have a broken tree followed: so it was not proven again.
  @Test func `a tree whose seal matches is not proven again`() throws {
    let place = try Place()
    try place.breakPromise()
    #expect(try place.chat().status == 2)
    try place.forgeSeal()
    let run = try place.chat()
    #expect(run.status == 0)
    #expect(run.complaints == "")
  }

  @Test func `a seal of other files is ignored in one line, and the tree is proven`() throws {
    let place = try Place()
    #expect(try place.check("--seal").status == 0)
    try place.edit(place.tree, "Enjoy it.", "Enjoy it!")
    let run = try place.chat()
    #expect(run.status == 0)
    #expect(
      run.complaints
        == "backtalk: \(place.seal) is ignored: the tree has changed since it was made; seal the tree again\n")
    try place.breakPromise()
    let broken = try place.chat()
    #expect(broken.status == 2)
    #expect(broken.complaints.split(separator: "\n").count == 4)
  }

  @Test(arguments: [
    ("engine: ", "engine: 9", "of this program made it"), ("verdict: proven", "verdict: broken", "does not say"),
    ("day: ", "day: x", "it is damaged"), ("backtalk-seal: 1", "backtalk-seal: 2", "another version"),
  ])
  func `a seal by another version, of another verdict or damaged is ignored in one line`(
    _ before: String, _ after: String, _ reason: String
  ) throws {
    let place = try Place()
    try place.breakPromise()
    try place.forgeSeal()
    try place.edit(place.seal, before, after)
    let lines = try place.chat().complaints.split(separator: "\n")
    #expect(lines.first?.hasPrefix("backtalk: \(place.seal) is ignored: ") == true)
    #expect(lines.first?.contains(reason) == true)
    #expect(lines.dropFirst().first?.contains("is not followed") == true)
  }
}
