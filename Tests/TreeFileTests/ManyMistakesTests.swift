import Testing

@testable import TreeFile

@Suite struct ManyMistakesTests {
  @Test func `ten different mistakes bring ten diagnostics, each at the right words`() {
    let text = """
      backtalk: 1
      id: fruit
      titel: Which fruit
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
        size:
          ask: How large is it?
          type: numbr
        age:
          ask: How old is it?
          type: duration
          range: 0 days to 1 year
        weight:
          ask: What does it weigh?
          type: number
          range: 0 to 10
      facts:
        sweet: not sour
        sour: not sweet
      sections:
        opening:
          - ask: ripe
          - ask: agee
          - ask: weight
          - say: Ring us # 112
          - decide:
              - if: ripe is yes and age > 2 days or weight > 3
                end: done
              - if: age > 3
                end: done
              - if: weight > 11
                end: dome
              - end: done
                end: done
      outcomes:
        done:
          level: now
          title: Done
          say: Enjoy it.

      """
    let loaded = Loader().load(text, named: "fruit.yaml")
    let found = loaded.diagnostics.map { diagnostic in
      let line = loaded.map.sources.position(of: diagnostic.span).line
      return "\(line) \(diagnostic.code.rawValue) \(loaded.map.sources.text(diagnostic.span.range))"
    }
    #expect(
      found == [
        "3 unknown-key titel",
        "16 unknown-type numbr",
        "26 circle-of-names sweet",
        "31 unknown-name agee",
        "33 words-lost # 112",
        "35 mixed-and-or or",
        "37 duration-without-unit 3",
        "39 out-of-range 11",
        "40 unknown-target dome",
        "42 repeated-key end",
      ])
  }

  @Test func `one mistake brings one diagnostic, however often its part is used`() {
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
        size:
          ask: How large is it?
          type: numbr
          unsure: 3
      scores:
        worth:
          - add: size
      sections:
        opening:
          - ask: size
          - decide:
              - if: size > 3 and worth >= 2
                end: done
              - if: size is large
                end: done
              - end: done
      outcomes:
        done:
          level: now
          title: Done
          say: Enjoy it.

      """
    #expect(Loader().load(text, named: "fruit.yaml").diagnostics.map(\.code) == [.unknownType])
  }

  @Test func `a file of nothing but mistakes is told in good time`() {
    let names = (0..<1_500).map { "  Bad\($0): nonsense\n" }.joined()
    let loaded = Loader().load("backtalk: 1\nfacts:\n" + names, named: "fruit.yaml")
    #expect(loaded.diagnostics.count > 1_500)
    #expect(loaded.report.hasSuffix("\nand \(loaded.diagnostics.count - Loaded.mostReported) more\n"))
  }
}
