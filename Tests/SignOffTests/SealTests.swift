import Foundation
import Testing
import TreeFile

@testable import SignOff

/// What was found out about a tree, kept beside it.
@Suite struct SealTests {
  private static func sources(_ files: [String: String] = [:], tree: String = tree) -> Sources {
    Loader().load(tree, named: "fruit.yaml", files: GivenFiles(files)).map.sources
  }

  private static let tree = "backtalk: 1\nuses: [a.yaml, b.yaml]\n"
  private static let files = ["a.yaml": "backtalk: 1\n", "b.yaml": "backtalk: 1\nfacts: {}\n"]
  private static let seal = Seal(
    engine: "0.1.0", files: Digest(of: sources(files)), verdict: "proven", day: WrittenDay("2026-11-25")!)

  @Test func `a seal matches the files and the version that it was made for`() {
    #expect(Self.seal.matches(Self.sources(Self.files), engine: "0.1.0"))
    #expect(!Self.seal.matches(Self.sources(Self.files), engine: "0.1.1"))
  }

  @Test(arguments: [
    (tree + "\n", files),
    (tree + "# A remark\n", files),
    (tree, files.merging(["a.yaml": "backtalk: 1 \n"]) { $1 }),
    (tree, ["a.yaml": files["b.yaml"]!, "b.yaml": files["a.yaml"]!]),
    ("backtalk: 1\nuses: [b.yaml, a.yaml]\n", files),
    ("backtalk: 1\nuses: [a.yaml, c.yaml]\n", ["a.yaml": files["a.yaml"]!, "c.yaml": files["b.yaml"]!]),
    ("backtalk: 1\nuses: [a.yaml]\n", files),
  ])
  func `any byte, any name and any order of the files is another tree`(_ tree: String, _ files: [String: String]) {
    #expect(!Self.seal.matches(Self.sources(files, tree: tree), engine: "0.1.0"))
  }

  /// The digest as the documentation puts it, from the files of a folder.
  @Test func `the digest of files is over the number, then length and bytes of every path and text`() {
    func length(_ count: Int) -> [UInt8] { (0..<8).map { UInt8(truncatingIfNeeded: count >> (56 - 8 * $0)) } }
    let all = [("fruit.yaml", Self.tree), ("a.yaml", Self.files["a.yaml"]!), ("b.yaml", Self.files["b.yaml"]!)]
    let bytes = all.reduce(length(3)) { bytes, file in
      let (path, text) = (Array(file.0.utf8), Array(file.1.utf8))
      return bytes + length(path.count) + path + length(text.count) + text
    }
    #expect(Digest(of: Self.sources(Self.files)) == Digest(of: bytes))
  }

  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "sealed-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }

  @Test func `a seal does not know where the tree and its libraries lie`() throws {
    try withFolder { folder in
      for place in ["/here", "/there/deep"] {
        try FileManager.default.createDirectory(atPath: folder + place + "/own", withIntermediateDirectories: true)
        try FileManager.default.createDirectory(atPath: folder + place + "/clinic", withIntermediateDirectories: true)
        try Data("backtalk: 1\nuses: [own/a.yaml, b.yaml]\n".utf8).write(
          to: URL(filePath: folder + place + "/fruit.yaml"))
        try Data("backtalk: 1\n".utf8).write(to: URL(filePath: folder + place + "/own/a.yaml"))
        try Data("backtalk: 1\nfacts: {}\n".utf8).write(to: URL(filePath: folder + place + "/clinic/b.yaml"))
      }
      let digests = ["/here", "/there/deep", "/there/../here"].map { place in
        let path = folder + place
        return Digest(of: Loader().load(path: path + "/fruit.yaml", libraries: [path + "/clinic"]).map.sources)
      }
      #expect(Set(digests).count == 1)
    }
  }

  @Test func `what is written is read again`() throws {
    #expect(
      Self.seal.text == """
        backtalk-seal: 1
        engine: 0.1.0
        files: \(Self.seal.files.text)
        verdict: proven
        day: 2026-11-25

        """)
    #expect(Seal(Self.seal.text) == Self.seal)
    #expect(Seal(Self.seal.text.replacing("\n", with: "\r\n")) == Self.seal)
    try withFolder { folder in
      #expect(try Seal.read(beside: folder + "/fruit.yaml") == nil)
      try Self.seal.write(beside: folder + "/fruit.yaml")
      #expect(try Seal.read(beside: folder + "/fruit.yaml") == Self.seal)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["fruit.seal"])
    }
  }

  @Test(arguments: [
    "", "backtalk-seal: 1\n", seal.text + "more: x\n", seal.text.replacing("seal: 1", with: "seal: 2"),
    seal.text.replacing("0.1.0", with: "0.1 0"), seal.text.replacing("proven", with: ""),
    seal.text.replacing("proven", with: "\u{1B}[2J"), seal.text.replacing("2026-11-25", with: "2026-11-31"),
    seal.text.replacing("files: ", with: "files: 0"), seal.text.replacing("engine", with: "verdict"),
    String(seal.text.dropFirst()), String(seal.text.dropLast(4)),
  ])
  func `a damaged seal is none, and says so`(_ text: String) throws {
    #expect(Seal(text) == nil)
    try withFolder { folder in
      try Data(text.utf8).write(to: URL(filePath: folder + "/fruit.seal"))
      let failure = #expect(throws: Seal.Unusable.self) { try Seal.read(beside: folder + "/fruit.yaml") }
      #expect(failure?.path == folder + "/fruit.seal")
      #expect(failure?.reason == "it is damaged, or of another version; seal the tree again")
    }
  }
}
