/// A word met in a file, as a number: equal words have equal symbols in every file of a load.
struct Symbol: Hashable, Sendable {
  var index: Int32

  static let none = Symbol(index: -1)

  /// The format's word that it is, if it is one.
  var word: Word? { Word(index: index) }
}

/// Gives each distinct word a number, from 0 on.
///
/// The format's own words come first: the symbol of a `Word` is its index.
struct Symbols: Sendable {
  private var bytes: [UInt8] = []
  /// Where each word ends in `bytes`; it starts where the one before ends.
  private var ends: [Int32] = []
  /// Open addressing; the size is a power of two.
  private var slots = Array(repeating: Slot(), count: 512)

  /// Another in every run, so that no file can be written to crowd one part of the table.
  private static let seed = UInt64.random(in: .min ... .max)

  private struct Slot {
    /// -1 where the slot is empty.
    var symbol: Int32 = -1
    var hash: UInt32 = 0
  }

  init() {
    for word in Word.allCases { _ = intern(Array(word.text.utf8)[...]) }
  }

  func text(_ symbol: Symbol) -> String { String(decoding: bytes[range(symbol.index)], as: UTF8.self) }

  mutating func intern(_ word: ArraySlice<UInt8>) -> Symbol {
    word.withUnsafeBufferPointer { intern($0) }
  }

  mutating func intern(_ word: UnsafeBufferPointer<UInt8>) -> Symbol {
    let hash = Self.hash(word)
    let slot = slot(of: word, hash: hash)
    let found = slots[slot].symbol
    return found >= 0 ? Symbol(index: found) : insert(word, hash: hash, slot: slot)
  }

  /// The symbol of a word met before.
  func find(_ word: UnsafeBufferPointer<UInt8>) -> Symbol {
    Symbol(index: slots[slot(of: word, hash: Self.hash(word))].symbol)
  }

  /// The slot that holds the word, or the empty one where it belongs.
  private func slot(of word: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Int {
    var place = Int(hash) & (slots.count - 1)
    while slots[place].symbol >= 0 {
      if slots[place].hash == hash, equals(slots[place].symbol, word) { return place }
      place = (place + 1) & (slots.count - 1)
    }
    return place
  }

  private mutating func insert(_ word: UnsafeBufferPointer<UInt8>, hash: UInt32, slot: Int) -> Symbol {
    let symbol = Int32(ends.count)
    bytes.append(contentsOf: word)
    ends.append(Int32(bytes.count))
    slots[slot] = Slot(symbol: symbol, hash: hash)
    if ends.count * 2 > slots.count { grow() }
    return Symbol(index: symbol)
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 2)
    for slot in old where slot.symbol >= 0 {
      var place = Int(slot.hash) & (slots.count - 1)
      while slots[place].symbol >= 0 { place = (place + 1) & (slots.count - 1) }
      slots[place] = slot
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

  /// Multiplies and folds, eight bytes at a time.
  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash = seed ^ UInt64(truncatingIfNeeded: word.count)
    var at = 0
    while at < word.count {
      var chunk: UInt64 = 0
      if at + 8 <= word.count {
        chunk = UnsafeRawPointer(word.baseAddress!).loadUnaligned(fromByteOffset: at, as: UInt64.self)
      } else {
        for byte in word[at...] { chunk = chunk << 8 | UInt64(byte) }
      }
      hash = (hash ^ chunk) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
      at += 8
    }
    return UInt32(truncatingIfNeeded: hash)
  }
}
