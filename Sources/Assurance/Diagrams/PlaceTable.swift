/// Where things that are numbered stand in a table by their content, so that each is kept once. The content itself is kept
/// elsewhere and compared whole: equal hashes are not enough.
struct PlaceTable {
  /// Open addressing; -1 is free.
  private var numbers: [Int32] = Array(repeating: -1, count: 1 << 8)
  private var count = 0

  /// The number of something that is there.
  ///
  /// - Parameter isEqual: whether the content of a number is what is looked for.
  func find(_ hash: Int, where isEqual: (Int32) -> Bool) -> Int32? {
    var place = hash & (numbers.count - 1)
    while numbers[place] >= 0 {
      if isEqual(numbers[place]) { return numbers[place] }
      place = (place + 1) & (numbers.count - 1)
    }
    return nil
  }

  /// Puts in a number whose content is not there yet.
  mutating func insert(_ number: Int32, hash: (Int32) -> Int) {
    if (count + 1) * 2 > numbers.count { grow(hash) }
    put(number, hash(number))
    count += 1
  }

  private mutating func put(_ number: Int32, _ hash: Int) {
    var place = hash & (numbers.count - 1)
    while numbers[place] >= 0 { place = (place + 1) & (numbers.count - 1) }
    numbers[place] = number
  }

  private mutating func grow(_ hash: (Int32) -> Int) {
    let old = numbers
    numbers = Array(repeating: -1, count: old.count * 2)
    for number in old where number >= 0 { put(number, hash(number)) }
  }
}
