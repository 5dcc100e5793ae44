/// A hash of a list of numbers.
struct Mixed {
  private var hash: UInt64 = 0x9E37_79B9_7F4A_7C15

  var value: Int { Int(truncatingIfNeeded: hash & 0x7FFF_FFFF_FFFF_FFFF) }

  mutating func add(_ number: Int32) {
    hash = (hash ^ UInt64(UInt32(bitPattern: number))) &* 0xFF51_AFD7_ED55_8CCD
    hash ^= hash >> 32
  }

  static func hash(of numbers: some Sequence<Int32>) -> Int {
    var mixed = Mixed()
    for number in numbers { mixed.add(number) }
    return mixed.value
  }
}
