import Triage

/// Puts the parts of one grammar behind those of another, so that both can be followed as one tree.
///
/// Each part keeps its meaning and gets another number.
struct Renumbering {
  /// By question of the grammar that is moved: its new number.
  let questions: [QuestionID]
  /// By question of the grammar that is moved, where its choices have other places: their new places.
  let choices: [Int: [Int]]
  let facts: Int
  let scores: Int
  let sections: Int
  let outcomes: Int
  let stretches: Int
  let programmes: Int

  func moved(_ id: FactID) -> FactID { FactID(id.position + facts) }
  func moved(_ id: ScoreID) -> ScoreID { ScoreID(id.position + scores) }
  func moved(_ id: SectionID) -> SectionID { SectionID(id.position + sections) }
  func moved(_ id: OutcomeID) -> OutcomeID { OutcomeID(id.position + outcomes) }
  func moved(_ id: StretchID) -> StretchID { StretchID(id.position + stretches) }
  func moved(_ id: ProgrammeID) -> ProgrammeID { ProgrammeID(id.position + programmes) }
  func moved(_ id: QuestionID) -> QuestionID { questions[id.position] }

  func moved(_ reference: QuestionReference) -> QuestionReference {
    QuestionReference(moved(reference.question), at: reference.part)
  }

  func moved(_ condition: Condition) -> Condition {
    switch condition {
    case .always, .never: condition
    case .not(let inner): .not(moved(inner))
    case .all(let parts): .all(parts.map { moved($0) })
    case .any(let parts): .any(parts.map { moved($0) })
    case .count(let count, let parts, let part): .count(count, of: parts.map { moved($0) }, part)
    case .fact(let fact, let part): .fact(moved(fact), part)
    case .question(let question, let test, let part): .question(moved(question), moved(test, of: question), part)
    case .score(let score, let test, let part): .score(moved(score), test, part)
    }
  }

  private func moved(_ test: QuestionTest, of question: QuestionID) -> QuestionTest {
    guard let places = choices[question.position], !places.isEmpty else { return test }
    func moved(_ literals: [Literal]) -> [Literal] {
      literals.map { literal in
        guard case .choice(let choice) = literal.value else { return literal }
        return Literal(.choice(places[choice]), at: literal.part)
      }
    }
    return switch test {
    case .isOne(let literals): .isOne(of: moved(literals))
    case .has(let quantifier, let literals): .has(quantifier, of: moved(literals))
    case .isUnsure, .wasAsked, .compares, .between: test
    }
  }

  func moved(_ score: Score) -> Score {
    var score = score
    score.items = score.items.map { item in
      switch item {
      case .points(let points, let condition, let part): .points(points, if: moved(condition), part)
      case .add(.question(let question), let times, let part): .add(.question(moved(question)), times: times, part)
      case .add(.score(let other), let times, let part): .add(.score(moved(other)), times: times, part)
      case .each(let points, let questions, let part): .each(points, of: questions.map { moved($0) }, part)
      }
    }
    return score
  }

  func moved(_ section: Section) -> Section {
    var section = section
    section.steps = section.steps.map { step in
      var step = step
      step.condition = step.condition.map { moved($0) }
      switch step.action {
      case .say: break
      case .ask(let question, let branches): step.action = .ask(moved(question), then: branches.map { moved($0) })
      case .decide(let branches): step.action = .decide(branches.map { moved($0) })
      case .go(let section): step.action = .go(moved(section))
      }
      return step
    }
    return section
  }

  private func moved(_ branch: Branch) -> Branch {
    var branch = branch
    branch.condition = branch.condition.map { moved($0) }
    switch branch.target {
    case .section(let section): branch.target = .section(moved(section))
    case .outcome(let outcome): branch.target = .outcome(moved(outcome))
    }
    return branch
  }

  func moved(_ list: StretchList) -> StretchList {
    var list = list
    list.entries = list.entries.map { entry in
      var entry = entry
      entry.condition = entry.condition.map { moved($0) }
      switch entry.use {
      case .stretch(let stretch): entry.use = .stretch(moved(stretch))
      case .firstOf(let stretches): entry.use = .firstOf(stretches.map { moved($0) })
      case .programme(let programme): entry.use = .programme(moved(programme))
      }
      return entry
    }
    return list
  }

  func moved(_ stretch: Stretch) -> Stretch {
    var stretch = stretch
    stretch.avoid = stretch.avoid.map { avoid in
      switch avoid {
      case .fact(let fact, let part): .fact(moved(fact), part)
      case .question(let question, let part): .question(moved(question), part)
      }
    }
    return stretch
  }
}
