import Foundation
import TestSupport
import Testing

/// How lines of real life are understood with the default tree: what each set came to when it was last looked at.
///
/// The scores are re-recorded with `RECORD=1 swift test --filter UtteranceScoreTests`.
@Suite struct UtteranceScoreTests {
  private static let folder = ShippedTrees.utterances + "/"
  static let sets = try! FileManager.default.contentsOfDirectory(atPath: folder + "Sets").sorted()

  @Test(arguments: sets)
  func `a set is understood as it was when last looked at`(set: String) throws {
    let score = try Self.score(of: set)
    let path = Self.folder + "Scores/" + set.replacing(".tsv", with: ".txt")
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try score.write(toFile: path, atomically: true, encoding: .utf8)
    }
    #expect(try score == String(contentsOfFile: path, encoding: .utf8))
  }

  @Test(arguments: sets)
  func `every emergency interrupts, and nothing else does`(set: String) throws {
    let counts = try Self.score(of: set).matches(of: /(?:that interrupt|and do not): (\d+) of (\d+)\n/)
    #expect(counts.count == 2)
    for count in counts { #expect(count.1 == count.2) }
  }

  private static func score(of set: String) throws -> String {
    let run = try Run([
      builtProgram("utterances"), ShippedTrees.trees[0], folder + "key.tsv", folder + "Sets/" + set,
    ])
    #expect(run.status == 0)
    #expect(run.complaints == "")
    return run.output
  }
}
