import TestSupport
import Testing
import Triage
import Validation

@Suite struct `A careless change to a tree` {
  @Test func `is refused, or does what the naive evaluator does`() throws {
    var (accepted, refused) = (0, 0)
    for seed in Runs.seeds {
      let grammar = WildTree.grammar(seed: seed, changes: Int(seed % 3) + 1)
      guard let tree = try? Tree(grammar) else {
        refused += 1
        continue
      }
      accepted += 1
      var patient = RandomPatient(grammar, seed: seed)
      var (session, naive) = (Session(tree), NaiveSession(grammar))
      for _ in 0..<15 {
        try require(NaiveSession.Position(session.position), equals: naive.position, "Seed \(seed)")
        try require(NaiveSession.Offer(session.offer), equals: naive.offer, "Seed \(seed)")
        let event = patient.event(for: naive)
        let (found, expected) = (session.refusal(of: event), naive.refusal(of: event))
        try require(found == nil, equals: expected == nil, "\(event) of seed \(seed)")
      }
    }
    print("Of \(Runs.seeds.count) carelessly changed trees \(refused) were refused, \(accepted) accepted.")
  }

  @Test func `is refused exactly where it decides by what some path has not asked`() throws {
    for seed in Runs.seeds {
      var random = RandomSource(seed: seed)
      var grammar = RandomTree.grammar(seed: seed)
      let (section, question) = (random.pick(grammar.sections.ids), random.pick(grammar.questions.ids))
      let step = random.number(in: 0...(grammar.sections[section].steps.count - 1))
      let isUsable =
        grammar.questions[question].unasked != nil
        || grammar.askedForCertain(before: step, of: section).contains(question)
      grammar.sections[section.position].steps.insert(
        .say("Listen.", if: grammar.condition(reading: question)), at: step)
      try require(Self.refusals(of: grammar), equals: isUsable ? [] : [question], "Seed \(seed)")
    }
  }

  /// The questions for whose sake a tree is refused that they are not asked.
  private static func refusals(of grammar: Grammar) throws -> Set<QuestionID> {
    do throws(Tree.Problems) {
      _ = try Tree(grammar)
      return []
    } catch {
      return Set(error.all.compactMap { if case .notAskedBefore(let question) = $0.kind { question } else { nil } })
    }
  }
}

extension Grammar {
  /// A condition that reads a question of any type, "not sure" included.
  fileprivate func condition(reading question: QuestionID) -> Condition {
    let test: Condition =
      switch questions[question].kind {
      case .yesNo: .is(question, .yes)
      case .choice: .is(question, .choice(0))
      case .choices: .has(question, .any, of: 0)
      case .number(let range): .compares(question, .atMost, .number(range.low))
      case .duration(let range): .compares(question, .atMost, .duration(range.lowerBound))
      }
    return .any([test, .isUnsure(question)])
  }
}
