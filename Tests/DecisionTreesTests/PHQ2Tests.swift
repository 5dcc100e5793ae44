import Testing
import TreeFile
import Triage

/// The mood screen in `examples/phq-2.yaml` against its published scoring, reckoned here by itself: two items of 0 to 3
/// points, in that order, and a positive screen from 3 of 6 points on.
@Suite struct PHQ2Tests {
  @Test func `all 16 combinations of answers give the published result`() throws {
    let tree = try ShippedTrees.example("phq-2")
    let items = tree.grammar.questions.ids
    try #require(items.count == 2)
    var walk = Walk(tree)
    var positive = 0
    for joy in 0...3 {
      for mood in 0...3 {
        var patient = Patient(tree)
        try patient.answer(items[0], of: tree, with: .value(.choice(joy)))
        try patient.answer(items[1], of: tree, with: .value(.choice(mood)))
        let level = try walk.ending(of: patient, in: tree).level
        #expect(level == (joy + mood >= 3 ? "screen-positive" : "screen-negative"), "\(joy) and \(mood) points")
        if level == "screen-positive" { positive += 1 }
      }
    }
    #expect(positive == 10)
  }

  @Test func `neither item has an answer made up for who is not sure`() throws {
    let questions = try ShippedTrees.example("phq-2").grammar.questions
    #expect(questions.allSatisfy { $0.unsure == nil })
  }
}
