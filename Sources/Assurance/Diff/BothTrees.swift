import Triage

/// Two versions of a tree as one, whose first question is which of them to follow.
///
/// So what differs between them is what differs between two patients who answer that question differently, and is found
/// in the same way. A question that both versions have, and understand alike, is one question; one that they read
/// otherwise (another `unasked`, say) is two, of which every patient gives the same answer to both. Where they take other
/// answers, only who gives one that both take is compared.
struct BothTrees {
  let tree: Tree
  /// The question which version to follow: no is the old one.
  let version: QuestionID
  /// By question of the new version: what it is to the old one.
  let relations: [QuestionRelation]
  /// By question of both: the one that the same answer goes to in the new version, where it is another.
  let twins: [Int: Int]
  /// By question of both: the answers that both versions take, where they do not take the same.
  let accepted: [Int: CommonAnswers.Accepted]
  /// By question of both that they read alike but for "not sure": how each reads that; nil where not both take it.
  let unsure: [Int: Goal.Pair?]
  let renumbering: Renumbering
  let oldOutcomes: Int
  let oldStretches: Int

  init(_ old: Grammar, _ new: Grammar) {
    let relations = QuestionRelation.all(old, new)
    var numbers: [QuestionID] = []
    var questions = old.questions
    var (twins, accepted, places): ([Int: Int], [Int: CommonAnswers.Accepted], [Int: [Int]]) = ([:], [:], [:])
    for (question, relation) in zip(new.questions, relations) {
      if let common = relation.common, let counterpart = relation.counterpart {
        questions[counterpart.position].kind = common.old
        accepted[counterpart.position] = common.accepted
        places[numbers.count] = common.places
      }
      guard !relation.isOne, let counterpart = relation.counterpart else {
        numbers.append(relation.counterpart ?? QuestionID(questions.count))
        if relation.counterpart == nil { questions.append(question) }
        continue
      }
      twins[counterpart.position] = questions.count
      numbers.append(QuestionID(questions.count))
      questions.append(relation.common.map { question.taking($0) } ?? question)
    }
    version = QuestionID(questions.count)
    questions.append(Self.versionQuestion)
    let moving = Renumbering(
      questions: numbers, choices: places, facts: old.facts.count, scores: old.scores.count,
      sections: old.sections.count, outcomes: old.outcomes.count, stretches: old.stretches.count,
      programmes: old.programmes.count)
    for (place, question) in zip(numbers, new.questions) where place.position >= old.questions.count {
      questions[place.position].applies = question.applies.map { moving.moved($0) }
    }
    (renumbering, self.relations, self.twins, self.accepted) = (moving, relations, twins, accepted)
    (oldOutcomes, oldStretches) = (old.outcomes.count, old.stretches.count)
    unsure = Self.unsure(old, new, relations, questions)
    tree = Tree(lowering: Self.grammar(old, new, questions, moving, version))
  }

  private static func unsure(
    _ old: Grammar, _ new: Grammar, _ relations: [QuestionRelation], _ questions: [Question]
  ) -> [Int: Goal.Pair?] {
    var pairs: [Int: Goal.Pair?] = [:]
    for (question, relation) in zip(new.questions, relations) where relation.isOne {
      guard let counterpart = relation.counterpart else { continue }
      let (before, after) = (
        old.questions[counterpart].unsure, relation.common?.moved(question.unsure) ?? question.unsure
      )
      guard before != after else { continue }
      let kind = questions[counterpart.position].kind
      let slots = (Slot(notSure: before, kind), Slot(notSure: after, kind))
      pairs[counterpart.position] = .some(slots.0.flatMap { one in slots.1.map { Goal.Pair(first: one, second: $0) } })
    }
    return pairs
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
}

extension Question {
  /// The same question, which takes the answers of another version too.
  fileprivate func taking(_ common: CommonAnswers) -> Question {
    var question = self
    (question.kind, question.redFlag) = (common.new, nil)
    question.unsure = common.moved(unsure)
    question.unasked = unasked.map { common.moved($0) }
    return question
  }
}

extension Slot {
  /// The answer "not sure"; nil where it is none.
  fileprivate init?(notSure unsure: Question.Unsure?, _ kind: Question.Kind) {
    switch unsure {
    case .own: self.init(value: Slot.noValue, asked: true, unsure: true)
    case .counts(let literal): self.init(value: kind.checkedCode(of: literal), asked: true, unsure: true)
    case .askAgain, nil: return nil
    }
  }
}
