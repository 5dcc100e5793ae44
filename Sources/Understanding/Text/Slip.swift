/// One slip of the keyboard, mended only where there is no mistaking what was meant.
enum Slip {
  /// The one word among the known that `word` is a slip of; nil where there is none, or several.
  ///
  /// A slip is one letter too many, too few or wrong in a word of at least four letters, two letters swapped in one of
  /// at least three, or letters held too long.
  static func mend(_ word: String, among known: [String]) -> String? {
    let letters = Array(word)
    guard letters.count <= longestWord else { return nil }
    let found = Set(known.filter { isSlip(letters, of: Array($0)) })
    return found.count == 1 ? found.first : nil
  }

  /// The one word among the known of which two letters were swapped, or a letter held too long: for words that are too
  /// much like others to guess more.
  static func swapped(_ word: String, among known: some Sequence<String>) -> String? {
    let letters = Array(word)
    guard letters.count <= longestWord else { return nil }
    return known.first { isSwapOrHeld(letters, of: Array($0)) }
  }

  private static let longestWord = 40

  private static func isSlip(_ word: [Character], of known: [Character]) -> Bool {
    guard word != known, known.allSatisfy(\.isLetter), word.allSatisfy(\.isLetter) else { return false }
    if isSwapOrHeld(word, of: known) { return true }
    switch word.count - known.count {
    case 0: return known.count >= 4 && zip(word, known).count { $0 != $1 } == 1
    case 1: return known.count >= 4 && lacksOne(known, of: word)
    case -1: return known.count >= 4 && lacksOne(word, of: known)
    default: return false
    }
  }

  /// Without repeating a letter right after itself: "nooo" is "no".
  private static func squeezed(_ word: [Character]) -> [Character] {
    word.indices.filter { $0 == 0 || word[$0] != word[$0 - 1] }.map { word[$0] }
  }

  private static func isSwapOrHeld(_ word: [Character], of known: [Character]) -> Bool {
    if word.count > known.count { return squeezed(word) == squeezed(known) }
    guard word.count == known.count, word.count >= 3 else { return false }
    let wrong = word.indices.filter { word[$0] != known[$0] }
    guard wrong.count == 2, wrong[0] + 1 == wrong[1] else { return false }
    return word[wrong[0]] == known[wrong[1]] && word[wrong[1]] == known[wrong[0]]
  }

  private static func lacksOne(_ shorter: [Character], of longer: [Character]) -> Bool {
    let same = zip(shorter, longer).prefix { $0 == $1 }.count
    return shorter[same...].elementsEqual(longer[(same + 1)...])
  }
}
