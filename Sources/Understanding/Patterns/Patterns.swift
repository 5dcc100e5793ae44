import Triage

/// All phrases that a tree hears, ready to be looked for in many lines.
struct Patterns: Sendable {
  private(set) var all: [Pattern] = []
  private(set) var vocabulary: Vocabulary
  /// The patterns that a word can begin, by its number.
  private(set) var beginning: [[Int]] = []
  /// Those that begin with a number or a length of time.
  private(set) var beginningWithAmount: [Int] = []

  init(_ grammar: Grammar, in language: Language) {
    vocabulary = Vocabulary(in: language)
    var groups: [String: [[Int]]] = [:]
    for group in grammar.wordGroups {
      groups[group.name] = group.words.map { word in
        Line.words(of: word, in: language).map { vocabulary.add($0, group: group.name) }
      }
    }
    for alarm in grammar.alarms.ids {
      add(grammar.alarms[alarm].hears, groups) { .alarm(alarm, phrase: $0) }
    }
    for question in grammar.questions.ids {
      add(grammar.questions[question].hears, groups) { .question(question, phrase: $0) }
      for (position, choice) in grammar.questions[question].choices.enumerated() {
        add(choice.hears, groups) { .choice(question, position, phrase: $0) }
      }
    }
    index()
  }

  private mutating func add(_ phrases: [String], _ groups: [String: [[Int]]], entry: (Int) -> Hearable) {
    for (position, text) in phrases.enumerated() {
      guard let pattern = Pattern(text, entry: entry(position), groups: groups, words: &vocabulary) else { continue }
      all.append(pattern)
    }
  }

  private mutating func index() {
    beginning = Array(repeating: [], count: vocabulary.words.count)
    for (number, pattern) in all.enumerated() {
      switch pattern.elements[0] {
      case .words(let alternatives):
        for first in Set(alternatives.compactMap(\.first)) { beginning[first].append(number) }
      case .amount, .year: beginningWithAmount.append(number)
      case .gap: break
      }
    }
  }
}
