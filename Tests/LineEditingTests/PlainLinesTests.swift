import Foundation
import LineEditing
import Testing

@Suite struct `Lines from a pipe` {
  /// What is read from a pipe that holds `bytes`, up to its end.
  private func read(_ bytes: [UInt8]) -> [TypedLine] {
    let pipe = Pipe()
    let writer = Thread {
      pipe.fileHandleForWriting.write(Data(bytes))
      try? pipe.fileHandleForWriting.close()
    }
    writer.start()
    let source = PlainLines(descriptor: pipe.fileHandleForReading.fileDescriptor)
    var lines: [TypedLine] = []
    while case .line(let line) = source.readLine() { lines.append(line) }
    return lines
  }

  @Test func `end at a line feed, with or without a carriage return`() {
    #expect(read(Array("one\r\ntwo\n\nthree".utf8)).map(\.text) == ["one", "two", "", "three"])
  }

  @Test func `are none in an empty pipe`() {
    #expect(read([]).isEmpty)
  }

  @Test func `are repaired where they are no UTF-8, and say so`() {
    let lines = read([0x61, 0xFF, 0x62, 0x0A, 0x63, 0x0A])
    #expect(lines == [TypedLine(text: "a\u{FFFD}b", wasRepaired: true), TypedLine(text: "c")])
  }

  @Test func `lose a NUL, and say so`() {
    #expect(read([0x61, 0x00, 0x62, 0x0A]) == [TypedLine(text: "a\u{FFFD}b", wasRepaired: true)])
  }

  @Test func `keep a replacement character that was typed`() {
    #expect(read(Array("\u{FFFD}\n".utf8)) == [TypedLine(text: "\u{FFFD}")])
  }

  @Test func `are cut at a bound, and the next line is whole`() {
    let lines = read(Array(String(repeating: "x", count: 1_000_000).utf8) + Array("\nnext\n".utf8))
    #expect(lines.map(\.text.utf8.count) == [TypedLine.longest, 4])
    #expect(lines.map(\.wasCut) == [true, false])
  }

  @Test func `are cut between characters, not inside one`() {
    let lines = read(Array("x".utf8) + Array(String(repeating: "é", count: 5000).utf8))
    #expect(lines.map(\.text) == ["x" + String(repeating: "é", count: 2047)])
    #expect(lines.map(\.wasRepaired) == [false])
  }

  @Test func `may be exactly as long as the bound`() {
    let longest = String(repeating: "x", count: TypedLine.longest)
    #expect(read(Array((longest + "\r\n").utf8)) == [TypedLine(text: longest)])
  }
}
