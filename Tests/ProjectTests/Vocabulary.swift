/// Words that must not stand in a source, and where they may all the same.
struct Vocabulary {
  /// Each one word or several in a row, as ``words(of:)`` gives them.
  private var forbidden: [String: [[String]]] = [:]
  /// The phrases in which a forbidden word may stand.
  private(set) var exceptions: [[String]]

  init(forbidden phrases: some Sequence<String>, exceptions: some Sequence<String> = []) {
    self.exceptions = exceptions.map { Self.words(of: $0).map(\.text) }
    for phrase in phrases {
      let words = Self.words(of: phrase).map(\.text)
      if let first = words.first { forbidden[first, default: []].append(words) }
    }
  }

  struct Finding: Equatable {
    var phrase: String
    /// From 1.
    var line: Int
  }

  /// Every forbidden phrase of a text that stands in no exception.
  func findings(in text: String) -> [Finding] {
    let words = Self.words(of: text)
    let excused = Set(exceptions.flatMap { Self.places(of: $0, in: words).flatMap(\.self) })
    return words.indices.compactMap { place in
      let phrases = forbidden[words[place].text] ?? []
      let found = phrases.first { phrase in
        let range = place..<(place + phrase.count)
        return Self.stands(phrase, at: place, in: words) && !range.allSatisfy(excused.contains)
      }
      return found.map { Finding(phrase: $0.joined(separator: " "), line: words[place].line) }
    }
  }

  /// Whether an exception excuses anything in a text.
  static func contains(_ exception: [String], in text: String) -> Bool {
    !places(of: exception, in: words(of: text)).isEmpty
  }

  private static func places(of phrase: [String], in words: [Word]) -> [Range<Int>] {
    words.indices.filter { stands(phrase, at: $0, in: words) }.map { $0..<($0 + phrase.count) }
  }

  private static func stands(_ phrase: [String], at place: Int, in words: [Word]) -> Bool {
    place + phrase.count <= words.count
      && phrase.indices.allSatisfy { words[place + $0].text == phrase[$0] }
  }
}

extension Vocabulary {
  struct Word: Equatable {
    /// In small letters, without the s of a plural.
    var text: String
    var line: Int
  }

  /// The words of a text: runs of letters, cut again where an identifier like `redFlag` begins a new word.
  static func words(of text: String) -> [Word] {
    var words: [Word] = []
    var current = ""
    var line = 1
    func finish() {
      if !current.isEmpty { words.append(Word(text: singular(current.lowercased()), line: line)) }
      current = ""
    }
    for character in text {
      if !character.isLetter || (character.isUppercase && current.last?.isLowercase == true) { finish() }
      if character.isLetter { current.append(character) }
      if character.isNewline { line += 1 }
    }
    finish()
    return words
  }

  private static func singular(_ word: String) -> String {
    word.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss") ? String(word.dropLast()) : word
  }
}
