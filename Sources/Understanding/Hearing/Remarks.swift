import Triage

/// What a line says about its answer beside the answer.
struct Remarks {
  private(set) var all: [Remark] = []

  init(_ line: Line, answer: Understood, mentions: [Mention]) {
    let (words, language) = (line.words, line.language)
    func has(_ heading: Heading) -> Bool {
      words.indices.contains { language[heading].longest(in: words, at: $0) != nil }
    }
    let reply = language.replies.whole(words) ?? language.replies.whole(language.withoutHarmless(words))
    if reply == .softNo || language.composedReply(words) == .softNo || has(.hedge) { all.append(.hedged) }
    if reply == .pastNo || language.isOver(words) || mentions.contains(where: { $0.stance == .past }) {
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
    if has(.flare) { all.append(.flare) }
    if language[.decline].contains(words) || language[.decline].contains(language.withoutHarmless(words)) {
      all.append(.declined)
    }
    if has(.dismay) { all.append(.dismayed) }
    addSizes(line)
  }

  private mutating func addSizes(_ line: Line) {
    if let age = line.sinceAge { all.append(.sinceAge(age)) }
    let amounts = Amounts(in: line) { line.numberOrRange(at: $0) }.found
    if amounts.count == 2, let worst = amounts.first(where: { $0.isWorst(in: line) }) { all.append(.worst(worst.high)) }
    for place in line.tokens.indices {
      guard let bound = line.language.bounds.longest(in: line.aligned, at: place)?.meaning else { continue }
      if bound == .above { all.append(.above) }
      if bound == .below || bound == .nearBelow { all.append(.below) }
    }
  }
}
