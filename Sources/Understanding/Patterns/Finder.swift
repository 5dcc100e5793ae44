import Triage

/// Looks for patterns in one line.
struct Finder {
  let patterns: Patterns
  let line: Line
  let grammar: Grammar
  let today: CivilDate
  /// The number of every token in the vocabulary; -1 for one that it does not hold.
  private let numbers: [Int]
  private let isPassing: [Bool]
  /// What can be read from every token on, once for all patterns: lengths of time, and numbers.
  private let lengths: [Amount?]
  private let sizes: [[Amount]]
  /// Words that a gap does not reach over: a denial, or the start of another thought.
  private let endsGap: [Bool]

  /// How many words that do not matter may stand between two of a phrase, and how many others where it has a gap. A gap
  /// of an alarm may reach over one pause.
  private static let mostPassed = 4
  /// Nothing is as hot as this, in degrees Fahrenheit.
  private static let hottest = Number(1_000_000)
  private static let widestGap = 5

  init(_ patterns: Patterns, in line: Line, of grammar: Grammar, today: CivilDate) {
    self.patterns = patterns
    self.line = line
    self.grammar = grammar
    self.today = today
    endsGap = line.tokens.map { token in
      guard case .word(let word) = token else { return false }
      return line.language[.denying].contains(word) || line.language[.part].contains(word)
    }
    lengths = line.tokens.indices.map { line.lengthOfTime(at: $0, today: today) }
    sizes = line.tokens.indices.map { [line.boundedNumber(at: $0), line.plainNumber(at: $0)].compactMap(\.self) }
    numbers = line.tokens.map { token in token.patternText.flatMap { patterns.vocabulary[$0] } ?? -1 }
    isPassing = line.tokens.map { token in
      switch token {
      case .word(let word): line.language[.passing].contains(word)
      case .sign(let sign): ![.pause, .stop, .question].contains(sign)
      case .number: false
      }
    }
  }

  // MARK: Looking

  func hits() -> [Hit] {
    var hits: [Hit] = []
    for place in line.tokens.indices {
      if numbers[place] >= 0 {
        for number in patterns.beginning[numbers[place]] { add(number, at: place, to: &hits) }
      }
      for number in patterns.beginningWithAmount { add(number, at: place, to: &hits) }
    }
    return hits
  }

  private func add(_ number: Int, at place: Int, to hits: inout [Hit]) {
    let pattern = patterns.all[number]
    guard let found = match(pattern, 0, at: place, isFirst: true) else { return }
    let range = place..<found.end
    guard pattern.reach != .whole || isAll(of: range) else { return }
    hits.append(
      Hit(
        entry: pattern.entry, reach: pattern.reach, isOfAnyTime: pattern.isOfAnyTime, isMereWord: pattern.isMereWord,
        isMereAmount: pattern.elements.count == 1 && found.amount != nil, range: range, parts: found.parts,
        amount: found.amount))
  }

  /// Whether nothing that matters stands outside a part of the line.
  private func isAll(of range: Range<Int>) -> Bool {
    line.tokens.indices.allSatisfy { place in
      guard !range.contains(place), case .word(let word) = line.tokens[place] else { return true }
      return isPassing[place] || line.language[.harmless].contains(word)
    }
  }

  private struct Match {
    var end: Int
    var parts: [Range<Int>] = []
    var amount: Amount?
  }

  /// The pattern from one of its elements on, at a place or after words that do not matter.
  private func match(_ pattern: Pattern, _ element: Int, at place: Int, isFirst: Bool) -> Match? {
    guard element < pattern.elements.count else { return Match(end: place) }
    if case .gap = pattern.elements[element] { return matchAfterGap(pattern, element + 1, at: place) }
    var start = place
    while start < line.tokens.count, start - place <= Self.mostPassed {
      let isLast = element + 1 == pattern.elements.count
      for found in ends(of: pattern.elements[element], at: start, for: pattern.entry, isLast: isLast) {
        guard var rest = match(pattern, element + 1, at: found.end, isFirst: false) else { continue }
        rest.parts.append(start..<found.end)
        rest.amount = rest.amount ?? found.amount
        return rest
      }
      guard !isFirst, isPassing[start] else { return nil }
      start += 1
    }
    return nil
  }

  private func matchAfterGap(_ pattern: Pattern, _ element: Int, at place: Int) -> Match? {
    var start = place
    var hasPaused = false
    while start < line.tokens.count, start - place <= Self.widestGap {
      if let found = match(pattern, element, at: start, isFirst: true) { return found }
      if endsGap[start] { return nil }
      if line.sign(at: start) == .pause || line.sign(at: start) == .question {
        guard !hasPaused, pattern.entry.question == nil else { return nil }
        hasPaused = true
      }
      start += 1
    }
    return nil
  }

  /// Every way in which an element can stand right here. A number at the end of a pattern is not what is counted in days
  /// or years.
  private func ends(of element: Pattern.Element, at place: Int, for entry: Hearable, isLast: Bool) -> [Match] {
    switch element {
    case .words(let alternatives):
      alternatives.compactMap { words in
        words.indices.allSatisfy { place + $0 < numbers.count && numbers[place + $0] == words[$0] }
          ? Match(end: place + words.count) : nil
      }
    case .gap: []
    case .amount(let range?): [number(in: range, at: place)].compactMap(\.self).filter { isWhole($0, isLast: isLast) }
    case .amount(nil):
      amounts(at: place, for: entry).map { Match(end: $0.end, amount: $0) }.filter { isWhole($0, isLast: isLast) }
    case .year: years(at: place).map { [Match(end: $0.end, amount: $0)] } ?? []
    }
  }

  private func isWhole(_ match: Match, isLast: Bool) -> Bool { !isLast || line.unit(at: match.end) == nil }

  /// As much as can be read as one size; of a number also what stands before "and a half".
  private func amounts(at place: Int, for entry: Hearable) -> [Amount] {
    guard let question = entry.question, place < line.tokens.count else { return [] }
    return switch grammar.questions[question].kind {
    case .duration: lengths[place].map { [$0] } ?? []
    case .number: sizes[place]
    case .yesNo, .choice, .choices: []
    }
  }

  /// A number of a range, with a unit of temperature after it where there is one.
  private func number(in range: ClosedRange<Number>, at place: Int) -> Match? {
    guard case .number(var number) = line.tokens[place] else { return nil }
    var end = place + 1
    if let unit = line.language[.fahrenheit].longest(in: line.aligned, at: end) {
      guard number.millionths <= Self.hottest.millionths else { return nil }
      number = Number(millionths: (number.millionths - 32 * Number.scale) * 5 / 9)
      end += unit.count
    } else if let unit = line.language[.celsius].longest(in: line.aligned, at: end) {
      end += unit.count
    }
    return range.contains(number) ? Match(end: end) : nil
  }

  /// A year in four digits, or two with an apostrophe, as the years since then: a birthday may be still to come.
  private func years(at place: Int) -> Amount? {
    let isShort = line.sign(at: place) == .apostrophe
    let start = isShort ? place + 1 : place
    guard start < line.tokens.count, case .number(let number) = line.tokens[start] else { return nil }
    guard number.millionths % Number.scale == 0 else { return nil }
    var year = Int(number.millionths / Number.scale)
    let now = today.parts.year
    if isShort, year < 100 { year += year + 2_000 > now ? 1_900 : 2_000 }
    guard (now - 120...now).contains(year) else { return nil }
    return Amount(Number(max(0, now - year - 1)), to: Number(now - year), end: start + 1)
  }
}
