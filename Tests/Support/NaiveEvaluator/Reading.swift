import Triage

/// Of which questions a part of a grammar reads the answer, with the facts and scores in it expanded.
///
/// Whether a question was asked can be said without its answer.
extension Grammar {
  public func questionsRead(by condition: Condition) -> Set<QuestionID> {
    switch condition {
    case .always, .never: []
    case .not(let inner): questionsRead(by: inner)
    case .all(let parts), .any(let parts), .count(_, of: let parts, _):
      parts.reduce(into: []) { $0.formUnion(questionsRead(by: $1)) }
    case .fact(let fact, _): questionsRead(by: facts[fact].condition)
    case .question(_, .wasAsked, _): []
    case .question(let question, _, _): [question]
    case .score(let score, _, _): questionsRead(by: scores[score])
    }
  }

  public func questionsRead(by score: Score) -> Set<QuestionID> {
    score.items.reduce(into: []) { $0.formUnion(questionsRead(by: $1)) }
  }

  public func questionsRead(by item: Score.Item) -> Set<QuestionID> {
    switch item {
    case .points(_, let condition, _): questionsRead(by: condition)
    case .add(.question(let question), _, _): [question]
    case .add(.score(let score), _, _): questionsRead(by: scores[score])
    case .each(_, let references, _): Set(references.map(\.question))
    }
  }
}
