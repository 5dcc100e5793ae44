/// Numbers by pairs of numbers, for what is looked up at every step.
struct NumberTable {
  private var keys: [UInt64] = Array(repeating: Self.free, count: 1 << 10)
  private var values: [Int32] = Array(repeating: 0, count: 1 << 10)
  private(set) var count = 0

  private static let free = UInt64.max

  subscript(first: Int32, second: Int32) -> Int32? {
    let key = Self.key(first, second)
    var place = Self.place(of: key, in: keys.count)
    while keys[place] != Self.free {
      if keys[place] == key { return values[place] }
      place = (place + 1) & (keys.count - 1)
    }
    return nil
  }

  mutating func insert(_ value: Int32, for first: Int32, _ second: Int32) {
    if count * 2 >= keys.count { grow() }
    put(Self.key(first, second), value)
    count += 1
  }

  private mutating func put(_ key: UInt64, _ value: Int32) {
    var place = Self.place(of: key, in: keys.count)
    while keys[place] != Self.free { place = (place + 1) & (keys.count - 1) }
    (keys[place], values[place]) = (key, value)
  }

  private mutating func grow() {
    let (oldKeys, oldValues) = (keys, values)
    keys = Array(repeating: Self.free, count: oldKeys.count * 2)
    values = Array(repeating: 0, count: oldKeys.count * 2)
    for (key, value) in zip(oldKeys, oldValues) where key != Self.free { put(key, value) }
  }

  private static func key(_ first: Int32, _ second: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: first)) << 32 | UInt64(UInt32(bitPattern: second))
  }

  private static func place(of key: UInt64, in size: Int) -> Int {
    let mixed = (key ^ key >> 32) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 20) & (size - 1)
  }
}
