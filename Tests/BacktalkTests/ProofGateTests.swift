import Foundation
import TestSupport
import Testing

/// A chat proves its tree first, and follows none that it cannot.
@Suite struct ProofGateTests {
  private static func saved(_ text: String) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "backtalk-\(UUID().uuidString).yaml")
    try text.write(to: file, atomically: true, encoding: .utf8)
    return file.path
  }

  private static func flawless(_ from: String, _ to: String) throws -> String {
    try saved(String(contentsOfFile: Backtalk.fixture("flawless.yaml"), encoding: .utf8).replacing(from, with: to))
  }

  /// Promises, and each what is said of a tree that does not keep it.
  static let broken = [
    (
      "    then: ends in [throw-away]", "    then: level is later",
      "the guarantee \"What is mouldy is thrown away\" does"
    ),
    ("    if: mould is yes\n    then", "    if: mould is yes and mould is no\n    then", "no patient meets the \"if\""),
    (
      "    unsure: yes\n    red_flag: [no, yes]", "    unsure: no\n    red_flag: [yes, no]",
      "a more worrying answer to the red flag \"mould\""
    ),
  ]

  @Test func `a tree that keeps what it promises is followed without a word about it`() throws {
    let run = try Run([Backtalk.path, Backtalk.fixture("flawless.yaml")], lines: ["no"])
    #expect(run.status == 0)
    #expect(run.complaints == "")
    #expect(run.output.hasPrefix("A fruit\n"))
  }

  @Test func `a tree whose name breaks the line is refused on one line`() throws {
    let tree = try Self.flawless("    then: ends in [throw-away]", "    then: level is later")
    let forged = tree.replacing(".yaml", with: "\n::error::forged.yaml")
    try FileManager.default.moveItem(atPath: tree, toPath: forged)
    defer { try? FileManager.default.removeItem(atPath: forged) }
    for arguments in [[forged], ["check", "--seal", forged], ["sign", forged, "--by", "Ann", "--section", "a\n::b"]] {
      let run = try Run([Backtalk.path] + arguments, lines: [])
      #expect(run.status > 0)
      #expect(run.complaints.contains("␊::"))
      #expect(!(run.output + run.complaints).contains("\n::"), "\(run.complaints)")
    }
  }

  @Test(arguments: broken)
  func `a tree that breaks a promise is refused, with what is broken and what to do`(
    _ kept: String, _ broken: String, _ message: String
  ) throws {
    let tree = try Self.flawless(kept, broken)
    defer { try? FileManager.default.removeItem(atPath: tree) }
    let run = try Run([Backtalk.path, tree], lines: ["no"])
    #expect(run.status == 2)
    #expect(run.output == "")
    let lines = run.complaints.split(separator: "\n")
    #expect(lines.first?.hasPrefix("backtalk: \(tree) is not followed: \(message)") == true, "\(run.complaints)")
    #expect(lines.dropFirst().first == "To see all that is found: backtalk check \(tree)")
  }

  @Test func `the command to run names the libraries too`() throws {
    let tree = try Self.flawless("ends in [throw-away]", "level is later")
    defer { try? FileManager.default.removeItem(atPath: tree) }
    let run = try Run([Backtalk.path, "--library", "/tmp", tree], lines: ["no"])
    #expect(run.status == 2)
    #expect(run.complaints.contains("backtalk --library /tmp check \(tree)\n"))
  }

  @Test func `who writes a tree can follow it unproven, under a banner`() throws {
    let tree = try Self.flawless("ends in [throw-away]", "level is later")
    defer { try? FileManager.default.removeItem(atPath: tree) }
    let run = try Run([Backtalk.path, "--unproven", tree], lines: ["no"])
    #expect(run.status == 0)
    #expect(run.complaints == "")
    #expect(run.output.hasPrefix("Nothing has been proven of this tree."))
    #expect(run.output.contains("Eat it\n"))
  }

  @Test func `a tree that takes too long to prove is refused in time`() throws {
    let tree = try Self.saved(Self.large(questions: 40))
    defer { try? FileManager.default.removeItem(atPath: tree) }
    let run = try Run([Backtalk.path, tree], lines: [])
    #expect(run.status == 2)
    #expect(run.complaints.contains("could not be proven within 200 milliseconds"))
  }

  /// A tree whose score can come to about as many sums as its questions have answers, all told.
  private static func large(questions: Int) -> String {
    let names = (0..<questions).map { "q\($0)" }
    let asked = names.map { "  \($0):\n    ask: Is it?\n    type: yes-no\n    unsure: yes\n" }
    let points = names.enumerated().map { place, name in
      "    - points: \((place + 7) * (place + 7) * (place + 7) * (place + 7) * (place + 7) % 1_000_003)\n      if: \(name) is yes\n"
    }
    return """
      backtalk: 1
      id: large
      title: Large
      version: 1.0.0
      language: en
      levels: [later, now]
      start: opening
      stuck: done
      questions:
      \(asked.joined())
      scores:
        sum:
      \(points.joined())
      sections:
        opening:
      \(names.map { "    - ask: \($0)\n" }.joined())
          - decide:
              - if: sum > 9999999
                end: soon
              - end: done
      outcomes:
        soon:
          level: now
          title: Soon
          say: That is all.
        done:
          level: later
          title: Done
          say: That is all.
      guarantees:
        - name: Much is soon
          if: sum > 9999998
          then: level is now
      """
  }
}
