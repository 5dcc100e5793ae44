/// Who is spoken of.
extension Context {
  /// Whether somebody else was the last to be named before a part. What speaks of the patient by itself is theirs.
  func isAnothers(_ range: Range<Int>) -> Bool {
    if isOneself[range].contains(true) { return false }
    for place in stride(from: range.lowerBound - 1, through: max(0, range.lowerBound - Self.longestThought), by: -1) {
      if isBreak[place + 1] || isPause(place) && !goesOn(range, after: place) { return false }
      if isAnother[place], !isSpokenTo(place, before: range), !isWhatOneselfIs(place) { return true }
      let isPossessive = place + 1 < words.count && isAnother[place + 1]
      if isOneself[place], !isPossessive, !isSomebodyOf(place) { return false }
    }
    return false
  }

  /// Somebody who was named before this many tokens is not spoken of any more.
  private static let longestThought = 40

  /// "A colleague of mine".
  private func isSomebodyOf(_ oneself: Int) -> Bool {
    oneself >= 2 && language[.of].contains(words[oneself - 1]) && isAnother[oneself - 2]
  }

  /// Whether a part goes on behind a pause with what was begun before it: "my sister crashed years ago, couldn't stop". It
  /// has no subject of its own, and tells of a time long ago.
  private func goesOn(_ range: Range<Int>, after pause: Int) -> Bool {
    guard line.sign(at: pause) == .pause, !isToldAsPresent(range) else { return false }
    return !times.within(clause(of: pause..<pause + 1)).isEmpty
      && !isOneself[pause + 1..<range.lowerBound].contains(true)
  }

  /// Whether somebody is told something, and does not do or have it: "I said to my wife". Whose it is stands right before
  /// it: "with her angina".
  private func isSpokenTo(_ place: Int, before range: Range<Int>) -> Bool {
    if place + 2 >= range.lowerBound, language[.possessive].contains(words[place]) { return false }
    return words[max(0, place - 2)..<place].contains { language[.addressing].contains($0) }
  }

  /// "I'm a lady of 60", "as a carer": it names whoever is typing.
  private func isWhatOneselfIs(_ place: Int) -> Bool {
    for before in stride(from: place - 1, through: max(0, place - Self.longestName), by: -1) {
      if isBreak[before + 1] || isPause(before) || isAnother[before] { return false }
      if language[.being].contains(words[before]) { return true }
    }
    return false
  }

  /// "I'm a lady of over 60 now".
  private static let longestName = 7

  /// Whether a line does nothing but say that somebody else is in need now: "granny can't breathe". Who speaks of
  /// themselves besides, only tells of them.
  func isCallForAnother(_ range: Range<Int>) -> Bool { !isOfOneself && isToldAsPresent(range) }

  /// Whether a part speaks of an animal or a thing that is named right before it: "the table tops". Where something is
  /// done is not who has it: "off my horse, out of luck".
  func isOfThing(_ range: Range<Int>) -> Bool {
    if isOneself[range].contains(true) { return false }
    for place in stride(from: range.lowerBound - 1, through: max(0, range.lowerBound - 2), by: -1) {
      if isPause(place) { return false }
      guard language[.thing].contains(words[place]) else { continue }
      return !words[max(0, place - 2)..<place].contains { language[.placing].contains($0) }
    }
    return false
  }

  /// Whether a part belongs to a film, a book, a dream or a job, which is told right before it or right behind, and
  /// nothing in between is the patient's own.
  func isElsewhere(_ range: Range<Int>) -> Bool {
    let sentence = sentence(of: range)
    let start = max(sentence.lowerBound, range.lowerBound - Self.farthest)
    let before = marks(.elsewhere, in: start..<range.upperBound)
    if before.contains(where: { $0.upperBound == range.lowerBound }) { return true }
    if before.contains(where: { isPartOf($0, range) }) { return true }
    let end = min(range.upperBound + Self.nearby, sentence.upperBound)
    let behind = marks(.elsewhereAfter, in: range.upperBound..<min(end + Self.farthest, sentence.upperBound))
    return behind.contains { $0.lowerBound < end && isNobodys(start..<$0.lowerBound) }
  }

  /// Whether a part goes on with what a film or the like is about, and does not turn to the patient: "I saw a film and
  /// passed out".
  private func isPartOf(_ mark: Range<Int>, _ range: Range<Int>) -> Bool {
    let between = mark.upperBound..<range.upperBound
    return isNobodys(between) && (isAnother[between].contains(true) || !hasDeed(between))
  }

  /// Whether an "and" leads to what somebody did or had.
  private func hasDeed(_ range: Range<Int>) -> Bool {
    range.dropFirst().contains { place in
      language[.and].contains(words[place - 1])
        && (language[.done].contains(words[place]) || language[.pastOpening].contains(words[place]))
    }
  }

  /// Whether a part has neither the patient nor a pause in it.
  private func isNobodys(_ range: Range<Int>) -> Bool {
    !range.contains { isOneself[$0] || isPause($0) }
  }
}
