import Triage

extension RandomTree {
  /// A condition that uses these questions, and says `was asked` of those mentioned, or of any.
  mutating func condition(over usable: [QuestionID], mentioning: [QuestionID]? = nil) -> Condition {
    let scope = Scope(usable: usable, mentionable: mentioning ?? grammar.questions.ids)
    return namingUnsure(condition(scope, depth: 3))
  }

  /// A condition that uses these questions, and says of none whether it was asked.
  mutating func plainCondition(over usable: [QuestionID]) -> Condition {
    namingUnsure(condition(Scope(usable: usable, mentionable: [], mayMention: false), depth: 3))
  }

  /// What a condition may speak of.
  struct Scope {
    var usable: [QuestionID]
    var mentionable: [QuestionID]
    /// Whether questions with `unsure: own` are among them.
    var mayUseOwn = true
    /// Whether facts and scores in it may say `was asked`.
    var mayMention = true
  }

  mutating func condition(_ scope: Scope, depth: Int) -> Condition {
    guard depth > 0 else { return test(scope) }
    switch random.pick(weighted: [50, 8, 9, 9, 8, 8, 8]) {
    case 0: return test(scope)
    case 1: return .not(condition(scope, depth: depth - 1))
    case 2: return .all(conditions(2...3, scope, depth: depth - 1))
    case 3: return .any(conditions(2...3, scope, depth: depth - 1))
    case 4:
      let parts = conditions(1...4, scope, depth: depth - 1)
      return .count(count(of: parts.count), of: parts, mark())
    case 5: return .fact(fact(scope), mark())
    default:
      let score = score(scope)
      return .score(score, test(of: grammar.scores[score]), mark())
    }
  }

  private mutating func conditions(_ count: ClosedRange<Int>, _ scope: Scope, depth: Int) -> [Condition] {
    (0..<random.number(in: count)).map { _ in condition(scope, depth: depth) }
  }

  private mutating func count(of parts: Int) -> Count {
    switch random.number(in: 0...2) {
    case 0: .atLeast(random.number(in: 1...parts))
    case 1: .exactly(random.number(in: 0...parts))
    default: .atMost(random.number(in: 0...parts))
    }
  }

  private mutating func test(_ scope: Scope) -> Condition {
    let usable = scope.usable.filter { scope.mayUseOwn || !isOwn($0) }
    let mentionable = scope.mentionable.filter { usable.contains($0) || !isOwn($0) }
    if !mentionable.isEmpty && random.chance(usable.isEmpty ? 70 : 4) {
      return .question(random.pick(mentionable), .wasAsked, mark())
    }
    guard !usable.isEmpty, !random.chance(4) else { return random.chance(50) ? .always : .never }
    // The questions asked last are the likeliest, so that decisions follow them.
    let question = random.chance(40) ? usable.last! : random.pick(usable)
    return .question(question, test(of: grammar.questions[question]), mark())
  }

  private mutating func test(of question: Question) -> QuestionTest {
    if random.chance(12) { return .isUnsure }
    switch question.kind {
    case .yesNo: return .isOne(of: [literal(of: question)])
    case .choice(let choices):
      let picked = random.pick(random.number(in: 1...choices.count), of: Array(choices.indices))
      return .isOne(of: picked.map { Literal(.choice($0), at: mark()) })
    case .choices(let choices):
      let picked = random.pick(random.number(in: 1...min(3, choices.count)), of: Array(choices.indices))
      return .has(
        random.pick([.any, .all, .none]), of: picked.map { Literal(.choice($0), at: mark()) })
    case .number, .duration:
      if random.chance(20) {
        let ends = [literal(of: question), literal(of: question)].sorted { $0.value.size < $1.value.size }
        return .between(ends[0], ends[1])
      }
      return .compares(comparison(), literal(of: question))
    }
  }

  /// Whether a question that is answered "not sure" is neither its one nor its other answer.
  func isOwn(_ question: QuestionID) -> Bool { grammar.questions[question].unsure?.isOwn == true }

  private mutating func literal(of question: Question) -> Literal { Literal(value(of: question), at: mark()) }

  mutating func comparison() -> Comparison { random.pick([.less, .atMost, .equal, .atLeast, .more]) }
}

extension Value {
  var size: Int64 {
    switch self {
    case .number(let number): number.millionths
    case .duration(let minutes): minutes.count
    case .yesNo, .choice, .choices: 0
    }
  }
}

// MARK: - Facts

extension RandomTree {
  /// A fact over these questions, written now or before.
  mutating func fact(_ scope: Scope) -> FactID {
    let suitable = grammar.facts.ids.filter {
      isSuitable(grammar.questionsRead(by: grammar.facts[$0].condition), scope)
        && (scope.mayMention || !grammar.mentionsAsking(grammar.facts[$0].condition))
    }
    if !suitable.isEmpty && random.chance(50) { return random.pick(suitable) }
    let condition = namingUnsure(condition(scope, depth: 1))
    let means = random.chance(50) ? "It is so." : nil
    grammar.facts.append(
      Fact(name: "fact\(grammar.facts.count)", part: mark(), condition: condition, means: means))
    return grammar.facts.ids.last!
  }

  func isSuitable(_ read: Set<QuestionID>, _ scope: Scope) -> Bool {
    read.isSubset(of: scope.usable)
      && (scope.mayUseOwn || !read.contains { isOwn($0) })
  }

  /// The condition, made to say `is unsure` of every question it uses that is not sure in its own right.
  private mutating func namingUnsure(_ condition: Condition) -> Condition {
    var result = condition
    let uses = grammar.tests(in: condition)
    let named = Set(uses.filter { $0.test == .isUnsure }.map(\.question))
    let unnamed = Set(uses.map(\.question)).subtracting(named)
    for question in unnamed.sorted() where isOwn(question) {
      let isUnsure = Condition.question(question, .isUnsure, mark())
      result = random.chance(50) ? .any([result, isUnsure]) : .all([result, .not(isUnsure)])
    }
    return result
  }
}

extension Grammar {
  /// Whether a condition says of any question whether it was asked, facts and scores expanded.
  func mentionsAsking(_ condition: Condition) -> Bool {
    switch condition {
    case .always, .never: false
    case .not(let inner): mentionsAsking(inner)
    case .all(let parts), .any(let parts), .count(_, of: let parts, _): parts.contains { mentionsAsking($0) }
    case .fact(let fact, _): mentionsAsking(facts[fact].condition)
    case .question(_, let test, _): test == .wasAsked
    case .score(let score, _, _): mentionsAsking(scores[score])
    }
  }

  func mentionsAsking(_ score: Score) -> Bool {
    score.items.contains { item in
      switch item {
      case .points(_, let condition, _): mentionsAsking(condition)
      case .add(.score(let inner), _, _): mentionsAsking(scores[inner])
      case .add, .each: false
      }
    }
  }

  /// The tests of questions in a condition, facts expanded.
  func tests(in condition: Condition) -> [(question: QuestionID, test: QuestionTest)] {
    switch condition {
    case .always, .never, .score: []
    case .not(let inner): tests(in: inner)
    case .all(let parts), .any(let parts), .count(_, of: let parts, _): parts.flatMap { tests(in: $0) }
    case .fact(let fact, _): tests(in: facts[fact].condition)
    case .question(let question, let test, _): [(question, test)]
    }
  }
}
