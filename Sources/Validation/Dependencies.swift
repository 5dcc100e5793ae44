/// Puts things after all that they need.
struct Dependencies {
  /// Everything that stands in no circle and needs nothing that does, the needed first.
  private(set) var order: [Int] = []
  /// How many others each thing in `order` stands on, one on top of the other.
  private(set) var depths: [Int]
  /// Each circle, in order, its first member again at the end.
  private(set) var circles: [[Int]] = []

  /// - Parameter needs: for each thing, what it needs; the same may be named twice.
  /// - Complexity: linear in the number of needs, and without recursion.
  init(_ needs: [[Int]]) {
    depths = Array(repeating: 0, count: needs.count)
    var missing = needs.map(\.count)
    var neededBy = [[Int]](repeating: [], count: needs.count)
    for (thing, needed) in needs.enumerated() { needed.forEach { neededBy[$0].append(thing) } }
    order = needs.indices.filter { missing[$0] == 0 }
    var done = 0
    while done < order.count {
      let thing = order[done]
      done += 1
      for next in neededBy[thing] {
        depths[next] = max(depths[next], depths[thing] + 1)
        missing[next] -= 1
        if missing[next] == 0 { order.append(next) }
      }
    }
    findCircles(among: missing, needs)
  }

  /// Whatever still misses something needs something that does too, so following needs runs into a circle.
  private mutating func findCircles(among missing: [Int], _ needs: [[Int]]) {
    var seen = missing.map { $0 == 0 }
    for first in missing.indices where !seen[first] {
      var (path, thing) = ([Int](), first)
      while !seen[thing] {
        seen[thing] = true
        path.append(thing)
        thing = needs[thing].first { missing[$0] > 0 } ?? thing
      }
      if let start = path.firstIndex(of: thing) { circles.append(path[start...] + [thing]) }
    }
  }
}
