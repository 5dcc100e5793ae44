import Triage
import TreeFile

/// Counts, tree by tree, how many tests come by each point.
struct Tally {
  private var trees: [Counted] = []

  private struct Counted {
    let marked: MarkedTree
    let map: SourceMap
    /// The tree's own file as it was named first, and with every link followed.
    let (path, file): (String, String)
    /// By point.
    var tests: [Int]
  }

  /// Counts one test.
  ///
  /// - Parameters:
  ///   - histories: what happened in its sessions.
  ///   - tree: the position that ``position(of:_:)`` gave.
  mutating func count(_ histories: [[Event]], at tree: Int) {
    let marked = trees[tree].marked
    let passed = histories.reduce(into: Set<Int>()) { $0.formUnion(marked.points(passedBy: $1)) }
    for point in passed { trees[tree].tests[point] += 1 }
  }

  /// Where a tree is counted: with one that was loaded before, if it is the same.
  mutating func position(of tree: Tree, _ map: SourceMap) -> Int {
    let grammar = tree.grammar
    let path = map.position(of: grammar.sections[grammar.start].part)?.file ?? ""
    let file = resolved(path)
    if let known = trees.firstIndex(where: { $0.file == file && $0.marked.grammar == grammar }) { return known }
    let marked = MarkedTree(grammar)
    let tests = Array(repeating: 0, count: marked.points.count)
    trees.append(Counted(marked: marked, map: map, path: path, file: file, tests: tests))
    return trees.count - 1
  }

  var coverages: [Coverage] { trees.map(coverage) }

  /// Everything in a tree that was loaded has its place.
  private func coverage(of tree: Counted) -> Coverage {
    let grammar = tree.marked.grammar
    let placed = zip(tree.marked.points, tree.tests).compactMap { point, tests in
      tree.map.span(of: point.part).map { (span: $0, point: point, tests: tests) }
    }
    let entries = placed.sorted { $0.span < $1.span }.map { span, point, tests in
      let place = tree.map.sources.position(of: span)
      return Coverage.Entry(
        kind: point.what.kind, what: point.what.words(in: grammar), side: point.what.side,
        lack: point.what.lack(in: grammar), file: place.file, line: place.line, tests: tests)
    }
    return Coverage(tree: grammar.id, path: tree.path, entries: entries)
  }
}
