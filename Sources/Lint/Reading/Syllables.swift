/// Counts the syllables of English words by their spelling.
///
/// Vowels that stand together are one syllable, and an "e" that is not spoken is none. ``SyllableWords`` says where
/// spelling and speech part. Where people say a word in two ways, the shorter counts, as Flesch has it.
enum Syllables {
  /// - Parameter word: small letters from a to z.
  /// - Returns: at least 1.
  static func count(in word: String) -> Int {
    if let known = SyllableWords.whole[word] { return known }
    for (beginning, count) in SyllableWords.beginnings where word.hasPrefix(beginning) {
      let rest = word.dropFirst(beginning.utf8.count)
      if standsAlone(rest) { return count + Self.count(in: String(rest)) }
    }
    let letters = Letters(word)
    let rules = SyllableWords.more.reduce(0) { $0 + letters.count(of: $1) }
    let exceptions = SyllableWords.fewer.reduce(0) { $0 + letters.count(of: $1) }
    return max(1, letters.vowelGroups - letters.silentEndings + rules - exceptions)
  }

  /// Whether what follows a beginning like "some" can be a word of its own: "thing", but not the end of "somersault".
  private static func standsAlone(_ rest: Substring) -> Bool {
    guard rest.utf8.count >= 3, let first = rest.utf8.first else { return false }
    return rest.hasPrefix("one") || !"aeioudr".utf8.contains(first)
  }
}

/// Where letters stand in a word.
///
/// `C` is any consonant but "y", `K` one of these but "l" and "r", `N` one but "q" and "g", `V` a vowel or "y", and `$`
/// the end.
struct LetterPattern: Sendable {
  fileprivate var marks: [UInt8]

  init(_ text: some StringProtocol) { marks = Array(text.utf8) }

  /// Patterns with blanks between them.
  static func list(_ text: String) -> [LetterPattern] { text.split(whereSeparator: \.isWhitespace).map { Self($0) } }
}

/// The letters of one word, small.
private struct Letters {
  private let letters: [UInt8]

  init(_ word: String) { letters = Array(word.utf8) }

  var vowelGroups: Int {
    letters.indices.count { isVowel($0) && ($0 == 0 || !isVowel($0 - 1)) }
  }

  /// Of the last "e", and of one before an ending like "ly" in a longer word.
  var silentEndings: Int {
    let last = SyllableWords.silent.contains(where: ends) && !SyllableWords.spoken.contains(where: ends)
    let inner = SyllableWords.silentInside.contains(where: ends) && !SyllableWords.spokenInside.contains(where: ends)
    return (last ? 1 : 0) + (inner && letters.count > 5 ? 1 : 0)
  }

  func count(of pattern: LetterPattern) -> Int { letters.indices.count { has(pattern, at: $0) } }

  /// - Parameter ending: with its `$`.
  private func ends(with ending: LetterPattern) -> Bool {
    let place = letters.count - ending.marks.count + 1
    return place >= 0 && has(ending, at: place)
  }

  private func has(_ pattern: LetterPattern, at place: Int) -> Bool {
    var place = place
    for mark in pattern.marks {
      if mark == UInt8(ascii: "$") { return place == letters.count }
      guard place < letters.count, fits(place, mark) else { return false }
      place += 1
    }
    return true
  }

  private func fits(_ place: Int, _ mark: UInt8) -> Bool {
    let letter = letters[place]
    return switch mark {
    case UInt8(ascii: "C"): isConsonant(letter, not: "y")
    case UInt8(ascii: "K"): isConsonant(letter, not: "ylr")
    case UInt8(ascii: "N"): isConsonant(letter, not: "yqg")
    case UInt8(ascii: "V"): !isConsonant(letter, not: "y")
    default: letter == mark
    }
  }

  private func isConsonant(_ letter: UInt8, not others: StaticString) -> Bool {
    !Self.vowels.contains(letter) && !others.withUTF8Buffer { $0.contains(letter) }
  }

  /// A "y" is a vowel unless it begins the word or stands between two vowels.
  private func isVowel(_ place: Int) -> Bool {
    if Self.vowels.contains(letters[place]) { return true }
    guard letters[place] == UInt8(ascii: "y"), place > 0 else { return false }
    let isBetween = place + 1 < letters.count && Self.vowels.contains(letters[place + 1])
    return !(isBetween && Self.vowels.contains(letters[place - 1]))
  }

  private static let vowels = Set("aeiou".utf8)
}
