import Conversation
import Display
import Testing

@Suite struct `A text longer than the window` {
  private func screens(_ count: Int, rows: Int) -> [Int] {
    Layout.screens(of: (0..<count).map { "\($0)" }, rows: rows).map(\.count)
  }

  @Test func `is shown a screen at a time, with a row left for the prompt`() {
    #expect(screens(9, rows: 10) == [9])
    #expect(screens(10, rows: 10) == [9, 1])
    #expect(screens(20, rows: 10) == [9, 9, 2])
    #expect(screens(0, rows: 10) == [0])
  }

  @Test func `leaves no heading behind at the end of a screen`() {
    let lines = (0..<7).map { "\($0)" } + ["", "heading", "text", "more"]
    #expect(Layout.screens(of: lines, rows: 10).map(\.first) == ["0", ""])
    #expect(Layout.screens(of: lines, rows: 9).map(\.first) == ["0", ""])
    #expect(Layout.screens(of: lines, rows: 11).map(\.first) == ["0", "more"])
    #expect(Layout.screens(of: ["", "a", "", "b", "", "c"], rows: 3).map(\.count) == [2, 2, 2])
  }

  @Test(arguments: [-1, 0, 1]) func `is shown whole where no window is`(rows: Int) {
    #expect(screens(100, rows: rows) == [100])
  }
}

@Suite struct `An outcome` {
  private let outcome = Say(.outcome, [Say.Span("Level and number")])

  private func shown(following: Int, rows: Int, isPlain: Bool = false) -> [Say] {
    let rest = (0..<following).map { Say(.item, [Say.Span("item \($0)")]) }
    return Layout(isPlain: isPlain).keepingOutcomesInSight([Say(.echo, [Say.Span("yes")]), outcome] + rest, rows: rows)
  }

  @Test func `is said once where it stays in sight`() {
    #expect(shown(following: 7, rows: 10).filter { $0 == outcome }.count == 1)
  }

  @Test func `is said again where what follows pushes it away`() {
    #expect(shown(following: 8, rows: 10).last == outcome)
    #expect(shown(following: 8, rows: 10, isPlain: true).last == outcome)
  }

  @Test func `is said before a page has to be turned, and after what was understood`() {
    let echo = Say(.echo, [Say.Span("yes")])
    let text = (0..<12).map { Say(.paragraph, [Say.Span("line \($0)")]) }
    let shown = Layout().keepingOutcomesInSight([echo] + text + [outcome], rows: 10)
    #expect(shown == [echo, outcome] + text + [outcome])
    #expect(Layout(isPlain: true).keepingOutcomesInSight([echo] + text + [outcome], rows: 10).count == 14)
  }

  @Test func `is not said again behind a question that waits`() {
    let question = Say(.question, [Say.Span("And how long?")])
    let text = (0..<12).map { Say(.item, [Say.Span("item \($0)")]) }
    #expect(Layout().keepingOutcomesInSight([outcome] + text + [question], rows: 10) == [outcome] + text + [question])
  }

  @Test func `is made up by nobody`() {
    let says = [Say(.paragraph, [Say.Span("one")])]
    #expect(Layout().keepingOutcomesInSight(says, rows: 1) == says)
  }
}
