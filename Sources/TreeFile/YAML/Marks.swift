import CLibYAML

/// Turns libyaml's marks, which count characters, into bytes. Marks come nearly in order, so it walks from the last.
struct Marks {
  let start: Int
  let isASCII: Bool
  private var character = 0
  private var byte: Int

  init(start: Int, isASCII: Bool) {
    self.start = start
    self.isASCII = isASCII
    byte = start
  }

  mutating func offset(_ mark: yaml_mark_t, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    if isASCII { return start + mark.index }
    while character < mark.index, byte < bytes.count {
      byte += 1
      while byte < bytes.count, isContinuation(bytes[byte]) { byte += 1 }
      character += 1
    }
    while character > mark.index, byte > start {
      byte -= 1
      while byte > start, isContinuation(bytes[byte]) { byte -= 1 }
      character -= 1
    }
    return byte
  }
}
