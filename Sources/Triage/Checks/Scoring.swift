/// Exact arithmetic with points, in millionths: what scores can come to.
struct Scoring {
  let grammar: Grammar
  private(set) var problems: [Problem] = []
  /// By score: the least and the most that it can come to; 0 where that cannot be said.
  private var bounds: [ClosedRange<Int64>]

  /// - Parameter order: the scores, each after those that it adds.
  init(_ grammar: Grammar, order: [ScoreID]) {
    self.grammar = grammar
    bounds = Array(repeating: 0...0, count: grammar.scores.count)
    for score in order { bounds[score.position] = check(score) }
  }

  /// The product of two numbers in millionths; nil where it is no whole number of them or beyond the limit.
  static func product(_ first: Number, _ second: Number) -> Int64? {
    let (product, rest) = (Int128(first.millionths) * Int128(second.millionths))
      .quotientAndRemainder(dividingBy: Int128(Number.scale))
    guard rest == 0, abs(product) <= Int128(Number.limit.millionths) else { return nil }
    return Int64(product)
  }

  /// The least and the most that an addend can give; nil where that is not exact or beyond the limit.
  func bounds(of addend: Score.Addend, times: Number) -> ClosedRange<Int64>? {
    var products: [Int64?]
    switch addend {
    case .score(let score):
      let ends = [bounds[score.position].lowerBound, bounds[score.position].upperBound]
      products = ends.map { Self.product(Number(millionths: $0), times) }
    case .question(let question):
      switch grammar.questions[question].kind {
      case .choice(let choices): products = choices.map { Self.product($0.value ?? Number(0), times) }
      case .number(let range):
        products = [Self.product(range.low, times), Self.product(range.high, times)]
        if Self.product(range.step, times) == nil { products.append(nil) }
      default: return 0...0
      }
    }
    let exact = products.compactMap { $0 }
    guard let low = exact.min(), let high = exact.max(), exact.count == products.count else { return nil }
    return low...high
  }

  // MARK: Checking

  private mutating func check(_ score: ScoreID) -> ClosedRange<Int64> {
    let checked = grammar.scores[score]
    var (low, high) = (Int128(0), Int128(0))
    for item in checked.items {
      let range = check(item, of: score)
      if checked.form == .percentOfAnswered, range.lowerBound < 0 || range.upperBound == 0 {
        problems.append(Problem(.percentItemBelowZero(score), at: item.part))
      }
      low += range.lowerBound
      high += range.upperBound
    }
    guard max(-low, high) <= Int128(Number.limit.millionths) else {
      problems.append(Problem(.scoreTooLarge(score), at: checked.part))
      return 0...0
    }
    return Int64(low)...Int64(high)
  }

  /// The least and the most that an item gives.
  private mutating func check(_ item: Score.Item, of score: ScoreID) -> ClosedRange<Int128> {
    switch item {
    case .points(let points, _, _): return range(from: points, count: 1)
    case .each(let points, let questions, _):
      for asked in questions where grammar.questions[asked.question].kind != .yesNo {
        problems.append(Problem(.testWrongType(asked.question), at: asked.part))
      }
      return range(from: points, count: questions.count)
    case .add(let addend, let times, let part):
      if let problem = misfit(of: addend) {
        problems.append(Problem(problem, at: part))
      } else if let bounds = bounds(of: addend, times: times) {
        return Int128(bounds.lowerBound)...Int128(bounds.upperBound)
      } else {
        problems.append(Problem(.scoreInexact(score), at: part))
      }
      return 0...1
    }
  }

  private func range(from points: Number, count: Int) -> ClosedRange<Int128> {
    let all = Int128(points.millionths) * Int128(count)
    return min(0, all)...max(0, all)
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
}
