import Triage

/// The alarms of which a phrase stands in the line as whole words and is not denied by the word before it, in the
/// tree's order.
public func heardAlarms(in text: String, _ tree: Tree) -> [AlarmID] {
  AlarmPhrases(tree).heard(in: text).map(\.alarm).reduce(into: []) { alarms, alarm in
    if alarms.last != alarm { alarms.append(alarm) }
  }
}

/// The phrases of a tree's alarms, made ready to be listened for in many lines.
public struct AlarmPhrases: Sendable {
  /// The phrases by their first word.
  private var byFirstWord: [Line.Token: [Entry]] = [:]

  private struct Entry: Sendable {
    var phrase: Phrase
    var tokens: [Line.Token]
  }

  /// One phrase of one alarm, by its position among them.
  public struct Phrase: Hashable, Comparable, Sendable {
    public var alarm: AlarmID
    public var position: Int

    public init(alarm: AlarmID, position: Int) {
      self.alarm = alarm
      self.position = position
    }

    public static func < (left: Phrase, right: Phrase) -> Bool {
      (left.alarm, left.position) < (right.alarm, right.position)
    }
  }

  public init(_ tree: Tree) {
    for alarm in tree.grammar.alarms.ids {
      for (position, phrase) in tree.grammar.alarms[alarm].hears.enumerated() {
        let tokens = Line(phrase).tokens.filter { $0.text != nil }
        guard let first = tokens.first else { continue }
        byFirstWord[first, default: []].append(Entry(phrase: Phrase(alarm: alarm, position: position), tokens: tokens))
      }
    }
  }

  /// The phrases that stand in the line and are not denied, in the tree's order.
  public func heard(in text: String) -> [Phrase] {
    let tokens = Line(text).tokens
    var heard: Set<Phrase> = []
    for place in tokens.indices {
      for entry in byFirstWord[tokens[place]] ?? [] where tokens.has(entry.tokens, at: place) {
        heard.insert(entry.phrase)
      }
    }
    return heard.sorted()
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
