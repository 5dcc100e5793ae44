import Triage

/// Reads since when something has been worse, where the shorter time is the more worrying answer: "3 months, but worse
/// since Monday" is since Monday. Nil where the line says of nothing that it got worse.
func readGotWorse(
  _ line: Line, _ amounts: [Amount], in range: ClosedRange<Minutes>, of question: Question
) -> Understood? {
  guard case .falling? = question.redFlag else { return nil }
  let marks = line.gotWorse
  guard !marks.isEmpty else { return nil }
  let latest = amounts.filter { amount in marks.contains { line.tells($0, since: amount) } }
  // What was said of the time before it got worse is no answer.
  guard let shortest = latest.min(by: { $0.high < $1.high }) else { return .unrecognised(.vague) }
  return understoodDuration(shortest, in: range)
}

extension Line {
  /// Where it says that something got worse, and does not deny it.
  fileprivate var gotWorse: [Range<Int>] {
    tokens.indices.compactMap { place in
      let found = [.gotWorse, .flare].compactMap { language[$0].longest(in: aligned, at: place)?.count }.max()
      return found.flatMap { isDenied(before: place) ? nil : place..<place + $0 }
    }
  }

  private func isDenied(before place: Int) -> Bool {
    (max(0, place - Self.denialReach)..<place).contains { before in
      !isParted(before..<place)
        && [.denying, .contracted, .plainNo].contains { language[$0].longest(in: aligned, at: before) != nil }
    }
  }

  /// "Has not got any worse".
  private static let denialReach = 3

  /// Whether an amount tells since when: it stands behind a mark in the same thought, or is a day or a time ago right
  /// before it.
  fileprivate func tells(_ mark: Range<Int>, since amount: Amount) -> Bool {
    let last = amount.end - 1
    if last >= mark.upperBound { return !isParted(mark.upperBound..<last) }
    guard amount.end <= mark.lowerBound else { return mark.contains(last) }
    let isAgo = amount.rule == .since || isWord(of: .ago, at: amount.end)
    return isAgo && !isParted(amount.end..<mark.lowerBound)
      && !aligned[amount.end..<mark.lowerBound].contains { language[.and].contains($0) }
  }

  /// Whether another thought begins within a part.
  private func isParted(_ range: Range<Int>) -> Bool {
    range.contains { sign(at: $0) == .pause || isWord(of: .part, at: $0) }
  }
}
