import TestSupport
import Testing
import Triage
import Understanding
import Validation

import struct Lint.Remark

@testable import Lint

@Suite struct AlarmTests {
  /// What is remarked of a tree with an alarm that hears these phrases and a question of every type.
  private func found(_ phrases: String..., change: (inout Sketch) -> Void = { _ in }) throws -> [Remark.Kind] {
    var sketch = Sketch()
    _ = sketch.question()
    _ = sketch.question(.choice([Choice(name: "red", label: "Red"), Choice(name: "green", label: "Bright green")]))
    _ = sketch.question(.choices([Choice(name: "soft", label: "Soft"), Choice(name: "sweet", label: "Sweet")]))
    _ = sketch.question(.number(0, to: 1_000))
    _ = sketch.question(.duration(.days(0) ... .days(900)))
    _ = sketch.alarm()
    sketch.alarms[0].hears = phrases
    change(&sketch)
    return Lint().remarks(on: try Tree(sketch.grammar), today: Fixture.today).map(\.kind).filter {
      if case .alarmByAnswer = $0 { true } else { false }
    }
  }

  @Test(arguments: [
    "yes", "No!", "not at all", "a bit", "not sure", "skip", "the second one", "2", "none of these", "all of them",
    "seven", "999", "3 days", "days", "a couple of", "since Monday", "last night", "today", "ages", "help", "stop",
  ])
  func `an ordinary answer that an alarm hears is told`(_ phrase: String) throws {
    #expect(try found(phrase).count == 1)
  }

  @Test(arguments: [
    "a wasp in it", "yes there is a wasp", "it stung me 3 days ago", "i swallowed 20 stones", "help there is a wasp",
    "red hot", "very soft", "1001", "not sure i can go on",
  ])
  func `a phrase that nobody says in answer to a question is not`(_ phrase: String) throws {
    #expect(try found(phrase) == [])
  }

  @Test(arguments: ["Bright green", "green", "soft"])
  func `what is the name of one choice as a whole is that choice, and sounds nothing`(_ phrase: String) throws {
    #expect(try found(phrase) == [])
  }

  @Test func `a choice is named with the phrase and a line that may be the choice or another`() throws {
    let heard = AlarmPhrase(alarm: AlarmID(0), position: 1)
    let kind = Remark.Kind.alarmByAnswer(heard, line: "pale lime", .choice(QuestionID(1), 0))
    let kinds = try found("a wasp in it", "lime") { sketch in
      var (red, green) = (Choice(name: "red", label: "Red"), Choice(name: "green", label: "Bright green"))
      (red.hears, green.hears) = (["pale lime"], ["pale lime"])
      sketch.questions[1].kind = .choice([red, green])
    }
    #expect(kinds.first == kind)
  }

  @Test func `what is denied in an answer raises nothing`() throws {
    let kinds = try found("soft") { sketch in
      sketch.questions[2].kind = .choices([Choice(name: "a", label: "Not soft"), Choice(name: "b", label: "Sweet")])
    }
    #expect(kinds == [])
  }

  @Test func `answers to questions that the tree does not ask count for nothing`() throws {
    #expect(try found("3 days", "999", "2 weeks", "red", "help") { $0.questions = [] }.count == 1)
  }
}
