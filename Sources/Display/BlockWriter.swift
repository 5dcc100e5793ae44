import Glibc

/// Bytes on their way to a file descriptor, written in blocks: `print` takes a lock and a system call for every line.
public struct BlockWriter {
  private let descriptor: Int32
  private var buffer: [UInt8] = []

  /// Bytes after which a block is written without being asked for.
  private static let block = 1 << 16

  public init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Whoever read the output has gone. To a program that only answers this is no error of its own.
  public struct Closed: Error {}

  /// Takes text that has come through ``visible(_:)``, or that the program made itself.
  ///
  /// - Throws: ``Closed``, where a whole block had come together and nobody reads it.
  public mutating func write(_ text: String) throws(Closed) {
    buffer += text.utf8
    if buffer.count >= Self.block { try flush() }
  }

  /// Writes what has come together so far.
  ///
  /// - Throws: ``Closed``; the bytes are dropped. The program must have SIGPIPE ignored to live that long.
  public mutating func flush() throws(Closed) {
    defer { buffer.removeAll(keepingCapacity: true) }
    var rest = buffer[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written > 0 {
        rest = rest.dropFirst(written)
      } else if errno == EAGAIN {
        waitUntilWritable()
      } else if errno != EINTR {
        throw Closed()
      }
    }
  }

  private func waitUntilWritable() {
    var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    poll(&request, 1, -1)
  }
}
