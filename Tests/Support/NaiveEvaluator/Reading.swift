import Triage

/// Of which questions a part of a grammar reads the answer, with the facts and scores in it expanded.
///
/// Whether a question was asked can be said without its answer; `countingAsked` tells whether that counts as well.
extension Grammar {
  public func questionsRead(by condition: Condition, countingAsked: Bool = false) -> Set<QuestionID> {
    switch condition {
    case .always, .never: []
    case .not(let inner): questionsRead(by: inner, countingAsked: countingAsked)
    case .all(let parts), .any(let parts), .count(_, of: let parts, _):
      parts.reduce(into: []) { $0.formUnion(questionsRead(by: $1, countingAsked: countingAsked)) }
    case .fact(let fact, _): questionsRead(by: facts[fact].condition, countingAsked: countingAsked)
    case .question(let question, .wasAsked, _): countingAsked ? [question] : []
    case .question(let question, _, _): [question]
    case .score(let score, _, _): questionsRead(by: scores[score], countingAsked: countingAsked)
    }
  }

  public func questionsRead(by score: Score, countingAsked: Bool = false) -> Set<QuestionID> {
    score.items.reduce(into: []) { $0.formUnion(questionsRead(by: $1, countingAsked: countingAsked)) }
  }

  public func questionsRead(by item: Score.Item, countingAsked: Bool = false) -> Set<QuestionID> {
    switch item {
    case .points(_, let condition, _): questionsRead(by: condition, countingAsked: countingAsked)
    case .add(.question(let question), _, _): [question]
    case .add(.score(let score), _, _): questionsRead(by: scores[score], countingAsked: countingAsked)
    case .each(_, let references, _): Set(references.map(\.question))
    }
  }
}
