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
  /// Which items are not known yet, by the number of their list.
  var items: Int32

  enum Relation: Hashable {
    case compares(Comparison)
    /// Nothing that counts was answered.
    case isUnsure
  }

  /// For a test of less than something, the test of at least as much that fails where it holds: the two are one then. A
  /// sum without an answer passes neither.
  var opposite: SumTest? {
    guard !lacksAnswer, case .compares(let comparison) = relation else { return nil }
    var opposite = self
    switch comparison {
    case .less: opposite.relation = .compares(.atLeast)
    case .atMost: opposite.relation = .compares(.more)
    case .atLeast, .more, .equal: return nil
    }
    return opposite
  }
}

/// What one item adds.
struct Weight: Hashable {
  var points: Int128
  /// Whether the item counts as answered.
  var isAnswered: Bool
}

/// What an item, or several, can still add.
struct Bounds {
  var least: Int128 = 0
  var most: Int128 = 0
  var canBeAnswered = false
}

/// Items of a sum: diagrams that end in a weight, in the order of their numbers.
struct ItemList {
  var items: [Diagrams.Ref]
  var bounds: Bounds
  var reads: UInt64
}

/// A list of items after something has become known: what is left of it, and what has been added up.
struct ShorterList {
  var list: Int32
  var known: Weight
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
    var sum = sum
    if sum.relation == .isUnsure { sum.limit = 0 }
    if let holds = outcome(of: sum) { return holds ? ifHolds : ifFails }
    if ifHolds == ifFails { return ifHolds }
    guard let opposite = sum.opposite else { return node(.sum(number(sum)), ifHolds: ifHolds, ifFails: ifFails) }
    return node(.sum(number(opposite)), ifHolds: ifFails, ifFails: ifHolds)
  }

  /// A test of which these items are not known yet, or are by now.
  func sum(_ relation: SumTest.Relation, _ limit: Int128, lacksAnswer: Bool, of items: [Ref]) -> SumTest {
    shortened(SumTest(relation: relation, limit: limit, lacksAnswer: lacksAnswer, items: 0), to: list(of: items))
  }

  /// What is left of a test when more is known of its items.
  func shortened(_ sum: SumTest, to shorter: ShorterList) -> SumTest {
    SumTest(
      relation: sum.relation, limit: sum.limit - shorter.known.points,
      lacksAnswer: sum.lacksAnswer && !shorter.known.isAnswered, items: shorter.list)
  }

  /// The list of some items, those whose weight is known taken off.
  func list(of all: [Ref]) -> ShorterList {
    var (items, known) = ([Ref](), Weight(points: 0, isAnswered: false))
    for item in all {
      guard let number = value(item) else {
        items.append(item)
        continue
      }
      known.points += weights[Int(number)].points
      known.isAnswered = known.isAnswered || weights[Int(number)].isAnswered
    }
    items.sort()
    let hash = Mixed.hash(of: items)
    if let number = listPlaces.find(hash, where: { lists[Int($0)].items == items }) {
      return ShorterList(list: number, known: known)
    }
    var list = ItemList(items: items, bounds: Bounds(), reads: 0)
    for item in items {
      let own = bounds(of: item)
      list.bounds.least += own.least
      list.bounds.most += own.most
      list.bounds.canBeAnswered = list.bounds.canBeAnswered || own.canBeAnswered
      list.reads |= reads[Int(item)]
    }
    lists.append(list)
    listPlaces.insert(Int32(lists.count - 1)) { Mixed.hash(of: lists[Int($0)].items) }
    return ShorterList(list: Int32(lists.count - 1), known: known)
  }

  /// What is left of a list when more is known.
  func restrict(list: Int32, by move: Int32) -> ShorterList {
    if let place = shorterNumbers[list, move] { return shorter[Int(place)] }
    let result = self.list(of: lists[Int(list)].items.map { restrict($0, by: move) })
    shorterNumbers.insert(Int32(shorter.count), for: list, move)
    shorter.append(result)
    return result
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
    let bounds = lists[Int(sum.items)].bounds
    let (least, most, canBeAnswered) = (bounds.least, bounds.most, bounds.canBeAnswered)
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
