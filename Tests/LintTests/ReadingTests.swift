import TestSupport
import Testing
import Triage
import Understanding
import Validation

import struct Lint.Remark

@testable import Lint

@Suite struct ProseTests {
  @Test(arguments: [
    ("One two three. Four five? Six!", 6, 3),
    ("One two", 2, 1),
    ("", 0, 0),
    ("One – two / three … four.", 4, 1),
    ("He said \"one two.\" (Then three.) Four", 7, 3),
    ("Take 2.5 of them, e.g. the red ones, approx. nine.", 10, 1),
    ("Sit down; rest for a while.", 6, 2),
    ("One thing: take your time.", 5, 1),
    ("See Dr. Plum or Mrs. Pear about it.", 8, 1),
    ("A heading\nand what follows.", 5, 2),
    ("well-known don't 1,000 38.5", 4, 1),
  ])
  func `words and sentences are counted as people count them`(_ text: String, _ words: Int, _ sentences: Int) {
    let prose = Prose(text)
    #expect((prose.words, prose.sentences) == (words, sentences))
  }

  @Test func `figures and abbreviations are one syllable, and what is shouted is not abbreviated`() {
    #expect(Prose("1,234,567 NHS MRI A&E 24/7").syllables == 5)
    #expect(Prose("EMERGENCY").syllables == 4)
    #expect(Prose("Señor Piñata").syllables == 5)
  }

  @Test func `the longest sentence and the long words are told`() {
    let prose = Prose("Refrigerate it. Then refrigerate the other half, completely. Refrigerate!")
    #expect(prose.longestSentence == 6)
    #expect(prose.longWords.map(\.word) == ["Refrigerate", "refrigerate", "completely"])
  }

  @Test func `a known word is no longer than two syllables, also as one of several or with a hyphen`() {
    let known = KnownWords(["Refrigerator", "semi-automatic", "melon"])
    #expect(Prose("Refrigerators", known: known).syllables == 2)
    #expect(Prose("semi-automatic", known: known).syllables == 2)
    #expect(Prose("refrigerator-melon", known: known).syllables == 4)
    #expect(Prose("automatic", known: known).syllables == 4)
  }
}

@Suite struct GradeTests {
  /// A sentence whose counts and grade are in print: "The Australian platypus is seemingly a hybrid of a mammal and
  /// reptilian creature."
  @Test func `the formula is that of Flesch and Kincaid`() {
    #expect(Grade(words: 13, sentences: 1, syllables: 24).description == "11.3")
    #expect(Grade(words: 6, sentences: 1, syllables: 6).tenths == -15)
    #expect(Grade(words: 100, sentences: 5, syllables: 139) == Grade(tenths: 86))
  }

  @Test func `a grade is written to the tenth`() {
    #expect([Grade(9), Grade(tenths: 94), Grade(tenths: -4)].map(\.description) == ["9", "9.4", "-0.4"])
  }

  @Test func `a few words are not graded`() {
    #expect(Prose("Refrigerate automatically refrigerated international individuality now, please.").grade == nil)
    #expect(Prose("Take one of the red plums from there.").grade != nil)
  }
}

@Suite struct ReadingRemarkTests {
  static let hard = "Considering the temperature, do you imagine it has ripened sufficiently already?"

  private func codes(_ lint: Lint = Lint(), _ change: (inout Sketch) -> Void) throws -> [Remark.Kind] {
    var sketch = Sketch()
    change(&sketch)
    return lint.remarks(on: try Tree(sketch.grammar), today: Fixture.today).map(\.kind).filter {
      if case .hardText = $0 { true } else { false }
    }
  }

  /// Puts a text in every place where a patient may read it.
  private func sayEverywhere(_ text: String, in sketch: inout Sketch) {
    let question = sketch.question(.choice([Choice(name: "c", label: text)])) {
      $0.wording.ask = text
      $0.wording.plainer = text
      $0.wording.why = text
      $0.wording.sign = text
      $0.wording.forOther = text
    }
    _ = sketch.fact(.never)
    sketch.facts[0].means = text
    sketch.about.audience = text
    let branch = Branch(to: .outcome(sketch.fine), because: text)
    sketch.start(.say(text), .ask(question), Step(.decide([branch])))
    _ = sketch.stretch()
    sketch.stretches[0].card.purpose = text
    sketch.stretches[0].card.setup = text
    sketch.stretches[0].card.steps = [text, text]
    sketch.stretches[0].card.progress = text
    sketch.stretches[0].card.stopIf = text
    sketch.stretchingRules = [StretchingRule(text)]
    sketch.outcomes[0].say = text
    sketch.outcomes[0].sayForOther = text
  }

  @Test func `every text that a patient reads is looked at`() throws {
    #expect(try codes { sayEverywhere(Self.hard, in: &$0) }.count == 19)
    #expect(try codes { sayEverywhere("Is it ripe by now, or does it still need some days?", in: &$0) }.isEmpty)
  }

  @Test func `the grade of half the texts and of the hardest are told`() throws {
    var sketch = Sketch()
    sketch.stretchingRules = [
      Self.hard, "Take one of the red plums from there.", "Take one of the red plums from here.",
    ]
    .map { StretchingRule($0) }
    let easy = try #require(Prose(sketch.stretchingRules[1].text).grade)
    let hard = try #require(Prose(Self.hard).grade)
    let reading = try #require(Lint().reading(of: sketch.grammar))
    #expect((reading.median, reading.highest, reading.texts) == (easy, hard, 3))
    sketch.language = "de"
    #expect(Lint().reading(of: sketch.grammar) == nil)
  }

  @Test func `the highest grade itself is not too high`() throws {
    let grade = try #require(Prose(Self.hard).grade)
    var lint = Lint()
    lint.highestGrade = grade
    #expect(try codes(lint) { sayEverywhere(Self.hard, in: &$0) }.isEmpty)
    lint.highestGrade.tenths -= 1
    #expect(try !codes(lint) { sayEverywhere(Self.hard, in: &$0) }.isEmpty)
  }

  @Test func `words that are known make a text easier`() throws {
    let lint = Lint(knownWords: KnownWords(["considering", "temperature", "imagine", "sufficiently", "already"]))
    #expect(try codes(lint) { sayEverywhere(Self.hard, in: &$0) }.isEmpty)
  }

  @Test func `a tree in another language is not graded, since the formula is for English`() throws {
    let remarks = try codes {
      sayEverywhere(Self.hard, in: &$0)
      $0.language = "de"
    }
    #expect(remarks.isEmpty)
  }
}
