import Triage

extension Check {
  mutating func checkScores() {
    var ranges = PointRange(grammar)
    for score in reading.scoresInOrder {
      let checked = grammar.scores[score]
      let before = problems.count
      for item in checked.items { check(item, of: score, &ranges) }
      if problems.count == before, ranges.range(of: score) == nil { report(.scoreTooLarge(score), checked.part) }
    }
  }

  private mutating func check(_ item: Score.Item, of score: ScoreID, _ ranges: inout PointRange) {
    let form = grammar.scores[score].form
    if case .points(_, let condition, _) = item { check(condition) }
    if case .each(_, let questions, _) = item { checkAreYesNo(questions) }
    if case .add(let addend, _, let part) = item, let misfit = misfit(of: addend) { return report(misfit, part) }
    if form == .sum { problems += ownNotNamed { reading.forEachRead(in: item, of: .sum, $0) } }
    guard let range = ranges.range(of: item) else {
      // A score that it adds and that is wrong itself has been reported there.
      if !item.addsScore { report(.scoreInexact(score), item.part) }
      return
    }
    if form == .percentOfAnswered, range.lowerBound < 0 || range.upperBound == 0 {
      report(.percentItemBelowZero(score), item.part)
    }
  }

  private mutating func checkAreYesNo(_ questions: [QuestionReference]) {
    for asked in questions where grammar.questions[asked.question].kind != .yesNo {
      report(.testWrongType(asked.question), asked.part)
    }
  }

  private func misfit(of addend: Score.Addend) -> Problem.Kind? {
    switch addend {
    case .score(let score): grammar.scores[score].form == .percentOfAnswered ? .addsPercentage(score) : nil
    case .question(let question):
      switch grammar.questions[question].kind {
      case .choice(let choices): choices.allSatisfy { $0.value != nil } ? nil : .addsUnscored(question)
      case .number: nil
      default: .addsUnscored(question)
      }
    }
  }
}

extension Score.Item {
  var part: PartID {
    switch self {
    case .points(_, _, let part), .add(_, _, let part), .each(_, _, let part): part
    }
  }

  var addsScore: Bool {
    if case .add(.score, _, _) = self { true } else { false }
  }
}
