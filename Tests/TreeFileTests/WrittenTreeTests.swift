import TestSupport
import Testing
import TreeFile
import Triage

/// Trees that were made up and written down, so that whatever reads files can be tried on them.
@Suite struct WrittenTreeTests {
  @Test(arguments: [RandomTree.Size.any, .small])
  func `a tree that was written down is read as the same tree`(size: RandomTree.Size) {
    for seed in 1...150 as ClosedRange<UInt64> {
      let grammar = RandomTree.grammar(seed: seed, size: size)
      let loaded = Loader().load(WrittenTree(grammar).text, named: "\(seed).yaml")
      #expect(loaded.report == "")
      #expect(loaded.tree?.grammar == grammar, "seed \(seed)")
    }
  }
}
