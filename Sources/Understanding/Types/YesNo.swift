import Triage

/// Reads a line as yes or no. What would rule out a red flag has to say so plainly.
func readYesNo(_ line: Line, for question: Question) -> Understood {
  let understood = readReply(line, for: question)
  guard case .answer(let reading) = understood, case .value(let value) = reading.answer else { return understood }
  let isGuarded = line.words.indices.contains { ReplyWords.weakening.longest(in: line.words, at: $0) != nil }
  return isGuarded && question.isLeastWorrying(value) ? .ambiguous([.yes, .no]) : understood
}

private func readReply(_ line: Line, for question: Question) -> Understood {
  for words in [line.words, line.words.withoutHarmless] {
    if let meaning = ReplyWords.replies.whole(words) { return understood(meaning, for: question, by: .yesNo) }
  }
  return readLeadingWord(line.words, for: question) ?? readLastWord(line, for: question)
    ?? readMendedWord(line.words, for: question) ?? .unrecognised(.noSense)
}

private func understood(_ meaning: ReplyWords.Meaning, for question: Question, by rule: Rule) -> Understood {
  switch meaning {
  case .yes: .answer(Reading(.value(.yes), by: rule))
  case .no: .answer(Reading(.value(.no), by: rule))
  case .sometimes where !question.isLeastWorrying(.yes): .answer(Reading(.value(.yes), by: rule))
  case .softNo where question.redFlag == nil: .answer(Reading(.value(.no), by: rule, isApproximate: true))
  case .perhaps: .answer(Reading(.unsure, by: .notSure))
  case .sometimes, .softNo, .either: .ambiguous([.yes, .no])
  }
}

/// A reply that begins with a reply: "no, none of those", "yes in the morning".
///
/// What follows a plain yes or no may be anything that does not turn it round; but a red flag's least worrying answer
/// has to stand by itself.
private func readLeadingWord(_ words: [String], for question: Question) -> Understood? {
  guard let first = ReplyWords.replies.longest(in: words, at: 0), let value = first.meaning.value else { return nil }
  let rest = words.dropFirst(first.count)
  if (value == .no ? ReplyWords.noAgain : ReplyWords.yesAgain).covers(rest) || ReplyWords.harmless.covers(rest) {
    return .answer(Reading(.value(value), by: .yesNo))
  }
  if rest.contains(where: { ReplyWords.turning.contains($0) }) { return .ambiguous([.yes, .no]) }
  guard ReplyWords.leading.contains(Array(words.prefix(first.count))) else { return nil }
  return question.isLeastWorrying(value) ? .ambiguous([.yes, .no]) : .answer(Reading(.value(value), by: .yesNo))
}

/// A reply that ends with a plain yes or no after a pause: "I picked it, yes".
private func readLastWord(_ line: Line, for question: Question) -> Understood? {
  guard let last = line.words.last, line.sign(at: line.tokens.count - 2) == .pause, ReplyWords.leading.contains(last),
    !line.words.dropLast().contains(where: { ReplyWords.turning.contains($0) })
  else { return nil }
  guard let value = ReplyWords.replies.whole([last])?.value else { return nil }
  return question.isLeastWorrying(value) ? .ambiguous([.yes, .no]) : .answer(Reading(.value(value), by: .yesNo))
}

/// A single word with two letters swapped, or one held too long; a "hope" is no "nope".
///
/// A word of the question may mean itself. To rule out a red flag, a short word must be whole but for letters held: an
/// "any" is no "nay".
private func readMendedWord(_ words: [String], for question: Question) -> Understood? {
  guard words.count == 1, !question.speaks(of: words[0]),
    let mended = Slip.swapped(words[0], among: ReplyWords.replies.singleWords),
    let meaning = ReplyWords.replies.whole([mended])
  else { return nil }
  let isSwapOfShort = mended.count < 4 && mended.count == words[0].count
  if isSwapOfShort, let value = meaning.value, question.isLeastWorrying(value) { return .ambiguous([.yes, .no]) }
  return understood(meaning, for: question, by: .typo)
}

extension ReplyWords.Meaning {
  /// What a plain reply means.
  fileprivate var value: Value? {
    switch self {
    case .yes: .yes
    case .no: .no
    case .sometimes, .softNo, .perhaps, .either: nil
    }
  }
}

extension Question {
  /// Whether a word stands in what is asked.
  fileprivate func speaks(of word: String) -> Bool {
    [wording.ask, wording.plainer, wording.forOther].contains { $0.map { Line($0).words.contains(word) } ?? false }
  }

  /// Whether the value is the less worrying answer to a red flag.
  fileprivate func isLeastWorrying(_ value: Value) -> Bool {
    guard let this = worry(of: .value(value)), let other = worry(of: .value(value == .yes ? .no : .yes)) else {
      return false
    }
    return this < other
  }
}
