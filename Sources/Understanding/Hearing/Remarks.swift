import Triage

/// What a line says about its answer beside the answer.
struct Remarks {
  private(set) var all: [Remark] = []

  /// - Parameter most: the end of the scale that was asked about, where it was one.
  init(_ line: Line, answer: Understood, most: Number?, mentions: [Mention]) {
    let (words, language) = (line.words, line.language)
    func has(_ heading: Heading) -> Bool { language.has(heading, in: words) }
    let reply = language.replies.whole(words) ?? language.replies.whole(language.withoutHarmless(words))
    let soft: [Language.Reply?] = [.softNo, .softYes]
    let isSoft = soft.contains(reply) || soft.contains(language.composedReply(words)) || answer.isHalfReply
    if isSoft || has(.hedge) { all.append(.hedged) }
    let opening = language.replies.whole(language.withoutHarmless(line.words(before: .pause)))
    if [reply, opening].contains(.pastNo) || language.isOver(words) || mentions.contains(where: { $0.stance == .past })
    {
      all.append(.past)
    }
    if words.contains(where: { language[.another].contains($0) }) { all.append(.another) }
    if case .answer = answer, has(.correction), words.count > 2 { all.append(.corrected) }
    let isYes = if case .answer(let reading) = answer { reading.answer == .value(.yes) } else { false }
    if reply == .sometimes || language.composedReply(words) == .sometimes || isYes && has(.sometimes) {
      all.append(.intermittent)
    }
    let isWhen =
      isYes && words.indices.contains { language.replies.longest(in: words, at: $0)?.meaning == .sometimesWhen }
    if reply == .sometimesWhen || isWhen
      || language.replies.longest(in: language.withoutHarmless(words), at: 0)?.meaning == .sometimesWhen
    {
      all.append(.conditional)
    }
    if has(.recurrent) { all.append(.recurrent) }
    if has(.flare) || has(.thisTime) && line.tellsSeveralLengths { all.append(.flare) }
    if language[.decline].contains(words) || language[.decline].contains(language.withoutHarmless(words)) {
      all.append(.declined)
    }
    if has(.dismay) { all.append(.dismayed) }
    addSizes(line, answer: answer, most: most)
  }

  private mutating func addSizes(_ line: Line, answer: Understood, most: Number?) {
    if let age = line.sinceAge { all.append(.sinceAge(age)) }
    let amounts = Amounts(in: line) { place in
      most.map { line.numberOutOf($0, at: place) } ?? line.numberOrRange(at: place)
    }.found
    if amounts.count == 2, let worst = amounts.first(where: { $0.isWorst(in: line) || $0.isMore(than: answer) }) {
      all.append(.worst(worst.high))
    }
    for place in line.tokens.indices {
      guard let bound = line.language.bounds.longest(in: line.aligned, at: place)?.meaning else { continue }
      if bound == .above || bound == .atLeast { all.append(.above) }
      if bound == .below || bound == .atMost || bound == .nearBelow { all.append(.below) }
    }
    if line.words.contains(Line.plus) { all.append(.above) }
  }
}

extension Understood {
  /// Whether it is a yes or a no that is not sure.
  fileprivate var isHalfReply: Bool {
    if case .answer(let reading) = self { reading.rule == .yesNo && reading.isApproximate } else { false }
  }
}

extension Amount {
  /// Whether it is more than the number that was taken for the answer.
  fileprivate func isMore(than answer: Understood) -> Bool {
    guard case .answer(let reading) = answer, case .value(.number(let number)) = reading.answer else { return false }
    return low > number
  }
}

extension Line {
  /// Whether it tells more than one length of time: how long in all, and how long this time.
  fileprivate var tellsSeveralLengths: Bool { Amounts(in: self) { duration(at: $0) }.found.count > 1 }
}
