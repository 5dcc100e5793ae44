import Foundation
import Testing

import Display

@Suite struct `Output` {
  @Test func `is written in the order in which it came, however much`() throws {
    let pipe = Pipe()
    let text = String(repeating: "0123456789", count: 50_000)
    let writer = Thread {
      var output = BlockWriter(descriptor: pipe.fileHandleForWriting.fileDescriptor)
      try? output.write("first ")
      try? output.write(text)
      try? output.flush()
      try? pipe.fileHandleForWriting.close()
    }
    writer.start()
    let read = try #require(try pipe.fileHandleForReading.readToEnd())
    #expect(String(decoding: read, as: UTF8.self) == "first " + text)
  }

  @Test func `says that nobody reads it any more`() throws {
    signal(SIGPIPE, SIG_IGN)
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    var output = BlockWriter(descriptor: pipe.fileHandleForWriting.fileDescriptor)
    try output.write("unread")
    #expect(throws: BlockWriter.Closed.self) { try output.flush() }
    try output.flush()
  }
}
