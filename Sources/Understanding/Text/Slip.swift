/// One slip of the keyboard, mended only where there is no mistaking what was meant.
enum Slip {
  /// The one word among the known that `word` is a slip of; nil where there is none, or several.
  ///
  /// A slip is one letter too many, too few or wrong in a word of at least four letters, two letters swapped in one of
  /// at least three, or letters held too long.
  static func mend(_ word: String, among known: [String]) -> String? {
    guard let letters = Letters(word) else { return nil }
    var found: String?
    for other in known where other != word && other != found && letters.isSlip(of: other) {
      guard found == nil else { return nil }
      found = other
    }
    return found
  }

  /// The one word among the known of which two letters were swapped, or a letter held too long: for words that are too
  /// much like others to guess more.
  static func swapped(_ word: String, among known: [String]) -> String? {
    guard let letters = Letters(word) else { return nil }
    return known.first { letters.isSwapOrHeld(of: Array($0.utf8)) }
  }

  /// A word in letters of its own; words of other writing, or longer than any word, are no slips.
  private struct Letters {
    let word: [UInt8]
    /// Without repeating a letter right after itself: "nooo" is "no".
    let squeezed: [UInt8]

    init?(_ text: String) {
      word = Array(text.utf8)
      guard word.count <= 40, word.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }) else {
        return nil
      }
      squeezed = Self.squeezed(word)
    }

    static func squeezed(_ word: [UInt8]) -> [UInt8] {
      word.indices.filter { $0 == 0 || word[$0] != word[$0 - 1] }.map { word[$0] }
    }

    func isSlip(of other: String) -> Bool {
      let length = other.utf8.count
      guard squeezed.count <= length + 1, word.count >= length - 1 else { return false }
      let known = Array(other.utf8)
      if isSwapOrHeld(of: known) { return true }
      switch word.count - length {
      case 0: return length >= 4 && zip(word, known).count { $0 != $1 } == 1
      case 1: return length >= 4 && Self.lacksOne(known, of: word)
      case -1: return length >= 4 && Self.lacksOne(word, of: known)
      default: return false
      }
    }

    func isSwapOrHeld(of known: [UInt8]) -> Bool {
      if word.count > known.count { return squeezed == Self.squeezed(known) }
      guard word.count == known.count, word.count >= 3 else { return false }
      let wrong = word.indices.filter { word[$0] != known[$0] }
      guard wrong.count == 2, wrong[0] + 1 == wrong[1] else { return false }
      return word[wrong[0]] == known[wrong[1]] && word[wrong[1]] == known[wrong[0]]
    }

    private static func lacksOne(_ shorter: [UInt8], of longer: [UInt8]) -> Bool {
      let same = zip(shorter, longer).prefix { $0 == $1 }.count
      return shorter[same...].elementsEqual(longer[(same + 1)...])
    }
  }
}
