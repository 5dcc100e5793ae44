import Triage

/// A state as it is worked on.
struct Node {
  /// What is left of the premise.
  var premise: Diagrams.Ref
  /// Questions asked so far, where the goal counts them.
  var count: Int32 = 0
  /// Whether the target was reached, and all that is left is to end where the goal wants it.
  var isPastTarget: Bool {
    get { count < 0 }
    set { count = newValue ? -1 : 0 }
  }
  /// How far a question is decided of which several can be picked: 0 not at all, else one more than its choices decided.
  var decided: Int32 = 0
  /// By which of the ways to differ in that question it is decided.
  var fork: Int32 = 0
  /// What was picked so far, by both.
  var picked: (Int32, Int32) = (0, 0)
  var first: Traveller
  /// Missing as long as both are the same.
  var second: Traveller?

  init(premise: Diagrams.Ref, first: Traveller) {
    (self.premise, self.first) = (premise, first)
  }

  /// Everything in which states differ.
  var key: [Int32] {
    var key = [premise, count, decided, fork, second == nil ? 0 : 1]
    key.reserveCapacity(16 + 2 * (first.touched.count + (second?.touched.count ?? 0)))
    Self.append(first, to: &key)
    if let second { Self.append(second, to: &key) }
    return key
  }

  private static func append(_ traveller: Traveller, to key: inout [Int32]) {
    key += [Int32(traveller.stop), Int32(traveller.touched.count)]
    for touched in traveller.touched {
      key.append(touched.reader)
      key.append(touched.rest)
    }
  }

  init(_ key: ArraySlice<Int32>, _ payload: Payload.Item) {
    var place = key.startIndex
    func next() -> Int32 {
      defer { place += 1 }
      return key[place]
    }
    premise = next()
    (count, decided, fork) = (next(), next(), next())
    let isApart = next() == 1
    func traveller(_ entered: [Traveller.Entered]) -> Traveller {
      var traveller = Traveller(stop: Int(next()), entered: entered)
      traveller.touched.reserveCapacity(Int(key[place]))
      for _ in 0..<next() { traveller.touched.append(Traveller.Touched(reader: next(), rest: next())) }
      return traveller
    }
    first = traveller(payload.first)
    second = isApart ? traveller(payload.second) : nil
    picked = payload.picked
  }
}

/// What goes with states and is no part of what tells them apart: one patient's answers stand for all.
struct Payload {
  struct Item {
    var first: [Traveller.Entered]
    var second: [Traveller.Entered]
    var picked: (Int32, Int32)
  }

  private var entered: [Traveller.Entered] = []
  private var bounds: [(middle: Int, end: Int)] = []
  private var picked: [(Int32, Int32)] = []
  /// Of states that were come to by a better way since.
  private var replaced: [Int: Item] = [:]

  /// Bytes, about.
  var size: Int { 16 * entered.count + 24 * picked.count }

  mutating func append(_ node: Node) {
    entered += node.first.entered
    let middle = entered.count
    if let second = node.second { entered += second.entered }
    bounds.append((middle, entered.count))
    picked.append(node.picked)
  }

  mutating func replace(_ state: Int, by node: Node) {
    replaced[state] = Item(first: node.first.entered, second: node.second?.entered ?? [], picked: node.picked)
  }

  subscript(state: Int) -> Item {
    if !replaced.isEmpty, let item = replaced[state] { return item }
    let start = state == 0 ? 0 : bounds[state - 1].end
    return Item(
      first: Array(entered[start..<bounds[state].middle]),
      second: Array(entered[bounds[state].middle..<bounds[state].end]), picked: picked[state])
  }
}

/// The states that are still to be looked at: the lowest number first, and the latest of those.
struct Frontier {
  private var buckets: [[Int]] = []
  /// Lower than this is no state.
  private(set) var lowest = 0

  mutating func add(_ state: Int, at number: Int) {
    while buckets.count <= number { buckets.append([]) }
    buckets[number].append(state)
    lowest = min(lowest, number)
  }

  mutating func next() -> Int? {
    while lowest < buckets.count {
      if let state = buckets[lowest].popLast() { return state }
      lowest += 1
    }
    return nil
  }
}
