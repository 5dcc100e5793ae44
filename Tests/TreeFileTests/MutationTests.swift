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

  @Test(arguments: ["Example/stiff-back.yaml", "Accepted/everything.yaml"])
  func `whatever bytes a file has, it is loaded or refused, and said why`(_ name: String) {
    let folder = testFolder + String(name.prefix { $0 != "/" })
    let text = [UInt8](FileManager.default.contents(atPath: testFolder + name)!)
    var dice = Dice(state: 2026)
    for number in 0..<400 {
      let bytes = Self.mutated(text, &dice)
      let loaded = Loader().load(bytes, named: "tree.yaml", files: DiskFiles(folder: folder))
      #expect((loaded.tree == nil) == !loaded.diagnostics.isEmpty, "mutation \(number)")
      let acts = loaded.report.unicodeScalars.first { $0 != "\n" && (isControl($0.value) || isBidirectional($0.value)) }
      #expect(acts == nil, "mutation \(number)")
      for span in loaded.diagnostics.flatMap({ [$0.span] + $0.labels.map(\.span) }) {
        let file = loaded.map.sources.file(at: span.range.lowerBound).range
        #expect(
          file.lowerBound <= span.range.lowerBound && span.range.upperBound <= file.upperBound, "mutation \(number)")
      }
    }
  }
}
