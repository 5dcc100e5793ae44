import Testing
import Triage
import Validation

@testable import Assurance

/// Changes to what a question takes for an answer.
extension Edit {
  /// More trees where fewer have what is changed.
  var trees: ClosedRange<UInt64> { isOfAnswersAlone ? 1...600 : 1...250 }

  /// Whether nobody who gives an answer that both versions take is likely to be told something else.
  var isOfAnswersAlone: Bool {
    switch self {
    case .widenRange, .narrowRange, .refineStep, .coarsenStep, .addChoice, .addChoiceInFront, .removeChoice: true
    default: false
    }
  }

  /// Nil where there is nothing to change so.
  func editingAnswers(of grammar: Grammar) -> Grammar? {
    for id in grammar.questions.ids {
      guard let kind = edited(grammar.questions[id].kind, isInShare: grammar.isAddedInShare(id)) else { continue }
      var edited = grammar
      (edited.questions[id.position].kind, edited.questions[id.position].redFlag) = (kind, nil)
      if self == .addChoiceInFront { edited = edited.movingChoices(of: id) }
      if (try? Tree(edited)) != nil { return edited }
    }
    return nil
  }

  private func edited(_ kind: Question.Kind, isInShare: Bool) -> Question.Kind? {
    switch kind {
    case .yesNo: return nil
    case .choice(let choices): return edited(choices).map { .choice($0) }
    case .choices(let choices): return edited(choices).map { .choices($0) }
    case .number(let range): return isInShare ? nil : edited(range).map { .number($0) }
    case .duration(let range):
      switch self {
      case .widenRange: return .duration(range.lowerBound...Minutes(range.upperBound.count + 2))
      case .narrowRange where range.upperBound.count > range.lowerBound.count:
        return .duration(range.lowerBound...Minutes(range.upperBound.count - 1))
      default: return nil
      }
    }
  }

  private func edited(_ range: NumberRange) -> NumberRange? {
    let step = range.step.millionths
    var range = range
    switch self {
    case .widenRange:
      range.low = Number(millionths: range.low.millionths - step)
      range.high = Number(millionths: range.high.millionths + 2 * step)
    case .narrowRange: range.high = Number(millionths: range.high.millionths - step)
    case .refineStep where step % 2 == 0: range.step = Number(millionths: step / 2)
    case .coarsenStep: range.step = Number(millionths: step * 2)
    default: return nil
    }
    return range.low <= range.high ? range : nil
  }

  private func edited(_ choices: [Choice]) -> [Choice]? {
    var choice = Choice(name: "another", label: "Another")
    choice.value = choices.first?.value.map { _ in Number(7) }
    switch self {
    case .addChoice: return choices + [choice]
    case .addChoiceInFront: return [choice] + choices
    case .removeChoice: return choices.count > 1 ? choices.dropLast() : nil
    default: return nil
    }
  }
}

extension Question {
  /// Whether a definite answer is one that it takes.
  func takes(_ answer: Answer) -> Bool {
    guard case .value(let value) = answer else { return true }
    return (try? kind.code(of: value)) != nil
  }
}

extension Grammar {
  /// Whether a score that tells a part of the most points adds up a question's answers.
  fileprivate func isAddedInShare(_ question: QuestionID) -> Bool {
    scores.contains { $0.form == .percentOfAnswered && adds(question, in: $0) }
  }

  private func adds(_ question: QuestionID, in score: Score) -> Bool {
    score.items.contains { item in
      switch item {
      case .add(.question(let other), _, _): other == question
      case .add(.score(let other), _, _): adds(question, in: scores[other])
      case .points, .each: false
      }
    }
  }

  /// The same tree where each choice of a question, now one further behind, is still meant wherever it was. Without alarms
  /// and guarantees.
  fileprivate func movingChoices(of question: QuestionID) -> Grammar {
    let count = questions[question].kind.choiceCount
    let moving = Renumbering(
      questions: questions.ids, choices: [question.position: Array(1..<count)], facts: 0, scores: 0, sections: 0,
      outcomes: 0, stretches: 0, programmes: 0)
    var moved = self
    (moved.alarms, moved.guarantees) = ([], [])
    for place in facts.indices { moved.facts[place].condition = moving.moved(facts[place].condition) }
    moved.scores = scores.map { moving.moved($0) }
    moved.sections = sections.map { moving.moved($0) }
    for place in questions.indices {
      moved.questions[place].applies = questions[place].applies.map { moving.moved($0) }
    }
    for place in outcomes.indices { moved.outcomes[place].stretches = moving.moved(outcomes[place].stretches) }
    for place in programmes.indices { moved.programmes[place].list = moving.moved(programmes[place].list) }
    if case .counts(let literal) = questions[question].unsure {
      moved.questions[question.position].unsure = .counts(as: literal.movedOneOn)
    }
    moved.questions[question.position].unasked = questions[question].unasked?.movedOneOn
    return moved
  }
}

extension Question.Kind {
  fileprivate var choiceCount: Int {
    switch self {
    case .choice(let choices), .choices(let choices): choices.count
    case .yesNo, .number, .duration: 0
    }
  }
}

extension Literal {
  fileprivate var movedOneOn: Literal {
    switch value {
    case .choice(let choice): Literal(.choice(choice + 1), at: part)
    case .choices(let picked): Literal(.choices(picked << 1), at: part)
    case .yesNo, .number, .duration: self
    }
  }
}
