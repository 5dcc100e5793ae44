import Testing

@testable import TreeFile

/// One mistake is told once, and hides no other.
@Suite struct OneMistakeTests {
  private static let text = """
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
        ask: Is it ripe?
        type: yes-no
      weight:
        ask: What does it weigh?
        type: number
        range: 0 to 10
      age:
        ask: How old is it?
        type: duration
        range: 0 days to 3 days
    alarms:
      worm:
        hears: [a worm]
        end: done
    sections:
      opening:
        - ask: ripe
        - decide:
            - if: ripe is yes
              end: done
            - go: second
      second:
        - ask: weight
        - decide:
            - end: done
    outcomes:
      done:
        level: now
        title: Done
        say: Enjoy it.

    """

  private func found(_ changes: [(String, String)]) -> [String] {
    var text = Self.text
    for (old, new) in changes { text.replace(old, with: new, maxReplacements: 1) }
    let loaded = Loader().load(text, named: "fruit.yaml")
    return loaded.diagnostics.map { "\($0.code.rawValue) \(loaded.map.sources.text($0.span.range))" }
  }

  @Test func `the tree has no mistake`() { #expect(found([]) == []) }

  @Test(arguments: ["unsure", "unasked"])
  func `a word for the answer to a number question is of the wrong type`(_ key: String) {
    #expect(found([("range: 0 to 10", "range: 0 to 10\n    \(key): high")]) == ["wrong-type high"])
    #expect(found([("3 days\n", "3 days\n    \(key): high\n")]) == ["wrong-type high"])
  }

  @Test func `in a condition it is a test that does not go with the question`() {
    #expect(found([("if: ripe is yes", "if: weight is high")]).contains("test-wrong-type high"))
  }

  @Test func `a refused character in a name is told once`() {
    #expect(found([("ripe:", "ri\u{202E}pe:")]) == ["bidirectional-character \u{202E}"])
  }

  @Test func `a range of durations begins at 0 or above`() {
    #expect(found([("0 days to", "-5 days to")]) == ["not-a-range -5 days to 3 days"])
  }

  @Test func `an unknown name in watch_for is not said to lack a sign`() {
    #expect(found([("say: Enjoy it.", "say: Enjoy it.\n    watch_for: [rippe]")]) == ["unknown-name rippe"])
  }

  // MARK: Targets that nobody knows

  /// A branch that decides on what was not asked, a `decide` that may not decide, and a section that runs off.
  private static let others = [
    ("if: ripe is yes", "if: weight > 3"), ("- decide:\n        - end: done\noutcomes", "- say: Bye.\noutcomes"),
  ]

  @Test(arguments: [
    ("    end: done", "    end: zzqx"), ("start: opening", "start: zzqx"), ("stuck: done", "stuck: zzqx"),
    ("          end: done", "          end: zzqx"), ("go: second", "go: zzqx"),
  ])
  func `an unknown target hides no other mistake`(_ change: (String, String)) {
    #expect(found([change]) == ["unknown-target zzqx"])
    let all = found(Self.others + [change]).sorted()
    let unreached = change.0.hasPrefix("start")
    #expect(all == (unreached ? [] : ["not-asked-before weight > 3"]) + ["runs-off second", "unknown-target zzqx"])
  }

  @Test func `a step that cannot be read hides only what may follow from it`() {
    #expect(found([("- ask: ripe", "- akk: ripe")]).count == 1)
    let broken = ("- ask: ripe\n", "- ask: zzqx\n")
    #expect(found([broken]) == ["unknown-name zzqx"])
    #expect(found(Self.others + [broken]).sorted() == ["runs-off second", "unknown-name zzqx"])
  }

  // MARK: Very many answers

  @Test func `of very many answers a few are named`() {
    let choices = (0..<100).map { "      c\($0): Colour\n" }.joined()
    let question = "  hue:\n    ask: Which?\n    type: choice\n    choices:\n\(choices)    unasked: zzqx\n"
    let loaded = Loader().load(Self.text.replacing("alarms:", with: question + "alarms:"), named: "fruit.yaml")
    #expect(loaded.diagnostics.map(\.code) == [.unknownAnswer])
    #expect(loaded.report.contains("c11\n"))
  }
}
