import CLibMD

/// The SHA-256 of some bytes.
public struct Hash: Hashable, Sendable {
  /// 32 of them.
  private let bytes: [UInt8]

  /// What stands before the first line, where there is no line to take a hash of.
  static let none = Hash(bytes: [UInt8](repeating: 0, count: 32))

  private init(bytes: [UInt8]) { self.bytes = bytes }
}

extension Hash {
  init(of bytes: [UInt8]) {
    var context = SHA2_CTX()
    SHA256Init(&context)
    bytes.withUnsafeBufferPointer { SHA256Update(&context, $0.baseAddress, $0.count) }
    self.bytes = [UInt8](unsafeUninitializedCapacity: Int(SHA256_DIGEST_LENGTH)) { space, count in
      SHA256Final(space.baseAddress!, &context)
      count = Int(SHA256_DIGEST_LENGTH)
    }
  }

  /// In 64 hexadecimal digits, letters small.
  public var text: String { hexadecimal(bytes) }

  public init?(_ text: String) {
    guard let bytes = Record.bytes(hexadecimal: text), bytes.count == 32 else { return nil }
    self.bytes = bytes
  }
}

/// Two digits a byte, letters small.
func hexadecimal(_ bytes: [UInt8]) -> String {
  bytes.reduce(into: "") { text, byte in
    if byte < 0x10 { text += "0" }
    text += String(byte, radix: 16)
  }
}

/// Reads what ``hexadecimal(_:)`` writes.
func bytes(hexadecimal text: String) -> [UInt8]? {
  var bytes: [UInt8] = []
  for (place, digit) in text.utf8.enumerated() {
    let value: UInt8
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): value = digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): value = digit - UInt8(ascii: "a") + 10
    default: return nil
    }
    if place.isMultiple(of: 2) { bytes.append(value << 4) } else { bytes[place / 2] |= value }
  }
  return text.utf8.count.isMultiple(of: 2) ? bytes : nil
}
