import Triage

extension Grammar {
  /// Lines that a phrase under `hears` stands for: every word of each of its groups once, beside the first of the others;
  /// nothing for a gap, and a number for a number. Empty where a group has no words, and for an exception (`!`), which
  /// stands for what is not to be heard.
  public func spoken(_ phrase: String) -> [String] {
    let phrase = SignedPhrase(phrase)
    guard phrase.sign != .exception else { return [] }
    let pieces = phrase.words.split(whereSeparator: \.isWhitespace).filter { $0 != "..." }.map { words(of: $0) }
    guard !pieces.isEmpty, pieces.allSatisfy({ !$0.isEmpty }) else { return [] }
    let first = pieces.map { $0[0] }
    var lines = [first.joined(separator: " ")]
    for (place, piece) in pieces.enumerated() {
      for word in piece.dropFirst() {
        var line = first
        line[place] = word
        lines.append(line.joined(separator: " "))
      }
    }
    return lines
  }

  private func words(of piece: Substring) -> [String] {
    guard let opening = piece.firstIndex(of: "{"), let closing = piece.lastIndex(of: "}"), opening < closing else {
      return [piece.firstIndex(of: "#").map { number(at: $0, in: piece) } ?? String(piece)]
    }
    let name = String(piece[piece.index(after: opening)..<closing])
    let (before, after) = (piece[..<opening], piece[piece.index(after: closing)...])
    return (wordGroups.first { $0.name == name }?.words ?? []).map { before + $0 + after }
  }

  /// The piece with a number in the place of its `#`: the least of a range, a year where one is wanted.
  private func number(at sign: Substring.Index, in piece: Substring) -> String {
    let (before, after) = (piece[..<sign], piece[piece.index(after: sign)...])
    if after == "year" { return before + "2020" }
    let ends = after.split(separator: "-")
    return String(before) + (ends.count == 2 ? String(ends[0]) : "3" + after)
  }
}
