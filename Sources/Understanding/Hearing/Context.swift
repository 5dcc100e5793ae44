/// What stands around the phrases of a line: who is spoken of, and whether it is so, was so, or is denied.
struct Context {
  let line: Line
  private let words: [String]
  private let language: Language
  /// The sentence in which every token stands: a thought ends for good after a full stop or a question, before a "but".
  private let sentences: [Range<Int>]
  private let isBreak: [Bool]
  /// Where phrases of a heading stand, in the order of the line.
  private let marks: [Heading: [Range<Int>]]
  private let isAnother: [Bool]
  private let isOneself: [Bool]
  private let isSubject: [Bool]
  /// Whether relatives are spoken of on purpose, since one of them is the patient.
  private let isOnBehalf: Bool

  init(_ line: Line, isOnBehalf: Bool) {
    self.line = line
    self.isOnBehalf = isOnBehalf
    let (words, language) = (line.aligned, line.language)
    (self.words, self.language) = (words, language)
    let isBreak = words.indices.map { language[.part].longest(in: words, at: $0) != nil }
    self.isBreak = isBreak
    sentences = Self.sentences(isBreak)
    marks = Dictionary(
      uniqueKeysWithValues: [.elsewhere, .idiom, .present, .past, .hypothetical].map { heading in
        (heading, Self.ranges(of: heading, in: words, language))
      })
    isAnother = words.map { language[.another].contains($0) }
    isOneself = words.map { language[.oneself].contains($0) }
    isSubject = words.map { language[.subject].contains($0) }
  }

  /// From one break to the next, for every token. Commas do not end a sentence.
  private static func sentences(_ isBreak: [Bool]) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = 0
    for place in isBreak.indices where place + 1 == isBreak.count || isBreak[place + 1] {
      sentences += repeatElement(start..<place + 1, count: place + 1 - start)
      start = place + 1
    }
    return sentences
  }

  /// How the line stands to what is said in a part of it.
  ///
  /// An answer is also in doubt behind a "cannot": "I can't do nearly all of it".
  func stance(of range: Range<Int>, isAnswer: Bool = false) -> Stance {
    let sentence = sentence(of: range)
    if has(.elsewhere, in: sentence) || isIdiom(range) { return .idiom }
    if isOfThing(range) { return .another }
    let start = clauseStart(of: range)
    if isDenied(range, from: start) || isDeniedAfter(range) { return .denied }
    let isPresent = has(.present, in: sentence)
    if !isOnBehalf, isAnothers(range) { return isPresent ? .hypothetical : .another }
    if has(.past, in: sentence), !isPresent { return .past }
    if isAnswer, isUnable(range) { return .denied }
    if has(.hypothetical, in: sentence.lowerBound..<range.lowerBound) { return .hypothetical }
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

  private func isPause(_ place: Int) -> Bool {
    line.sign(at: place) == .pause || line.sign(at: place) == .question
  }

  /// Whether what stands between a pause and a part is one more of a list that goes on: "no rust, rot or moss".
  private func isList(from place: Int, to range: Range<Int>) -> Bool {
    let between = words[place..<range.lowerBound]
    let isJoined = between.contains { language[.range].contains($0) || language[.denying].contains($0) }
    let goesOn = words[range.upperBound...].prefix(4).contains { language[.range].contains($0) }
    guard isJoined || goesOn else { return false }
    return !isSubject[place..<range.lowerBound].contains(true)
  }

  /// From the last break before a part to the next after it.
  private func sentence(of range: Range<Int>) -> Range<Int> {
    sentences[range.lowerBound].lowerBound..<sentences[range.upperBound - 1].upperBound
  }

  // MARK: Denial

  /// Whether a denial stands before a part, with nothing between them that would end it. What begins with a denial of
  /// its own, like "cannot", is not taken away by another.
  private func isDenied(_ range: Range<Int>, from start: Int) -> Bool {
    guard !isNegative(range.lowerBound) else { return false }
    var place = start
    var end: Int?
    while place < range.lowerBound {
      if let apparent = language[.notDenying].longest(in: words, at: place) {
        place += apparent.count
      } else if let found = language[.denying].longest(in: words, at: place), place + found.count <= range.lowerBound {
        end = place + found.count
        place += found.count
      } else {
        place += 1
      }
    }
    guard let end, range.lowerBound - end <= Self.reach else { return false }
    return !isSubject[end..<range.lowerBound].contains(true)
  }

  /// Whether a "cannot" or the like stands right before a part that does not begin with one.
  private func isUnable(_ range: Range<Int>) -> Bool {
    guard !language[.denyingChoice].contains(words[range.lowerBound]) else { return false }
    let start = max(clauseStart(of: range), range.lowerBound - Self.nearby)
    return words[min(start, range.lowerBound)..<range.lowerBound].contains { word in
      language[.denyingChoice].contains(word) && !language[.part].contains(word)
    }
  }

  /// How far an inability reaches.
  private static let nearby = 3

  /// How many tokens a denial reaches.
  private static let reach = 7
  /// A phrase of denial that ends within reach begins within this.
  private static let farthest = 20

  private func isNegative(_ place: Int) -> Bool {
    language[.denying].longest(in: words, at: place) != nil || language[.contracted].contains(words[place])
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

  // MARK: Who, and when

  /// Whether somebody else was the last to be named before a part. What speaks of the patient by itself is theirs.
  private func isAnothers(_ range: Range<Int>) -> Bool {
    if isOneself[range].contains(true) { return false }
    for place in stride(from: range.lowerBound - 1, through: 0, by: -1) {
      if isBreak[place + 1] || isPause(place) { return false }
      if isAnother[place] { return !isSpokenTo(place) }
      let isPossessive = place + 1 < words.count && isAnother[place + 1]
      if isOneself[place], !isPossessive { return false }
      if line.sign(at: place) == .question { return false }
    }
    return false
  }

  /// Whether somebody is told something, and does not do or have it: "I said to my wife".
  private func isSpokenTo(_ place: Int) -> Bool {
    words[max(0, place - 2)..<place].contains { language[.addressing].contains($0) }
  }

  /// Whether a part speaks of an animal or a thing that is named right before it: "the table tops".
  private func isOfThing(_ range: Range<Int>) -> Bool {
    words[max(0, range.lowerBound - 2)..<range.lowerBound].contains { language[.thing].contains($0) }
  }

  /// Whether a phrase of a heading stands in a part from its beginning to its end.
  private func has(_ heading: Heading, in range: Range<Int>) -> Bool {
    let marks = marks[heading]!
    return marks[marks.firstIndex(from: range.lowerBound)...].prefix { $0.lowerBound < range.upperBound }
      .contains { $0.upperBound <= range.upperBound }
  }

  private func isIdiom(_ range: Range<Int>) -> Bool {
    let idioms = marks[.idiom]!
    let first = idioms.firstIndex(from: range.lowerBound - Self.farthest)
    return idioms[first...].prefix { $0.lowerBound < range.upperBound }.contains { $0.isWay(ofSaying: range) }
  }

  private static func ranges(of heading: Heading, in words: [String], _ language: Language) -> [Range<Int>] {
    words.indices.compactMap { place in
      language[heading].longest(in: words, at: place).map { place..<place + $0.count }
    }
  }
}

extension [Range<Int>] {
  /// The first that does not begin before a place, of ranges in the order of their beginnings.
  fileprivate func firstIndex(from place: Int) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].lowerBound < place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Range<Int> {
  /// Whether this way of speaking takes in another stretch of the line, or most of it.
  fileprivate func isWay(ofSaying other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && upperBound >= other.upperBound || overlaps(other) && count >= other.count
  }
}
