import Testing

@testable import TreeFile

@Suite struct TextTests {
  private func codes(_ change: (inout String) -> Void) -> [Code] {
    var text = """
      backtalk: 1
      id: fruit
      title: Which fruit
      version: 1.0.0
      language: en
      levels: [later, now]     # lowest first
      start: opening
      stuck: done
      questions:
        colour:
          ask: What colour is it?
          type: choice           # one of these
          choices:
            red: Red
            green: {label: Green}
      sections:
        opening:
          - ask: colour          # first of all
          - decide:
              - if: colour is red   # ripe
                end: done
              - end: done
      outcomes:
        done:
          level: now
          title: Done
          say: Enjoy it.

      """
    change(&text)
    return Loader().load(text, named: "fruit.yaml").diagnostics.map(\.code)
  }

  @Test func `comments behind names and conditions are welcome`() {
    #expect(codes { _ in } == [])
  }

  @Test(arguments: ["say: Ring # 112", "say: Ring  # 112", "say: Ring #", "say: Ring us\n      now # 112"])
  func `no comment may stand behind a text for a patient`(_ say: String) {
    #expect(codes { $0.replace("say: Enjoy it.", with: say) } == [.wordsLost])
  }

  @Test(arguments: [
    "say: \"Ring\" # 112", "say: 'Ring # 112'", "say: Ring#112", "say: > # 112\n      Ring.", "say: Enjoy.\n    # 112",
  ])
  func `a comment that loses no words is welcome`(_ say: String) {
    #expect(codes { $0.replace("say: Enjoy it.", with: say) } == [])
  }

  @Test func `behind a label a comment stands apart`() {
    #expect(codes { $0.replace("red: Red", with: "red: Red   # the ripe ones") } == [])
    #expect(codes { $0.replace("red: Red", with: "red: Red # the ripe ones") } == [.wordsLost])
  }

  @Test func `typographic quotes, long dashes and no-break spaces are welcome in sentences`() {
    #expect(codes { $0.replace("Enjoy it.", with: "Don’t wait – “enjoy” it in 10\u{A0}minutes.") } == [])
  }

  @Test(arguments: ["colour is ‘red’", "colour\u{A0}is red", "colour is red\u{2009}"])
  func `they are refused where syntax is meant`(_ condition: String) {
    #expect(codes { $0.replace("colour is red ", with: condition + " ") } == [.lookalike])
  }

  @Test func `a no-break space in the indentation or behind a colon is named`() {
    #expect(codes { $0.replace("    level: now", with: "  \u{A0} level: now") } == [.lookalike])
    #expect(codes { $0.replace("title: Which", with: "title:\u{A0}Which") } == [.lookalike])
  }

  @Test(arguments: ["yes", "no", "on", "1.10", "~", "null", "0x1F", "2027-11-01"])
  func `every unquoted scalar is text`(_ title: String) {
    let text = "title: \(title)\n"
    var document = Document()
    var diagnostics: [Diagnostic] = []
    let file = document.sources.add(text.utf8, named: "fruit.yaml")
    let root = Composer.compose(&document, file: file, limits: Limits(), diagnostics: &diagnostics)
    #expect(root.flatMap { document.value(.title, in: $0) }.map { document.text($0) } == title)
  }

  @Test func `a tab between words is no indentation, and none in a text`() {
    #expect(codes { $0.replace("level: now", with: "level: now\t# soon") } == [])
    #expect(codes { $0.replace("\n    level", with: "\n\tlevel") } == [.tabIndent])
    #expect(codes { $0.replace("Enjoy it", with: "Enjoy\tit") } == [.controlCharacter])
    #expect(codes { $0.replace("Enjoy it.", with: "|\n      Enjoy\tit.") } == [.controlCharacter])
  }

  @Test func `the limits are the caller's to choose`() {
    let deep = Loader(limits: Limits(depth: 3)).load("a: {b: {c: {d: 1}}}\n", named: "deep.yaml")
    #expect(deep.diagnostics.map(\.code) == [.tooDeep])
    let long = Loader(limits: Limits(bytes: 10)).load("backtalk: 1\n", named: "long.yaml")
    #expect(long.diagnostics.map(\.code) == [.tooLarge])
  }

  @Test func `an unknown version says nothing of the rest`() {
    #expect(codes { $0 = "backtalk: 2\nnew: [things]\n" } == [.unsupportedVersion])
  }
}
