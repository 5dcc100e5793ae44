/// Finds the known name that was probably meant.
public struct Nearest {
  /// Comparisons of characters that are left; beyond them nothing is suggested, so that a long file with many mistakes
  /// is still read in good time.
  private var budget = 20_000_000

  public init() {}

  /// The one of `known` that differs least from `name`, at most in a third of its characters; of equals the first.
  public mutating func name(to name: String, among known: some Sequence<String>) -> String? {
    let wanted = Array(name.utf8)
    guard wanted.count <= 64, budget > 0 else { return nil }
    var best: (name: String, distance: Int)?
    for candidate in known {
      let bytes = Array(candidate.utf8)
      let limit = max(1, max(wanted.count, bytes.count) / 3)
      budget -= 100
      guard budget > 0 else { return nil }
      guard abs(bytes.count - wanted.count) <= limit else { continue }
      budget -= bytes.count * wanted.count
      let distance = Self.distance(wanted, bytes)
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
  }

  /// How many letters have to be put in, left out, changed, or swapped with the next.
  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, beforeLast[j - 1] + 1) }
        row.append(best)
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
