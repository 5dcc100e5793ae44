import Triage

/// A test of a sum of which some items are not known yet.
///
/// What is known has been taken off `limit`, so that two sums that still need the same are one.
struct SumTest: Hashable {
  var relation: Relation
  /// What the items still unknown have to come to.
  var limit: Int128
  /// Nothing that counts has been answered so far, and something has to be; only for shares of what was answered.
  var lacksAnswer: Bool
  /// Diagrams that end in a weight, in the order of their numbers.
  var items: [Diagrams.Ref]

  enum Relation: Hashable {
    case compares(Comparison)
    /// Nothing that counts was answered.
    case isUnsure
  }
}

/// What one item adds.
struct Weight: Hashable {
  var points: Int128
  /// Whether the item counts as answered.
  var isAnswered: Bool
}

/// What an item can still add.
struct Bounds {
  var least: Int128
  var most: Int128
  var canBeAnswered: Bool
}

extension Diagrams {
  func weight(_ points: Int128, isAnswered: Bool) -> Ref {
    let weight = Weight(points: points, isAnswered: isAnswered)
    if let known = weightNumbers[weight] { return leaf(known) }
    let number = Int32(weights.count)
    weights.append(weight)
    weightNumbers[weight] = number
    return leaf(number)
  }

  /// The diagram that goes one way or the other as a sum passes a test or not.
  func node(_ sum: SumTest, ifHolds: Ref, ifFails: Ref) -> Ref {
    let settled = settle(sum)
    if let holds = outcome(of: settled) { return holds ? ifHolds : ifFails }
    if ifHolds == ifFails { return ifHolds }
    return node(.sum(number(settled)), ifHolds: ifHolds, ifFails: ifFails)
  }

  /// The same test with every item that is known taken off.
  private func settle(_ sum: SumTest) -> SumTest {
    var settled = sum
    settled.items = []
    for item in sum.items {
      if let number = value(item) {
        settled.limit -= weights[Int(number)].points
        if weights[Int(number)].isAnswered { settled.lacksAnswer = false }
      } else {
        settled.items.append(item)
      }
    }
    settled.items.sort()
    if settled.relation == .isUnsure { settled.limit = 0 }
    return settled
  }

  private func number(_ sum: SumTest) -> Int32 {
    if let known = sumNumbers[sum] { return known }
    let number = Int32(sums.count)
    sums.append(sum)
    sumNumbers[sum] = number
    return number
  }

  /// Whether a test comes out one way whatever its items come to.
  private func outcome(of sum: SumTest) -> Bool? {
    var (least, most, canBeAnswered) = (Int128(0), Int128(0), false)
    for item in sum.items {
      let bounds = bounds(of: item)
      least += bounds.least
      most += bounds.most
      canBeAnswered = canBeAnswered || bounds.canBeAnswered
    }
    guard case .compares(let comparison) = sum.relation else {
      return sum.lacksAnswer ? (canBeAnswered ? nil : true) : false
    }
    if sum.lacksAnswer, !canBeAnswered { return false }
    switch comparison.outcome(from: least, to: most, against: sum.limit) {
    case true: return sum.lacksAnswer ? nil : true
    case false: return false
    case nil: return nil
    }
  }

  private func bounds(of item: Ref) -> Bounds {
    if let known = sumBounds[item] { return known }
    let node = nodes[Int(item)]
    var bounds: Bounds
    if node.test == .none {
      let weight = weights[Int(node.ifHolds)]
      bounds = Bounds(least: weight.points, most: weight.points, canBeAnswered: weight.isAnswered)
    } else {
      let (one, other) = (self.bounds(of: node.ifHolds), self.bounds(of: node.ifFails))
      bounds = Bounds(
        least: min(one.least, other.least), most: max(one.most, other.most),
        canBeAnswered: one.canBeAnswered || other.canBeAnswered)
    }
    sumBounds[item] = bounds
    return bounds
  }
}

extension Comparison {
  /// Whether every number of a range, or none, compares so with a limit; nil where some do.
  fileprivate func outcome(from least: Int128, to most: Int128, against limit: Int128) -> Bool? {
    switch self {
    case .less: most < limit ? true : least >= limit ? false : nil
    case .atMost: most <= limit ? true : least > limit ? false : nil
    case .atLeast: least >= limit ? true : most < limit ? false : nil
    case .more: least > limit ? true : most <= limit ? false : nil
    case .equal: least > limit || most < limit ? false : least == most ? true : nil
    }
  }
}
