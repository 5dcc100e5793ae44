import CLibMD

/// The SHA-256 of some bytes.
public struct Digest: Hashable, Sendable {
  /// 32 of them.
  let bytes: [UInt8]

  private init(_ bytes: [UInt8]) { self.bytes = bytes }
}

extension Digest {
  /// In 64 hexadecimal digits, letters small.
  public var text: String {
    bytes.reduce(into: "") { text, byte in
      if byte < 0x10 { text += "0" }
      text += String(byte, radix: 16)
    }
  }

  /// Reads 64 hexadecimal digits.
  init?(_ text: some StringProtocol) {
    var bytes: [UInt8] = []
    for (position, digit) in text.utf8.enumerated() {
      guard let value = Self.value(ofDigit: digit) else { return nil }
      if position % 2 == 0 { bytes.append(value << 4) } else { bytes[position / 2] |= value }
    }
    guard text.utf8.count == 64 else { return nil }
    self.bytes = bytes
  }

  private static func value(ofDigit byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}

extension Digest {
  /// A digest in the making: bytes one after the other, as if they were one run of them.
  struct Builder {
    private var context = SHA2_CTX()

    init() { SHA256Init(&context) }

    mutating func add(_ bytes: UnsafeRawBufferPointer) {
      SHA256Update(&context, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count)
    }

    mutating func add(_ bytes: [UInt8]) { bytes.withUnsafeBytes { add($0) } }

    /// The digest of all that was added; nothing can be added after it.
    consuming func digest() -> Digest {
      Digest(
        [UInt8](unsafeUninitializedCapacity: Int(SHA256_DIGEST_LENGTH)) { space, count in
          SHA256Final(space.baseAddress!, &context)
          count = Int(SHA256_DIGEST_LENGTH)
        })
    }
  }

  init(of bytes: [UInt8]) {
    var builder = Builder()
    builder.add(bytes)
    self = builder.digest()
  }
}
