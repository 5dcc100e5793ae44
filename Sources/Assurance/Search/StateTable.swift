/// The states that a search has come to, each kept once and whole.
///
/// A state is a list of numbers. Equal lists are one state; they are compared number by number, never by a hash alone.
struct StateTable {
  private var numbers: [Int32] = []
  private var ends: [Int] = [0]
  /// Open addressing over states; -1 is free.
  private var places: [Int32] = Array(repeating: -1, count: 1 << 8)

  var count: Int { ends.count - 1 }

  /// Bytes, about.
  var size: Int { 4 * numbers.count + 16 * count }

  subscript(state: Int) -> ArraySlice<Int32> { numbers[ends[state]..<ends[state + 1]] }

  /// Puts a state in, unless it is there.
  mutating func insert(_ state: [Int32]) -> (number: Int, isNew: Bool) {
    if count * 2 >= places.count { grow() }
    var place = Self.hash(state[...]) & (places.count - 1)
    while places[place] >= 0 {
      let known = Int(places[place])
      if isEqual(known, state) { return (known, false) }
      place = (place + 1) & (places.count - 1)
    }
    places[place] = Int32(count)
    numbers += state
    ends.append(numbers.count)
    return (count - 1, true)
  }

  private func isEqual(_ known: Int, _ state: [Int32]) -> Bool {
    let start = ends[known]
    guard ends[known + 1] - start == state.count else { return false }
    for index in state.indices where numbers[start + index] != state[index] { return false }
    return true
  }

  private mutating func grow() {
    places = Array(repeating: -1, count: places.count * 2)
    for state in 0..<count {
      var place = Self.hash(self[state]) & (places.count - 1)
      while places[place] >= 0 { place = (place + 1) & (places.count - 1) }
      places[place] = Int32(state)
    }
  }

  private static func hash(_ state: ArraySlice<Int32>) -> Int {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for number in state {
      hash = (hash ^ UInt64(UInt32(bitPattern: number))) &* 0xFF51_AFD7_ED55_8CCD
      hash ^= hash >> 32
    }
    return Int(truncatingIfNeeded: hash & 0x7FFF_FFFF_FFFF_FFFF)
  }
}
