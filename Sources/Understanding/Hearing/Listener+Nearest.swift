import Triage

extension Listener {
  /// The choices that come nearest to a line which is none of them, the nearest first: those that it speaks of, whether
  /// or not it says so of now, and then those that share words with it, a slip away or less.
  func nearest(to line: Line, _ asked: QuestionID, _ found: [Found]) -> [Value] {
    let reader = readers[asked.position]
    let mentioned = found.compactMap { one -> Int? in
      if case .choice(asked, let choice, _) = one.mention.entry { choice } else { nil }
    }
    let alike = reader.alike(line)
    let nearest = (mentioned + alike).reduce(into: [Int]()) { all, next in if !all.contains(next) { all.append(next) } }
    let isList = tree.grammar.questions[asked].picksSeveral
    return nearest.prefix(Self.mostNearest).map { isList ? .choices(1 << UInt32($0)) : .choice($0) }
  }

  /// More than so many are no help.
  private static let mostNearest = 3
}

extension ChoiceReader {
  /// The choices that share telling words with a line, those that share most first.
  fileprivate func alike(_ line: Line) -> [Int] {
    let telling = Set(line.words.filter { line.language.isTelling($0) })
    let words = Set(telling.flatMap { known.contains($0) ? [$0] : self.words.mend($0).map { [$0] } ?? [] })
    let shared = choices.indices.map { choice in
      words.count { word in phrases[choice].contains { $0.contains(word) } }
    }
    return choices.indices.filter { shared[$0] > 0 }.sorted { (shared[$1], $0) < (shared[$0], $1) }
  }
}

extension Language {
  /// Whether a word says anything by itself.
  func isTelling(_ word: String) -> Bool {
    word.count > 2 && ![.filler, .harmless, .passing, .denying, .denyingChoice].contains { self[$0].contains(word) }
  }
}
