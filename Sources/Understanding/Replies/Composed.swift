extension Language {
  /// What a reply of several parts means that say one thing, with nothing beside them that says another: "och aye, it
  /// surely does"; "no, I have none of that". Nil where a word of it is not known, or where its parts differ.
  func composedReply(_ words: [String]) -> Reply? {
    var meanings: Set<Reply> = []
    var isEcho = false
    var place = 0
    while place < words.count {
      if let found = replies.longest(in: words, at: place), found.count > 1 || !self[.auxiliary].contains(words[place])
      {
        let next = place + found.count
        let isDenied = found.meaning == .yes && next < words.count && self[.contracted].contains(words[next])
        guard !isDenied || self[.auxiliary].contains(words[next - 1]) else { return nil }
        let meaning = next < words.count ? settled(found.meaning, by: words[next - 1]) : found.meaning
        meanings.insert(isDenied ? .no : meaning)
        place = isDenied ? next + 1 : next
        continue
      }
      if self[.contracted].contains(words[place]) {
        meanings.insert(.no)
      } else if self[.auxiliary].contains(words[place]) {
        // "I had" is no answer, "I haven't had" is.
        let isPast = self[.turning].contains(words[place])
        if isPast, place == 0 || self[.pronoun].contains(words[place - 1]) { return nil }
        isEcho = isEcho || !isPast && place > 0
      } else if let found = longestAside(in: words, at: place) {
        place += found
        continue
      } else if !self[.pronoun].contains(words[place]) || pointsAtSomething(words, place) {
        return nil
      }
      place += 1
    }
    if meanings.isEmpty, isEcho { return .yes }
    if meanings == [.yes, .sometimes] { return .sometimes }
    if meanings == [.yes, .softYes] || meanings == [.softYes, .perhaps] { return .softYes }
    if meanings == [.no, .softNo] { return .softNo }
    return meanings.count == 1 ? meanings.first : nil
  }

  /// "Yeah nah, none": where more follows a yes and a no in one breath, the last of the two is meant.
  private func settled(_ meaning: Reply, by last: String) -> Reply {
    guard meaning == .either else { return meaning }
    return self[.plainYes].contains(last) ? .yes : self[.plainNo].contains(last) ? .no : meaning
  }

  /// Whether a pronoun ends a reply as what it is about: "no, those" may go on in any way, "no, have I" does not.
  private func pointsAtSomething(_ words: [String], _ place: Int) -> Bool {
    guard place > 0, place == words.count - 1 else { return false }
    return ![.auxiliary, .contracted].contains { self[$0].contains(words[place - 1]) }
  }

  private func longestAside(in words: [String], at place: Int) -> Int? {
    [Heading.around, .harmless, .weakening].compactMap { self[$0].longest(in: words, at: place)?.count }.max()
  }

  /// Whether it says that something was so and is over.
  func isOver(_ words: [String]) -> Bool {
    let rest = withoutHarmless(words)
    guard self[.pastOpening].longest(in: rest, at: 0) != nil || has(.past, in: rest) else { return false }
    return has(.over, in: rest) && !rest.contains { self[.plainYes].contains($0) }
  }

  /// Whether what follows a yes says when: "but only in the mornings".
  func namesCondition(_ words: [String]) -> Bool {
    words.indices.prefix { $0 == 0 || self[.part].contains(words[$0 - 1]) || self[.harmless].contains(words[$0 - 1]) }
      .contains { replies.longest(in: words, at: $0)?.meaning.isPartly == true }
  }
}
