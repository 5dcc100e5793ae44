import Triage

/// Reads lines as picks from a list.
struct ChoiceReader {
  /// One way to call a choice, as the tree writes it and in words.
  struct Called: Sendable {
    var text: String
    var words: [String]
  }

  let choices: [Choice]
  private let language: Language
  /// What each choice is called: its label, its name, and what people call it.
  let called: [[Called]]
  /// The same in words alone.
  let phrases: [[[String]]]
  /// The label and the name alone: what people call it counts as a whole only.
  let titles: [[[String]]]
  /// The phrases without words that say nothing.
  private let bare: [[[String]]]
  /// Every word of the phrases.
  let words: SlipTable
  let known: Set<String>

  init(_ choices: [Choice], in language: Language) {
    self.choices = choices
    self.language = language
    called = choices.map { choice in
      let texts = [choice.label, choice.name] + choice.plainPhrases
      return texts.map { Called(text: $0, words: Line.words(of: $0, in: language)) }.filter { !$0.words.isEmpty }
    }
    phrases = called.map { $0.map(\.words) }
    titles = zip(choices, called).map { choice, called in
      called.prefix(2).filter { [choice.label, choice.name].contains($0.text) }.map(\.words)
    }
    bare = phrases.map { $0.map { $0.filter { !language[.filler].contains($0) } } }
    words = SlipTable(phrases.joined().joined())
    known = Set(words.names)
  }

  /// One choice and no more.
  func readOne(_ line: Line) -> Understood {
    switch match(line.words) {
    case .one(let choice, let rule): .answer(Reading(.value(.choice(choice)), by: rule))
    case .several(let choices): .ambiguous(choices.map(Value.choice))
    case .none: .unrecognised(.noSense)
    }
  }

  /// Any number of choices.
  func readSeveral(_ line: Line) -> Understood {
    let read = readSegments(segments(of: line))
    guard read == .unrecognised(.noSense), let places = ListPlaces(line, among: choices.count) else { return read }
    return places.isInDoubt ? .ambiguous([.choices(places.picked)]) : picked(places.picked, by: .listNumber)
  }

  /// Every part is one choice. Where one part may be several choices, so may the whole, each with what the others are.
  private func readSegments(_ segments: [[String]]) -> Understood {
    var picks: UInt32 = 0
    var rule: Rule?
    var open: [Int] = []
    for segment in segments {
      switch match(segment) {
      case .one(let choice, let found):
        picks |= 1 << UInt32(choice)
        // Of several, each known in its own way, no one name is the answer.
        rule = rule.map { $0 == found ? $0 : .words } ?? found
      case .several(let choices) where open.isEmpty: open = choices
      case .several, .none: return .unrecognised(.noSense)
      }
    }
    if !open.isEmpty { return .ambiguous(open.map { .choices(picks | 1 << UInt32($0)) }) }
    return rule.map { picked(picks, by: $0) } ?? .unrecognised(.noSense)
  }

  private func picked(_ choices: UInt32, by rule: Rule) -> Understood {
    .answer(Reading(.value(.choices(choices)), by: rule))
  }
}

// MARK: - One choice

extension ChoiceReader {
  private enum Match {
    case one(Int, Rule)
    case several([Int])
    case none
  }

  /// The surest way first. Where a way finds several, the surer ones found none, and the patient has to say which.
  private func match(_ words: [String]) -> Match {
    if let match = matchAsTyped(words) { return match }
    let mended = words.map { word in
      known.contains(word) || language.words.contains(word) ? word : self.words.mend(word) ?? word
    }
    guard mended != words, let match = matchAsTyped(mended) else { return .none }
    if case .one(let choice, _) = match { return .one(choice, .typo) }
    return match
  }

  private func matchAsTyped(_ words: [String]) -> Match? {
    let bare = words.filter { !language[.filler].contains($0) }
    if let found = one(of: phrases, where: { $0 == words }, by: .label) { return found }
    if let place = placeInList(words) { return .one(place, .listNumber) }
    guard !bare.isEmpty else { return nil }
    if let found = one(of: self.bare, where: { $0 == bare }, by: .label) { return found }
    let isDoubtful =
      words.contains { language[.denyingChoice].contains($0) }
      || language.has(.hypothetical, in: words)
    let isMereNo = words.count == 1 && language[.plainNo].contains(words)
    let found =
      one(of: titles, where: { !isMereNo && ($0.begins(with: words) || $0.begins(with: bare)) }, by: .prefix)
      ?? matchWithin(words)
      ?? one(of: titles, where: { bare.tell($0) }, by: .words)
    if isDoubtful, case .one(let choice, _) = found { return .several([choice]) }
    return found
  }

  private func one(of names: [[[String]]], where holds: ([String]) -> Bool, by rule: Rule) -> Match? {
    match(choices.indices.filter { names[$0].contains(where: holds) }, by: rule)
  }

  private func match(_ found: [Int], by rule: Rule) -> Match? {
    switch found.count {
    case 0: nil
    case 1: .one(found[0], rule)
    default: .several(found)
    }
  }

  /// "2", "number 2", "the second one".
  private func placeInList(_ words: [String]) -> Int? {
    var words = words[...]
    while let first = words.first, words.count > 1, language[.listNumber].contains(first) { words = words.dropFirst() }
    if words.count == 2, language.numbers[words[words.startIndex + 1]] == 1 { words = words.dropLast() }
    guard words.count == 1, let word = words.first else { return nil }
    let number =
      language[.lastOfList].contains(word)
      ? choices.count : Int(word) ?? language.ordinals[word] ?? language.numbers[word]
    return number.flatMap { choices.indices.contains($0 - 1) ? $0 - 1 : nil }
  }

  /// The choices that are named among other words.
  private func matchWithin(_ words: [String]) -> Match? {
    var found: [Int] = []
    var place = 0
    while place < words.count {
      if let name = longestName(in: words, at: place) {
        if !found.contains(name.choice) { found.append(name.choice) }
        place += name.count
      } else {
        place += 1
      }
    }
    return match(found.sorted(), by: .words)
  }

  /// The longest name of a choice that stands at a place, if one does that is no mere "no" or "it".
  private func longestName(in words: [String], at place: Int) -> (choice: Int, count: Int)? {
    var longest: (choice: Int, count: Int)?
    for choice in choices.indices {
      for phrase in phrases[choice] where phrase.count > longest?.count ?? 0 && phrase.isTelling {
        if words[place...].starts(with: phrase) { longest = (choice, phrase.count) }
      }
    }
    return longest
  }
}

// MARK: - Several choices

extension ChoiceReader {
  /// What stands between commas and the like; a name that holds an "and" stays whole, and so does "1 3" not.
  private func segments(of line: Line) -> [[String]] {
    let words = line.aligned
    var segments: [[String]] = [[]]
    var place = 0
    while place < words.count {
      if let range = rangeInList(line, at: place) {
        segments += range.map { [String($0)] } + [[]]
        place += 3
      } else if let name = longestName(in: words, at: place) {
        segments += [Array(words[place..<place + name.count]), []]
        place += name.count
      } else if words[place].isEmpty || language[.and].contains(words[place]) {
        segments.append([])
        place += 1
      } else if Int(words[place]) != nil {
        segments += [[words[place]], []]
        place += 1
      } else {
        segments[segments.count - 1].append(words[place])
        place += 1
      }
    }
    return segments.filter { segment in !segment.allSatisfy { language[.filler].contains($0) } || hasDenial(segment) }
  }

  private func hasDenial(_ segment: [String]) -> Bool { segment.contains { language[.denyingChoice].contains($0) } }

  /// "1-3".
  private func rangeInList(_ line: Line, at place: Int) -> ClosedRange<Int>? {
    let words = line.aligned
    guard words.indices.contains(place + 2), line.joinsRange(at: place + 1),
      let low = Int(words[place]), let high = Int(words[place + 2]), low >= 1, low <= high, high <= choices.count
    else { return nil }
    return low...high
  }
}

extension [String] {
  /// Whether it is more than one short word, which may stand in any sentence.
  fileprivate var isTelling: Bool { count > 1 || joined().count > 2 }

  /// Whether all these words stand in a title, and say enough of it: a word of a long one may stand in any sentence.
  fileprivate func tell(_ title: [String]) -> Bool { count * 10 >= title.count && allSatisfy(title.contains) }

  /// Whether these words begin like others, of which the last may be cut short after the second letter.
  fileprivate func begins(with others: [String]) -> Bool {
    guard let last = others.last, others.count <= count, others.joined().count >= 2 else { return false }
    return starts(with: others.dropLast()) && self[others.count - 1].hasPrefix(last)
  }
}

extension Choice {
  /// The phrases under `hears` that are made of words alone, so that they are what the choice is called.
  public var plainPhrases: [String] {
    hears.map(SignedPhrase.init).filter { phrase in
      phrase.sign != .exception && phrase.sign != .lastResort && !phrase.words.contains { "{#".contains($0) }
        && !phrase.words.contains("...")
    }
    .map { String($0.words) }
  }
}
