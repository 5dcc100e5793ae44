import Foundation
import TestSupport
import Testing
import TreeFile
import Triage

@testable import SignOff

/// The file of signatures, and what it says of a tree.
@Suite struct SignedFileTests {
  static let grammar = Trees.grammar(Trees.everything)
  static let ann = Reviewer("Dr Ann O'Neil-Åström")!
  static let bo = Reviewer("Bo")!
  static let monday = WrittenDay("2026-11-23")!
  static let tuesday = WrittenDay("2026-11-24")!

  private static func signed(
    _ selection: SignedFile.Selection = .all, by reviewer: Reviewer = ann, on day: WrittenDay = monday
  ) -> SignedFile {
    var file = SignedFile()
    _ = file.sign(selection, of: grammar, by: reviewer, on: day)
    return file
  }

  private static func read(_ text: String) -> SignedFile { SignedFile(reading: Array(text.utf8)) }

  // MARK: Signing

  @Test func `what is written is read again`() {
    let file = Self.signed()
    #expect(file.signatures.count == 8)
    let again = Self.read(file.text)
    #expect(again == file)
    #expect(again.text == file.text)
  }

  @Test func `a signature is a line that can be read`() {
    let file = Self.signed(.these([.section("second")]))
    let digest = Self.grammar.partDigests.first { $0.part == .section("second") }!.digest.text
    #expect(file.text.hasPrefix("backtalk-signed: 1\n# Who has read"))
    #expect(file.text.hasSuffix("\n\nsection second 2026-11-23 \(digest) Dr Ann O'Neil-Åström\n"))
  }

  @Test func `the order of a file depends on nothing but its signatures`() {
    var one = Self.signed(.these([.alarms, .head]))
    _ = one.sign(.all, of: Self.grammar, by: Self.bo, on: Self.tuesday)
    var other = Self.signed(by: Self.bo, on: Self.tuesday)
    _ = other.sign(.these([.head]), of: Self.grammar, by: Self.ann, on: Self.monday)
    _ = other.sign(.these([.alarms]), of: Self.grammar, by: Self.ann, on: Self.monday)
    #expect(one.text == other.text)
    #expect(one.signatures.map(\.part.text).first == "head")
  }

  @Test func `unless it is said what, all is signed that nobody has signed as it is`() {
    var file = Self.signed(.these([.head, .section("second")]))
    #expect(
      file.sign(.unsigned, of: Self.grammar, by: Self.bo, on: Self.tuesday)
        == [.section("opening"), .alarms, .guarantees, .stretches, .sources, .providers])
    #expect(file.sign(.unsigned, of: Self.grammar, by: Self.bo, on: Self.tuesday) == [])
  }

  @Test func `a part can be signed by several people`() {
    var file = Self.signed()
    _ = file.sign(.all, of: Self.grammar, by: Self.bo, on: Self.tuesday)
    let head = file.state(of: Self.grammar).parts[0]
    #expect(head.signatures.map(\.reviewer) == [Self.bo, Self.ann])
    #expect(head.words == "head: signed by Bo on 2026-11-24; signed by Dr Ann O'Neil-Åström on 2026-11-23")
  }

  @Test func `a later signature of the same person replaces the earlier one`() {
    var file = Self.signed()
    _ = file.sign(.these([.head]), of: Self.grammar, by: Self.ann, on: Self.tuesday)
    #expect(file.signatures.count == 8)
    #expect(file.signatures.filter { $0.day == Self.tuesday }.map(\.part) == [.head])
  }

  // MARK: State

  @Test func `an edit voids the signatures of what it touched and leaves the others`() {
    let file = Self.signed()
    var grammar = Self.grammar
    grammar.alarms[0].hears.append("it wriggles")
    let state = file.state(of: grammar)
    #expect(state.parts.filter { $0.standing != .signed }.map(\.part) == [.alarms])
    #expect(state.parts.first { $0.part == .alarms }?.standing == .changed)
    #expect(state.words.contains("alarms: changed since Dr Ann O'Neil-Åström signed it on 2026-11-23\n"))
    #expect(state.summary == "Of the 8 parts, signed: 7; changed since they were signed: 1; never signed: 0.")
    #expect(state.review == .some)
  }

  @Test func `what is changed back is signed again`() {
    let file = Self.signed()
    var grammar = Self.grammar
    grammar.title = "Other"
    #expect(file.state(of: grammar).review == .some)
    grammar.title = Self.grammar.title
    #expect(file.state(of: grammar).review == .all(by: [Self.ann], last: Self.monday))
  }

  @Test func `a part that is gone keeps its signature, and it is said`() {
    var grammar = Self.grammar
    grammar.sections[1].name = "later"
    let state = Self.signed().state(of: grammar)
    #expect(state.gone.map(\.part) == [.section("second")])
    #expect(state.parts.first { $0.part == .section("later") }?.standing == .unsigned)
    #expect(
      state.words.contains(
        "section second: signed by Dr Ann O'Neil-Åström on 2026-11-23; it is no longer in the tree\n"))
  }

  @Test func `where nobody has signed, that is what is said`() {
    let state = SignedFile().state(of: Self.grammar)
    #expect(state.review == .none)
    #expect(state.words.hasPrefix("head: not signed\nsection opening: not signed\n"))
    #expect(state.words.hasSuffix("\n\nNone of the 8 parts is signed.\n"))
    #expect(Self.signed().state(of: Self.grammar).summary == "All 8 parts are signed.")
  }

  @Test func `a tree is reviewed by those who signed all of it, or else by all who signed`() {
    var file = Self.signed()
    _ = file.sign(.these([.head]), of: Self.grammar, by: Self.bo, on: Self.tuesday)
    #expect(file.state(of: Self.grammar).review == .all(by: [Self.ann], last: Self.monday))

    var shared = Self.signed(.these([.alarms]), by: Self.bo, on: Self.tuesday)
    #expect(shared.state(of: Self.grammar).review == .some)
    _ = shared.sign(.unsigned, of: Self.grammar, by: Self.ann, on: Self.monday)
    #expect(shared.state(of: Self.grammar).review == .all(by: [Self.bo, Self.ann], last: Self.tuesday))
  }

  // MARK: Damage

  static let line = signed(.these([.head])).text.split(separator: "\n").last!
  static let digest = line.split(separator: " ")[2]

  @Test(arguments: [
    ("head", SignedFile.Mistake.Kind.noDay("")),
    ("head 2026-11-31 \(digest) Ann", .noDay("2026-11-31")),
    ("head 2026-11-23 \(digest.dropLast()) Ann", .noDigest(String(digest.dropLast()))),
    ("head 2026-11-23 \(digest)", .noName("")),
    ("head 2026-11-23 \(digest) 12", .noName("12")),
    ("head 2026-11-23 \(digest) A\u{1B}[2J", .noName("A\u{1B}[2J")),
    ("head 2026-11-23 \(digest) A\u{202E}B", .noName("A\u{202E}B")),
    ("head 2026-11-23 \(digest) A\tB", .noName("A\tB")),
    ("feet 2026-11-23 \(digest) Ann", .unknownPart("feet")),
    ("section 2026-11-23 \(digest) Ann", .noDay(String(digest))),
    ("section ../x 2026-11-23 \(digest) Ann", .unknownPart("section")),
    ("<<<<<<< HEAD", .unknownPart("<<<<<<<")),
    ("backtalk-signed: 1", .unknownPart("backtalk-signed:")),
  ])
  func `a damaged line is told with its number, and the others count`(
    _ damaged: String, _ kind: SignedFile.Mistake.Kind
  ) {
    let file = Self.read("backtalk-signed: 1\n\n\(damaged)\n\(Self.line)\n")
    #expect(file.mistakes == [SignedFile.Mistake(kind: kind, line: 3)])
    #expect(file.signatures.map(\.part) == [.head])
    #expect(file.report(of: "fruit.signed").hasPrefix("fruit.signed:3: "))
    #expect(file.report(of: "fruit.signed").contains("version that was whole"))
  }

  @Test func `bytes that are no text are told with their line`() {
    let file = SignedFile(reading: Array("backtalk-signed: 1\nhead ".utf8) + [0xFF, 0x0A] + Array("\(Self.line)".utf8))
    #expect(file.mistakes == [SignedFile.Mistake(kind: .notText, line: 2)])
    #expect(file.signatures.count == 1)
  }

  @Test func `without its first line a file is damaged, and what stands in it counts`() {
    #expect(Self.read("").mistakes == [SignedFile.Mistake(kind: .lacksVersion, line: 1)])
    let file = Self.read("# A remark\n\(Self.line)\n")
    #expect(file.mistakes == [SignedFile.Mistake(kind: .lacksVersion, line: 2)])
    #expect(file.signatures.count == 1)
  }

  @Test func `of a file of another version nothing counts`() {
    let file = Self.read("backtalk-signed: 2\n\(Self.line)\n")
    #expect(file.mistakes == [SignedFile.Mistake(kind: .unknownVersion("2"), line: 1)])
    #expect(file.signatures == [])
  }

  @Test func `layout and remarks are no damage, and remarks are kept`() {
    let spaced = Self.line.replacing(" ", with: "   ", maxReplacements: 3)
    let text = "\u{FEFF}backtalk-signed:1\r\n# Mine\r\n\r\n  \(spaced)  \r\n"
    let file = Self.read(text)
    #expect(file.mistakes == [])
    #expect(file.signatures == Self.signed(.these([.head])).signatures)
    #expect(file.remarks == ["# Mine"])
    #expect(file.text == "backtalk-signed: 1\n# Mine\n\n\(Self.line)\n")
  }

  @Test func `no damage done to a file brings the reader down or lets a hidden character through`() {
    let text = Array(Self.signed().text.utf8)
    let whole = Set(Self.signed().signatures)
    var random = RandomSource(seed: 1)
    for _ in 0..<500 {
      var damaged = text
      let place = Int.random(in: 0..<damaged.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: damaged[place] = UInt8.random(in: 0...255, using: &random)
      case 1: damaged.removeSubrange(place...)
      default: damaged.insert(UInt8.random(in: 0...255, using: &random), at: place)
      }
      let file = SignedFile(reading: damaged)
      let new = file.signatures.filter { !whole.contains($0) }
      #expect(new.count <= 1)
      #expect(new.allSatisfy { Visible.harmless($0.reviewer.name) == $0.reviewer.name })
    }
  }

  @Test func `of very many mistakes the first are told and the others counted`() {
    let file = Self.read("backtalk-signed: 1\n" + String(repeating: "x\n", count: 1_000))
    #expect(file.mistakes.count == 1_000)
    #expect(file.report(of: "f").split(separator: "\n").count == 22)
    #expect(file.report(of: "f").contains("and 980 more\n"))
  }

  // MARK: Names

  @Test(arguments: [
    "Ann", "Dr A. Example", "  Ann  ", "李雷", "Zoë Müller-Lüdenscheidt (SHO)", String(repeating: "n", count: 100),
  ])
  func `whatever is a line of visible text is a name`(_ text: String) throws {
    let reviewer = try #require(Reviewer(text))
    #expect(reviewer.name == text.trimmingCharacters(in: .whitespaces))
    #expect(Self.read(Self.signed(by: reviewer).text).signatures.allSatisfy { $0.reviewer == reviewer })
  }

  @Test(arguments: [
    "", "   ", "...", "42", "Ann\nhead 2026-11-23 \(digest) Bo", "Ann\r", "Ann\u{1B}[31m", "Ann\u{7}", "Ann\u{0}",
    "\u{202E}nnA", "A\u{200B}nn", "A\u{AD}nn", "A\u{A0}nn", "A\u{2028}nn", "A\u{3000}nn", "A\tnn", "\u{FEFF}Ann",
    String(repeating: "n", count: 101),
  ])
  func `what hides, acts or has no letter is no name`(_ text: String) {
    #expect(Reviewer(text) == nil)
  }

  // MARK: On disk

  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "signed-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }

  @Test func `signatures lie beside the tree and are replaced as a whole`() throws {
    try withFolder { folder in
      let tree = folder + "/fruit.yaml"
      #expect(try SignedFile(beside: tree) == SignedFile())
      try Self.signed().write(beside: tree)
      try Self.signed(.these([.head])).write(beside: tree)
      #expect(try SignedFile(beside: tree) == Self.signed(.these([.head])))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["fruit.signed"])
    }
  }

  @Test func `a place that cannot be written or read says why, and nothing is lost`() throws {
    try withFolder { folder in
      let tree = folder + "/fruit.yaml"
      try FileManager.default.createDirectory(atPath: folder + "/fruit.signed", withIntermediateDirectories: true)
      let reason = "it is a folder, and a file is wanted"
      #expect(throws: UnusableSignatures(path: folder + "/fruit.signed", reason: reason)) {
        try SignedFile(beside: tree)
      }
      let failure = #expect(throws: UnusableSignatures.self) { try Self.signed().write(beside: tree) }
      #expect(failure?.path == folder + "/fruit.signed")
      #expect(throws: UnusableSignatures.self) { try Self.signed().write(beside: folder + "/missing/fruit.yaml") }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["fruit.signed"])
    }
  }

  @Test func `a file too large to be one is not read`() throws {
    try withFolder { folder in
      try Data(count: SignedFile.limit + 1).write(to: URL(filePath: folder + "/fruit.signed"))
      #expect(throws: UnusableSignatures(path: folder + "/fruit.signed", reason: "it has more than 1048576 bytes")) {
        try SignedFile(beside: folder + "/fruit.yaml")
      }
    }
  }

  @Test(arguments: [("a/fruit.yaml", "a/fruit.signed"), ("fruit.yml", "fruit.signed"), ("fruit", "fruit.signed")])
  func `the name of the file is the tree's`(_ tree: String, _ path: String) {
    #expect(SignedFile.path(beside: tree) == path)
  }
}
