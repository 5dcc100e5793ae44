/// A word met in a file, as a number: equal words have equal symbols in every file of a load.
struct Symbol: Hashable, Sendable {
  var index: Int32

  static let none = Symbol(index: -1)

  /// The format's word that it is, if it is one.
  var word: Word? { Word(rawValue: index) }
}

/// Gives each distinct word a number, from 0 on.
///
/// The format's own words come first: the symbol of a `Word` is its raw value.
struct Symbols: Sendable {
  private var bytes: [UInt8] = []
  /// Where each word ends in `bytes`; it starts where the one before ends.
  private var ends: [Int32] = []
  private var hashes: [UInt32] = []
  /// Open addressing: symbol numbers, -1 where empty. The size is a power of two.
  private var slots: [Int32] = Array(repeating: -1, count: 512)

  init() {
    for word in Word.allCases { _ = intern(Array(word.text.utf8)[...]) }
  }

  var count: Int { ends.count }

  func text(_ symbol: Symbol) -> String { String(decoding: bytes[range(symbol.index)], as: UTF8.self) }

  mutating func intern(_ word: ArraySlice<UInt8>) -> Symbol {
    word.withUnsafeBufferPointer { intern($0) }
  }

  mutating func intern(_ word: UnsafeBufferPointer<UInt8>) -> Symbol {
    let hash = Self.hash(word)
    let slot = slot(of: word, hash: hash)
    return slots[slot] >= 0 ? Symbol(index: slots[slot]) : insert(word, hash: hash, slot: slot)
  }

  /// The symbol of a word met before.
  func find(_ word: UnsafeBufferPointer<UInt8>) -> Symbol {
    Symbol(index: slots[slot(of: word, hash: Self.hash(word))])
  }

  /// The slot that holds the word, or the empty one where it belongs.
  private func slot(of word: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Int {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let found = slots[slot]
      if hashes[Int(found)] == hash, equals(found, word) { return slot }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private mutating func insert(_ word: UnsafeBufferPointer<UInt8>, hash: UInt32, slot: Int) -> Symbol {
    let symbol = Int32(ends.count)
    bytes.append(contentsOf: word)
    ends.append(Int32(bytes.count))
    hashes.append(hash)
    slots[slot] = symbol
    if ends.count * 2 > slots.count { grow() }
    return Symbol(index: symbol)
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for (symbol, hash) in hashes.enumerated() {
      var slot = Int(hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(symbol)
    }
  }

  private func range(_ symbol: Int32) -> Range<Int> {
    let start = symbol == 0 ? 0 : ends[Int(symbol) - 1]
    return Int(start)..<Int(ends[Int(symbol)])
  }

  private func equals(_ symbol: Int32, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(symbol)
    guard range.count == word.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      for index in 0..<word.count where bytes[range.lowerBound + index] != word[index] { return false }
      return true
    }
  }

  /// FNV-1a, its high bits folded into the low ones that choose a slot.
  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
  }
}
