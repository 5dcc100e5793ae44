import Testing

@testable import Record

/// What was written is read, and what was changed is found.
@Suite struct ChainTests {
  @Test func `what is written is read as it was`() throws {
    let record = try SessionRecord(Sample.bytes())
    #expect(record.lines.map(\.text) == Sample.lines())
    #expect(record.turns.map { Entry.turn($0) } == [Sample.answer, Sample.alarm])
    #expect(record.end?.outcome == "shelter")
    #expect(record.tornBytes == 0)
  }

  @Test func `what waits and how many notes stand is written, and left out where there is nothing`() throws {
    var turn = Turn(asked: "place", typed: PrivateText("cafe", salt: [1]), understood: Understood(.answer))
    turn.open.waiting = [WrittenAnswer("minutes", .number(.init(millionths: 4)))]
    turn.open.notes = 1
    let lines = Sample.lines([Sample.start(), .turn(turn)])
    #expect(lines[1].contains(#""waiting":[{"answer":"minutes","is":{"millionths":4}}],"notes":1"#))
    #expect(try SessionRecord(Sample.bytes(lines)).turns == [turn])
    #expect(!Sample.text().contains("waiting") && !Sample.text().contains("notes"))
  }

  @Test(arguments: [(0, []), (1, ["b"]), (2, ["a", "b"]), (-1, []), (9, ["a", "b"])])
  func `of the notes the last ones stand`(_ standing: Int, _ notes: [String]) throws {
    let turns = ["a", "b"].map { text in
      var turn = Turn(asked: nil, typed: PrivateText("note \(text)", salt: [1]), understood: Understood(.command))
      turn.note = PrivateText(text, salt: [2])
      turn.open.notes = standing
      return Entry.turn(turn)
    }
    let record = try SessionRecord(Sample.bytes(Sample.lines([Sample.start()] + turns)))
    #expect(record.notes == notes)
    let redacted = try SessionRecord(Sample.bytes(record.redacted.map(\.text)))
    #expect(redacted.notes == [])
  }

  /// Whether somebody who reads these bytes takes them for a whole record.
  private func verifies(_ bytes: [UInt8]) -> Bool {
    guard let record = try? SessionRecord(bytes) else { return false }
    return record.end != nil && record.tornBytes == 0
  }

  /// A record as small as one can be.
  private static let small = Sample.bytes(Sample.lines([Sample.start(), Sample.answer, Sample.end]))

  @Test func `a flipped bit anywhere is found`() {
    #expect(verifies(Self.small))
    let unseen = Self.small.indices.filter { place in
      (0..<8).contains { bit in
        var changed = Self.small
        changed[place] ^= 1 << bit
        return verifies(changed)
      }
    }
    #expect(unseen == [])
  }

  @Test func `a byte that is removed, repeated or another anywhere is found`() {
    for place in Self.small.indices {
      var (shorter, longer, other) = (Self.small, Self.small, Self.small)
      shorter.remove(at: place)
      longer.insert(Self.small[place], at: place)
      other[place] &+= UInt8.random(in: 1...255)
      #expect(!verifies(shorter) && !verifies(longer) && !verifies(other), "at \(place)")
    }
  }

  @Test func `cut off anywhere it is whole as far as it goes, and never verified`() throws {
    let bytes = Sample.bytes()
    let first = bytes.firstIndex(of: UInt8(ascii: "\n"))!
    for length in (first + 1)..<bytes.count {
      let record = try SessionRecord(Array(bytes.prefix(length)))
      #expect(record.end == nil)
      #expect(record.wholeBytes + record.tornBytes == length)
      #expect(record.lines.count == bytes.prefix(length).count { $0 == UInt8(ascii: "\n") })
    }
  }

  @Test func `without a whole first line it is no record`() {
    let bytes = Sample.bytes()
    let first = bytes.firstIndex(of: UInt8(ascii: "\n"))!
    for length in 0...first {
      #expect(throws: Flaw(line: 1, kind: .noRecord)) { try SessionRecord(Array(bytes.prefix(length))) }
    }
  }

  @Test func `what was typed can be taken out, and it verifies as before`() throws {
    let record = try SessionRecord(Sample.bytes())
    let redacted = Sample.bytes(record.redacted.map(\.text))
    let text = String(decoding: redacted, as: UTF8.self)
    #expect(["Caf", "note thunder", "text", "salt", "/trees"].allSatisfy { !text.contains($0) })
    #expect(verifies(redacted))
    #expect(try SessionRecord(redacted).turns.map(\.typed.text) == [nil, nil])
    #expect(try SessionRecord(redacted).lines.map(\.hash) == record.lines.map(\.hash))
  }

  @Test func `another byte anywhere is found where what was typed was taken out`() throws {
    let bytes = Sample.bytes(try SessionRecord(Self.small).redacted.map(\.text))
    let unseen = bytes.indices.filter { place in
      var changed = bytes
      changed[place] &+= UInt8.random(in: 1...255)
      return verifies(changed)
    }
    #expect(unseen == [])
  }

  @Test func `the same words have another hash each time`() {
    let texts = (0..<100).map { _ in PrivateText("yes", salt: PrivateText.randomSalt()) }
    #expect(Set(texts.map(\.hash)).count == 100)
    let areIntact = texts.allSatisfy { $0.isIntact }
    #expect(areIntact)
  }

  @Test func `SHA-256 is what the standard says`() {
    #expect(
      Hash(of: Array("abc".utf8)).text == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }
}

/// Lines of JSON, written in one way.
@Suite struct JSONValueTests {
  @Test(arguments: [
    "\u{1B}[31m\u{7}", "a\nb\r\0", "größer 😀", "\u{202E}\u{FFFD}\u{2028}", #"\ " / \u0041"#, "", "é", "e\u{301}",
  ])
  func `any text comes back byte by byte, and is written in harmless ASCII`(_ text: String) throws {
    let written = JSONValue.text(text).written
    #expect(written.utf8.allSatisfy { (0x20..<0x7F).contains($0) })
    let read = try #require(JSONValue(written.utf8)?.text)
    #expect(read.utf8.elementsEqual(text.utf8))
  }

  @Test(arguments: [
    "", "{", "[1,]", "[1 ]", "{\"a\"}", "\"\\ud800\"", "\"\\x\"", "\"a", "nul", "1.5", "99999999999999999999",
    "\"\u{1}\"",
    "[] ", String(repeating: "[", count: 100_000),
  ])
  func `what it does not write it does not read`(_ text: String) {
    #expect(JSONValue(text.utf8) == nil)
  }

  @Test(arguments: [#"{"line":1}"#, #"{"a":[null,true,-5,"x"],"b":{}}"#])
  func `parts come back in their order`(_ text: String) {
    #expect(JSONValue(text.utf8)?.written == text)
  }
}
