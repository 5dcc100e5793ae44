import Triage

/// Two versions of a tree as one, whose first question is which of them to follow.
///
/// So what differs between them is what differs between two patients who answer that question differently, and is found
/// in the same way. A question that both versions have, and understand alike, is one question; one that they read
/// otherwise (another "not sure", say) is two, of which every patient gives the same answer to both.
struct BothTrees {
  let tree: Tree
  /// The question which version to follow: no is the old one.
  let version: QuestionID
  /// By question of the new version: the one of the old that is the same to a patient.
  let counterparts: [QuestionID?]
  /// By question of both: the one that the same answer goes to in the new version, where it is another.
  let twins: [Int: Int]
  let renumbering: Renumbering
  let oldOutcomes: Int
  let oldStretches: Int

  init(_ old: Grammar, _ new: Grammar) {
    let counterparts = new.questions.map { question in
      old.questions.ids.first { Self.isSame(old.questions[$0], question) }
    }
    var numbers: [QuestionID] = []
    var questions = old.questions
    var twins: [Int: Int] = [:]
    for (question, counterpart) in zip(new.questions, counterparts) {
      if let counterpart, Self.isReadAlike(old, old.questions[counterpart], new, question) {
        numbers.append(counterpart)
      } else {
        let number = QuestionID(questions.count)
        if let counterpart, old.questions[counterpart].kind.hasSameAnswers(as: question.kind) {
          twins[counterpart.position] = number.position
        }
        numbers.append(number)
        questions.append(question)
      }
    }
    version = QuestionID(questions.count)
    questions.append(Self.versionQuestion)
    let moving = Renumbering(
      questions: numbers, facts: old.facts.count, scores: old.scores.count, sections: old.sections.count,
      outcomes: old.outcomes.count, stretches: old.stretches.count, programmes: old.programmes.count)
    for (place, question) in zip(numbers, new.questions) where place.position >= old.questions.count {
      questions[place.position].applies = question.applies.map { moving.moved($0) }
    }
    (renumbering, self.counterparts, self.twins) = (moving, counterparts, twins)
    (oldOutcomes, oldStretches) = (old.outcomes.count, old.stretches.count)
    tree = Tree(lowering: Self.grammar(old, new, questions, moving, version))
  }

  private static func grammar(
    _ old: Grammar, _ new: Grammar, _ questions: [Question], _ moving: Renumbering, _ version: QuestionID
  ) -> Grammar {
    var both = old
    both.questions = questions
    both.alarms = []
    both.guarantees = []
    both.onBehalf = nil
    both.facts += new.facts.map { fact in
      var fact = fact
      fact.condition = moving.moved(fact.condition)
      return fact
    }
    both.scores += new.scores.map { moving.moved($0) }
    both.sections += new.sections.map { moving.moved($0) }
    both.stretches += new.stretches.map { moving.moved($0) }
    both.programmes += new.programmes.map { programme in
      var programme = programme
      programme.list = moving.moved(programme.list)
      return programme
    }
    both.outcomes += new.outcomes.map { outcome in
      var outcome = outcome
      outcome.stretches = moving.moved(outcome.stretches)
      return outcome
    }
    let isOld = Condition.question(version, .isOne(of: [Literal(.no)]), .none)
    let branches = [
      Branch(if: isOld, to: .section(old.start)), Branch(to: .section(moving.moved(new.start))),
    ]
    both.start = SectionID(both.sections.count)
    both.sections.append(Section(name: "", steps: [Step(.ask(version, then: branches))]))
    return both
  }

  /// That the new version is worse than the old makes two patients of every pair, the first with the old one.
  private static var versionQuestion: Question {
    var question = Question(name: "", kind: .yesNo, ask: "")
    question.redFlag = .ranked([[.value(Literal(.no))], [.value(Literal(.yes))]], .none)
    return question
  }

  // MARK: What is the same

  /// Whether two questions are one to a patient: of the same name, the one before a change of name included.
  private static func isSame(_ old: Question, _ new: Question) -> Bool { old.name == new.name || old.name == new.was }

  /// Whether every answer means the same to both versions.
  private static func isReadAlike(_ old: Grammar, _ one: Question, _ new: Grammar, _ other: Question) -> Bool {
    one.kind.hasSameAnswers(as: other.kind) && one.kind.hasSameValues(as: other.kind) && one.unsure == other.unsure
      && one.unasked == other.unasked
      && one.applies.map { old.spelledOut($0) } == other.applies.map { new.spelledOut($0) }
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
  /// A condition in the names of the tree, facts and scores taken apart: the same text means the same.
  func spelledOut(_ condition: Condition) -> String {
    switch condition {
    case .fact(let fact, _): spelledOut(facts[fact].condition)
    case .question(let question, let test, _): "(\(questions[question].name) \(test))"
    case .score(let score, let test, _): "(\(scores[score].items.map(spelledOut)) \(scores[score].form) \(test))"
    case .not(let inner): "not(\(spelledOut(inner)))"
    case .all(let parts): "all(\(parts.map(spelledOut)))"
    case .any(let parts): "any(\(parts.map(spelledOut)))"
    case .count(let count, let parts, _): "\(count)(\(parts.map(spelledOut)))"
    case .always: "always"
    case .never: "never"
    }
  }

  private func spelledOut(_ item: Score.Item) -> String {
    switch item {
    case .points(let points, let condition, _): "\(points) \(spelledOut(condition))"
    case .add(.question(let question), let times, _): "\(questions[question].name) \(times)"
    case .add(.score(let score), let times, _): "\(scores[score].items.map(spelledOut)) \(times)"
    case .each(let points, let questions, _): "\(points) \(questions.map { self.questions[$0.question].name })"
    }
  }
}
