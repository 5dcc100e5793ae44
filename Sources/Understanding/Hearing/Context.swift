/// What stands around the phrases of a line: who is spoken of, and whether it is so, was so, or is denied.
struct Context {
  let line: Line
  private let words: [String]
  private let language: Language
  /// Where a thought ends for good: after a full stop or a question, before a "but".
  private var isBreak: [Bool]
  private let idioms: [Range<Int>]
  /// Whether relatives are spoken of on purpose, since one of them is the patient.
  private let isOnBehalf: Bool

  init(_ line: Line, isOnBehalf: Bool) {
    self.line = line
    self.isOnBehalf = isOnBehalf
    words = line.aligned
    language = line.language
    isBreak = Array(repeating: false, count: words.count)
    idioms = Self.ranges(of: .idiom, in: words, language)
    for place in words.indices {
      if language[.part].longest(in: words, at: place) != nil { isBreak[place] = true }
    }
  }

  /// How the line stands to what is said in a part of it.
  func stance(of range: Range<Int>) -> Stance {
    if has(.elsewhere, in: sentence(of: range)) || idioms.contains(where: { $0.isWay(ofSaying: range) }) {
      return .idiom
    }
    if isOfThing(range) { return .another }
    let start = clauseStart(of: range)
    if isDenied(range, from: start) || isDeniedAfter(range) { return .denied }
    let sentence = sentence(of: range)
    let isPresent = has(.present, in: sentence)
    if !isOnBehalf, isAnothers(range) { return isPresent ? .hypothetical : .another }
    if has(.past, in: sentence), !isPresent { return .past }
    if has(.hypothetical, in: sentence.lowerBound..<range.lowerBound) { return .hypothetical }
    return .affirmed
  }

  // MARK: Where a thought begins and ends

  /// Where the thought begins that leads to a part: after a pause, a "but", or a new subject does not matter here.
  private func clauseStart(of range: Range<Int>) -> Int {
    var place = range.lowerBound
    while place > 0 {
      if isBreak[place] { return place }
      if isPause(place - 1), !isList(from: place, to: range) { return place }
      place -= 1
    }
    return 0
  }

  private func isPause(_ place: Int) -> Bool {
    line.sign(at: place) == .pause || line.sign(at: place) == .question
  }

  /// Whether what stands between a pause and a part is one more of a list that goes on: "no swelling, redness or heat".
  private func isList(from place: Int, to range: Range<Int>) -> Bool {
    let between = words[place..<range.lowerBound]
    let isJoined = between.contains { language[.range].contains($0) || language[.denying].contains($0) }
    let goesOn = words[range.upperBound...].prefix(4).contains { language[.range].contains($0) }
    guard isJoined || goesOn else { return false }
    return !between.contains { language[.subject].contains($0) }
  }

  /// From the last break before a part to the next after it. Commas do not end it.
  private func sentence(of range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start > 0, !isBreak[start] { start -= 1 }
    var end = range.upperBound
    while end < words.count, !isBreak[end] { end += 1 }
    return start..<end
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
    return !words[end..<range.lowerBound].contains { language[.subject].contains($0) }
  }

  /// How many tokens a denial reaches.
  private static let reach = 7

  private func isNegative(_ place: Int) -> Bool { language[.denying].longest(in: words, at: place) != nil }

  /// "Chest: fine", "is normal". A bare word counts only behind a sign.
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
    if words[range].contains(where: { language[.oneself].contains($0) }) { return false }
    for place in stride(from: range.lowerBound - 1, through: 0, by: -1) {
      if isBreak[place + 1] || isPause(place) { return false }
      if language[.another].contains(words[place]) { return !isSpokenTo(place) }
      let isPossessive = place + 1 < words.count && language[.another].contains(words[place + 1])
      if language[.oneself].contains(words[place]), !isPossessive { return false }
      if line.sign(at: place) == .question { return false }
    }
    return false
  }

  /// Whether somebody is told something, and does not do or have it: "I said to my wife".
  private func isSpokenTo(_ place: Int) -> Bool {
    words[max(0, place - 2)..<place].contains { language[.addressing].contains($0) }
  }

  /// Whether a part speaks of an animal or a thing that is named right before it: "the table legs".
  private func isOfThing(_ range: Range<Int>) -> Bool {
    words[max(0, range.lowerBound - 2)..<range.lowerBound].contains { language[.thing].contains($0) }
  }

  private func has(_ heading: Heading, in range: Range<Int>) -> Bool {
    range.contains { place in
      guard let found = language[heading].longest(in: words, at: place) else { return false }
      return place + found.count <= range.upperBound
    }
  }

  private static func ranges(of heading: Heading, in words: [String], _ language: Language) -> [Range<Int>] {
    words.indices.compactMap { place in
      language[heading].longest(in: words, at: place).map { place..<place + $0.count }
    }
  }
}

extension Range<Int> {
  /// Whether this way of speaking takes in another part, or most of it.
  fileprivate func isWay(ofSaying other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && upperBound >= other.upperBound || overlaps(other) && count >= other.count
  }
}
