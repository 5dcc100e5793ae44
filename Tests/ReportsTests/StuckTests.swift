import Testing
import TreeFile

@testable import Reports

/// Where somebody can be stuck, and which red flags were not asked before that.
@Suite struct StuckTests {
  private static func warnings(_ tree: String) throws -> [String] {
    let check = TreeCheck(tree)
    try #require(check.loaded.tree != nil, "\(check.loaded.report)")
    return check.findings.filter { $0.rule == .stuckBeforeRedFlag }.map(\.message)
  }

  private static let fixture = contents(of: Fixture(rule: .stuckBeforeRedFlag).path)

  @Test func `all red flags of a question are named in one warning`() throws {
    let late = Self.fixture.replacing("    - ask: wasp\n", with: "").replacing(
      "    - ask: mould\n", with: "    - ask: mould\n    - ask: wasp\n")
    let found = try Self.warnings(late)
    #expect(found.count == 1)
    #expect(found.first?.hasSuffix(": mould, wasp") == true)
  }

  @Test func `of very many red flags ten are named and the others counted`() throws {
    let names = (1...12).map { "bruise-\($0)" }
    let questions = names.map {
      "  \($0):\n    ask: Is there a bruise?\n    type: yes-no\n    unsure: yes\n    red_flag: [no, yes]\n"
    }.joined()
    let steps = names.map { "    - ask: \($0)\n" }.joined()
    let many = Self.fixture.replacing("sections:\n", with: questions + "sections:\n")
      .replacing("    - ask: mould\n", with: "    - ask: mould\n" + steps)
    let named = (["mould"] + names).prefix(10).joined(separator: ", ")
    #expect(try Self.warnings(many).first?.hasSuffix(": \(named) and 3 more") == true)
    let json = TreeCheck(many).json(engine: "1")
    #expect(json.contains(#""leaves-out-more" : 3"#) && json.contains(#""bruise-9""#))
  }

  @Test func `whoever asks them first, or takes "not sure" for an answer, is not warned`() throws {
    let first = Self.fixture.replacing("    - ask: mould\n", with: "").replacing(
      "    - ask: kind\n", with: "    - ask: mould\n    - ask: kind\n")
    #expect(try Self.warnings(first) == [])
    let accepting = Self.fixture.replacing("        label: A pear\n", with: "        label: A pear\n    unsure: pear\n")
    #expect(try Self.warnings(accepting) == [])
  }

  @Test func `a red flag that only applies by the answer was not asked either`() throws {
    let applying = Self.fixture.replacing("  wasp:\n", with: "    applies: kind is pear\n    unasked: no\n  wasp:\n")
    #expect(try Self.warnings(applying).first?.hasSuffix(": mould") == true)
  }

  @Test func `a red flag that does not apply to whoever comes there counts as asked`() throws {
    let excluded = Self.fixture
      .replacing("  wasp:\n", with: "    applies: wasp is yes\n    unasked: no\n  wasp:\n")
      .replacing(
        "    - ask: wasp\n",
        with: "    - ask: wasp\n      then:\n        - if: wasp is yes\n          end: throw-away\n")
    #expect(try Self.warnings(excluded) == [])
  }

  @Test func `where there is no red flag there is nothing to be asked first`() throws {
    let check = TreeCheck(Self.fixture.replacing("    red_flag: [no, yes]\n", with: ""))
    #expect(check.loaded.tree != nil)
    #expect(!check.tallies.contains { $0.kind == .stuckAfterRedFlags })
  }
}
