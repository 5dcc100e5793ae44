import Testing

/// The interpreter knows no medicine: no word of a tree stands in the program.
@Suite struct VocabularyTests {
  static let clinicalWords = listed("Tests/ProjectTests/clinical-words.txt")
  static let exceptions = listed("Tests/ProjectTests/vocabulary-exceptions.txt").map(Exception.init)

  struct Exception {
    var phrase: String
    var reason: String

    init(_ line: String) {
      let parts = line.split(separator: ":", maxSplits: 1).map { $0.drop(while: \.isWhitespace) }
      phrase = String(parts[0])
      reason = parts.count > 1 ? String(parts[1]) : ""
    }
  }

  /// The lines of a file that are neither empty nor a comment.
  static func listed(_ path: String) -> [String] {
    let lines = (try? Project.file(path))?.lines ?? []
    return lines.filter { !$0.isEmpty && !$0.hasPrefix("#") }.map(String.init)
  }

  static let vocabulary = Vocabulary(
    forbidden: clinicalWords + TreeWords.all, exceptions: exceptions.map(\.phrase))

  @Test func `no word of a tree and no clinical word stands in the sources`() {
    #expect(Self.clinicalWords.count > 100)
    #expect(TreeWords.all.count > 500)
    // A word list holds the words of a language, whatever they are said about.
    let files = Project.files(in: "Sources").filter { !$0.path.hasSuffix(".words") && !$0.path.hasSuffix(".common") }
    let found = files.flatMap { file in
      Self.vocabulary.findings(in: file.text).map { "\(file.path):\($0.line): \($0.phrase)" }
    }
    #expect(found == [])
  }

  @Test(arguments: [
    ("let osteoporosis = 1", "osteoporosi"),
    ("/// Ask about the bladder.", "bladder"),
    (#"print("Does your KNEE hurt?")"#, "knee"),
    ("func checkHamstrings() {}", "hamstring"),
    ("case cauda_equina", "cauda equina"),
    ("/// She sits on the tail bone.", "tail bone"),
    ("let loosenThighs = true", "loosen thigh"),
  ])
  func `a planted word is found`(_ source: String, _ word: String) {
    let findings = Self.vocabulary.findings(in: "import Nothing\n\n" + source)
    #expect(findings.contains(Vocabulary.Finding(phrase: word, line: 3)))
  }

  @Test func `a phrase is found over a line break and only as a whole`() {
    let vocabulary = Vocabulary(forbidden: ["ripe plum"])
    #expect(vocabulary.findings(in: "a plum, ripe\n// plums") == [Vocabulary.Finding(phrase: "ripe plum", line: 1)])
    #expect(vocabulary.findings(in: "ripeness of a plum") == [])
  }

  @Test func `an exception excuses its own phrase and nothing else`() {
    let vocabulary = Vocabulary(forbidden: ["plum"], exceptions: ["plum tree"])
    #expect(vocabulary.findings(in: "var plumTree: Int") == [])
    #expect(vocabulary.findings(in: "a plum\nof the plum tree").map(\.line) == [1])
  }

  @Test func `every exception has a reason and is still needed`() {
    let sources = Project.files(in: "Sources")
    for exception in Self.exceptions {
      let words = Vocabulary.words(of: exception.phrase).map(\.text)
      #expect(!exception.reason.isEmpty, "\(exception.phrase)")
      #expect(sources.contains { Vocabulary.contains(words, in: $0.text) }, "\(exception.phrase) is not needed")
    }
  }
}
