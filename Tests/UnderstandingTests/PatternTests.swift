import Triage
import Testing

@testable import Understanding

/// What the signs before and within a pattern do, in trees about fruit.
@Suite struct PatternTests {
  @Test func `a last resort is heard only where nothing else answers`() {
    let question = fruit([["pear"], ["? {other}"]])
    #expect(heard("it is a turnip", at: question) == .value(.choice(1)))
    #expect(heard("a pear, grown beside a turnip", at: question) == .value(.choice(0)))
  }

  @Test func `a last resort that is named in passing is asked about`() {
    let question = fruit([["pear"], ["? {other}"]])
    let line = "I saw it lying there when I was out at night digging up a turnip"
    #expect(hear(line, at: question).answer == .ambiguous([.choice(1)]))
  }

  @Test func `what is over counts only where the pattern says so`() {
    let ever = fruit([["~ {other}"], ["quince jam"]], picksSeveral: true)
    let now = fruit([["{other}"], ["quince jam"]], picksSeveral: true)
    let line = "there was a turnip years ago"
    #expect(heard(line, at: ever) == .value(.choices(1)))
    #expect(heard(line, at: now) == nil)
  }

  @Test func `a sign that is told beside a none is asked about`() {
    let question = fruit([["worm in {other}"], ["wasps"]], picksSeveral: true)
    #expect(hear("none of these, a worm in the turnip", at: question).answer == .ambiguous([.choices(1)]))
    #expect(heard("none of these, no worm in the turnip", at: question) == .value(.choices(0)))
  }

  @Test func `an exception takes away what a choice is called among other words`() {
    let question = fruit([["pear"], ["plum", "! plum about"]], picksSeveral: true)
    #expect(heard("a plum", at: question) == .value(.choices(2)))
    #expect(heard("plum about which to pick", at: question) == nil)
  }

  @Test func `an exception with a number takes away the number`() {
    var weight = Question(
      name: "weight", kind: .number(NumberRange(Number(0), to: Number(10), step: Number(1))), ask: "?")
    weight.hears = ["weighs #", "! picked #"]
    let listener = Listener(SmallTree.hearing(questions: [weight]))
    #expect(
      listener.hear("picked 2", asked: QuestionID(0), now: Sample.now).answer == .unrecognised(.noSense))
  }

  @Test func `an exception with a number takes away no other number`() {
    var weight = Question(
      name: "weight", kind: .number(NumberRange(Number(0), to: Number(10), step: Number(1))), ask: "?")
    weight.hears = ["! picked # tablets"]
    let listener = Listener(SmallTree.hearing(questions: [weight]))
    #expect(
      listener.hear("I picked 2 tablets and now it's 5", asked: QuestionID(0), now: Sample.now).answer
        == .answer(Reading(.value(.number(Number(5))), by: .number)))
  }

  @Test func `a pick by its place is no command`() {
    let heard = hear("the last one", at: fruit([["pear"], ["plum"]]))
    #expect(heard.answer == .answer(Reading(.value(.choice(1)), by: .listNumber)))
    #expect(heard.command == nil)
  }

  @Test func `an exception beside a number takes away only that number`() {
    var weight = Question(
      name: "weight", kind: .number(NumberRange(Number(0), to: Number(99), step: Number(1))), ask: "?")
    weight.hears = ["weighs #", "! weighs # last"]
    let place = fruit([["pear tree"], ["plum tree"]])
    let tree = SmallTree.hearing(groups: [:], questions: [place, weight])
    let heard = Listener(tree).hear(
      "a pear tree, one weighs 5, and one weighs 9 last year", asked: QuestionID(0), now: Sample.now)
    #expect(heard.volunteered.map(\.answer) == [.answer(Reading(.value(.number(Number(5))), by: .number))])
  }

  @Test func `a number at the end of a pattern is none that is counted in days`() {
    var weight = Question(
      name: "weight", kind: .number(NumberRange(Number(0), to: Number(99), step: Number(1))), ask: "?")
    weight.hears = ["weighs #"]
    let tree = SmallTree.hearing(groups: [:], questions: [fruit([["pear tree"], ["plum tree"]]), weight])
    let listener = Listener(tree)
    let counted = listener.hear("pear tree, weighs 5 weeks", asked: QuestionID(0), now: Sample.now)
    #expect(counted.volunteered.isEmpty)
    let plain = listener.hear("pear tree, weighs 5", asked: QuestionID(0), now: Sample.now)
    #expect(plain.volunteered.count == 1)
  }

  // MARK: Questions about fruit

  private func fruit(_ hears: [[String]], picksSeveral: Bool = false) -> Question {
    let choices = hears.enumerated().map { position, phrases in
      var choice = Choice(name: "c\(position)", label: "Kind \(["one", "two"][position])")
      choice.hears = phrases
      return choice
    }
    return Question(name: "fruit", kind: picksSeveral ? .choices(choices) : .choice(choices), ask: "Which fruit?")
  }

  private func hear(_ line: String, at question: Question) -> Heard {
    let tree = SmallTree.hearing(groups: ["other": ["turnip", "swede"]], questions: [question])
    return Listener(tree).hear(line, asked: QuestionID(0), now: Sample.now)
  }

  private func heard(_ line: String, at question: Question) -> Answer? {
    if case .answer(let reading) = hear(line, at: question).answer { reading.answer } else { nil }
  }
}
