extension JSONValue {
  /// Reads what ``written`` writes; nil of all that is no JSON. Whoever must know that it was written in the one way
  /// writes it again.
  init?(_ bytes: some Sequence<UInt8>) {
    var reader = Reader(bytes: Array(bytes))
    guard let value = reader.value(depth: 0), reader.isAtEnd else { return nil }
    self = value
  }

  private struct Reader {
    let bytes: [UInt8]
    private var place = 0

    /// More levels than any line has, and few enough for every stack.
    private static let deepest = 16

    init(bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { place == bytes.count }

    mutating func value(depth: Int) -> JSONValue? {
      guard depth < Self.deepest, place < bytes.count else { return nil }
      switch bytes[place] {
      case UInt8(ascii: "\""): return text().map { .text($0) }
      case UInt8(ascii: "["): return list(depth)
      case UInt8(ascii: "{"): return object(depth)
      case UInt8(ascii: "n"): return take("null") ? .null : nil
      case UInt8(ascii: "t"): return take("true") ? .bool(true) : nil
      case UInt8(ascii: "f"): return take("false") ? .bool(false) : nil
      default: return number()
      }
    }

    private mutating func take(_ word: StaticString) -> Bool {
      let isThere = word.withUTF8Buffer { bytes[place...].starts(with: $0) }
      if isThere { place += word.utf8CodeUnitCount }
      return isThere
    }

    private mutating func number() -> JSONValue? {
      let digits = bytes[place...].prefix { $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) }
      place += digits.count
      return Int64(String(decoding: digits, as: UTF8.self)).map { .integer($0) }
    }

    private mutating func list(_ depth: Int) -> JSONValue? {
      var values: [JSONValue] = []
      place += 1
      if take("]") { return .list([]) }
      repeat {
        guard let next = value(depth: depth + 1) else { return nil }
        values.append(next)
      } while take(",")
      return take("]") ? .list(values) : nil
    }

    private mutating func object(_ depth: Int) -> JSONValue? {
      var members: [Member] = []
      place += 1
      if take("}") { return .object([]) }
      repeat {
        guard let key = text(), take(":"), let next = value(depth: depth + 1) else { return nil }
        members.append(Member(key, next))
      } while take(",")
      return take("}") ? .object(members) : nil
    }

    private mutating func text() -> String? {
      guard take("\"") else { return nil }
      let plain = bytes[place...].prefix(while: JSONValue.isPlain)
      place += plain.count
      if take("\"") { return String(decoding: plain, as: UTF8.self) }
      var units = plain.map { UInt16($0) }
      while place < bytes.count {
        let byte = bytes[place]
        place += 1
        switch byte {
        case UInt8(ascii: "\""): return String(validating: units, as: UTF16.self)
        case UInt8(ascii: "\\"):
          guard let unit = escaped() else { return nil }
          units.append(unit)
        case 0x20..<0x7F: units.append(UInt16(byte))
        default: return nil
        }
      }
      return nil
    }

    private mutating func escaped() -> UInt16? {
      if take("\"") { return 0x22 }
      if take("\\") { return 0x5C }
      guard take("u"), place + 4 <= bytes.count else { return nil }
      let digits = String(decoding: bytes[place..<place + 4], as: UTF8.self)
      place += 4
      return UInt16(digits, radix: 16)
    }
  }
}
