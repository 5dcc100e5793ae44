import Testing

@testable import Conversation

@Suite struct `The phrase table` {
  private let table = Phrases.english

  @Test func `has every sentence that the chat says, and no other`() {
    let names = Set(table.entries.keys.map(String.init))
    #expect(names == Set(Phrase.allCases.map(\.rawValue)))
    for phrase in Phrase.allCases {
      let entries = table.entries[phrase.rawValue[...]] ?? []
      #expect(entries.count { $0.counts == nil } == 1, "\(phrase)")
      #expect(entries.allSatisfy { $0.counts == nil || phrase.slots.contains(.count) }, "\(phrase)")
    }
  }

  @Test func `has the slots of each sentence, and may leave out a count that it is written for`() {
    for (name, entries) in table.entries {
      guard let phrase = Phrase(rawValue: String(name)) else { continue }
      for entry in entries {
        let slots = Set(entry.sentence.slots)
        #expect(slots == Set(phrase.slots.map(\.rawValue)) || entry.counts != nil && slots.isEmpty, "\(name)")
        #expect(entry.sentence.count { $0 == "`" } % 2 == 0, "\(name)")
        #expect(!entry.sentence.isEmpty, "\(name)")
      }
    }
  }

  @Test func `goes on over lines that begin with a space, and leaves out what is a comment`() {
    let phrases = Phrases("# wentBack: no\n\nwentBack: One\n  and two.\nchanged: Three: four.\n")
    #expect(phrases.text(.wentBack) == "One and two.")
    #expect(phrases.text(.changed) == "Three: four.")
  }

  @Test func `has sentences for certain counts`() {
    let phrases = Phrases("weeks: {count} tygodni\nweeks (1): tydzień\nweeks (2-4, 22-24): {count} tygodnie\n")
    #expect(
      [1, 3, 5, 12, 23].map { phrases.text(.weeks, count: $0) } == [
        "tydzień", "3 tygodnie", "5 tygodni", "12 tygodni", "23 tygodnie",
      ])
  }

  @Test func `marks what can be typed, and reads no marks in what fills a slot`() {
    let sentence = Phrases("theCommand: Type `/{command}` now.")(.theCommand, [.command: "`{day}"])
    #expect(sentence.spans == [Say.Span("Type "), Say.Span("/`{day}", .typed), Say.Span(" now.")])
  }
}

extension String {
  fileprivate var slots: [String] {
    Phrases.Piece.all(of: self).compactMap { if case .slot(let name) = $0 { name } else { nil } }
  }
}
