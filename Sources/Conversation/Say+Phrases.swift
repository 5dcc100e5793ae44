/// Sentences of the phrase table as things to say.
extension Say {
  init(
    _ kind: Kind, _ sentence: Phrases.Sentence, role: Role = .plain, marker: String? = nil, indent: Int = 0,
    isApart: Bool = false
  ) {
    let spans = sentence.spans.map { $0.role == .plain ? Span($0.text, role) : $0 }
    self.init(kind, spans, marker: marker, indent: indent, isApart: isApart)
  }

  /// Text from a tree or a patient, in which nothing is marked.
  init(
    _ kind: Kind, told text: String, role: Role = .plain, marker: String? = nil, indent: Int = 0, isApart: Bool = false
  ) {
    self.init(kind, [Span(text, role)], marker: marker, indent: indent, isApart: isApart)
  }

  /// A choice of a list, numbered from 1.
  static func choice(_ label: String, at position: Int, isApart: Bool = false) -> Say {
    Say(.choice, told: label, marker: "\(position + 1).", indent: 2, isApart: isApart)
  }

  static func item(_ text: String) -> Say { Say(.item, told: text, marker: "-", indent: 2) }
}

extension Conversation {
  func say(
    _ kind: Say.Kind, _ phrase: Phrase, _ slots: [Phrase.Slot: String] = [:], count: Int64? = nil,
    role: Say.Role = .plain, marker: String? = nil, indent: Int = 0, isApart: Bool = false
  ) -> Say {
    Say(kind, phrases(phrase, slots, count: count), role: role, marker: marker, indent: indent, isApart: isApart)
  }

  func text(_ phrase: Phrase, _ slots: [Phrase.Slot: String] = [:]) -> String { phrases.text(phrase, slots) }
}
