import Testing

/// What stands in the phrase table is said somewhere, and nothing is said that does not stand there.
@Suite struct PhraseUseTests {
  private static let names: Set<String> = {
    let lines = (try? Project.file("Sources/Conversation/Phrases/en.phrases"))?.lines ?? []
    return Set(
      lines.compactMap { line in
        line.first.map(\.isLetter) == true ? String(line.prefix { $0.isLetter }) : nil
      })
  }()

  @Test func `every sentence of the phrase table is used`() {
    #expect(Self.names.count > 100)
    let sources = Project.files(in: "Sources/Conversation", named: ".swift").filter {
      !$0.path.hasSuffix("/Phrase.swift")
    }
    let words = Set(
      sources.flatMap { $0.text.split { !$0.isLetter && $0 != "." } }.flatMap { $0.split(separator: ".") })
    #expect(Self.names.filter { !words.contains($0[...]) } == [])
  }

  /// Nothing that the conversation says stands in its code: a string there is a name, a sign or empty.
  @Test func `no sentence stands in the code of the conversation`() {
    for file in Project.files(in: "Sources/Conversation", named: ".swift") {
      for line in file.lines where !line.drop(while: \.isWhitespace).hasPrefix("//") {
        let strings = line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
          .filter { $0.offset % 2 == 1 }.map(\.element)
        #expect(
          !strings.contains { $0.contains(" ") && $0.contains { $0.isLetter } && !$0.hasPrefix("\\(") },
          "\(file.path): \(line)")
      }
    }
  }
}
