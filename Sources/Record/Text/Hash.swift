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
  let digits = Array(text.utf8)
  guard digits.count.isMultiple(of: 2) else { return nil }
  return stride(from: 0, to: digits.count, by: 2).map { $0 }.all { place in
    UInt8(String(decoding: digits[place..<place + 2], as: UTF8.self), radix: 16)
  }
}
