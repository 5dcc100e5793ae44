import Triage

/// How the stops of a tree follow one another, whatever the answers.
final class Paths {
  /// By stop: which stops can come next.
  let next: [[Int32]]
  /// Each stop before all that can come after it.
  let order: [Int32]
  /// By stop: its place in that order.
  let rank: [Int32]
  /// By stop: one bit for each stop that can come after it, and for itself. Nil where there are too many.
  private let reached: [[UInt64]]?
  /// By stop: one bit for each question that every way to it has asked. Nil where there are too many stops.
  private let asked: [[UInt64]]?

  /// With more stops than this, what can still be reached is told by the order alone.
  private static let mostForBits = 4_096

  init(_ model: Model) {
    let first = model.first
    next = model.stops.all.indices.map { stop in
      if case .end = model.stops[stop].kind { return [] }
      return model.diagrams.leaves(of: model.onward[stop])
    }
    (order, rank) = Self.order(next, from: first)
    let isSmall = next.count <= Self.mostForBits
    reached = isSmall ? Self.reached(next, order) : nil
    asked = isSmall ? Self.asked(model, next, order) : nil
  }

  /// Whether every way to a stop has asked a question. False, too, where that is not known.
  func isAsked(_ question: Int, before stop: Int) -> Bool {
    guard let asked else { return false }
    return asked[stop][question >> 6] >> UInt64(question & 63) & 1 == 1
  }

  /// Whether a stop can come after another, or is it. Where there are very many, true also for some that cannot.
  func leads(from stop: Int, to later: Int) -> Bool {
    guard let reached else { return rank[stop] >= 0 && rank[later] >= rank[stop] }
    return reached[stop][later >> 6] >> UInt64(later & 63) & 1 == 1
  }

  private static func order(_ next: [[Int32]], from first: Int) -> (order: [Int32], rank: [Int32]) {
    var (finished, rank): ([Int32], [Int32]) = ([], Array(repeating: -1, count: next.count))
    var isSeen = Array(repeating: false, count: next.count)
    var open: [(stop: Int32, done: Int)] = [(Int32(first), 0)]
    isSeen[first] = true
    while let (stop, done) = open.last {
      guard done < next[Int(stop)].count else {
        finished.append(stop)
        open.removeLast()
        continue
      }
      open[open.count - 1].done += 1
      let child = next[Int(stop)][done]
      if !isSeen[Int(child)] {
        isSeen[Int(child)] = true
        open.append((child, 0))
      }
    }
    for (place, stop) in finished.reversed().enumerated() { rank[Int(stop)] = Int32(place) }
    return (finished.reversed(), rank)
  }

  private static func asked(_ model: Model, _ next: [[Int32]], _ order: [Int32]) -> [[UInt64]] {
    let words = (model.grammar.questions.count + 63) / 64
    let all = Array(repeating: UInt64.max, count: words)
    var asked = Array(repeating: all, count: next.count)
    if let first = order.first { asked[Int(first)] = Array(repeating: 0, count: words) }
    for stop in order.map(Int.init) {
      var bits = asked[stop]
      if case .ask(let question) = model.stops[stop].kind {
        bits[question.position >> 6] |= 1 << UInt64(question.position & 63)
      }
      for child in next[stop] {
        for word in 0..<words { asked[Int(child)][word] &= bits[word] }
      }
    }
    return asked
  }

  private static func reached(_ next: [[Int32]], _ order: [Int32]) -> [[UInt64]] {
    let words = (next.count + 63) / 64
    var reached = Array(repeating: Array(repeating: UInt64(0), count: words), count: next.count)
    for stop in order.reversed() {
      var bits = reached[Int(stop)]
      bits[Int(stop) >> 6] |= 1 << UInt64(stop & 63)
      for child in next[Int(stop)] {
        for word in 0..<words { bits[word] |= reached[Int(child)][word] }
      }
      reached[Int(stop)] = bits
    }
    return reached
  }
}
