import Foundation
import Testing

@testable import TreeFile

/// Numbers that look random and are the same in every run (SplitMix64).
private struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

@Suite struct MutationTests {
  private static let bytes: [UInt8] =
    Array("\0\t\r\n :#-[]{},&*!|>'\"%@`~?.0aé\u{A0}\u{202E}\u{FEFF}".utf8) + [0xFF, 0xC3]

  /// A text with one to eight small things done to it.
  private static func mutated(_ text: [UInt8], _ dice: inout Dice) -> [UInt8] {
    var text = text
    for _ in 0..<Int.random(in: 1...8, using: &dice) where !text.isEmpty {
      let start = Int.random(in: 0..<text.count, using: &dice)
      let end = min(text.count, start + Int.random(in: 0...12, using: &dice))
      switch Int.random(in: 0..<5, using: &dice) {
      case 0: text[start] = bytes.randomElement(using: &dice)!
      case 1: text.insert(bytes.randomElement(using: &dice)!, at: start)
      case 2: text.removeSubrange(start..<end)
      case 3: text.insert(contentsOf: text[start..<end], at: Int.random(in: 0...text.count, using: &dice))
      default: text.swapAt(start, Int.random(in: 0..<text.count, using: &dice))
      }
    }
    return text
  }

  /// Whether a load yields a tree or says why not, at places within its files and harmlessly.
  private func expectWhole(_ loaded: Loaded, _ comment: Comment) {
    #expect((loaded.tree == nil) == !loaded.diagnostics.isEmpty, comment)
    let acts = loaded.report.unicodeScalars.first { $0 != "\n" && (isControl($0.value) || isBidirectional($0.value)) }
    #expect(acts == nil, comment)
    for span in loaded.diagnostics.flatMap({ [$0.span] + $0.labels.map(\.span) }) {
      let file = loaded.map.sources.file(at: span.range.lowerBound).range
      #expect(file.lowerBound <= span.range.lowerBound && span.range.upperBound <= file.upperBound, comment)
    }
  }

  @Test(arguments: ["Example/stiff-back.yaml", "Accepted/everything.yaml"])
  func `whatever bytes a file has, it is loaded or refused, and said why`(_ name: String) {
    let folder = testFolder + String(name.prefix { $0 != "/" })
    let text = [UInt8](FileManager.default.contents(atPath: testFolder + name)!)
    var dice = Dice(state: 2026)
    for number in 0..<400 {
      let bytes = Self.mutated(text, &dice)
      let loaded = Loader().load(bytes, named: "tree.yaml", files: DiskFiles(folder: folder))
      expectWhole(loaded, "mutation \(number)")
    }
  }

  // MARK: Nodes replaced

  /// A text once for each of its nodes and each of some others, with the other in its place.
  private func withNodesReplaced(_ text: [UInt8]) throws -> [[UInt8]] {
    var document = Document()
    var diagnostics: [Diagnostic] = []
    let file = document.sources.add(text, named: "tree.yaml")
    _ = try #require(Composer.compose(&document, file: file, limits: Limits(), diagnostics: &diagnostics))
    return document.nodes.enumerated().map { number, node in
      var changed = text
      changed.replaceSubrange(node.span.range, with: ["{}", "[]", "a", "[a]", "[{}]"][number % 5].utf8)
      return changed
    }
  }

  @Test(arguments: ["Example/stiff-back.yaml", "Accepted/everything.yaml"])
  func `whatever stands in place of a part, the tree is loaded or refused, and said why`(_ name: String) throws {
    let files = DiskFiles(folder: testFolder + String(name.prefix { $0 != "/" }))
    let text = [UInt8](FileManager.default.contents(atPath: testFolder + name)!)
    for (number, bytes) in try withNodesReplaced(text).enumerated() {
      expectWhole(Loader().load(bytes, named: "tree.yaml", files: files), "node \(number)")
    }
  }

  @Test(arguments: ["{}", "[]", "a", "- a", "[a]", "[{}]", "{a: b}", "guarantees: [{}]", "levels: {}", "uses: [{}]"])
  func `the smallest files are refused`(_ text: String) {
    let loaded = Loader().load(text, named: "tree.yaml")
    #expect(loaded.tree == nil)
    expectWhole(loaded, "\(text)")
  }

  private func expectWholeCases(_ bytes: [UInt8], _ comment: Comment) {
    let loaded = Loader().loadCases(bytes, named: testFolder + "Example/tree.cases.yaml", libraries: []).loaded
    expectWhole(loaded, comment)
    let own = bytes.count
    #expect(loaded.diagnostics.allSatisfy { $0.span.range.upperBound <= own }, "\(comment): \(loaded.report)")
  }

  @Test func `whatever stands in place of a part of a case, it is read or refused in its own file`() throws {
    let text = """
      backtalk-cases: 1
      tree: ../Accepted/everything.yaml
      now: 2026-11-02T09:00
      defaults: {mine: yes}
      cases:
        - name: A fruit
          source: [book]
          answers: {mine: no, smells: [musty]}
          expect: {level: now, offers: [peel], never asked: [mine]}
      """
    for (number, bytes) in try withNodesReplaced(Array(text.utf8)).enumerated() {
      expectWholeCases(bytes, "node \(number)")
    }
    for tail in ["{}", "cases: [{}]", "cases: [{}, {}]"] {
      expectWholeCases(Array("tree: ../Accepted/everything.yaml\n\(tail)\n".utf8), "\(tail)")
      expectWholeCases(Array(tail.utf8), "\(tail)")
    }
  }
}
