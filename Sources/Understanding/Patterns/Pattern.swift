import Triage

/// One phrase under `hears`, ready to be looked for.
struct Pattern: Sendable {
  enum Element: Sendable {
    /// A word, by its number in a ``Vocabulary``.
    case word(Int)
    /// Whatever belongs to a group, by its number in ``WordGroups``.
    case group(Int)
    /// A few other words, or none: `...`.
    case gap
    /// A number, or a length of time: `#`. A range it must lie in stands behind it: `#38-43`.
    case amount(ClosedRange<Number>?)
    /// A year, that says how many years it is ago: `#year`.
    case year
  }

  enum Reach: Sendable {
    /// Anywhere in a line.
    case anywhere
    /// As the whole line: `= phrase`.
    case whole
    /// Only where the line is no answer to its question otherwise: `? phrase`.
    case lastResort
    /// It takes away what the others under the same `hears` say: `! phrase`.
    case exception
  }

  /// Where the phrase stands in the tree.
  var entry: Hearable
  /// Where its elements stand among those of all patterns.
  var elements: Range<Int>
  var reach = Reach.anywhere
  /// Whether what is over counts as well: `~ phrase`.
  var isOfAnyTime = false
  /// Whether it is one plain word, which tells nothing to a question that was not asked.
  var isMereWord = false
}

/// Where a phrase under `hears` stands, with its position among the others there.
public enum Hearable: Hashable, Sendable {
  case alarm(AlarmID, phrase: Int)
  case choice(QuestionID, Int, phrase: Int)
  case question(QuestionID, phrase: Int)

  /// The phrase as the tree writes it.
  public func text(in grammar: Grammar) -> String {
    switch self {
    case .alarm(let alarm, let phrase): grammar.alarms[alarm].hears[phrase]
    case .choice(let question, let choice, let phrase): grammar.questions[question].choices[choice].hears[phrase]
    case .question(let question, let phrase): grammar.questions[question].hears[phrase]
    }
  }

  /// Whether it is what a choice is called.
  var isChoice: Bool { if case .choice = self { true } else { false } }

  /// The question that it answers; nil for an alarm.
  public var question: QuestionID? {
    switch self {
    case .alarm: nil
    case .choice(let question, _, _), .question(let question, _): question
    }
  }
}

extension Pattern {
  /// Reads a phrase; nil where it holds nothing that could be heard. A group that the tree lacks is refused when the
  /// tree is loaded.
  ///
  /// - Parameter elements: those of all patterns.
  init?(
    _ text: String, entry: Hearable, groups: WordGroups, words vocabulary: inout Vocabulary,
    into elements: inout [Element]
  ) {
    let phrase = SignedPhrase(text)
    let pieces = phrase.words.split(whereSeparator: \.isWhitespace)
    let own = Self.elements(of: pieces, groups, &vocabulary)
    guard !own.isEmpty else { return nil }
    self.entry = entry
    self.elements = elements.count..<elements.count + own.count
    elements += own
    switch phrase.sign {
    case .whole: reach = .whole
    case .lastResort: reach = .lastResort
    case .exception: reach = .exception
    case .ofAnyTime: isOfAnyTime = true
    case nil: break
    }
    isMereWord = pieces.count == 1 && !text.contains { $0 == "{" || $0 == "#" }
  }

  /// What pieces of a phrase stand for, without gaps at its ends.
  private static func elements(
    of pieces: [Substring], _ groups: WordGroups, _ vocabulary: inout Vocabulary
  ) -> [Element] {
    var elements = pieces.flatMap { self.elements(of: $0, groups, &vocabulary) }
    while case .gap? = elements.last { elements.removeLast() }
    while case .gap? = elements.first { elements.removeFirst() }
    return elements
  }

  private static func elements(
    of piece: Substring, _ groups: WordGroups, _ vocabulary: inout Vocabulary
  ) -> [Element] {
    if piece == "..." { return [.gap] }
    if let opening = piece.firstIndex(of: "{"), let closing = piece[opening...].firstIndex(of: "}") {
      let group = groups.number(of: piece[piece.index(after: opening)..<closing])
      return elements(of: piece[..<opening], groups, &vocabulary) + [.group(group)]
        + elements(of: piece[piece.index(after: closing)...], groups, &vocabulary)
    }
    if let sign = piece.firstIndex(of: "#") {
      return words(of: piece[..<sign], &vocabulary)
        + elements(afterAmount: piece[piece.index(after: sign)...], &vocabulary)
    }
    return words(of: piece, &vocabulary)
  }

  private static func words(of text: Substring, _ vocabulary: inout Vocabulary) -> [Element] {
    Line(String(text), in: vocabulary.language).tokens.compactMap { token in
      token.patternText.map { .word(vocabulary.add($0)) }
    }
  }

  /// What follows a `#` without a blank: a range, `year`, or a word or sign that stands right behind the number.
  private static func elements(
    afterAmount rest: Substring, _ vocabulary: inout Vocabulary
  ) -> [Element] {
    if rest == "year" { return [.year] }
    let ends = rest.split(separator: "-", omittingEmptySubsequences: false).compactMap { Number(digits: String($0)) }
    if ends.count == 2, ends[0] <= ends[1] { return [.amount(ends[0]...ends[1])] }
    return [.amount(nil)] + words(of: rest, &vocabulary)
  }
}

extension Line.Token {
  /// What stands for it in a pattern: a word, a number, or a sign that means something between two of them.
  var patternText: String? {
    switch self {
    case .word(let word): word
    case .number(let number): number.digits
    case .sign(.slash): "/"
    case .sign: nil
    }
  }
}
