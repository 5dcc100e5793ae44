import Triage

/// All phrases that a tree hears, ready to be looked for in many lines.
struct Patterns: Sendable {
  private(set) var all: [Pattern] = []
  /// What all patterns consist of, one after another.
  private(set) var elements: [Pattern.Element] = []
  private(set) var vocabulary: Vocabulary
  let groups: WordGroups
  /// The patterns that a word can begin, by its number.
  private(set) var beginning: [[Int]] = []
  /// Those that begin with a number or a length of time.
  private(set) var beginningWithAmount: [Int] = []

  init(_ grammar: Grammar, in language: Language) {
    vocabulary = Vocabulary(in: language)
    groups = WordGroups(grammar.wordGroups, words: &vocabulary)
    for alarm in grammar.alarms.ids {
      add(grammar.alarms[alarm].hears) { .alarm(alarm, phrase: $0) }
    }
    for question in grammar.questions.ids {
      add(grammar.questions[question].hears) { .question(question, phrase: $0) }
      for (position, choice) in grammar.questions[question].choices.enumerated() {
        add(choice.hears) { .choice(question, position, phrase: $0) }
      }
    }
    index()
  }

  private mutating func add(_ phrases: [String], entry: (Int) -> Hearable) {
    for (position, text) in phrases.enumerated() {
      let pattern = Pattern(
        text, entry: entry(position), groups: groups, words: &vocabulary, into: &elements)
      if let pattern { all.append(pattern) }
    }
  }

  private mutating func index() {
    beginning = Array(repeating: [], count: vocabulary.words.count)
    var beginningWithGroup: [Int: [Int]] = [:]
    for (number, pattern) in all.enumerated() {
      switch elements[pattern.elements.lowerBound] {
      case .word(let word): beginning[word].append(number)
      case .group(let group): beginningWithGroup[group, default: []].append(number)
      case .amount, .year: beginningWithAmount.append(number)
      case .gap: break
      }
    }
    for (group, patterns) in beginningWithGroup {
      for word in groups.beginnings(of: group) { beginning[word] += patterns }
    }
    for word in beginning.indices { beginning[word].sort() }
  }
}
