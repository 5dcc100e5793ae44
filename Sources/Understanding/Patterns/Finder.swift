import Triage

/// Looks for patterns in one line.
struct Finder {
  let patterns: Patterns
  let line: Line
  let grammar: Grammar
  let today: CivilDate
  private let elements: [Pattern.Element]
  /// The number of every token in the vocabulary; -1 for one that it does not hold.
  private let numbers: [Int]
  /// By token: what belongs to a group and begins there, and where it ends.
  private let members: [[(group: Int, end: Int)]]
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
    lengths = line.tokens.indices.map { line.isListed[$0] ? line.lengthOfTime(at: $0, today: today) : nil }
    sizes = line.tokens.indices.map { place in
      line.isListed[place] ? [line.boundedNumber(at: place), line.plainNumber(at: place)].compactMap(\.self) : []
    }
    elements = patterns.elements
    let numbers = line.tokens.map { token in token.patternText.flatMap { patterns.vocabulary[$0] } ?? -1 }
    self.numbers = numbers
    members = numbers.indices.map { place in
      (patterns.groups.beginning[numbers[place]] ?? []).filter { numbers[place...].starts(with: $0.words) }
        .map { ($0.group, place + $0.words.count) }
    }
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
      guard mayBeAmount(at: place) else { continue }
      for number in patterns.beginningWithAmount { add(number, at: place, to: &hits) }
    }
    return hits
  }

  /// Whether a number, a length of time or a year may begin here.
  private func mayBeAmount(at place: Int) -> Bool {
    switch line.tokens[place] {
    case .number, .sign(.apostrophe): true
    case .word, .sign: lengths[place] != nil || !sizes[place].isEmpty
    }
  }

  private func add(_ number: Int, at place: Int, to hits: inout [Hit]) {
    let pattern = patterns.all[number]
    guard let found = match(pattern, pattern.elements.lowerBound, at: place, isFirst: true) else { return }
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
    guard element < pattern.elements.upperBound else { return Match(end: place) }
    if case .gap = elements[element] { return matchAfterGap(pattern, element + 1, at: place) }
    var start = place
    while start < line.tokens.count, start - place <= Self.mostPassed {
      if let found = match(pattern, element, rightAt: start) { return found }
      guard !isFirst, isPassing[start] else { return nil }
      start += 1
    }
    return nil
  }

  private func match(_ pattern: Pattern, _ element: Int, rightAt place: Int) -> Match? {
    switch elements[element] {
    case .word(let number):
      return numbers[place] == number ? match(pattern, after: element, place..<place + 1) : nil
    case .group(let number):
      for member in members[place] where member.group == number {
        if let found = match(pattern, after: element, place..<member.end) { return found }
      }
      return nil
    case .gap: return nil
    case .amount(let range?): return number(in: range, at: place).flatMap { match(pattern, after: element, $0) }
    case .amount(nil): return match(pattern, after: element, amounts(at: place, for: pattern.entry), from: place)
    case .year: return years(at: place).flatMap { match(pattern, after: element, place..<$0.end, $0) }
    }
  }

  private func match(_ pattern: Pattern, after element: Int, _ amounts: [Amount], from place: Int) -> Match? {
    for amount in amounts {
      if let found = match(pattern, after: element, place..<amount.end, amount) { return found }
    }
    return nil
  }

  /// The pattern behind one of its elements, which takes up some tokens. A number at the end of a pattern is not what is
  /// counted in days or years.
  private func match(_ pattern: Pattern, after element: Int, _ own: Range<Int>, _ amount: Amount? = nil) -> Match? {
    let isLast = element + 1 == pattern.elements.upperBound
    if case .amount = elements[element], isLast, line.unit(at: own.upperBound) != nil { return nil }
    guard var found = match(pattern, element + 1, at: own.upperBound, isFirst: false) else { return nil }
    found.parts.append(own)
    found.amount = found.amount ?? amount
    return found
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
  private func number(in range: ClosedRange<Number>, at place: Int) -> Range<Int>? {
    guard case .number(var number) = line.tokens[place] else { return nil }
    var end = place + 1
    if let unit = line.language[.fahrenheit].longest(in: line.aligned, at: end) {
      guard number.millionths <= Self.hottest.millionths else { return nil }
      number = Number(millionths: (number.millionths - 32 * Number.scale) * 5 / 9)
      end += unit.count
    } else if let unit = line.language[.celsius].longest(in: line.aligned, at: end) {
      end += unit.count
    }
    return range.contains(number) ? place..<end : nil
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
