import Conversation
import Display
import Testing

/// Lines of one paragraph in a layout.
private func lines(_ text: String, columns: Int, marker: String? = nil, indent: Int = 0) -> [String] {
  Layout(columns: columns).lines([Say(.paragraph, [Say.Span(text)], marker: marker, indent: indent)])
}

@Suite struct `A paragraph in a window` {
  @Test func `breaks between words`() {
    #expect(lines("one two three four", columns: 9) == ["one two", "three", "four"])
  }

  @Test func `fills a line to its last column`() {
    #expect(lines("one two three", columns: 7) == ["one two", "three"])
    #expect(lines("one two", columns: 6) == ["one", "two"])
  }

  @Test func `has one space between words, and none at the ends`() {
    #expect(lines("  one   two  ", columns: 80) == ["one two"])
  }

  @Test func `keeps the line feeds of the text`() {
    #expect(lines("one\n\ntwo", columns: 80) == ["one", "", "two"])
    #expect(lines("one\n", columns: 80) == ["one"])
    #expect(lines("", columns: 80) == [""])
  }

  @Test func `breaks a word that no line can hold`() {
    #expect(lines("a abcdefghijkl b", columns: 5) == ["a", "abcde", "fghij", "kl b"])
  }

  @Test func `counts columns, not characters`() {
    #expect(lines("日本 日本", columns: 8) == ["日本", "日本"])
    #expect(lines("日本 日本", columns: 9) == ["日本 日本"])
    #expect(lines("日本", columns: 1) == ["日", "本"])
  }

  @Test func `hangs under its first word`() {
    #expect(lines("one two three", columns: 12, marker: "2.") == ["2. one two", "   three"])
    #expect(lines("one two three", columns: 12, marker: "-", indent: 2) == ["  - one two", "    three"])
  }

  @Test func `does not hang where that would leave no room`() {
    #expect(lines("one two three", columns: 6, marker: "100.") == ["100.", "one", "two", "three"])
  }

  @Test func `is indented by no more than a quarter of the window`() {
    #expect(lines("one", columns: 8, indent: 6) == ["  one"])
  }

  @Test func `never runs over the edge`() {
    let text = "Some words, a-very-long-one-that-fits-nowhere, größer 日本語 and a few more."
    for columns in 2...90 {
      for line in lines(text, columns: columns, marker: "12.", indent: 3) {
        #expect(Display.columns(of: line) <= columns, "\(columns): \(line)")
      }
    }
  }

  @Test(arguments: [0, -1]) func `is as wide as usual where the window does not say`(columns: Int) {
    #expect(Layout(columns: columns).columns == 80)
  }

  @Test func `stands apart by an empty line`() {
    let says = [Say(.paragraph, [Say.Span("one")]), Say(.question, [Say.Span("two?")], isApart: true)]
    #expect(Layout().text(says) == "one\n\ntwo?\n")
  }

  @Test func `shows what would act on the terminal`() {
    #expect(lines("a\u{1B}[2Jb", columns: 80) == ["a␛[2Jb"])
    #expect(lines("one", columns: 80, marker: "\u{7}") == ["␇ one"])
  }
}

@Suite struct `For a screen reader` {
  @Test func `every thought has one line, however long`() {
    let long = String(repeating: "word ", count: 40) + "end"
    let says = [
      Say(.question, [Say.Span(long)], isApart: true),
      Say(.choice, [Say.Span("An\nanswer")], marker: "1.", indent: 4),
    ]
    #expect(Layout(columns: 10, isPlain: true).lines(says) == [long, "1. An answer"])
    let inWindow = Layout(columns: 10, isPlain: true, isInWindow: true).lines(says)
    #expect(inWindow.joined(separator: " ") == long + " 1. An answer")
    #expect(inWindow.allSatisfy { $0.count <= 10 && !$0.hasPrefix(" ") })
  }
}

@Suite struct `Colour` {
  private let coloured = Layout(columns: 12, isColoured: true)

  private func level(_ rank: Int, of count: Int) -> String {
    coloured.text([Say(.paragraph, [Say.Span("x", .level(rank: rank, count: count))])])
  }

  @Test func `goes by the rank of a level, never by its name`() {
    #expect(level(0, of: 4) == "\u{1B}[1;32mx\u{1B}[0m\n")
    #expect(level(1, of: 4) == "\u{1B}[1;33mx\u{1B}[0m\n")
    #expect(level(3, of: 4) == "\u{1B}[1;31mx\u{1B}[0m\n")
    #expect(level(0, of: 1) == "\u{1B}[1;32mx\u{1B}[0m\n")
  }

  @Test func `ends with the line, and takes no room`() {
    let say = Say(.paragraph, [Say.Span("one "), Say.Span("two three", .strong), Say.Span(" four")])
    #expect(coloured.lines([say]) == ["one \u{1B}[1mtwo\u{1B}[0m", "\u{1B}[1mthree\u{1B}[0m four"])
  }

  @Test func `changes no word`() {
    let says = [
      Say(.heading, [Say.Span("A heading")]),
      Say(.trouble, [Say.Span("not "), Say.Span("this", .typed)], isApart: true),
    ]
    let stripped = coloured.text(says).replacing(/\u{1B}\[[0-9;]*m/, with: "")
    #expect(stripped == Layout(columns: 12).text(says))
  }

  @Test func `is there where it is wanted`() {
    func wants(_ choice: ColourChoice, terminal: Bool = true, _ environment: [String: String]) -> Bool {
      choice.wantsColour(isTerminal: terminal) { environment[$0] }
    }
    #expect(wants(.auto, ["TERM": "xterm"]))
    #expect(wants(.auto, ["TERM": "xterm", "NO_COLOR": ""]))
    #expect(!wants(.auto, ["TERM": "xterm", "NO_COLOR": "1"]))
    #expect(!wants(.auto, ["TERM": "dumb"]))
    #expect(!wants(.auto, [:]))
    #expect(!wants(.auto, terminal: false, ["TERM": "xterm"]))
    #expect(wants(.always, terminal: false, ["NO_COLOR": "1"]))
    #expect(!wants(.never, ["TERM": "xterm"]))
  }
}

@Suite struct `Several short texts` {
  private let texts = ["yes", "no", "not sure", "something longer"]

  @Test func `stand side by side as far as the window goes`() {
    #expect(Layout(columns: 80).lines(sideBySide: texts) == ["yes   no   not sure   something longer"])
    #expect(Layout(columns: 20).lines(sideBySide: texts) == ["yes   no   not sure", "something longer"])
    #expect(Layout(columns: 3).lines(sideBySide: texts) == texts)
  }

  @Test func `have a line each for a screen reader`() {
    #expect(Layout(isPlain: true).lines(sideBySide: texts) == texts)
  }
}

@Suite struct `A report in a window` {
  private func folded(_ text: String, columns: Int, isPlain: Bool = false) -> String {
    Layout(columns: columns, isPlain: isPlain).folded(text)
  }

  @Test func `goes on below between words, indented further, its words whole`() {
    #expect(folded("  one two three  (a/b:1)\n", columns: 16) == "  one two three\n      (a/b:1)\n")
    #expect(folded("one abcdefghijklmnop two\n\nx", columns: 12) == "one\n    abcdefghijklmnop\n    two\n\nx")
  }

  @Test func `stays as it is where it fits, with every space`() {
    #expect(folded("name     words\n  \n", columns: 14) == "name     words\n  \n")
  }

  @Test func `shows lines of a file as they stand there`() {
    let drawn = " 12 |   - if: ripe is yes and old\n    |          ^^^^ here it is\n"
    #expect(folded(drawn, columns: 16) == drawn)
  }

  @Test func `has one line for each thought in the plain layout, and in no window lines too narrow`() {
    #expect(folded("one two three four", columns: 8, isPlain: true) == "one two three four")
    #expect(folded("        one two three four", columns: 12) == "        one two three four")
  }
}
