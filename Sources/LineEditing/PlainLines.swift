import Glibc

/// Lines from a pipe or a file: no prompt, no editing, nothing recalled.
public final class PlainLines: LineSource {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var unread = 0
  private var hasEnded = false

  /// - Parameter descriptor: read to its end, and left open.
  public init(descriptor: Int32 = STDIN_FILENO) {
    self.descriptor = descriptor
  }

  public func readLine(prompt: String = "", remembered: Bool = false) -> LineRead {
    var line: [UInt8] = []
    var wasCut = false
    var sawAnything = false
    while let byte = nextByte() {
      sawAnything = true
      if byte == UInt8(ascii: "\n") { break }
      // One byte more than is kept, so that a carriage return at the very bound is still known as a line's end.
      if line.count <= TypedLine.longest { line.append(byte) } else { wasCut = true }
    }
    guard sawAnything else { return .endOfInput }
    if line.last == UInt8(ascii: "\r"), !wasCut { line.removeLast() }
    return .line(TypedLine(bytes: line, wasCut: wasCut))
  }

  /// A script means every line it holds, so nothing is dropped.
  public func discardUnseenInput() -> Bool { false }

  public func forgetLines() {}

  private func nextByte() -> UInt8? {
    if unread == buffer.count { refill() }
    guard unread < buffer.count else { return nil }
    defer { unread += 1 }
    return buffer[unread]
  }

  private func refill() {
    guard !hasEnded else { return }
    buffer = readChunk(from: descriptor)
    unread = 0
    hasEnded = buffer.isEmpty
  }
}
