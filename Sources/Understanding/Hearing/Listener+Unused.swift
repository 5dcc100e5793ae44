extension Listener {
  /// The telling words of a line that are part of nothing it was recognised by.
  func unused(in line: Line, besides heard: Heard) -> [String] {
    let evidence = heard.evidence + heard.volunteered.flatMap(\.evidence) + heard.mentions.map(\.evidence)
    let used = Set(evidence.flatMap { $0.words.split(separator: " ").map(String.init) })
    return line.words.filter { word in
      !used.contains(word) && language.isTelling(word)
        && ![.around, .auxiliary, .pronoun, .part, .approximate, .weakening, .past, .present].contains {
          language[$0].contains(word)
        }
    }
  }
}
