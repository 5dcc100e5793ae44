import Foundation
import Testing
import TreeFile

@testable import Reports

/// What a tree says of itself is only ever shown.
@Suite struct HostileTests {
  /// Breaks the line, and is a tag, the end of a string, a link and a gap to be filled in elsewhere.
  static let name = #"\n<script>alert(1)</script> \"; [here](https://example.org) {0}"#
  /// Rings, renames the window, and turns what follows around.
  static let acting: Set<Unicode.Scalar> = ["\u{1B}", "\u{7}", "\u{202E}"]

  static let text = FindingTests.tree(
    questions: FindingTests.mould, sections: FindingTests.deciding,
    more: """
      alarms:
        wasp:
          hears: ["\(name.replacing("{0}", with: "0"))"]
          asks: [mould]
          if: mould is yes
          end: ask-somebody
      guarantees:
        - name: "\(name)"
          if: mould is yes
          then: ends in [throw-away]
      """)

  static let check = TreeCheck(text, named: "\u{1B}]0;x\u{7}\u{202E}.yaml")

  static func acts(_ text: String) -> Bool { text.unicodeScalars.contains { acting.contains($0) } }

  @Test func `nothing in a tree acts on the terminal of who is told about it`() {
    #expect(Self.check.findings.map(\.rule) == [.guaranteeBroken], "\(Self.check.said)")
    #expect(!Self.acts(Self.check.text(isVerbose: true)))
    #expect(!Self.acts(Self.check.json(engine: "1")))
  }

  @Test func `a name that breaks the line stays on it`() {
    let first = Self.check.said.split(separator: "\n").first
    #expect(first?.contains("␊<script>") == true)
  }

  @Test func `a program reads what the tree says, exactly`() throws {
    let document = try JSONTests.read(Self.check)
    let proof = try #require(JSONTests.proofs(document, "guarantee").first)
    let name = "\n<script>alert(1)</script> \"; [here](https://example.org) {0}"
    #expect(proof["name"] as? String == name)
  }

  @Test func `what would act on a terminal is refused, and told without acting`() {
    let check = TreeCheck(Self.text.replacing("<script>", with: #"\e]0;x\a\u202E"#))
    #expect(check.loaded.diagnostics.count >= 3)
    #expect(!Self.acts(check.text(isVerbose: true)))
    #expect(!Self.acts(check.json(engine: "1")))
  }
}
