/// A word list as it stands in its file: under every heading, with the number behind it, its phrases.
struct WordList {
  private struct Entry {
    var value: String
    var phrases: String
  }

  private var entries: [String: [Entry]] = [:]
  /// Every word of every phrase.
  private(set) var words: Set<String> = []
  /// What each variety of a word stands for.
  private(set) var variants: [String: [String]] = [:]

  init(_ text: String) throws(LanguageError) {
    var heading: (name: String, value: String)?
    for (number, row) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard let first = row.first, first != "#" else { continue }
      if first == "[", row.last == "]" {
        heading = try Self.heading(String(row.dropFirst().dropLast()), line: number + 1)
        entries[heading!.name, default: []].append(Entry(value: heading!.value, phrases: ""))
      } else if let name = heading?.name, let last = entries[name]?.indices.last {
        // A phrase may go on in the next row.
        entries[name]![last].phrases += " " + row
      } else {
        throw LanguageError(cause: .noHeading, line: number + 1)
      }
    }
    for heading in Heading.allCases where entries[heading.rawValue] == nil {
      throw LanguageError(cause: .missing(heading.rawValue), line: nil)
    }
    for entry in entries[Heading.variant.rawValue] ?? [] {
      for word in Line.words(of: entry.phrases) { variants[word] = Line.words(of: entry.value) }
    }
    spellAlike()
    for entry in entries.values.joined() { words.formUnion(Line.words(of: entry.phrases)) }
  }

  /// Brings the phrases to the spelling to which every line is brought.
  private mutating func spellAlike() {
    for (name, all) in entries where name != Heading.variant.rawValue {
      entries[name] = all.map { Entry(value: $0.value, phrases: spelledAlike($0.phrases)) }
    }
  }

  private func spelledAlike(_ phrases: String) -> String {
    let alike = phrases.split(separator: ",").map { phrase in
      phrase.split(separator: " ").map { word in
        let words = Line.words(of: String(word))
        return words.count == 1 ? variants[words[0]]?.joined(separator: " ") ?? String(word) : String(word)
      }.joined(separator: " ")
    }
    return alike.joined(separator: ",")
  }

  /// The longest heading that the text begins with, and what stands behind it.
  private static func heading(_ text: String, line: Int) throws(LanguageError) -> (name: String, value: String) {
    let fitting = Heading.allCases.filter { text == $0.rawValue || text.hasPrefix($0.rawValue + " ") && $0.takesValue }
    guard let heading = fitting.max(by: { $0.rawValue.count < $1.rawValue.count }) else {
      throw LanguageError(cause: .unknownHeading(text), line: line)
    }
    let value = String(text.dropFirst(heading.rawValue.count + 1))
    guard value.isEmpty != heading.takesValue else { throw LanguageError(cause: .badValue(text), line: line) }
    return (heading.rawValue, value)
  }

  /// The phrases under a heading, parted by commas.
  subscript(_ heading: String) -> [String] { (entries[heading] ?? []).map(\.phrases) }

  /// The phrases under a heading with their numbers.
  func table(_ heading: Heading) throws(LanguageError) -> PhraseTable<Int64> {
    PhraseTable(try numbered(heading).map { (Int64($0.0), $0.1) })
  }

  /// The single words under a heading with their numbers.
  func words(_ heading: Heading) throws(LanguageError) -> [String: Int] {
    var words: [String: Int] = [:]
    for (number, phrases) in try numbered(heading) {
      for word in phrases.split(separator: ",") { words[Line.words(of: String(word)).joined(separator: " ")] = number }
    }
    return words
  }

  /// The phrases under a heading with two numbers and a word between them.
  func ranges(_ heading: Heading) throws(LanguageError) -> PhraseTable<ClosedRange<Int>> {
    var ranges: [(ClosedRange<Int>, String)] = []
    for entry in entries[heading.rawValue] ?? [] {
      let ends = entry.value.split(separator: " ").compactMap { Int($0) }
      guard ends.count == 2, ends[0] <= ends[1] else {
        throw LanguageError(cause: .badValue("\(heading.rawValue) \(entry.value)"), line: nil)
      }
      ranges.append((ends[0]...ends[1], entry.phrases))
    }
    return PhraseTable(ranges)
  }

  private func numbered(_ heading: Heading) throws(LanguageError) -> [(Int, String)] {
    var numbered: [(Int, String)] = []
    for entry in entries[heading.rawValue] ?? [] {
      guard let number = Int(entry.value) else {
        throw LanguageError(cause: .badValue("\(heading.rawValue) \(entry.value)"), line: nil)
      }
      numbered.append((number, entry.phrases))
    }
    return numbered
  }
}
