/// What stands around the phrases of a line: who is spoken of, and whether it is so, was so, or is denied.
struct Context {
  let line: Line
  let words: [String]
  let language: Language
  /// The sentence in which every token stands: a thought ends for good after a full stop or a question, before a "but".
  private let sentences: [Range<Int>]
  /// The stretch between pauses in which every token stands.
  private let clauses: [Range<Int>]
  let isBreak: [Bool]
  /// Where phrases of a heading stand, in the order of the line.
  private let marks: [Heading: [Range<Int>]]
  /// Where the line says when something was, that is long ago: in the order of the line.
  let times: [Range<Int>]
  let isAnother: [Bool]
  let isOneself: [Bool]
  /// Whether the line speaks of whoever is typing, but for "my mother".
  let isOfOneself: Bool
  private let isSubject: [Bool]
  /// By token: how many words of a denial begin there, and how many of what only looks like one.
  private let denials: [Int]
  private let apparentDenials: [Int]
  /// Whether relatives are spoken of on purpose, since one of them is the patient.
  private let isOnBehalf: Bool

  init(_ line: Line, today: CivilDate, isOnBehalf: Bool) {
    self.line = line
    self.isOnBehalf = isOnBehalf
    let (words, language) = (line.aligned, line.language)
    (self.words, self.language) = (words, language)
    let isBreak = Self.counts(of: .part, in: line).map { $0 > 0 }
    self.isBreak = isBreak
    sentences = Self.stretches(words.count) { isBreak[$0] || line.isStop($0 - 1) }
    clauses = Self.stretches(words.count) { isBreak[$0] || line.isPause($0 - 1) }
    var marks = Dictionary(
      uniqueKeysWithValues: [.elsewhere, .elsewhereAfter, .idiom, .present, .isOver, .hypothetical, .condition].map {
        heading in
        (heading, Self.ranges(of: heading, in: line))
      })
    times = line.longAgo(today)
    // "Not these days" is not now.
    let over = Set((times + marks[.isOver]!).joined())
    marks[.present]!.removeAll { !over.isDisjoint(with: $0) }
    self.marks = marks
    func isWord(of heading: Heading) -> [Bool] {
      words.indices.map { line.isListed[$0] && language[heading].contains(words[$0]) }
    }
    let (isAnother, isOneself) = (isWord(of: .another), isWord(of: .oneself))
    (self.isAnother, self.isOneself) = (isAnother, isOneself)
    isOfOneself = words.indices.contains { isOneself[$0] && !($0 + 1 < words.count && isAnother[$0 + 1]) }
    isSubject = isWord(of: .subject)
    denials = Self.counts(of: .denying, in: line)
    apparentDenials = Self.counts(of: .notDenying, in: line)
  }

  /// For every token the stretch in which it stands, from one beginning to the next.
  private static func stretches(_ count: Int, isBeginning: (Int) -> Bool) -> [Range<Int>] {
    var stretches: [Range<Int>] = []
    var start = 0
    for place in 0..<count where place + 1 == count || isBeginning(place + 1) {
      stretches += repeatElement(start..<place + 1, count: place + 1 - start)
      start = place + 1
    }
    return stretches
  }

  /// How the line stands to a phrase that was found in it.
  ///
  /// An answer is also in doubt behind a "cannot": "I can't do nearly all of it".
  func stance(of hit: Hit) -> Stance {
    let range = hit.range
    if isElsewhere(range) || isIdiom(range) { return .idiom }
    if isOfThing(range) { return .another }
    let start = clauseStart(of: range)
    if isDenied(range, from: start) || isDeniedAfter(range) { return .denied }
    let sentence = sentence(of: range)
    let isPresent = has(.present, in: sentence)
    if !isOnBehalf, isAnothers(range) {
      return isPresent || has(.present, in: next(to: sentence)) || isCallForAnother(range) ? .hypothetical : .another
    }
    if !isPresent, !hit.isOfAnyTime, isPast(hit), !isBack(after: sentence) { return .past }
    if hit.entry.isChoice, isUnable(range) { return .denied }
    let before = sentence.lowerBound..<range.lowerBound
    if has(.hypothetical, in: before) || !hit.entry.isChoice && has(.condition, in: before) { return .hypothetical }
    return .affirmed
  }

  // MARK: Where a thought begins and ends

  /// Where the thought begins that leads to a part: after a pause, a "but", or a new subject does not matter here. What
  /// stands too far off to deny the part is not looked at.
  private func clauseStart(of range: Range<Int>) -> Int {
    var place = range.lowerBound
    let first = max(0, place - Self.farthest)
    while place > first {
      if isBreak[place] { return place }
      if isPause(place - 1), !isList(from: place, to: range) { return place }
      place -= 1
    }
    return first
  }

  func isPause(_ place: Int) -> Bool { line.isPause(place) }

  /// Whether what stands between a pause and a part is one more of a list that goes on: "no rust, rot or moss".
  private func isList(from place: Int, to range: Range<Int>) -> Bool {
    let between = words[place..<range.lowerBound]
    let isJoined = between.contains { language[.range].contains($0) || language[.denying].contains($0) }
    let goesOn = words[range.upperBound...].prefix(4).contains { language[.range].contains($0) }
    guard isJoined || goesOn else { return false }
    return !isSubject[place..<range.lowerBound].contains(true)
  }

  /// From the last break before a part to the next after it.
  func sentence(of range: Range<Int>) -> Range<Int> {
    sentences[range.lowerBound].lowerBound..<sentences[range.upperBound - 1].upperBound
  }

  /// The sentence that follows another, empty behind the last.
  func next(to sentence: Range<Int>) -> Range<Int> {
    sentence.upperBound < words.count ? sentences[sentence.upperBound] : sentence.upperBound..<sentence.upperBound
  }

  /// From the last pause or break before a part to the next behind it, as far as what stands there can matter to it.
  func clause(of range: Range<Int>) -> Range<Int> {
    let whole = clauses[range.lowerBound].lowerBound..<clauses[range.upperBound - 1].upperBound
    return whole.clamped(to: range.lowerBound - Self.farthest..<range.upperBound + Self.farthest)
  }

  // MARK: Denial

  /// Whether a denial stands before a part, with nothing between them that would end it. What begins with a denial of
  /// its own, like "cannot", is not taken away by another.
  private func isDenied(_ range: Range<Int>, from start: Int) -> Bool {
    guard !isNegative(range.lowerBound) else { return false }
    var place = start
    var denial: Range<Int>?
    while place < range.lowerBound {
      let count = denials[place]
      if apparentDenials[place] > 0 {
        place += apparentDenials[place]
      } else if count > 0, place + count <= range.lowerBound {
        denial = place..<place + count
        place += count
      } else {
        place += 1
      }
    }
    guard let denial, range.lowerBound - denial.upperBound <= Self.reach, !isUnlikeBefore(range) else { return false }
    let between = denial.upperBound..<range.lowerBound
    return !isSubject[between].contains(true) && !isDoneAfter(denial, between, range)
  }

  /// "Didn't look and crashed": what was done is not what was not.
  private func isDoneAfter(_ denial: Range<Int>, _ between: Range<Int>, _ range: Range<Int>) -> Bool {
    language[.denyingOne].contains(words[denial.upperBound - 1]) && language[.done].contains(words[range.lowerBound])
      && words[between].contains { language[.and].contains($0) }
  }

  /// "Never had a leak like this": what never was before is now.
  private func isUnlikeBefore(_ range: Range<Int>) -> Bool {
    (range.upperBound..<min(range.upperBound + Self.nearby, words.count)).contains { place in
      language[.unlikeBefore].longest(in: words, at: place) != nil
    }
  }

  /// Whether a "cannot" or the like stands right before a part that does not begin with one.
  private func isUnable(_ range: Range<Int>) -> Bool {
    guard !language[.denyingChoice].contains(words[range.lowerBound]) else { return false }
    let start = max(clauseStart(of: range), range.lowerBound - Self.nearby)
    return words[min(start, range.lowerBound)..<range.lowerBound].contains { word in
      language[.denyingChoice].contains(word) && !language[.part].contains(word)
    }
  }

  /// How far an inability reaches, and how close a word stands that goes with a part.
  static let nearby = 3

  /// How many tokens a denial reaches.
  private static let reach = 7
  /// A phrase of denial that ends within reach begins within this.
  static let farthest = 20

  private func isNegative(_ place: Int) -> Bool {
    denials[place] > 0 || language[.contracted].contains(words[place])
      || language[.denyingChoice].contains(words[place]) || language[.oneself].contains(words[place])
  }

  /// "Brakes: fine", "is normal". A bare word counts only behind a sign.
  private func isDeniedAfter(_ range: Range<Int>) -> Bool {
    guard range.upperBound < words.count else { return false }
    let isSign = words[range.upperBound].isEmpty
    let start = isSign ? range.upperBound + 1 : range.upperBound
    guard let found = language[.denyingAfter].longest(in: words, at: start) else { return false }
    guard isSign || found.count > 1 || language[.plainNo].contains(words[start]) else { return false }
    let end = start + found.count
    return end == words.count || isPause(end) || isBreak[end]
  }

  // MARK: Ways of speaking

  /// The phrases of a heading that stand in a part from their beginning to their end.
  func marks(_ heading: Heading, in range: Range<Int>) -> some Collection<Range<Int>> { marks[heading]!.within(range) }

  func has(_ heading: Heading, in range: Range<Int>) -> Bool { !marks(heading, in: range).isEmpty }

  /// Whether a way of speaking takes in a part, but for words that do not matter at its beginning.
  private func isIdiom(_ range: Range<Int>) -> Bool {
    let start = range.first { !language[.passing].contains(words[$0]) } ?? range.lowerBound
    let idioms = marks[.idiom]!
    return idioms[idioms.firstIndex(from: start - Self.farthest)...].prefix { $0.lowerBound <= start }
      .contains { $0.upperBound >= range.upperBound }
  }

  static func ranges(of heading: Heading, in line: Line) -> [Range<Int>] {
    counts(of: heading, in: line).enumerated().compactMap { place, count in
      count > 0 ? place..<place + count : nil
    }
  }

  /// By token: how many words the longest phrase of a heading has that begins there; 0 where none does.
  private static func counts(of heading: Heading, in line: Line) -> [Int] {
    let (words, phrases) = (line.aligned, line.language[heading])
    return words.indices.map { line.isListed[$0] ? phrases.longest(in: words, at: $0)?.count ?? 0 : 0 }
  }
}

extension [Range<Int>] {
  /// The first that does not begin before a place, of ranges in the order of their beginnings.
  fileprivate func firstIndex(from place: Int) -> Int { firstPlace { $0.lowerBound >= place } }

  /// Those that lie in a part as a whole.
  func within(_ range: Range<Int>) -> some Collection<Range<Int>> {
    self[firstIndex(from: range.lowerBound)...].lazy.prefix { $0.lowerBound < range.upperBound }
      .filter { $0.upperBound <= range.upperBound }
  }
}
