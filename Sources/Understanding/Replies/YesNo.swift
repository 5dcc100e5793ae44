import Triage

/// Reads a line as yes or no. What would rule out a red flag has to say so plainly.
func readYesNo(_ line: Line, for question: Question) -> Understood {
  let understood = readReply(line, for: question)
  guard case .answer(let reading) = understood, case .value(let value) = reading.answer else { return understood }
  let words = line.words
  let isGuarded = line.language.has(.weakening, in: words)
  return isGuarded && question.isLeastWorrying(value) ? .ambiguous([.yes, .no]) : understood
}

private func readReply(_ line: Line, for question: Question) -> Understood {
  if let last = readCorrection(line, for: question) ?? readConclusion(line, for: question) { return last }
  for words in line.language.peeled(line.words) {
    if let reply = line.language.replies.whole(words) { return understood(reply, for: question, by: .yesNo) }
  }
  if let over = readOver(line, for: question) ?? readComposed(line, for: question) { return over }
  let readers: [(Line, Question) -> Understood?] = [
    readDoubt, readOfAnother, readOwnBesideAnothers, readLeadingWord, readLastWord, readCondition,
    readConditionBehindYes, readHedgedOpening, readMendedWord,
  ]
  return readers.lazy.compactMap { $0(line, question) }.first ?? .unrecognised(.noSense)
}

private func understood(_ reply: Language.Reply, for question: Question, by rule: Rule) -> Understood {
  switch reply {
  case .yes: .answer(Reading(.value(.yes), by: rule))
  case .no: .answer(Reading(.value(.no), by: rule))
  case .sometimes, .sometimesWhen:
    question.isLeastWorrying(.yes) ? .ambiguous([.yes, .no]) : .answer(Reading(.value(.yes), by: rule))
  case .softYes:
    question.isLeastWorrying(.yes)
      ? .ambiguous([.yes, .no]) : .answer(Reading(.value(.yes), by: rule, isApproximate: true))
  case .softNo where question.redFlag == nil: .answer(Reading(.value(.no), by: rule, isApproximate: true))
  case .pastNo where question.redFlag == nil: .answer(Reading(.value(.no), by: rule))
  case .perhaps: .answer(Reading(.unsure, by: .notSure))
  case .softNo, .pastNo, .either: .ambiguous([.yes, .no])
  }
}

/// "Mum did": it is so of somebody else, and so not of the patient. Where that would rule out a red flag it is asked.
private func readOfAnother(_ line: Line, for question: Question) -> Understood? {
  let (words, language) = (line.words, line.language)
  guard (2...3).contains(words.count), let place = words.firstIndex(where: { language[.another].contains($0) }),
    place < words.count - 1, language[.auxiliary].contains(words[words.count - 1]),
    language.replies.whole(words) == nil
  else { return nil }
  return question.redFlag == nil ? .answer(Reading(.value(.no), by: .yesNo)) : .ambiguous([.yes, .no])
}

/// A reply that takes itself back: "no, well yes actually". What is said last counts.
private func readCorrection(_ line: Line, for question: Question) -> Understood? {
  let (words, language) = (line.words, line.language)
  var beginning: Int?
  var starts: Set<Int> = []
  for place in words.indices {
    guard let found = language[.correction].longest(in: words, at: place) else { continue }
    let last = place + found.count - 1
    let isReply = found.count > 1 && [.plainYes, .plainNo].contains { language[$0].contains(words[last]) }
    let next = isReply ? last : last + 1
    guard next < words.count else { continue }
    beginning = beginning ?? place
    starts.insert(next)
  }
  let ends = starts.sorted(by: >).lazy.compactMap { start in
    language.corrected(words, from: start).map { (start: start, value: $0) }
  }
  guard let beginning, let (start, value) = ends.first else { return nil }
  let opening = words.indices.first { !language[.harmless].contains(words[$0]) } ?? 0
  let before = Array(words[..<max(beginning, opening)])
  guard let first = language.replies.longest(in: before, at: opening), first.meaning.value != nil else {
    return opening == start || language.takesBack(Array(words[..<start]), for: value)
      ? .answer(Reading(.value(value), by: .yesNo)) : nil
  }
  guard value != first.meaning.value else { return nil }
  return question.isLeastWorrying(value) ? .ambiguous([.yes, .no]) : .answer(Reading(.value(value), by: .yesNo))
}

/// What a line comes to after all that was told: "I read all sorts about it, so that's a no". So much told beside it
/// rules out no red flag.
private func readConclusion(_ line: Line, for question: Question) -> Understood? {
  let (words, language) = (line.aligned, line.language)
  let opening = words.indices.dropFirst().last { place in
    (words[place - 1].isEmpty || language[.and].contains(words[place - 1]))
      && language[.conclusion].longest(in: words, at: place) != nil
  }
  guard let opening, let count = language[.conclusion].longest(in: words, at: opening)?.count,
    let value = language.value(of: words[(opening + count)...].filter { !$0.isEmpty })
  else { return nil }
  return question.isLeastWorrying(value) ? .ambiguous([.yes, .no]) : .answer(Reading(.value(value), by: .yesNo))
}

/// What was so and is over: "I had, but it cleared up".
private func readOver(_ line: Line, for question: Question) -> Understood? {
  line.language.isOver(line.words) ? understood(.pastNo, for: question, by: .yesNo) : nil
}

/// A reply of several parts that all say the same: "och aye, it surely does".
private func readComposed(_ line: Line, for question: Question) -> Understood? {
  guard !line.tokens.contains(.sign(.question)) else { return nil }
  guard let reply = line.language.composedReply(line.words) else { return nil }
  let isHarmless = reply.value.map { question.isLeastWorrying($0) } ?? false
  return isHarmless ? nil : understood(reply, for: question, by: .yesNo)
}

/// A reply that begins with a reply: "no, none of those", "yes in the morning".
///
/// What follows a plain yes or no may be anything that does not turn it round; but a red flag's least worrying answer
/// has to stand by itself.
private func readLeadingWord(_ line: Line, for question: Question) -> Understood? {
  let (words, language) = (line.words, line.language)
  let opening = words.indices.first { !language[.harmless].contains(words[$0]) } ?? 0
  guard let first = language.replies.longest(in: words, at: opening), let value = first.meaning.value else {
    return nil
  }
  let rest = words.dropFirst(opening + first.count)
  if language[value == .no ? .noAgain : .yesAgain].covers(rest) || language[.harmless].covers(rest) {
    return .answer(Reading(.value(value), by: .yesNo))
  }
  let other = language.replies.whole(language.withoutHarmless(Array(rest)))
  if value == .no, other == .softNo { return understood(.softNo, for: question, by: .yesNo) }
  if value == .yes, language.namesCondition(Array(rest)) {
    return understood(.sometimesWhen, for: question, by: .yesNo)
  }
  let isOtherReply = other.map { $0.value != value } ?? false
  if !question.isLeastWorrying(value), saysMoreBehind(line, value) {
    return .answer(Reading(.value(value), by: .yesNo))
  }
  if isOtherReply || rest.contains(where: { language.turns($0, value) }) {
    return value == .yes && language.replies.whole(Array(rest))?.isPartly == true
      ? understood(.sometimes, for: question, by: .yesNo) : .ambiguous([.yes, .no])
  }
  let plain = language[value == .yes ? .plainYes : .plainNo]
  guard plain.contains(words[opening]) || plain.contains(Array(words[opening..<opening + first.count])) else {
    return nil
  }
  return question.isLeastWorrying(value) ? .ambiguous([.yes, .no]) : .answer(Reading(.value(value), by: .yesNo))
}

/// Whether the first clause says nothing but a yes or a no, and those behind it neither take it back nor say another:
/// "yes it does, I had to stop driving", "not yet, I'm on a list".
private func saysMoreBehind(_ line: Line, _ value: Value) -> Bool {
  let language = line.language
  let clauses = line.aligned.split(separator: "").map(Array.init)
  guard let first = clauses.first, clauses.count > 1, language.value(of: first) == value else { return false }
  return clauses.dropFirst().allSatisfy { clause in
    let isOther = language.value(of: clause).map { $0 != value } ?? false
    return !isOther && !language.turns(clause[0], value) && !language[.part].contains(clause[0])
      && language[.correction].longest(in: clause, at: 0) == nil && !language.isOver(clause)
  }
}

/// A reply that ends with a plain yes or no after a pause: "I picked it, yes".
private func readLastWord(_ line: Line, for question: Question) -> Understood? {
  let language = line.language
  guard let last = line.words.last, line.tokens.count >= 2, endsThought(line, at: line.tokens.count - 2),
    language[.plainYes].contains(last) || language[.plainNo].contains(last),
    !line.words.dropLast(2).contains(where: { language[.turning].contains($0) && !language[.auxiliary].contains($0) })
  else { return nil }
  guard let value = language.replies.whole([last])?.value else { return nil }
  return question.isLeastWorrying(value) ? .ambiguous([.yes, .no]) : .answer(Reading(.value(value), by: .yesNo))
}

/// "It does, but only when I sit": yes, and then a condition.
private func readConditionBehindYes(_ line: Line, for question: Question) -> Understood? {
  let language = line.language
  guard let first = line.thoughts.first, first.count < line.words.count, language.value(of: first) == .yes,
    language.namesCondition(Array(line.words.dropFirst(first.count)))
  else { return nil }
  return understood(.sometimesWhen, for: question, by: .yesNo)
}

/// Whether a pause or a "but" parts what stands before a place from what comes behind it.
private func endsThought(_ line: Line, at place: Int) -> Bool {
  line.sign(at: place) == .pause || line.isWord(of: .part, at: place)
}

/// "Only when I sit": yes under a condition, whatever it is.
private func readCondition(_ line: Line, for question: Question) -> Understood? {
  let words = line.language.withoutHarmless(line.words)
  guard let first = line.language.replies.longest(in: words, at: 0), first.meaning == .sometimesWhen else { return nil }
  return understood(.sometimesWhen, for: question, by: .yesNo)
}

/// A single word with two letters swapped, or one held too long; a "hope" is no "nope".
///
/// A word of the question may mean itself. To rule out a red flag, a short word must be whole but for letters held: an
/// "any" is no "nay".
private func readMendedWord(_ line: Line, for question: Question) -> Understood? {
  let (words, language) = (line.words, line.language)
  guard words.count == 1, !question.speaks(of: words[0]),
    let mended = language.replyNames.swapped(words[0]),
    let reply = language.replies.whole([mended])
  else { return nil }
  let isSwapOfShort = mended.count < 4 && mended.count == words[0].count
  if isSwapOfShort, let value = reply.value, question.isLeastWorrying(value) { return .ambiguous([.yes, .no]) }
  return understood(reply, for: question, by: .typo)
}

/// "My sister does, I don't", "no, but my brother has it", "not me but my mum": of what is said of several people, the
/// patient's own. What would rule out a red flag has to be all that they say of themselves.
private func readOwnBesideAnothers(_ line: Line, for question: Question) -> Understood? {
  let language = line.language
  let own = line.thoughts.filter { thought in !thought.contains { language[.another].contains($0) } }
  guard !own.isEmpty, own.count < line.thoughts.count else { return nil }
  if let plain = language.replies.whole(language.withoutHarmless(own.flatMap(\.self)))?.value {
    return .answer(Reading(.value(plain), by: .yesNo))
  }
  guard let value = language.value(of: own.flatMap(\.self)) ?? language.valueOfAny(own) else { return nil }
  return question.isLeastWorrying(value) ? .ambiguous([.yes, .no]) : .answer(Reading(.value(value), by: .yesNo))
}

/// "Not that I've noticed, but I pay no heed", "probably yes, my mum says": half a reply, and then more that is no plain
/// one.
private func readHedgedOpening(_ line: Line, for question: Question) -> Understood? {
  let (words, language) = (line.aligned, line.language)
  let ends = words.indices.filter { words[$0].isEmpty || language[.part].contains(words[$0]) }
  for end in ends.reversed() {
    let opening = words[..<end].filter { !$0.isEmpty }
    let reply =
      language.replies.whole(opening) ?? language.replies.whole(language.withoutHarmless(opening))
      ?? language.composedReply(opening)
    guard let reply, [.softYes, .softNo, .sometimes, .pastNo].contains(reply) else { continue }
    return language.hasPlainReply(words[end...]) ? nil : understood(reply, for: question, by: .yesNo)
  }
  return nil
}

/// A reply that begins with not knowing, and comes to no yes or no: "I can't tell, I never looked".
private func readDoubt(_ line: Line, for question: Question) -> Understood? {
  let rest = line.aligned.drop { !$0.isEmpty }
  guard line.opensWithDoubt, !line.language.hasPlainReply(rest) else { return nil }
  return .answer(Reading(.unsure, by: .notSure))
}

extension Language {
  /// What a plain reply means, but for what changes nothing around it.
  fileprivate func value(of words: [String]) -> Value? {
    let words = withoutHarmless(words)
    return (replies.whole(words) ?? composedReply(words))?.value
  }

  /// Whether a plain yes or no stands among the words.
  fileprivate func hasPlainReply(_ words: ArraySlice<String>) -> Bool {
    words.contains { self[.plainYes].contains($0) || self[.plainNo].contains($0) }
  }

  /// What is said from a place on, up to where nothing but corrections follow.
  fileprivate func corrected(_ words: [String], from start: Int) -> Value? {
    let end = words.indices[start...].first { $0 > start && self[.correction].covers(words[$0...]) } ?? words.count
    return value(of: Array(words[start..<end]))
  }

  /// Whether words are nothing but corrections, and replies that say the same as what they lead to.
  fileprivate func takesBack(_ words: [String], for value: Value) -> Bool {
    var place = 0
    while place < words.count {
      let reply = replies.longest(in: words, at: place).flatMap { $0.meaning.value == value ? $0.count : nil }
      guard let count = self[.correction].longest(in: words, at: place)?.count ?? reply else { return false }
      place += count
    }
    return true
  }

  /// What those thoughts mean that are replies, where they agree and no other turns them round.
  fileprivate func valueOfAny(_ thoughts: [[String]]) -> Value? {
    let values = thoughts.map { value(of: $0) }
    let others = zip(thoughts, values).filter { $1 == nil }.flatMap(\.0)
    guard Set(values.compactMap(\.self)).count == 1, !others.contains(where: { self[.turning].contains($0) }) else {
      return nil
    }
    return values.lazy.compactMap(\.self).first
  }

  /// Whether a word after a plain yes or no turns it round. More denial does not turn a no.
  fileprivate func turns(_ word: String, _ value: Value) -> Bool {
    self[.turning].contains(word) && !(value == .no && self[.denying].contains(word))
  }
}

extension Language.Reply {
  /// What a plain reply means.
  var value: Value? {
    switch self {
    case .yes: .yes
    case .no: .no
    case .sometimes, .sometimesWhen, .softYes, .softNo, .pastNo, .perhaps, .either: nil
    }
  }

  /// Whether it says yes, but not always.
  var isPartly: Bool { self == .sometimes || self == .sometimesWhen }
}

extension Question {
  /// Whether a word stands in what is asked.
  fileprivate func speaks(of word: String) -> Bool {
    [wording.ask, wording.plainer, wording.forOther].contains { $0.map { Line.words(of: $0).contains(word) } ?? false }
  }

  /// Whether the value is the less worrying answer to a red flag.
  fileprivate func isLeastWorrying(_ value: Value) -> Bool {
    guard let this = worry(of: .value(value)), let other = worry(of: .value(value == .yes ? .no : .yes)) else {
      return false
    }
    return this < other
  }
}
