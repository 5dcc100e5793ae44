import Assurance
import Triage

/// Answers that are exactly what a fact of the tree says.
extension TreePair {
  /// The sentences of facts that hold for just these answers, which are taken out.
  func meanings(takenFrom answers: inout [Difference.Answers]) -> [String] {
    var meanings: [String] = []
    for fact in new.facts {
      guard let means = fact.means, let asked = new.answers(to: fact.condition), asked.count > 0,
        asked.allSatisfy({ wanted in answers.contains { isSame($0, wanted) } })
      else { continue }
      answers.removeAll { one in asked.contains { isSame(one, $0) } }
      meanings.append("\"\(means.last == "." ? String(means.dropLast()) : means)\"")
    }
    return meanings
  }

  private func isSame(_ answers: Difference.Answers, _ wanted: Grammar.Wanted) -> Bool {
    guard case .values(let ranges, let isUnsure) = answers.accepted else { return false }
    let question = new.questions[wanted.question]
    switch answers.question {
    case .new(let id) where id != wanted.question: return false
    case .old(let id)
    where old.questions[id].name != question.name && old.questions[id].name != question.was
      || !old.questions[id].kind.hasSameCodes(as: question.kind):
      return false
    default: return ranges == wanted.ranges && isUnsure == wanted.isUnsure
    }
  }
}

extension Grammar {
  /// The answers to one question of which a condition is true.
  struct Wanted: Equatable {
    var question: QuestionID
    var ranges: [ClosedRange<Int32>]
    var isUnsure: Bool
  }

  /// What a condition wants of each question; nil where that is no list of answers to single questions.
  fileprivate func answers(to condition: Condition) -> [Wanted]? {
    switch condition {
    case .fact(let fact, _): return answers(to: facts[fact].condition)
    case .all(let parts):
      let all = parts.compactMap { answers(to: $0) }
      guard all.count == parts.count else { return nil }
      let wanted = all.flatMap(\.self)
      return Set(wanted.map(\.question)).count == wanted.count ? wanted : nil
    case .question(let id, let test, _):
      let question = questions[id]
      guard let ranges = question.ranges(passing: test) else { return nil }
      return [Wanted(question: id, ranges: ranges, isUnsure: question.isUnsure(passing: test, ranges))]
    default: return nil
    }
  }
}

extension Question {
  /// The codes of the definite answers that pass a test; nil where it is of another kind.
  fileprivate func ranges(passing test: QuestionTest) -> [ClosedRange<Int32>]? {
    guard let last = kind.lastCode else { return nil }
    func code(_ literal: Literal) -> Int32? { try? kind.code(of: literal.value) }
    switch test {
    case .isOne(let literals): return Difference.Answers.merged(literals.compactMap(code).map { $0...$0 })
    case .isUnsure: return []
    case .between(let low, let high):
      guard let low = code(low), let high = code(high), low <= high else { return nil }
      return [low...high]
    case .compares(let comparison, let literal):
      guard let code = code(literal) else { return nil }
      let (low, high): (Int32, Int32) =
        switch comparison {
        case .less: (0, code - 1)
        case .atMost: (0, code)
        case .equal: (code, code)
        case .atLeast: (code, last)
        case .more: (code + 1, last)
        }
      return low <= high ? [low...high] : []
    case .has, .wasAsked: return nil
    }
  }

  /// Whether "not sure" passes a test that these codes pass.
  fileprivate func isUnsure(passing test: QuestionTest, _ ranges: [ClosedRange<Int32>]) -> Bool {
    if test == .isUnsure { return true }
    guard case .counts(let literal) = unsure, let code = try? kind.code(of: literal.value) else { return false }
    return ranges.contains { $0.contains(code) }
  }
}

extension Question.Kind {
  /// Whether a code stands for the same answer, as far as answers by value go.
  fileprivate func hasSameCodes(as other: Question.Kind) -> Bool {
    switch (self, other) {
    case (.yesNo, .yesNo): true
    case (.choice(let ours), .choice(let theirs)): ours.map(\.name) == theirs.map(\.name)
    case (.number(let ours), .number(let theirs)): ours == theirs
    case (.duration(let ours), .duration(let theirs)): ours == theirs
    default: false
    }
  }
}
