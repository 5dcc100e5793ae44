import Testing

@testable import TreeFile

/// A tree whose `decide` has one condition, written as it stands in the file.
private func tree(deciding condition: String, newline: String = "\n", start: String = "") -> String {
  let text = """
    backtalk: 1
    id: fruit
    title: Which fruit
    version: 1.0.0
    language: en
    levels: [later, now]
    start: opening
    stuck: done
    questions:
      ripe:
        ask: Is it ripe? 果物 é
        type: yes-no
    sections:
      opening:
        - ask: ripe
        - decide:
            - if: \(condition)
              end: done
            - end: done
    outcomes:
      done:
        level: now
        title: Done
        say: Enjoy it.

    """
  return start + text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: newline)
}

/// The words under the carets of the only diagnostic, with its line and column.
private func caret(_ text: String) -> (words: String, line: Int, column: Int) {
  let loaded = Loader().load(text, named: "fruit.yaml")
  guard let diagnostic = loaded.diagnostics.first, loaded.diagnostics.count == 1 else { return (loaded.report, 0, 0) }
  let position = loaded.map.sources.position(of: diagnostic.span)
  return (loaded.map.sources.text(diagnostic.span.range), position.line, position.column)
}

@Suite struct CaretTests {
  @Test(arguments: ["\n", "\r\n"], ["", "\u{FEFF}"])
  func `a caret stands under the words whatever the line ends and the first bytes`(newline: String, start: String) {
    let found = caret(tree(deciding: "rippe is yes", newline: newline, start: start))
    #expect(found == ("rippe", 17, 15))
  }

  @Test(arguments: [
    (">\n              ripe is yes\n              and rippe is no", 19, 19),
    ("|\n              ripe is yes\n              and rippe is no", 19, 19),
    ("ripe is yes\n              and rippe is no", 18, 19),
    ("'ripe is yes and rippe is no'", 17, 32),
    ("\"ripe is yes\n          and rippe is no\"", 18, 15),
    ("\"ripe is yes \\\n          and rippe is no\"", 18, 15),
    ("\"r\\x69pe is yes and rippe is no\"", 17, 35),
    (">-\n\n              ripe is yes\n\n              and rippe is no", 21, 19),
  ])
  func `a caret finds its place in folded, literal and quoted text`(condition: String, line: Int, column: Int) {
    #expect(caret(tree(deciding: condition)) == ("rippe", line, column))
    let windows = caret(tree(deciding: condition, newline: "\r\n", start: "\u{FEFF}"))
    #expect(windows == ("rippe", line, column))
  }

  @Test func `a doubled quote counts twice`() {
    let text = tree(deciding: "ripe is yes").replacing("say: Enjoy it.", with: "say: 'It''s \u{202E}ripe'")
    #expect(caret(text) == ("\u{202E}", 24, 17))
  }

  @Test func `an escape is pointed at as it was written`() {
    let text = tree(deciding: "ripe is yes").replacing("say: Enjoy it.", with: #"say: "Enjoy\u001b it""#)
    #expect(caret(text) == (#"\u001b"#, 24, 16))
  }

  @Test func `columns count characters, and carets count cells`() {
    let text = tree(deciding: "ripe is yes").replacing("title: Done", with: "title: 果物 é # lost")
    let loaded = Loader().load(text, named: "fruit.yaml")
    #expect(
      loaded.report == """
        error[words-lost]: YAML takes this for a comment, so these words are lost: "# lost"
          --> fruit.yaml:23:17
            |
         23 |     title: 果物 é # lost
            |                   ^^^^^^
            = put the whole text in quotes

        """)
  }

  @Test func `nothing from a file acts on a terminal`() {
    let text = tree(deciding: "ripe is yes").replacing("Enjoy it.", with: "Enjoy \u{1B}[2J\u{202E}it")
    let report = Loader().load(text, named: "\u{1B}[31mfruit.yaml").report
    #expect(!report.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
    #expect(report.contains("␛[2J<U+202E>it"))
  }

  @Test func `a very long line is shown in part`() {
    let text = tree(deciding: "ripe is yes").replacing("Enjoy it.", with: String(repeating: "é ", count: 500) + "# x")
    let report = Loader().load(text, named: "fruit.yaml").report
    #expect(report.split(separator: "\n").allSatisfy { $0.count < 200 })
    #expect(report.contains("fruit.yaml:24:1010"))
  }
}
