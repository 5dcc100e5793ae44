import Testing
import Triage

@testable import Understanding

@Suite struct ChoiceTests {
  private func read(_ line: String, as question: Question = Sample.oneFruit) -> Understood {
    understand(line, as: question, now: Sample.now)
  }

  private func one(_ choice: Int, by rule: Rule) -> Understood {
    .answer(Reading(.value(.choice(choice)), by: rule))
  }

  private func several(_ picks: UInt32, by rule: Rule) -> Understood {
    .answer(Reading(.value(.choices(picks)), by: rule))
  }

  @Test(arguments: ["2", "2.", "2)", "#2", "number 2", "no 2", "option 2", "two", "second", "the second one"])
  func `a choice is picked by its number in the list`(_ line: String) {
    #expect(read(line) == one(1, by: .listNumber))
  }

  @Test(arguments: [
    "green pear", "Green Pear", "GREEN  PEAR!", "pear", "ｇｒｅｅｎ ｐｅａｒ", "grëen pear", "green\u{200B} pear",
    "\u{1B}green pear",
  ])
  func `a choice is picked by what it is called, however that is spelt`(_ line: String) {
    #expect(read(line) == one(1, by: .label))
  }

  @Test func `a choice is picked among other words and by a beginning that only it has`() {
    #expect(read("gre") == one(1, by: .prefix))
    #expect(read("it is more of a pippin I think") == one(0, by: .label))
    #expect(read("the pippin from next door") == one(0, by: .words))
    #expect(read("damsons") == one(2, by: .words))
    #expect(read("pip") == .unrecognised(.noSense))
  }

  @Test func `one slip is mended where it is plain what was meant`() {
    #expect(read("geren") == one(1, by: .typo))
    #expect(read("pluums") == one(2, by: .typo))
    #expect(read("pippn") == one(0, by: .typo))
    #expect(read("pixxn") == .unrecognised(.noSense))
  }

  @Test func `two choices in one line are asked back`() {
    #expect(read("apple or pear") == .ambiguous([.choice(0), .choice(1)]))
    #expect(read("not the pear") == .ambiguous([.choice(1)]))
  }

  @Test func `a label that reads like a refusal is still a label`() {
    #expect(read("none of these") == one(3, by: .label))
    #expect(read("not sure") == .answer(Reading(.unsure, by: .notSure)))
  }

  @Test func `numbers beyond the list are no choice`() {
    for line in ["0", "5", "-1", "99999999999999999999"] { #expect(read(line) == .unrecognised(.noSense)) }
  }

  @Test(arguments: ["1 and 3", "1,3", "1, 3", "1 3", "1 & 3", "3 and 1", "apple and plum", "apples, plums and damsons"])
  func `several choices are picked at once`(_ line: String) {
    guard case .answer(let reading) = read(line, as: Sample.anyFruit) else {
      Issue.record("\(read(line, as: Sample.anyFruit))")
      return
    }
    #expect(reading.answer == .value(.choices(0b101)))
  }

  @Test func `all and none are picks too`() {
    #expect(read("all of them", as: Sample.anyFruit) == several(0b111, by: .everythingPicked))
    #expect(read("1-3", as: Sample.anyFruit) == several(0b111, by: .listNumber))
    #expect(read("none", as: Sample.anyFruit) == several(0, by: .nothingPicked))
    #expect(read("no", as: Sample.anyFruit) == several(0, by: .nothingPicked))
  }

  @Test(arguments: [
    ("only 2", 0b10 as UInt32), ("2 only", 0b10), ("none except 2", 0b10), ("none but 2", 0b10),
    ("yes to 2, no to others", 0b10), ("2 but not 3", 0b10), ("yes 1 no 3", 0b1), ("2 sometimes", 0b10),
    ("none. oh wait 2", 0b10), ("none... well 1 a bit", 0b1), ("just 3, no to the rest", 0b100),
  ])
  func `numbers are picked among words that only say which`(line: String, picks: UInt32) {
    #expect(read(line, as: Sample.anyFruit) == several(picks, by: .listNumber))
  }

  @Test(arguments: ["none, maybe 2", "none. 2", "no, 2", "none 2", "I'm not sure about 2"])
  func `a number behind a none or a doubt is asked about`(_ line: String) {
    #expect(read(line, as: Sample.anyFruit) == .ambiguous([.choices(0b10)]))
  }

  @Test(arguments: [
    "none, i did 2 though", "none of these, oh wait, the quince", "none. no wait", "none, 2 of my trees have it",
    "none, all three of them",
  ])
  func `a none that is taken back or followed by a number is never none`(_ line: String) {
    #expect(read(line, as: Sample.anyFruit) != several(0, by: .nothingPicked))
  }

  @Test(arguments: ["nah", "nope", "none", "none, thank you", "none of these, all is well", "no problems", "n/a"])
  func `a plain none is none`(_ line: String) {
    #expect(read(line, as: Sample.anyFruit) == several(0, by: .nothingPicked))
  }

  @Test func `what was picked beside an unclear part stays picked`() {
    let labels = ["Red apple", "Red plum", "Pear"]
    let question = Question(name: "q", kind: .choices(labels.map { Choice(name: "", label: $0) }), ask: "Which?")
    #expect(read("pear and red", as: question) == .ambiguous([.choices(0b101), .choices(0b110)]))
  }

  @Test func `a pick with a word that nobody knows is not guessed at`() {
    #expect(read("apple and zebra", as: Sample.anyFruit) == .unrecognised(.noSense))
    #expect(read("all but the pear", as: Sample.anyFruit) == .unrecognised(.noSense))
  }
}
