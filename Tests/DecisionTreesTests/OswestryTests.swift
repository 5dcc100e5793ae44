import Testing
import TreeFile
import Triage

/// The index in `examples/oswestry.yaml` against its published scoring, reckoned here by itself: ten items of 0 to 5
/// points, in the order of their choices; the points in percent of what the answered items could have given; five bands.
@Suite struct OswestryTests {
  private static let items = 10
  private static let mostPoints = 5
  private static let bands = [
    (to: 20, level: "minimal"), (to: 40, level: "moderate"), (to: 60, level: "severe"), (to: 80, level: "very-severe"),
    (to: 100, level: "extreme"),
  ]

  private static func level(sum: Int, answered: Int) -> String {
    guard answered > 0 else { return "outside" }
    return bands.first { 100 * sum <= $0.to * mostPoints * answered }?.level ?? "above 100 percent"
  }

  /// Two ways to make up a sum: as few items as possible with points, and as many as possible.
  private static func points(sum: Int, answered: Int, spread: Bool) -> [Int] {
    (0..<answered).map { item in
      guard spread else { return min(mostPoints, max(0, sum - mostPoints * item)) }
      return sum / answered + (item < sum % answered ? 1 : 0)
    }
  }

  @Test func `every sum of every number of answered items gives the published band, whichever are left out`() throws {
    let tree = try ShippedTrees.example("oswestry")
    let items = tree.grammar.questions.ids
    try #require(items.count == Self.items)
    var walk = Walk(tree)
    var patients: [String: Int] = [:]
    for answered in 0...Self.items {
      for sum in 0...(Self.mostPoints * answered) {
        let expected = Self.level(sum: sum, answered: answered)
        for spread in [true, false] {
          let points = Self.points(sum: sum, answered: answered, spread: spread)
          try #require(points.reduce(0, +) == sum)
          for first in 0..<Self.items {
            var patient = Patient(tree)
            for position in 0..<Self.items {
              let item = items[(first + position) % Self.items]
              let answer = position < answered ? Answer.value(.choice(points[position])) : .unsure
              try patient.answer(item, of: tree, with: answer)
            }
            let level = try walk.ending(of: patient, in: tree).level
            #expect(level == expected, "\(points) from item \(first + 1) on")
            patients[level, default: 0] += 1
          }
        }
      }
    }
    // 286 pairs of a sum and a number of answered items, each made up in two ways from ten items on.
    #expect(patients.values.reduce(0, +) == 286 * 2 * 10)
    #expect(Set(patients.keys) == Set(Self.bands.map(\.level) + ["outside"]))
  }

  @Test func `no percentage that the items can give lies between two of the published bands`() {
    for answered in 1...Self.items {
      let most = Self.mostPoints * answered
      for sum in 0...most {
        let between = Self.bands.contains { 100 * sum > $0.to * most && 100 * sum < ($0.to + 1) * most }
        #expect(!between, "\(sum) of \(most)")
      }
    }
  }

  @Test func `every item can be left out`() throws {
    let questions = try ShippedTrees.example("oswestry").grammar.questions
    #expect(questions.allSatisfy { if case .own = $0.unsure { true } else { false } })
  }
}
