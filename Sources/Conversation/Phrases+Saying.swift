extension Phrases {
  /// A sentence of the table, its slots filled. What can be typed has a role of its own; what fills a slot is never
  /// read for marks.
  struct Sentence: Equatable, Sendable {
    var spans: [Say.Span] = []

    var text: String { spans.map(\.text).joined() }
  }

  /// - Parameters:
  ///   - slots: what stands in the sentence's slots: those that ``Phrase/slots`` names, but for the count.
  ///   - count: of what is counted, where there is anything to count.
  func callAsFunction(_ phrase: Phrase, _ slots: [Phrase.Slot: String] = [:], count: Int64? = nil) -> Sentence {
    var slots = slots
    if let count { slots[.count] = String(count) }
    assert(Set(slots.keys) == phrase.slots)
    return filled(sentence(of: phrase, count), slots)
  }

  /// The same as mere text, to stand in another sentence.
  func text(_ phrase: Phrase, _ slots: [Phrase.Slot: String] = [:], count: Int64? = nil) -> String {
    self(phrase, slots, count: count).text
  }

  private func sentence(of phrase: Phrase, _ count: Int64?) -> String {
    let entries = entries[phrase.rawValue[...]] ?? []
    let fitting = entries.first { entry in
      count.map { count in entry.counts?.contains { $0.contains(count) } ?? false } ?? false
    }
    return (fitting ?? entries.first { $0.counts == nil })?.sentence ?? phrase.rawValue
  }

  private func filled(_ sentence: String, _ slots: [Phrase.Slot: String]) -> Sentence {
    var (filled, isTyped) = (Sentence(), false)
    for piece in Piece.all(of: sentence) {
      switch piece {
      case .text(let text): filled.add(text, isTyped)
      case .slot(let name): filled.add(Phrase.Slot(rawValue: name).flatMap { slots[$0] } ?? "", isTyped)
      case .mark: isTyped.toggle()
      }
    }
    return filled
  }

  /// What a sentence of the table is made of.
  enum Piece: Equatable {
    case text(String)
    case slot(String)
    /// Where what can be typed begins or ends.
    case mark

    static func all(of sentence: String) -> [Piece] {
      var (pieces, rest) = ([Piece](), sentence[...])
      while let place = rest.utf8.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "`") }) {
        if place > rest.startIndex { pieces.append(.text(String(rest[..<place]))) }
        let isSlot = rest.utf8[place] == UInt8(ascii: "{")
        rest = rest[rest.utf8.index(after: place)...]
        if isSlot, let end = rest.utf8.firstIndex(of: UInt8(ascii: "}")) {
          pieces.append(.slot(String(rest[..<end])))
          rest = rest[rest.utf8.index(after: end)...]
        } else {
          pieces.append(.mark)
        }
      }
      return rest.isEmpty ? pieces : pieces + [.text(String(rest))]
    }
  }
}

extension Phrases.Sentence {
  fileprivate mutating func add(_ text: String, _ isTyped: Bool) {
    let role = isTyped ? Say.Role.typed : .plain
    if let last = spans.last, last.role == role {
      spans[spans.count - 1].text += text
    } else if !text.isEmpty {
      spans.append(Say.Span(text, role))
    }
  }
}
