import TreeFile

extension SignedFile {
  /// Mistakes that are told; of more, only the number.
  private static let mostReported = 20

  /// Every mistake on a line of its own, and what to do; empty where there is none.
  public func report(of path: String) -> String {
    guard !mistakes.isEmpty else { return "" }
    let told = mistakes.prefix(Self.mostReported).map {
      Visible.harmless("\(path):\($0.line): \($0.kind.words)") + "\n"
    }
    let rest = mistakes.count - told.count
    return told.joined() + (rest > 0 ? "and \(rest) more\n" : "")
      + "Take the file back to a version that was whole, or delete such lines and have their parts signed again.\n"
  }
}

extension SignedFile.Mistake.Kind {
  fileprivate var words: String {
    switch self {
    case .notText: "this line is no text in UTF-8"
    case .lacksVersion: "the first line has to be \"backtalk-signed: 1\""
    case .unknownVersion(let version): "version \"\(version)\" of these files is not known here, so none of it counts"
    case .unknownPart(let word): "\"\(word)\" is no part of a tree; a line has a part, a day, a digest and a name"
    case .noDay(let word): "\"\(word)\" is no day like 2027-11-01"
    case .noDigest(let word): "\"\(word)\" is no digest of 64 hexadecimal digits"
    case .noName(let text): "\"\(text)\" is no name: one line of letters that can be seen, at most \(Reviewer.longest)"
    }
  }
}
