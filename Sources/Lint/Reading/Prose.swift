/// What can be counted of a text in English.
///
/// As Flesch has it in How to write plain English, 1979, chapter 2: what stands between blanks is one word, with its hyphens and apostrophes; figures and
/// abbreviations in capitals are one syllable; and a sentence ends at a full stop, a question mark, an exclamation mark
/// or a semicolon, and at the end of a line.
public struct Prose: Equatable, Sendable {
  public private(set) var words = 0
  public private(set) var sentences = 0
  public private(set) var syllables = 0
  /// The words of the longest sentence.
  public private(set) var longestSentence = 0
  /// Words of three syllables and more, each once.
  public private(set) var longWords: [LongWord] = []

  public struct LongWord: Equatable, Sendable {
    public var word: String
    public var syllables: Int
  }

  /// - Parameter known: words that patients know, which count as two syllables at most.
  public init(_ text: String, known: KnownWords = KnownWords()) {
    var counter = WordCounter(known)
    self.init(text, &counter)
  }

  init(_ text: String, _ counter: inout WordCounter) {
    for line in text.split(whereSeparator: \.isNewline) {
      var length = 0
      let chunks = line.split(whereSeparator: \.isWhitespace)
      for (place, chunk) in chunks.enumerated() {
        let count = counter.syllables(of: chunk)
        if count > 0 {
          length += 1
          add(chunk, count)
        }
        if Self.endsSentence(chunk, before: chunks.dropFirst(place + 1).first) { finishSentence(&length) }
      }
      finishSentence(&length)
    }
  }

  private mutating func finishSentence(_ length: inout Int) {
    guard length > 0 else { return }
    sentences += 1
    longestSentence = max(longestSentence, length)
    length = 0
  }

  private mutating func add(_ chunk: Substring, _ count: Int) {
    words += 1
    syllables += count
    guard count > 2 else { return }
    let word = LongWord(word: String(chunk.trimmed { !$0.isLetter && !$0.isNumber }), syllables: count)
    if !longWords.contains(word) { longWords.append(word) }
  }

  // MARK: Sentences

  private static func endsSentence(_ chunk: Substring, before next: Substring?) -> Bool {
    let bare = chunk.trimmed { "\"'”’)]".contains($0) }
    guard let last = bare.last else { return false }
    if last == ";" { return true }
    guard ".!?…".contains(last), next?.first?.isLowercase != true else { return false }
    return !titles.contains(bare.lowercased())
  }

  /// What a full stop shortens in the middle of a sentence.
  private static let titles: Set<String> = ["dr.", "mr.", "mrs.", "ms.", "prof.", "e.g.", "i.e.", "approx."]
}

extension Substring {
  /// Without the characters at either end that are to be cut off.
  fileprivate func trimmed(_ isCut: (Character) -> Bool) -> Substring {
    var rest = self[...]
    while let first = rest.first, isCut(first) { rest.removeFirst() }
    while let last = rest.last, isCut(last) { rest.removeLast() }
    return rest
  }
}
