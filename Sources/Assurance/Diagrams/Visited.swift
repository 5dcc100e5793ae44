/// Which diagrams were met on one walk through some of them; begun anew without any being cleared.
struct Visited {
  /// By diagram: the last walk that met it.
  private var walks: [UInt32] = []
  private var walk: UInt32 = 0

  /// - Parameter count: how many diagrams there are.
  mutating func begin(_ count: Int) {
    if walks.count < count { walks += Array(repeating: 0, count: count - walks.count) }
    walk += 1
  }

  /// - Returns: whether it was not met before.
  mutating func insert(_ diagram: Diagrams.Ref) -> Bool {
    guard walks[Int(diagram)] != walk else { return false }
    walks[Int(diagram)] = walk
    return true
  }
}
