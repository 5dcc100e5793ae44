import Triage

/// Which stops lie on a way to where a search wants to go, and which of them every way passes.
final class Course {
  /// By stop: whether the goal can still be reached from it, whatever the answers.
  let leadsThere: [Bool]
  /// By stop: whether standing there is the goal.
  let isTarget: [Bool]
  /// By stop: whether the goal is reached from it, whatever the answers.
  let isSure: [Bool]
  /// By stop that leads there: one of those that are the goal.
  let someTarget: [Int32]
  /// By stop: how many questions at least are asked before the goal is reached. One that may have been asked at another
  /// stop before is none.
  let distance: [Int32]
  /// By stop: how many questions at most are asked from it on, the one asked there included and none after a closed one.
  let furthest: [Int32]
  /// By stop, in the tree of the stops that every way passes: when it was entered and left. A stop that is passed by
  /// every way from another encloses it.
  private let entered: [Int32]
  private let left: [Int32]
  /// By stop: the next that every way passes; past the last stop there is the goal.
  private let must: [Int32]
  /// By diagram whose leaves are stops: whether it can end in one that leads to the goal.
  private var canGoOn = BooleanTable()

  /// - Parameters:
  ///   - next: by stop, which can come next.
  ///   - isTarget: by stop, whether the goal is reached by standing there.
  ///   - isClosed: by stop, whether standing there puts the goal out of reach.
  init(
    _ model: Model, _ next: [[Int32]], isTarget: (Int) -> Bool, isClosed: (Int) -> Bool = { _ in false }
  ) {
    let paths = model.paths
    let count = paths.next.count
    let isTarget = (0..<count).map(isTarget)
    self.isTarget = isTarget
    var leadsThere = Array(repeating: false, count: count)
    // The next stop that every way passes; the goal itself is number `count`.
    var must = Array(repeating: Int32(count), count: count + 1)
    var depth = Array(repeating: Int32(0), count: count + 1)
    var distance = Array(repeating: Int32(0), count: count)
    var (isSure, someTarget) = (isTarget, Array(repeating: Int32(-1), count: count))
    var furthest = Array(repeating: Int32(0), count: count)
    for stop in paths.order.reversed().map(Int.init) {
      let asksOne: Int32 = model.stops.asks(stop) { _ in true } ? 1 : 0
      furthest[stop] = asksOne + (isClosed(stop) ? 0 : next[stop].map { furthest[Int($0)] }.max() ?? 0)
      if isTarget[stop] {
        leadsThere[stop] = true
        someTarget[stop] = Int32(stop)
      } else if !isClosed(stop) {
        var common: Int32?
        for child in next[stop] where leadsThere[Int(child)] {
          let further =
            distance[Int(child)] + (asksOne > 0 && model.stops.asks(stop) { model.isFirst(stop, asking: $0) } ? 1 : 0)
          distance[stop] = common == nil ? further : min(distance[stop], further)
          common = common.map { Self.common($0, child, must, depth) } ?? child
        }
        guard let common else { continue }
        leadsThere[stop] = true
        isSure[stop] = next[stop].allSatisfy { isSure[Int($0)] }
        someTarget[stop] = someTarget[Int(next[stop].first { leadsThere[Int($0)] }!)]
        must[stop] = common
      } else {
        continue
      }
      depth[stop] = depth[Int(must[stop])] + 1
    }
    (self.leadsThere, self.distance, self.must) = (leadsThere, distance, must)
    (self.isSure, self.someTarget, self.furthest) = (isSure, someTarget, furthest)
    (entered, left) = Self.intervals(paths.order.map(Int.init).filter { leadsThere[$0] }, must, count)
  }

  /// Whether every way from a stop to the goal passes another, or it is that one.
  func passes(_ other: Int, from stop: Int) -> Bool {
    leadsThere[other] && entered[other] <= entered[stop] && left[stop] <= left[other]
  }

  /// The stops that every way from a stop to the goal passes, itself first.
  func passed(from stop: Int) -> some Sequence<Int> {
    sequence(first: stop) { [must, leadsThere] in
      let next = Int(must[$0])
      return next < leadsThere.count ? next : nil
    }
  }

  /// Whether what is left of a decision can still lead to the goal.
  func canGoOn(by decision: Diagrams.Ref, _ diagrams: Diagrams) -> Bool {
    diagrams.canEnd(decision, known: &canGoOn) { leadsThere[Int($0)] }
  }

  private static func common(_ one: Int32, _ other: Int32, _ must: [Int32], _ depth: [Int32]) -> Int32 {
    var (one, other) = (Int(one), Int(other))
    while one != other {
      if depth[one] >= depth[other] { one = Int(must[one]) } else { other = Int(must[other]) }
    }
    return Int32(one)
  }

  /// Numbers the stops so that those enclosed by one lie between its two numbers.
  private static func intervals(_ order: [Int], _ must: [Int32], _ count: Int) -> (entered: [Int32], left: [Int32]) {
    var sizes = Array(repeating: Int32(1), count: count + 1)
    for stop in order { sizes[Int(must[stop])] += sizes[stop] }
    var (entered, left) = (Array(repeating: Int32(0), count: count + 1), Array(repeating: Int32(0), count: count + 1))
    var free = Array(repeating: Int32(1), count: count + 1)
    for stop in order.reversed() {
      let parent = Int(must[stop])
      entered[stop] = free[parent]
      free[parent] += sizes[stop]
      free[stop] = entered[stop] + 1
      left[stop] = entered[stop] + sizes[stop] - 1
    }
    return (entered, left)
  }
}

extension Model {
  /// Whether no other stop can have asked a question before.
  fileprivate func isFirst(_ stop: Int, asking question: QuestionID) -> Bool {
    asking[question.position].allSatisfy { paths.rank[stop] <= paths.rank[Int($0)] }
  }
}
