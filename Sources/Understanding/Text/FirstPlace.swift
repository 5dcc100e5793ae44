extension RandomAccessCollection where Index == Int {
  /// The first place from which on something holds, where it holds of all elements behind the first of which it does; the
  /// end where it holds of none.
  func firstPlace(where holds: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
