/// Puts things after all that they need.
struct Dependencies {
  /// Everything that stands in no circle and needs nothing that does, the needed first.
  private(set) var order: [Int] = []
  /// How many others each thing in `order` stands on, one on top of the other.
  private(set) var depths: [Int]
  /// The circles, each in order and its first member again at the end; at most ``mostCircles``.
  private(set) var circles: [[Int]] = []

  static let mostCircles = 100

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

  /// Follows what is still missing, and finds a circle wherever it comes back to where it is.
  private mutating func findCircles(among missing: [Int], _ needs: [[Int]]) {
    var place = [Int?](repeating: nil, count: needs.count)
    var isDone = missing.map { $0 == 0 }
    for first in needs.indices where !isDone[first] {
      var path = [(thing: first, next: 0)]
      place[first] = 0
      while let (thing, next) = path.last {
        guard next < needs[thing].count, circles.count < Self.mostCircles else {
          (isDone[thing], place[thing]) = (true, nil)
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let needed = needs[thing][next]
        if let start = place[needed] {
          let circle = path[start...].map(\.thing) + [needed]
          if !circles.contains(circle) { circles.append(circle) }
        } else if !isDone[needed] {
          place[needed] = path.count
          path.append((needed, 0))
        }
      }
    }
  }
}
