import Triage

extension RandomTree {
  /// A score over these questions, written now or before.
  mutating func score(_ scope: Scope) -> ScoreID {
    let suitable = grammar.scores.ids.filter {
      isSuitable(grammar.questionsRead(by: grammar.scores[$0]), scope)
        && (scope.mayMention || !grammar.mentionsAsking(grammar.scores[$0]))
    }
    if !suitable.isEmpty && random.chance(60) { return random.pick(suitable) }
    var score = random.chance(40) ? percentage(scope) : sum(scope)
    score.name = "score\(grammar.scores.count)"
    grammar.scores.append(score)
    return grammar.scores.ids.last!
  }

  mutating func test(of score: Score) -> ScoreTest {
    let isPercentage = score.form == .percentOfAnswered
    if isPercentage && random.chance(15) { return .isUnsure }
    let literals = (isPercentage ? Self.percents : Self.points).map { Number(millionths: $0) }
    if random.chance(20) {
      let ends = [random.pick(literals), random.pick(literals)].sorted().map { Literal(.number($0), at: mark()) }
      return .between(ends[0], ends[1])
    }
    return .compares(comparison(), Literal(.number(random.pick(literals)), at: mark()))
  }

  private static let points: [Int64] = [-2_000_000, 0, 500_000, 1_000_000, 2_000_000, 3_500_000, 5_000_000, 10_000_000]
  private static let percents: [Int64] = [0, 25_000_000, 33_333_333, 33_333_334, 50_000_000, 66_666_667, 100_000_000]

  private mutating func sum(_ scope: Scope) -> Score {
    var scope = scope
    scope.mayUseOwn = false
    let items = (0..<random.number(in: 1...4)).map { _ in item(scope, isShare: false) }
    return Score(name: "", part: mark(), items: items)
  }

  private mutating func percentage(_ scope: Scope) -> Score {
    let items = (0..<random.number(in: 1...4)).map { _ in item(scope, isShare: true) }
    return Score(name: "", part: mark(), form: .percentOfAnswered, items: items)
  }

  /// An item; of a percentage, one that never gives less than nothing, and can give more.
  private mutating func item(_ scope: Scope, isShare: Bool) -> Score.Item {
    switch random.pick(weighted: [50, 30, 20]) {
    case 1: addition(scope, isShare: isShare) ?? pointsItem(scope, isShare: isShare)
    case 2: each(scope, isShare: isShare) ?? pointsItem(scope, isShare: isShare)
    default: pointsItem(scope, isShare: isShare)
    }
  }

  private mutating func pointsItem(_ scope: Scope, isShare: Bool) -> Score.Item {
    let condition = condition(scope, depth: 1)
    return .points(points(isShare), if: condition, mark())
  }

  private mutating func points(_ isShare: Bool) -> Number {
    let above: [Int64] = [500_000, 1_000_000, 2_000_000, 1_250_000]
    return Number(millionths: random.pick(isShare ? above : above + [-1_000_000, -1_500_000]))
  }

  private mutating func each(_ scope: Scope, isShare: Bool) -> Score.Item? {
    let yesNo = scope.usable.filter {
      grammar.questions[$0].kind == .yesNo && (scope.mayUseOwn || !isOwn($0))
    }
    guard !yesNo.isEmpty else { return nil }
    let picked = random.pick(random.number(in: 1...min(3, yesNo.count)), of: yesNo)
    return .each(points(isShare), of: picked.map { QuestionReference($0, at: mark()) }, mark())
  }

  private mutating func addition(_ scope: Scope, isShare: Bool) -> Score.Item? {
    let times = Number(
      millionths: random.pick(isShare ? [1_000_000, 2_000_000] : [1_000_000, 500_000, 3_000_000, -1_000_000]))
    let questions = scope.usable.filter {
      isAddable(grammar.questions[$0], isShare: isShare) && isSuitable([$0], scope)
    }
    let scores = grammar.scores.ids.filter {
      let score = grammar.scores[$0]
      return score.form == .sum && (!isShare || givesMore(score)) && isSuitable(grammar.questionsRead(by: score), scope)
        && (scope.mayMention || !grammar.mentionsAsking(score)) && depth(of: score) < 2
    }
    let addends = questions.map { Score.Addend.question($0) } + scores.map { .score($0) }
    return addends.isEmpty ? nil : .add(random.pick(addends), times: times, mark())
  }

  private func isAddable(_ question: Question, isShare: Bool) -> Bool {
    switch question.kind {
    case .number(let range): return !isShare || (Number(0) <= range.low && Number(0) < range.high)
    case .choice(let choices):
      let values = choices.compactMap(\.value)
      guard values.count == choices.count else { return false }
      return !isShare || (values.allSatisfy { Number(0) <= $0 } && values.contains { Number(0) < $0 })
    case .yesNo, .choices, .duration: return false
    }
  }

  /// Whether no item of a sum gives less than nothing, and all can give more.
  private func givesMore(_ score: Score) -> Bool {
    score.items.allSatisfy { item in
      switch item {
      case .points(let points, _, _), .each(let points, _, _): Number(0) < points
      case .add(.question(let question), let times, _):
        Number(0) < times && isAddable(grammar.questions[question], isShare: true)
      case .add(.score(let inner), let times, _): Number(0) < times && givesMore(grammar.scores[inner])
      }
    }
  }

  /// How many scores deep a score goes.
  private func depth(of score: Score) -> Int {
    score.items.reduce(0) { deepest, item in
      guard case .add(.score(let inner), _, _) = item else { return deepest }
      return max(deepest, 1 + depth(of: grammar.scores[inner]))
    }
  }
}
