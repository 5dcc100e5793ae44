extension Mistake {
  /// What is wrong with a pattern or a word group, in words.
  var patternWords: Diagnostic.Words? {
    switch self {
    case .strayBrace(let brace):
      .init(
        "this \"\(brace)\" has no \"\(brace == "{" ? "}" : "{")\"",
        cure: "put the name of a word group between both, like {name}")
    case .nothingToHear: .init("there is no word to hear in this", cure: "write what people say, or leave it out")
    case .noNumberHere:
      .init(
        "\"#\" stands for the answer to a question of type number or duration, and none is asked here",
        cure: "leave it out, or write the numbers that are meant, such as #38-43")
    case .notAPatternRange(let text):
      .init("\"\(text)\" is not a range of numbers", cure: "write both ends, the lower one first, such as #38-43")
    case .signInWordGroup(let sign):
      .init(
        "\"\(sign)\" stands in a word group, which holds words alone",
        cure: "write it where the group is used, under \"hears:\"")
    default: nil
    }
  }
}
