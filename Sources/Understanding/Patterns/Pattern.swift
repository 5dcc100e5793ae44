import Triage

/// One phrase under `hears`, ready to be looked for: words by their numbers in a ``Vocabulary``.
struct Pattern: Sendable {
  enum Element: Sendable {
    /// Any one of these, each of one word or more.
    case words([[Int]])
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
  var elements: [Element] = []
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
  init?(_ text: String, entry: Hearable, groups: [String: [[Int]]], words vocabulary: inout Vocabulary) {
    self.entry = entry
    let phrase = SignedPhrase(text)
    let pieces = phrase.words.split(whereSeparator: \.isWhitespace)
    switch phrase.sign {
    case .whole: reach = .whole
    case .lastResort: reach = .lastResort
    case .exception: reach = .exception
    case .ofAnyTime: isOfAnyTime = true
    case nil: break
    }
    for piece in pieces { append(piece, groups: groups, words: &vocabulary) }
    isMereWord = pieces.count == 1 && !text.contains { $0 == "{" || $0 == "#" }
    while case .gap? = elements.last { elements.removeLast() }
    while case .gap? = elements.first { elements.removeFirst() }
    guard !elements.isEmpty else { return nil }
  }

  private mutating func append(_ piece: Substring, groups: [String: [[Int]]], words vocabulary: inout Vocabulary) {
    if piece == "..." {
      elements.append(.gap)
    } else if let opening = piece.firstIndex(of: "{"), let closing = piece[opening...].firstIndex(of: "}") {
      append(piece[..<opening], groups: groups, words: &vocabulary)
      elements.append(.words(groups[String(piece[piece.index(after: opening)..<closing])] ?? []))
      append(piece[piece.index(after: closing)...], groups: groups, words: &vocabulary)
    } else if let sign = piece.firstIndex(of: "#") {
      append(piece[..<sign], groups: groups, words: &vocabulary)
      append(piece[piece.index(after: sign)...], afterAmount: &vocabulary)
    } else if !piece.isEmpty {
      let words = Line(String(piece), in: vocabulary.language).tokens.compactMap {
        $0.patternText.map { vocabulary.add($0) }
      }
      elements += words.map { .words([[$0]]) }
    }
  }

  /// What follows a `#` without a blank: a range, `year`, or a word or sign that stands right behind the number.
  private mutating func append(_ rest: Substring, afterAmount vocabulary: inout Vocabulary) {
    if rest == "year" {
      elements.append(.year)
      return
    }
    let ends = rest.split(separator: "-", omittingEmptySubsequences: false).compactMap { Number(digits: String($0)) }
    if ends.count == 2, ends[0] <= ends[1] {
      elements.append(.amount(ends[0]...ends[1]))
      return
    }
    elements.append(.amount(nil))
    append(rest, groups: [:], words: &vocabulary)
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
