/// The states that a search has come to, each kept once and whole.
///
/// A state is a list of numbers. Equal lists are one state; they are compared number by number, never by a hash alone.
struct StateTable {
  private var numbers: [Int32] = []
  private var ends: [Int] = [0]
  private var places = PlaceTable()

  var count: Int { ends.count - 1 }

  /// Bytes, about.
  var size: Int { 4 * numbers.count + 16 * count }

  subscript(state: Int) -> ArraySlice<Int32> { numbers[ends[state]..<ends[state + 1]] }

  /// Puts a state in, unless it is there.
  mutating func insert(_ state: [Int32]) -> (number: Int, isNew: Bool) {
    if let known = places.find(Mixed.hash(of: state), where: { isEqual(Int($0), state) }) { return (Int(known), false) }
    numbers += state
    ends.append(numbers.count)
    places.insert(Int32(count - 1)) { [numbers, ends] in Mixed.hash(of: numbers[ends[Int($0)]..<ends[Int($0) + 1]]) }
    return (count - 1, true)
  }

  private func isEqual(_ known: Int, _ state: [Int32]) -> Bool {
    let start = ends[known]
    guard ends[known + 1] - start == state.count else { return false }
    for index in state.indices where numbers[start + index] != state[index] { return false }
    return true
  }
}
