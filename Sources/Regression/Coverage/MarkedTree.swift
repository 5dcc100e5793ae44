import Triage

/// A copy of a tree in which a step says so wherever a session comes by something that is counted.
///
/// It is walked by the interpreter like any tree, and goes where the tree itself goes: so what a test came by is found
/// out by what decides about patients, and there is no second opinion on what a condition means.
struct MarkedTree: Sendable {
  /// As it was before.
  let grammar: Grammar
  /// All that is counted.
  let points: [Point]
  /// The marks say nothing, and carry the position of their point.
  let tree: Tree
  /// The positions of those points that are seen without a mark.
  let happenings: [Point.Happening: Int]
  /// By alarm: others that ask the same, each of which ends the session where a point is come by.
  let probes: [[Probe]]

  struct Probe: Sendable {
    var alarm: AlarmID
    var point: Int
  }

  init(_ grammar: Grammar) {
    var marking = Marking(grammar)
    marking.markEverything()
    self.grammar = grammar
    points = marking.points
    happenings = marking.happenings
    probes = marking.probes
    tree = Tree(lowering: marking.marked)
  }
}
