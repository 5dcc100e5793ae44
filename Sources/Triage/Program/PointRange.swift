/// What scores can come to, in exact millionths of a point.
package struct PointRange {
  private let grammar: Grammar
  /// By score, once worked out: the least and the most.
  private var known: [ClosedRange<Int64>?]

  package init(_ grammar: Grammar) {
    self.grammar = grammar
    known = Array(repeating: nil, count: grammar.scores.count)
  }

  /// The product of two numbers; nil where it is no whole number of millionths or beyond ``Number/limit``.
  static func product(_ first: Number, _ second: Number) -> Int64? {
    let (product, rest) = (Int128(first.millionths) * Int128(second.millionths))
      .quotientAndRemainder(dividingBy: Int128(Number.scale))
    return rest == 0 && abs(product) <= Int128(Number.limit.millionths) ? Int64(product) : nil
  }

  /// The least and the most that a score can come to; nil where that is not exact or beyond the limit.
  package mutating func range(of score: ScoreID) -> ClosedRange<Int64>? {
    if let range = known[score.position] { return range }
    var (least, most) = (Int128(0), Int128(0))
    for item in grammar.scores[score].items {
      guard let range = range(of: item) else { return nil }
      least += range.lowerBound
      most += range.upperBound
    }
    guard max(-least, most) <= Int128(Number.limit.millionths) else { return nil }
    known[score.position] = Int64(least)...Int64(most)
    return known[score.position]
  }

  /// The least and the most that an item can give.
  package mutating func range(of item: Score.Item) -> ClosedRange<Int128>? {
    switch item {
    case .points(let points, _, _): return Self.range(of: points, count: 1)
    case .each(let points, let questions, _): return Self.range(of: points, count: questions.count)
    case .add(let addend, let times, _):
      return range(of: addend, times: times).map { Int128($0.lowerBound)...Int128($0.upperBound) }
    }
  }

  mutating func range(of addend: Score.Addend, times: Number) -> ClosedRange<Int64>? {
    var ends: [Number]
    switch addend {
    case .score(let score):
      guard let range = range(of: score) else { return nil }
      ends = [Number(millionths: range.lowerBound), Number(millionths: range.upperBound)]
    case .question(let question):
      switch grammar.questions[question].kind {
      case .choice(let choices): ends = choices.map { $0.value ?? Number(0) }
      case .number(let range) where Self.product(range.step, times) != nil: ends = [range.low, range.high]
      default: return nil
      }
    }
    let products = ends.compactMap { Self.product($0, times) }
    guard let least = products.min(), let most = products.max(), products.count == ends.count else { return nil }
    return least...most
  }

  private static func range(of points: Number, count: Int) -> ClosedRange<Int128> {
    let all = Int128(points.millionths) * Int128(count)
    return min(0, all)...max(0, all)
  }
}
