import Testing
import TreeFile
import Triage

/// The screen in `examples/start-back.yaml` against its published scoring, reckoned here by itself: eight items that
/// are agreed with or not, and a ninth that counts from its fourth of five steps on. At most 3 of 9 is low; of the
/// rest, 4 or more among the last five is high.
@Suite struct StartBackTests {
  private static let agreed = 8
  private static let steps = 5

  private static func group(points: [Bool]) -> String {
    let total = points.count { $0 }
    let distress = points[4...].count { $0 }
    if distress >= 4 { return "high-risk" }
    return total <= 3 ? "low-risk" : "medium-risk"
  }

  @Test func `all 1280 combinations of answers give the published group`() throws {
    let tree = try ShippedTrees.example("start-back")
    let items = tree.grammar.questions.ids
    try #require(items.count == Self.agreed + 1)
    var walk = Walk(tree)
    var groups: [String: Int] = [:]
    for combination in 0..<(1 << Self.agreed) {
      let points = (0..<Self.agreed).map { combination >> $0 & 1 == 1 }
      for step in 0..<Self.steps {
        var patient = Patient(tree)
        for (item, isAgreed) in zip(items, points) {
          try patient.answer(item, of: tree, with: .value(.yesNo(isAgreed)))
        }
        try patient.answer(items[Self.agreed], of: tree, with: .value(.choice(step)))
        let expected = Self.group(points: points + [step >= 3])
        guard case .ended(let outcome) = walk.run(patient) else { throw Unfinished() }
        let level = tree.grammar.outcomes[outcome].level.map { tree.grammar.levels[$0].name }
        #expect(level == expected, "\(points), step \(step)")
        groups[expected, default: 0] += 1
      }
    }
    #expect(groups.values.reduce(0, +) == 1280)
    #expect(groups.count == 3)
  }

  @Test func `no item has an answer made up for who is not sure`() throws {
    let questions = try ShippedTrees.example("start-back").grammar.questions
    #expect(questions.allSatisfy { $0.unsure == nil })
  }

  private struct Unfinished: Error {}
}
