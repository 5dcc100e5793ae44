import Testing
import TreeFile
import Triage

/// The rules in `examples/ottawa.yaml` against their published criteria, reckoned here by themselves.
@Suite struct OttawaTests {
  private let tree: Tree

  init() throws {
    tree = try ShippedTrees.example("ottawa")
  }

  /// The places in the order of the tree's choices, and how long ago an injury may be where the rule still fits, in days.
  private enum Place: Int, CaseIterable {
    case ankle, midfoot, ankleAndMidfoot, knee, elsewhere

    var mostDays: Int64 { self == .knee ? 7 : 10 }
  }

  /// Somebody who meets no criterion, and what is changed about them.
  private struct Injury {
    var place = Place.ankle
    var age = 30
    var days: Int64 = 1
    var reasons: UInt32 = 0
    var dangers: UInt32 = 0
    var stepsThen = true
    var stepsNow = true
    var outerAnkle = false
    var innerAnkle = false
    var fifthMetatarsal = false
    var navicular = false
    var patellaOnly = false
    var fibulaHead = false
    var bends = true

    var expected: String {
      if dangers != 0 { return "emergency-department-now" }
      if age < 18 || reasons != 0 || days > place.mostDays || place == .elsewhere { return "examined-by-hand" }
      let noSteps = !stepsThen && !stepsNow
      let ankle = outerAnkle || innerAnkle || noSteps
      let foot = fifthMetatarsal || navicular || noSteps
      return switch place {
      case .ankle where ankle: "xray-ankle"
      case .midfoot where foot: "xray-foot"
      case .ankleAndMidfoot where ankle && foot: "xray-ankle-and-foot"
      case .ankleAndMidfoot where ankle: "xray-ankle"
      case .ankleAndMidfoot where foot: "xray-foot"
      case .knee where age >= 55 || patellaOnly || fibulaHead || !bends || noSteps: "xray-knee"
      default: "no-xray-needed"
      }
    }

    var answers: [String: Value] {
      [
        "for_whom": .choice(0), "leg_in_danger": .choices(dangers), "years_old": .number(Number(age)),
        "hurt_since": .duration(.days(days)), "hard_to_judge": .choices(reasons),
        "where_it_hurts": .choice(place.rawValue), "steps_then": .yesNo(stepsThen), "steps_now": .yesNo(stepsNow),
        "outer_ankle_bone": .yesNo(outerAnkle), "inner_ankle_bone": .yesNo(innerAnkle),
        "outer_foot_bone": .yesNo(fifthMetatarsal), "inner_foot_bone": .yesNo(navicular),
        "only_kneecap": .yesNo(patellaOnly), "knob_below_knee": .yesNo(fibulaHead), "bends_to_chair": .yesNo(bends),
      ]
    }
  }

  private func outcome(of injury: Injury, _ walk: inout Walk) throws -> String {
    let answers = injury.answers
    var patient = Patient(tree)
    for (id, question) in zip(tree.grammar.questions.ids, tree.grammar.questions) {
      try patient.answer(id, of: tree, with: .value(#require(answers[question.name], "\(question.name)")))
    }
    return try walk.ending(of: patient, in: tree).outcome
  }

  @Test func `all combinations of the published criteria give the published answer`() throws {
    var walk = Walk(tree)
    var outcomes: [String: Int] = [:]
    for place in [Place.ankle, .midfoot, .ankleAndMidfoot, .knee] {
      for age in [18, 54, 55] {
        for signs in 0..<(1 << 9) {
          let isSo = { (bit: Int) in signs >> bit & 1 == 1 }
          let injury = Injury(
            place: place, age: age, stepsThen: isSo(0), stepsNow: isSo(1), outerAnkle: isSo(2), innerAnkle: isSo(3),
            fifthMetatarsal: isSo(4), navicular: isSo(5), patellaOnly: isSo(6), fibulaHead: isSo(7), bends: isSo(8))
          let outcome = try outcome(of: injury, &walk)
          #expect(outcome == injury.expected, "\(injury)")
          outcomes[outcome, default: 0] += 1
        }
      }
    }
    #expect(outcomes.values.reduce(0, +) == 4 * 3 * 512)
    #expect(outcomes.count == 5)
  }

  @Test(arguments: [0, 17, 18, 54, 55, 120])
  func `who is too young, and what is too long ago, goes to somebody who examines it`(age: Int) throws {
    var walk = Walk(tree)
    for place in Place.allCases {
      for days: Int64 in [0, 7, 8, 10, 11, 400] {
        let injury = Injury(place: place, age: age, days: days)
        #expect(try outcome(of: injury, &walk) == injury.expected, "\(injury)")
      }
    }
  }

  @Test func `every reason against the rules stands above the rules, and every danger above those`() throws {
    var walk = Walk(tree)
    for reasons: UInt32 in 0..<(1 << 5) {
      for dangers: UInt32 in 0..<(1 << 4) {
        for isTender in [false, true] {
          let injury = Injury(reasons: reasons, dangers: dangers, outerAnkle: isTender)
          #expect(try outcome(of: injury, &walk) == injury.expected, "\(injury)")
        }
      }
    }
  }

  @Test func `doubt about any criterion is taken for the criterion`() throws {
    var walk = Walk(tree)
    let criteria = [
      ("outer_ankle_bone", Place.ankle), ("inner_ankle_bone", .ankle), ("outer_foot_bone", .midfoot),
      ("inner_foot_bone", .midfoot), ("only_kneecap", .knee), ("knob_below_knee", .knee), ("bends_to_chair", .knee),
    ]
    for (criterion, place) in criteria {
      let answers = Injury(place: place).answers
      var patient = Patient(tree)
      for (id, question) in zip(tree.grammar.questions.ids, tree.grammar.questions) {
        let value = try #require(answers[question.name])
        try patient.answer(id, of: tree, with: question.name == criterion ? .unsure : .value(value))
      }
      #expect(try walk.ending(of: patient, in: tree).level == "xray-today", "\(criterion)")
    }
  }
}
