/// Sentences of the phrase table as things to say.
extension Say {
  init(
    _ kind: Kind, _ phrase: String, role: Role = .plain, marker: String? = nil, indent: Int = 0, isApart: Bool = false
  ) {
    let spans = phrase.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .map { Span(String($1), $0 % 2 == 0 ? role : .typed) }
      .filter { !$0.text.isEmpty }
    self.init(kind, spans, marker: marker, indent: indent, isApart: isApart)
  }

  /// Text from a tree or a patient, in which nothing is marked.
  init(
    _ kind: Kind, told text: String, role: Role = .plain, marker: String? = nil, indent: Int = 0, isApart: Bool = false
  ) {
    self.init(kind, [Span(text, role)], marker: marker, indent: indent, isApart: isApart)
  }

  /// That a line was no command, which it would be with a slash before it.
  static func tookAsAnswer(_ line: String) -> Say {
    Say(.notice, [Span(Phrases.tookAsAnswer + " "), Span("/" + line, .typed), Span(".")])
  }

  /// A choice of a list, numbered from 1.
  static func choice(_ label: String, at position: Int, isApart: Bool = false) -> Say {
    Say(.choice, told: label, marker: "\(position + 1).", indent: 2, isApart: isApart)
  }

  static func item(_ phrase: String) -> Say { Say(.item, told: phrase, marker: "-", indent: 2) }
}
