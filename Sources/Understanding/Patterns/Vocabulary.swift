/// Every word of a tree's phrases by a number of its own, and slips of the keyboard mended to them.
struct Vocabulary: Sendable {
  let language: Language
  private var numbers: [String: Int] = [:]
  private(set) var words: [String] = []
  /// The group in which a word stood first, if any: slips of either of two words of one mean the same.
  private var families: [String?] = []
  /// The words by their length and first letter, for slips.
  private var alike: [Shape: [Int]] = [:]
  /// Of every word its letters, and which of them it has.
  private var letters: [[UInt8]] = []
  private var sets: [UInt32] = []

  private struct Shape: Hashable {
    var length: Int
    var first: UInt8
  }

  init(in language: Language) { self.language = language }

  /// The number of a word, from now on if not before.
  mutating func add(_ word: String, group: String? = nil) -> Int {
    if let number = numbers[word] { return number }
    let number = words.count
    numbers[word] = number
    words.append(word)
    families.append(group)
    letters.append(Array(word.utf8))
    sets.append(letters[number].set)
    if let first = word.utf8.first { alike[Shape(length: word.utf8.count, first: first), default: []].append(number) }
    return number
  }

  subscript(_ word: String) -> Int? { numbers[word] }
}

// MARK: - Slips of the keyboard

extension Vocabulary {
  /// The one word that another is a slip of; nil where there is none, or no telling which.
  ///
  /// One slip is a letter too many, too few or wrong, or two swapped; a word of eight letters or more may have two. The
  /// first letter is taken to be right, or swapped with the second. Where several words of different groups are as near, it is none.
  func mend(_ word: String) -> String? {
    let letters = Array(word.utf8)
    guard (4...24).contains(letters.count), letters.allSatisfy({ ("a"..."z").contains(Unicode.Scalar($0)) }) else {
      return nil
    }
    let most = letters.count >= 8 ? 2 : 1
    let set = letters.set
    var nearest: (words: [Int], distance: Int) = ([], most)
    for length in letters.count - most...letters.count + most {
      for first in letters[1] == letters[0] ? letters[..<1] : letters[..<2] {
        for number in alike[Shape(length: length, first: first)] ?? [] {
          guard (sets[number] ^ set).nonzeroBitCount <= 2 * nearest.distance else { continue }
          let known = self.letters[number]
          guard known.count >= 4, first == letters[0] || known[1] == letters[0] else { continue }
          let distance = letters.distance(to: known, most: nearest.distance)
          if distance < nearest.distance { nearest = ([], distance) }
          if distance == nearest.distance { nearest.words.append(number) }
        }
      }
    }
    guard let first = nearest.words.first else { return nil }
    let isOne =
      nearest.words.count == 1 || families[first] != nil && nearest.words.allSatisfy { families[$0] == families[first] }
    return isOne ? words[first] : nil
  }

  /// Two known words that were written without a blank between them.
  func split(_ word: String) -> [String]? {
    guard word.utf8.count >= 6, word.utf8.count <= 24 else { return nil }
    for end in word.indices.dropFirst(3).dropLast(2) {
      let (first, second) = (String(word[..<end]), String(word[end...]))
      if numbers[first] != nil, numbers[second] != nil { return [first, second] }
    }
    return nil
  }
}

extension [UInt8] {
  /// A bit for every letter that occurs: one slip changes two of them at most.
  fileprivate var set: UInt32 { reduce(0) { $0 | 1 << UInt32($1 & 31) } }

  /// How many letters have to be put in, taken out, changed or swapped with the next to make one word of another; one
  /// more than `most` where it is more than that.
  fileprivate func distance(to other: [UInt8], most: Int) -> Int {
    var before: [Int] = []
    var row = Swift.Array(0...other.count)
    for i in indices {
      var next = [i + 1]
      next.reserveCapacity(other.count + 1)
      for j in other.indices {
        var best = Swift.min(row[j + 1] + 1, next[j] + 1, row[j] + (self[i] == other[j] ? 0 : 1))
        if i > 0, j > 0, self[i] == other[j - 1], self[i - 1] == other[j] { best = Swift.min(best, before[j - 1] + 1) }
        next.append(best)
      }
      guard next.min()! <= most else { return most + 1 }
      (before, row) = (row, next)
    }
    return Swift.min(row[other.count], most + 1)
  }
}
