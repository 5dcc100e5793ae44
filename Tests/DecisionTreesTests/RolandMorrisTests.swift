import Testing
import TreeFile
import Triage

/// The count in `examples/roland-morris.yaml` against its published scoring, reckoned here by itself: what is ticked of 24
/// items counts one each, and nothing else does. The line at 4 is published; the other steps are the tree's own.
@Suite struct RolandMorrisTests {
  private static let items = 24
  private static let steps = [0...3, 4...8, 9...13, 14...18, 19...24]

  private static func ending(count: Int) -> Ending {
    let step = steps.first { $0.contains(count) } ?? 0...0
    return Ending(
      outcome: "count-\(step.lowerBound)-to-\(step.upperBound)", level: count < 4 ? "self-care" : "physiotherapist-soon"
    )
  }

  /// Every count is made up of items that follow one another, from each of them on.
  @Test(arguments: [Answer.value(.no), .unsure])
  func `every count is told, whichever items make it up`(untickedAs unticked: Answer) throws {
    let tree = try ShippedTrees.example("roland-morris")
    let items = tree.grammar.questions.ids
    try #require(items.count == Self.items)
    var walk = Walk(tree)
    var endings: Set<Ending> = []
    for count in (unticked == .unsure ? 1 : 0)...Self.items {
      for first in 0..<Self.items {
        var patient = Patient(tree)
        for position in 0..<Self.items {
          let answer = position < count ? Answer.value(.yes) : unticked
          try patient.answer(items[(first + position) % Self.items], of: tree, with: answer)
        }
        let ending = try walk.ending(of: patient, in: tree)
        #expect(ending == Self.ending(count: count), "\(count) from item \(first + 1) on")
        endings.insert(ending)
      }
    }
    #expect(endings.count == Self.steps.count)
  }

  @Test func `who is not sure of anything has no count`() throws {
    let tree = try ShippedTrees.example("roland-morris")
    var patient = Patient(tree)
    for item in tree.grammar.questions.ids { try patient.answer(item, of: tree, with: .unsure) }
    var walk = Walk(tree)
    #expect(try walk.ending(of: patient, in: tree).level == "outside")
  }
}
