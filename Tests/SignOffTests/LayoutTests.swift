import SignOff
import Testing
import Triage

@testable import SignOff

/// What an edit of a file does to the digests of its parts.
@Suite struct LayoutTests {
  private static let text = Trees.everythingText

  /// The entries of a file, or of one of its mappings: every line at the margin with what is indented below it.
  private static func entries(of text: some StringProtocol, margin: String = "") -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).reduce(into: []) { entries, line in
      let rest = line.dropFirst(margin.count)
      let begins = line.hasPrefix(margin) && rest.first.map { !" #".contains($0) } ?? false
      if begins || entries.isEmpty { entries.append(line + "\n") } else { entries[entries.count - 1] += line + "\n" }
    }
  }

  private static func digests(_ text: String, files: [String: String] = [:]) -> [TreePart: Digest]? {
    Trees.grammar(of: text, files: files).map { grammar in
      Dictionary(uniqueKeysWithValues: grammar.partDigests.map { ($0.part, $0.digest) })
    }
  }

  private static func moved() -> (text: String, files: [String: String]) {
    let entries = entries(of: text)
    let parts = [
      "questions:", "facts:", "scores:", "alarms:", "sections:", "stretches:", "programmes:", "outcomes:",
      "guarantees:", "sources:", "providers:", "word_groups:",
    ]
    let isMoved = { (entry: String) in parts.contains { entry.hasPrefix($0) } }
    let tree = entries.filter { !isMoved($0) }.joined() + "uses: [parts.yaml]\n"
    return (tree, ["parts.yaml": "backtalk: 1\n" + entries.filter(isMoved).joined()])
  }

  private static func questionsReversed() -> String {
    entries(of: text).map { entry in
      guard entry.hasPrefix("questions:\n") else { return entry }
      let questions = entries(of: entry.dropFirst("questions:\n".count), margin: "  ")
      return "questions:\n" + questions.reversed().joined()
    }.joined()
  }

  static let layouts: [(name: String, text: String, files: [String: String])] = [
    ("comments and empty lines", entries(of: text).map { "\n# A remark\n" + $0 + "\n" }.joined(), [:]),
    ("line ends", text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n"), [:]),
    ("a byte-order mark", "\u{FEFF}" + text, [:]),
    ("quotes", text.replacing("title: Eat it", with: "title: 'Eat it'"), [:]),
    (
      "a list in another style",
      text.replacing("[it moves, something crawls]", with: "\n      - it moves\n      - something crawls"), [:]
    ),
    ("a number in other digits", text.replacing("times: 0.5", with: "times: 0.50"), [:]),
    ("the same length of time", text.replacing("review: 1 day", with: "review: 24 hours"), [:]),
    ("a folded text", text.replacing("say: Put it away.", with: "say: >\n      Put\n      it away."), [:]),
    ("the order of the keys", entries(of: text).reversed().joined(), [:]),
    ("the order of the questions", questionsReversed(), [:]),
    ("another file", moved().text, moved().files),
  ]

  @Test(arguments: layouts)
  func `layout changes no digest`(_ name: String, _ text: String, _ files: [String: String]) throws {
    #expect(text != Self.text)
    let digests = try #require(Self.digests(text, files: files), "\(name) is refused")
    #expect(digests == Self.digests(Self.text))
  }

  private static func section(_ name: String) -> TreePart { .section(name) }

  /// Edits of the file, with what they touch as somebody sees it who knows the tree.
  static let edits: [(before: String, after: String, touched: Set<TreePart>)] = [
    ("Cut away from", "Never cut towards", [.stretches]),
    ("title: \"What to do with a fruit: all of it\"", "title: Fruit", [.head]),
    ("was: someday", "was: sometime", [.head]),
    ("- say: Let us look at it.", "- say: Let us see.", [section("opening")]),
    ("because: Nobody knows.", "because: Who knows?", [section("opening")]),
    ("say: Thank you.", "say: Thanks.", [section("second")]),
    ("say: Put it away.", "say: Put it in a box.", [section("second")]),
    ("say: We do not know.", "say: We know nothing.", [.head, section("second")]),
    ("within: 2 weeks", "within: 3 weeks", [section("second")]),
    ("say: At once.", "say: Now.", [.alarms]),
    ("hears: [it hisses, ", "hears: [it rattles, ", [.alarms]),
    (
      "pound: [pound, pounds, lb]", "pound: [pound, pounds]",
      [.alarms, section("opening"), section("second"), .guarantees]
    ),
    ("say_for_other: They should", "say_for_other: They must", [section("second")]),
    ("name: It ends", "name: It always ends", [.guarantees]),
    ("name: Peel it", "name: Take the peel off", [.stretches, section("second")]),
    ("title: A book of fruit", "title: The book of fruit", [.sources]),
    ("phone: 01 23", "phone: 01 24", [.providers]),
    ("step: 0.25", "step: 0.125", [section("opening"), section("second"), .guarantees]),
    ("means: It is fresh.", "means: It keeps.", [.guarantees]),
    ("points: 2\n    - add", "points: 3\n    - add", [section("second")]),
    ("hears: [golden, lemon]", "hears: [golden]", [section("second"), .guarantees]),
    (
      "plainer: 'Is there a bite in it? It''s easy to miss.'", "plainer: Bitten?",
      [section("opening"), section("second"), .alarms, .guarantees, .stretches]
    ),
    (
      "ask: Is the fruit yours?", "ask: Is it yours?",
      [.head, section("opening"), section("second"), .guarantees, .stretches]
    ),
  ]

  @Test(arguments: edits)
  func `an edit touches what its author expects`(_ before: String, _ after: String, _ touched: Set<TreePart>) throws {
    #expect(Self.text.ranges(of: before).count == 1)
    let old = try #require(Self.digests(Self.text))
    let new = try #require(Self.digests(Self.text.replacing(before, with: after)))
    #expect(old.keys == new.keys)
    #expect(Set(old.keys.filter { old[$0] != new[$0] }) == touched)
  }

  @Test func `a question that nothing uses is a part of its own and touches no other`() throws {
    let added = Self.text.replacing(
      "questions:\n", with: "questions:\n  sliced:\n    ask: Is it sliced?\n    type: yes-no\n\n")
    var new = try #require(Self.digests(added))
    #expect(new.removeValue(forKey: .rest) != nil)
    #expect(new == Self.digests(Self.text))
  }

  @Test func `alarms and guarantees are parts where there are none, so that nobody takes them away unseen`() throws {
    let bare = Self.entries(of: Self.text).filter { !$0.hasPrefix("alarms:") && !$0.hasPrefix("guarantees:") }.joined()
    let new = try #require(Self.digests(bare))
    let old = try #require(Self.digests(Self.text))
    #expect(new[.alarms] != nil && new[.alarms] != old[.alarms])
    #expect(new[.guarantees] != nil && new[.guarantees] != old[.guarantees])
  }

  /// The file as it was before the format had patterns, groups of words, and outcomes for somebody else.
  private static func withoutPatterns(_ text: String) -> String {
    let lines = text.replacing(", \"#2-3.5 {pound} of snake\"", with: "").split(separator: "\n")
    let isNew = { (line: Substring) in
      line.contains("_for_other: ") || line.hasPrefix("    hears: [") && line.contains("{")
    }
    let old = lines.filter { !isNew($0) }.map { $0 + "\n" }.joined()
    return entries(of: old).filter { !$0.hasPrefix("word_groups:") }.joined()
  }

  /// What was signed with an earlier version of the program has to be found unchanged. Where this fails, it is the
  /// program that has to be mended, or the version of the file of signatures has to be another.
  @Test func `digests are the same for all time`() throws {
    let first = Self.withoutPatterns(Self.text)
    let rules = try #require(Self.entries(of: first).first { $0.hasPrefix("stretching_rules:") })
    let now = try #require(Self.digests(Self.text))
    #expect(now[.alarms]?.text == "84dba2c709bcd0fa2c700f7be1d23cf40e0ba678008c2a3804cdf78f6ab1cbf9")
    let all = try #require(Self.digests(first))
    #expect(all[.stretches]?.text == "b487d87d262f9e94c2b3be45c0f04417e5f60bf96ec7eafb0e4d91ad6769b6d1")
    let grammar = try #require(Trees.grammar(of: first.replacing(rules, with: "")))
    let digests = grammar.partDigests.map { "\($0.part.text) \($0.digest.text)" }
    #expect(
      digests == [
        "head 97ec0d4e78348190fd65b58599d9e4e1216d4daef9ecfe7c0c744fbc6398b2b4",
        "section opening 0e028afbf0ba50e668461d4d6c5f0e7e63185800aabe5010c8309b4f45902a10",
        "section second 4009986fb79d197c6f2cb69aab7c075942ae3cfe26401e68bf1cf377a9f9e8e1",
        "alarms a5e4e00e363e0b26c4f6de277296d841793088d269795210ca1963910061791b",
        "guarantees 67b863ce2371ad563077fb72712f4e32ac6bb7478a0bfb8425eac23899481ad6",
        "stretches e1ff8dd71c838ca9a1151516baa26da3f24357a12694937e7468708322acc23f",
        "sources e703f7f0d45d082d69834e8da55f0221b30af967208fcdb2ddd89593648e39f6",
        "providers e7648c38e27b96bd0927d78d2318f9b930deb32c20e6212decd8f149bb97d222",
      ])
  }

  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (String(repeating: "a", count: 1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
  ])
  func `a digest is the SHA-256 of its bytes`(_ text: String, _ digest: String) {
    #expect(Digest(of: Array(text.utf8)).text == digest)
  }

  @Test(arguments: [
    "", "é", String(repeating: "g", count: 64), String(repeating: "a", count: 63),
    "é" + String(repeating: "a", count: 62),
  ])
  func `only 64 hexadecimal digits are a digest`(_ text: String) {
    #expect(Digest(text) == nil)
  }
}
