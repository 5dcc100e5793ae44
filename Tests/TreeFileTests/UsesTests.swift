import Foundation
import Testing

@testable import TreeFile

@Suite struct UsesTests {
  /// A tree that uses some files, one a line.
  private static func tree(using paths: [String]) -> String {
    """
    backtalk: 1
    id: fruit
    title: Which fruit
    version: 1.0.0
    language: en
    levels: [later, now]
    start: opening
    stuck: done
    uses:
    \(paths.map { "  - \($0)" }.joined(separator: "\n"))
    sections:
      opening:
        - ask: ripe
        - decide:
            - end: done
    outcomes:
      done:
        level: now
        title: Done
        say: Enjoy it.

    """
  }

  private static let question = "questions:\n  ripe:\n    ask: Is it ripe?\n    type: yes-no\n"

  /// Loads a tree from a new folder `trees`, beside which any file may stand.
  private func load(
    _ files: [String: String], links: [String: String] = [:], libraries: [String] = []
  ) throws -> [String] {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path + "/"
    defer { try? FileManager.default.removeItem(atPath: root) }
    for (path, text) in files {
      try makeFolder(of: root + path)
      try Data(text.utf8).write(to: URL(fileURLWithPath: root + path))
    }
    for (path, target) in links {
      try makeFolder(of: root + path)
      try FileManager.default.createSymbolicLink(atPath: root + path, withDestinationPath: target)
    }
    let loaded = Loader().load(path: root + "trees/fruit.yaml", libraries: libraries.map { root + $0 })
    return loaded.diagnostics.map { diagnostic in
      let position = loaded.map.sources.position(of: diagnostic.span)
      return "\(position.file.dropFirst(root.count)):\(position.line) \(diagnostic.code.rawValue)"
    }
  }

  private func makeFolder(of path: String) throws {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  @Test func `all parts of a tree may stand in the files that it uses`() throws {
    let parts = Self.tree(using: ["parts.yaml"]).components(separatedBy: "sections:\n")
    let found = try load([
      "trees/fruit.yaml": parts[0],
      "trees/parts.yaml": Self.question + "sections:\n" + parts[1] + """
        alarms:
          wasp: {hears: [it stings], end: done}
        guarantees:
          - name: It is done
            then: ends in [done]
        about:
          emergency_number: "112"

        """,
    ])
    #expect(found == [])
  }

  @Test func `alarms and guarantees stand in the order of the files, what a file uses behind its own`() throws {
    func parts(_ name: String, using other: String? = nil) -> String {
      (other.map { "uses: [\($0)]\n" } ?? "") + """
        alarms:
          \(name): {hears: [\(name)], end: done}
        guarantees:
          - name: \(name)
            then: ends in [done]

        """
    }
    let files = GivenFiles([
      "one.yaml": parts("one", using: "three.yaml"), "two.yaml": parts("two"), "three.yaml": parts("three"),
    ])
    let tree = Self.tree(using: ["one.yaml", "two.yaml", "three.yaml"]) + Self.question + parts("own")
    let grammar = try #require(Loader().load(tree, named: "fruit.yaml", files: files).tree?.grammar)
    #expect(grammar.alarms.map(\.name) == ["own", "one", "three", "two"])
    #expect(grammar.guarantees.map(\.name) == ["own", "one", "three", "two"])
  }

  @Test func `a section that two files define is told at the second`() throws {
    let found = try load([
      "trees/fruit.yaml": Self.tree(using: ["parts.yaml"]),
      "trees/parts.yaml": Self.question + "sections:\n  opening:\n    - decide:\n        - end: done\n",
    ])
    #expect(found == ["trees/parts.yaml:6 defined-twice"])
  }

  @Test func `a number to call is set once over all files`() throws {
    let found = try load([
      "trees/fruit.yaml": Self.tree(using: ["one.yaml", "other.yaml"]),
      "trees/one.yaml": Self.question + "about:\n  crisis_line: \"116 123\"\n",
      "trees/other.yaml": "about:\n  crisis_line: \"116 124\"\n",
    ])
    #expect(found == ["trees/other.yaml:2 defined-twice"])
  }

  @Test func `a file that is used says nothing else about the tree`() throws {
    let found = try load([
      "trees/fruit.yaml": Self.tree(using: ["one.yaml"]),
      "trees/one.yaml": Self.question + "about:\n  review_due: 2027-11-01\n",
    ])
    #expect(found == ["trees/one.yaml:6 unknown-key"])
  }

  @Test func `a file may be used from a folder below, and use its neighbours`() throws {
    let found = try load([
      "trees/fruit.yaml": Self.tree(using: ["parts/all.yaml"]),
      "trees/parts/all.yaml": "uses: [more/questions.yaml]\n",
      "trees/parts/more/questions.yaml": "uses: [../../facts.yaml]\n" + Self.question,
      "trees/facts.yaml": "facts:\n  sweet: ripe is yes\n",
    ])
    #expect(found == [])
  }

  @Test func `a file that is used twice is read once`() throws {
    let found = try load([
      "trees/fruit.yaml": Self.tree(using: ["a.yaml", "b.yaml", "./a.yaml"]),
      "trees/a.yaml": "uses: [questions.yaml]\n",
      "trees/b.yaml": "uses: [questions.yaml]\n",
      "trees/questions.yaml": Self.question,
    ])
    #expect(found == [])
  }

  @Test func `a library's folder is searched after the tree's own`() throws {
    let files = [
      "trees/fruit.yaml": Self.tree(using: ["questions.yaml"]),
      "kitchen/questions.yaml": Self.question,
    ]
    #expect(try load(files) == ["trees/fruit.yaml:10 library-missing"])
    #expect(try load(files, libraries: ["empty", "kitchen"]) == [])
  }

  @Test(arguments: ["../kitchen/questions.yaml", "/etc/hostname", "a/../../kitchen/questions.yaml", "..", "."])
  func `a path that leaves the folder is refused`(_ path: String) throws {
    let found = try load([
      "trees/fruit.yaml": Self.tree(using: [path]),
      "kitchen/questions.yaml": Self.question,
    ])
    #expect(found == ["trees/fruit.yaml:10 library-outside"])
  }

  @Test func `a link out of the folder is refused, and one within it is followed`() throws {
    let files = [
      "trees/fruit.yaml": Self.tree(using: ["link.yaml"]),
      "trees/parts/questions.yaml": Self.question,
      "kitchen/questions.yaml": Self.question,
    ]
    let out = try load(files, links: ["trees/link.yaml": "../kitchen/questions.yaml"])
    #expect(out == ["trees/fruit.yaml:10 library-outside"])
    #expect(try load(files, links: ["trees/link.yaml": "parts/questions.yaml"]) == [])
  }

  @Test func `a name defined in two files shows both places`() throws {
    let files = GivenFiles(["a.yaml": Self.question, "b.yaml": "# Another.\n" + Self.question])
    let loaded = Loader().load(Self.tree(using: ["a.yaml", "b.yaml"]), named: "fruit.yaml", files: files)
    #expect(
      loaded.report == """
        error[defined-twice]: the name "ripe" of this question is already taken
          --> b.yaml:3:3
            |
          3 |   ripe:
            |   ^^^^
          ::: a.yaml:2:3
            |
          2 |   ripe:
            |   ---- first defined here
            = give one of the two another name

        """)
  }

  @Test func `a circle of files names every member`() {
    let files = GivenFiles([
      "a.yaml": "uses: [b.yaml]\n", "b.yaml": "uses: [c.yaml]\n", "c.yaml": "uses: [fruit.yaml]\n" + Self.question,
    ])
    let loaded = Loader().load(Self.tree(using: ["a.yaml"]), named: "fruit.yaml", files: files)
    #expect(loaded.diagnostics.map(\.code) == [.circleOfUses])
    #expect(loaded.diagnostics.first?.message.hasSuffix("fruit.yaml → a.yaml → b.yaml → c.yaml → fruit.yaml") == true)
    #expect(loaded.diagnostics.first?.labels.count == 3)
  }

  @Test func `a file that links lead to on many ways is read once`() throws {
    let found = try load(
      [
        "trees/fruit.yaml": Self.tree(using: ["l/x.yaml", "m/x.yaml"]),
        "trees/x.yaml": "uses: [l/y.yaml, m/y.yaml, l/m/y.yaml]\n",
        "trees/y.yaml": Self.question,
      ], links: ["trees/l": ".", "trees/m": "."])
    #expect(found == [])
  }

  @Test func `a file that is reached in two folders is read once`() throws {
    let files = [
      "trees/fruit.yaml": Self.tree(using: ["parts/questions.yaml", "questions.yaml"]),
      "trees/parts/questions.yaml": Self.question,
    ]
    #expect(try load(files, libraries: ["trees/parts"]) == [])
  }

  @Test func `a circle over two folders of libraries is found`() throws {
    let files = [
      "trees/fruit.yaml": Self.tree(using: ["a.yaml"]),
      "kitchen/a.yaml": "uses: [b.yaml]\n" + Self.question,
      "cellar/b.yaml": "uses: [a.yaml]\n",
    ]
    #expect(try load(files, libraries: ["kitchen", "cellar"]) == ["cellar/b.yaml:1 circle-of-uses"])
  }

  @Test func `a long chain of files is read, and one that is too long is refused`() {
    func codes(chain length: Int) -> [Code] {
      var texts: [String: String] = [:]
      for number in 1..<length { texts["\(number).yaml"] = "uses: [\(number + 1).yaml]\n" }
      texts["\(length).yaml"] = Self.question
      let loaded = Loader().load(
        Self.tree(using: ["1.yaml"]), named: "fruit.yaml", files: GivenFiles(texts))
      return loaded.diagnostics.map(\.code)
    }
    #expect(codes(chain: 1000) == [])
    #expect(codes(chain: 1001) == [.tooManyFiles])
  }

  @Test func `files that are too large together are refused`() {
    let files = GivenFiles(["a.yaml": Self.question, "b.yaml": "# \(String(repeating: "b", count: 400))\n"])
    let tree = Self.tree(using: ["a.yaml", "b.yaml"])
    let loaded = Loader(limits: Limits(total: tree.utf8.count + 300)).load(tree, named: "fruit.yaml", files: files)
    #expect(loaded.diagnostics.map(\.code) == [.tooLarge])
    #expect(loaded.report.contains("together"))
  }

  @Test func `a path that was refused as an alias is not refused again`() {
    let loaded = Loader().load(Self.tree(using: ["*a"]), named: "fruit.yaml")
    #expect(loaded.diagnostics.map(\.code) == [.alias])
  }

  @Test func `while a file is missing, names that it could define are not missed`() {
    let loaded = Loader().load(Self.tree(using: ["questions.yaml"]), named: "fruit.yaml")
    #expect(loaded.diagnostics.map(\.code) == [.libraryMissing])
  }

  @Test(arguments: ["id: pears", "title: Pears", "levels: [low]", "start: opening", "stuck: done", "on_behalf: never"])
  func `a used file may not say what there is one of`(_ line: String) {
    let files = GivenFiles(["a.yaml": Self.question + line + "\n"])
    let loaded = Loader().load(Self.tree(using: ["a.yaml"]), named: "fruit.yaml", files: files)
    #expect(loaded.diagnostics.map(\.code) == [.unknownKey])
  }

  @Test func `a tree that is not there is refused by name`() {
    let loaded = Loader().load(path: "/nowhere/fruit.yaml")
    #expect(loaded.report.contains("error[unreadable-file]: this file cannot be read: there is no such file"))
    #expect(loaded.report.contains("/nowhere/fruit.yaml"))
  }
}
