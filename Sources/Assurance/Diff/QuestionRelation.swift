import Triage

/// What a question of the new version is to the questions of the old one.
struct QuestionRelation {
  /// The one that is the same to a patient: of the same name, the one before a change of name included, and answers that
  /// can be compared.
  var counterpart: QuestionID?
  /// How the answers of both go together, where they are not the same.
  var common: CommonAnswers?
  /// Whether both versions read every definite answer alike, and where it was not asked.
  var isOne = false
  /// The one of the same name whose answers cannot be compared: the type is another, say.
  var incomparable: QuestionID?

  /// By question of the new version.
  static func all(_ old: Grammar, _ new: Grammar) -> [QuestionRelation] {
    let (oldShared, newShared) = (old.questionsInShares, new.questionsInShares)
    var taken: Set<QuestionID> = []
    var relations = new.questions.ids.map { id -> QuestionRelation in
      let question = new.questions[id]
      let counterpart = old.questions.ids.first {
        (old.questions[$0].name == question.name || old.questions[$0].name == question.was) && !taken.contains($0)
      }
      guard let counterpart else { return QuestionRelation() }
      taken.insert(counterpart)
      let isInShare = oldShared.contains(counterpart) || newShared.contains(id)
      return QuestionRelation(counterpart, old.questions[counterpart].kind, question.kind, isInShare: isInShare)
    }
    for id in new.questions.ids { relations[id.position].isOne = isReadAlike(id, relations, old, new) }
    // Whom a question is meant for is the same only where all that it rests on is.
    while let id = new.questions.ids.first(where: { rests($0, onOthersThanOne: relations, new) }) {
      relations[id.position].isOne = false
    }
    return relations
  }

  private init() {}

  /// - Parameter isInShare: whether a score tells which part of the most points was reached, and so depends on what is most.
  private init(_ counterpart: QuestionID, _ old: Question.Kind, _ new: Question.Kind, isInShare: Bool) {
    self.counterpart = counterpart
    guard !old.hasSameAnswers(as: new) else { return }
    common = CommonAnswers(old, new)
    if case .number = new, isInShare { common = nil }
    guard common == nil else { return }
    (self.counterpart, incomparable) = (nil, counterpart)
  }

  // MARK: What is read alike

  private static func isReadAlike(
    _ id: QuestionID, _ relations: [QuestionRelation], _ old: Grammar, _ new: Grammar
  ) -> Bool {
    guard let counterpart = relations[id.position].counterpart else { return false }
    let (one, other, common) = (old.questions[counterpart], new.questions[id], relations[id.position].common)
    func moved(_ literal: Literal) -> Literal { common?.moved(literal) ?? literal }
    let isWorthTheSame = common?.hasSameValues ?? one.kind.hasSameValues(as: other.kind)
    let isInShare = common != nil && (old.questionsInShares.contains(counterpart) || new.questionsInShares.contains(id))
    guard isWorthTheSame, !isInShare, one.unasked == other.unasked.map(moved) else {
      return false
    }
    let applies = other.applies.map { condition in
      new.spelledOut(condition) { question, literal in
        let relation = relations[question.position]
        let name = relation.counterpart.map { "\($0.position)" } ?? "new \(question.position)"
        return (name, literal.map { relation.common?.moved($0) ?? $0 })
      }
    }
    return one.applies.map { old.spelledOut($0) { ("\($0.position)", $1) } } == applies
  }

  private static func rests(_ id: QuestionID, onOthersThanOne relations: [QuestionRelation], _ new: Grammar) -> Bool {
    guard relations[id.position].isOne, let applies = new.questions[id].applies else { return false }
    return new.questions(in: applies).contains { !relations[$0.position].isOne }
  }
}

extension Question.Kind {
  /// Whether two questions take the same answers, by the same codes.
  func hasSameAnswers(as other: Question.Kind) -> Bool {
    switch (self, other) {
    case (.yesNo, .yesNo): true
    case (.choice(let ours), .choice(let theirs)), (.choices(let ours), .choices(let theirs)):
      ours.count == theirs.count && zip(ours, theirs).allSatisfy { $0.name == $1.name || $0.name == $1.was }
    case (.number(let ours), .number(let theirs)): ours == theirs
    case (.duration(let ours), .duration(let theirs)): ours == theirs
    default: false
    }
  }

  /// Whether their choices are worth the same.
  fileprivate func hasSameValues(as other: Question.Kind) -> Bool {
    guard case (.choice(let ours), .choice(let theirs)) = (self, other) else { return true }
    return ours.map(\.value) == theirs.map(\.value)
  }
}

extension Grammar {
  /// What a question is called, and what a literal of it, where there is one, is beside it.
  fileprivate typealias Spelling = (QuestionID, Literal?) -> (String, Literal?)

  /// A condition, facts and scores taken apart: the same text means the same.
  fileprivate func spelledOut(_ condition: Condition, _ spelling: Spelling) -> String {
    func all(_ parts: [Condition]) -> String { "\(parts.map { spelledOut($0, spelling) })" }
    switch condition {
    case .fact(let fact, _): return spelledOut(facts[fact].condition, spelling)
    case .question(let question, let test, _): return spelledOut(question, test, spelling)
    case .score(let score, let test, _):
      return "(\(scores[score].items.map { spelledOut($0, spelling) }) \(scores[score].form) \(test))"
    case .not(let inner): return "not(\(spelledOut(inner, spelling)))"
    case .all(let parts): return "all\(all(parts))"
    case .any(let parts): return "any\(all(parts))"
    case .count(let count, let parts, _): return "\(count)\(all(parts))"
    case .always: return "always"
    case .never: return "never"
    }
  }

  private func spelledOut(_ question: QuestionID, _ test: QuestionTest, _ spelling: Spelling) -> String {
    func literals(_ literals: [Literal]) -> String { "\(literals.map { spelling(question, $0).1!.value })" }
    let name = spelling(question, nil).0
    return switch test {
    case .isOne(let all): "(\(name) is \(literals(all)))"
    case .has(let quantifier, let all): "(\(name) has \(quantifier) \(literals(all)))"
    case .compares(let comparison, let literal): "(\(name) \(comparison) \(literals([literal])))"
    case .between(let low, let high): "(\(name) between \(literals([low, high])))"
    case .isUnsure: "(\(name) unsure)"
    case .wasAsked: "(\(name) asked)"
    }
  }

  private func spelledOut(_ item: Score.Item, _ spelling: Spelling) -> String {
    switch item {
    case .points(let points, let condition, _): "\(points) \(spelledOut(condition, spelling))"
    case .add(.question(let question), let times, _): "\(spelling(question, nil).0) \(times)"
    case .add(.score(let score), let times, _):
      "\(scores[score].items.map { spelledOut($0, spelling) }) \(times)"
    case .each(let points, let questions, _): "\(points) \(questions.map { spelling($0.question, nil).0 })"
    }
  }

  /// The questions that a condition reads.
  fileprivate func questions(in condition: Condition) -> Set<QuestionID> {
    switch condition {
    case .always, .never: []
    case .not(let inner): questions(in: inner)
    case .all(let parts), .any(let parts), .count(_, let parts, _):
      parts.reduce(into: []) { $0.formUnion(questions(in: $1)) }
    case .fact(let fact, _): questions(in: facts[fact].condition)
    case .question(let question, _, _): [question]
    case .score(let score, _, _): questions(in: score)
    }
  }

  private func questions(in score: ScoreID) -> Set<QuestionID> {
    scores[score].items.reduce(into: []) { found, item in
      switch item {
      case .points(_, let condition, _): found.formUnion(questions(in: condition))
      case .add(.question(let question), _, _): found.insert(question)
      case .add(.score(let other), _, _): found.formUnion(questions(in: other))
      case .each(_, let questions, _): found.formUnion(questions.map(\.question))
      }
    }
  }

  /// The questions whose answers are added up by a score which tells a part of the most points.
  fileprivate var questionsInShares: Set<QuestionID> {
    scores.ids.filter { scores[$0].form == .percentOfAnswered }.reduce(into: []) {
      $0.formUnion(questionsAdded(by: $1))
    }
  }

  private func questionsAdded(by score: ScoreID) -> Set<QuestionID> {
    scores[score].items.reduce(into: []) { found, item in
      switch item {
      case .points, .each: break
      case .add(.question(let question), _, _): found.insert(question)
      case .add(.score(let other), _, _): found.formUnion(questionsAdded(by: other))
      }
    }
  }
}
