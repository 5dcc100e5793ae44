import Triage

/// The alarms of which a phrase stands in the line as whole words and is not denied by the word before it, in the
/// tree's order.
public func heardAlarms(in text: String, _ tree: Tree) -> [AlarmID] {
  let tokens = Line(text).tokens
  return tree.grammar.alarms.ids.filter { alarm in
    tree.grammar.alarms[alarm].hears.contains { phrase in
      let phrase = Line(phrase).tokens.filter { $0.text != nil }
      return !phrase.isEmpty && tokens.indices.contains { tokens.has(phrase, at: $0) }
    }
  }
}

extension [Line.Token] {
  /// Whether the phrase begins here and is not denied. Signs between its words do not matter; one before it parts it
  /// from a "no" that answers something else.
  fileprivate func has(_ phrase: [Line.Token], at place: Int) -> Bool {
    var rest = phrase[...]
    for token in self[place...] {
      guard let next = rest.first else { break }
      if token == next {
        rest = rest.dropFirst()
      } else if token.text != nil || rest.count == phrase.count {
        return false
      }
    }
    return rest.isEmpty && !isDenied(phrase, at: place)
  }

  /// Whether the word before a phrase takes it away. A phrase that is a sentence of its own cannot be taken away so:
  /// the "no" before it answers something else.
  private func isDenied(_ phrase: [Line.Token], at place: Int) -> Bool {
    guard place > 0, let before = self[place - 1].text, let first = phrase.first?.text else { return false }
    return AlarmWords.denying.contains(before) && !AlarmWords.opening.contains(first)
  }
}
