import Foundation
import TestSupport
import Testing
import TreeFile
import Triage
import Understanding
import Validation

import struct Lint.Remark

@testable import Lint

/// Choices by what they are called, the label first.
private func choices(_ names: [[String]]) -> [Choice] {
  names.enumerated().map { position, names in
    var choice = Choice(name: "c\(position)", label: names[0])
    choice.hears = Array(names.dropFirst())
    return choice
  }
}

private func clashes(_ kind: Question.Kind) throws -> [Remark.Kind] {
  var sketch = Sketch()
  _ = sketch.question(kind)
  return Lint().remarks(on: try Tree(sketch.grammar), today: Fixture.today).map(\.kind).filter {
    if case .hearsClash = $0 { true } else { false }
  }
}

private func clash(_ choice: Int, _ phrase: String, _ clash: Remark.Clash) -> Remark.Kind {
  .hearsClash(QuestionID(0), choice: choice, phrase: phrase, clash)
}

@Suite struct ChoiceTests {
  @Test func `one phrase for two choices is told once, however it is spelt`() throws {
    let found = try clashes(.choice(choices([["Red", "the Ripe one!"], ["Green", "The ripe one"], ["RED?"]])))
    #expect(found == [clash(0, "Red", .choices([2])), clash(0, "the Ripe one!", .choices([1]))])
  }

  @Test func `the name of a choice is heard too`() throws {
    #expect(try clashes(.choice(choices([["Red"], ["Green", "C0"]]))) == [clash(1, "C0", .choices([0]))])
    let named = [Choice(name: "red_one", label: "Red"), Choice(name: "b", label: "Red one")]
    #expect(try clashes(.choice(named)) == [clash(1, "Red one", .choices([0]))])
  }

  @Test func `a phrase without a word is never heard`() throws {
    #expect(try clashes(.choice(choices([["Red", "??"], ["Green"]]))) == [clash(0, "??", .choices([]))])
  }

  @Test func `a number that names another choice than its place in the list is told`() throws {
    let counts = choices([["None"], ["1"], ["2"], ["3 or more"]])
    #expect(try clashes(.choice(counts)) == [clash(0, "1", .number(of: 1)), clash(1, "2", .number(of: 2))])
    #expect(try clashes(.choice(choices([["1"], ["2"], ["3 or more"]]))) == [])
  }

  @Test func `what means none or all to any such question, or not sure to every one, names no choice`() throws {
    let refusals = choices([["Red"], ["None of these"], ["Don't know"], ["All of them"]])
    #expect(
      try clashes(.choices(refusals)) == [
        clash(1, "None of these", .reply(.nothing)), clash(2, "Don't know", .reply(.notSure)),
        clash(3, "All of them", .reply(.everything)),
      ])
    #expect(try clashes(.choice(refusals)) == [clash(2, "Don't know", .reply(.notSure))])
  }

  @Test func `choices of two questions may be called alike, and one choice may be called the same twice`() throws {
    var sketch = Sketch()
    _ = sketch.question(.choice(choices([["Red", "red"], ["Green"]])))
    _ = sketch.question(.choice(choices([["Red"], ["Blue"]])))
    let remarks = Lint().remarks(on: try Tree(sketch.grammar), today: Fixture.today)
    #expect(!remarks.contains { $0.code == .hearsClash })
  }

  /// The rule says what is understood without asking; here it is asked.
  @Test(arguments: [
    "back-pain.yaml", "examples/oswestry.yaml", "examples/ottawa.yaml", "examples/phq-2.yaml",
    "examples/roland-morris.yaml", "examples/start-back.yaml",
  ])
  func `what is not remarked on is understood as its choice`(_ path: String) throws {
    let remarked = try #require(Remarked(path: testFolder + "../../DecisionTrees/" + path))
    let (grammar, now) = (remarked.tree.grammar, Moment(date: Fixture.today))
    let listener = Listener(remarked.tree)
    for id in grammar.questions.ids {
      let question = grammar.questions[id]
      for (position, choice) in question.choices.enumerated() {
        for phrase in choice.called where !remarked.remarks.contains(where: { $0.isClash(of: id, phrase) }) {
          let value = question.picksSeveral ? Value.choices(1 << UInt32(position)) : .choice(position)
          let heard = listener.hear(phrase, asked: id, now: now)
          #expect(heard.answer.answer == .value(value) || !heard.alarms.isEmpty, "\(question.name): \(phrase)")
        }
      }
    }
  }

  @Test func `what clashes is not understood as its choice`() throws {
    var sketch = Sketch()
    let id = sketch.question(.choice(choices([["None", "few"], ["1", "few"], ["2", "??"]])))
    let question = sketch.questions[id]
    let now = Moment(date: Fixture.today)
    #expect(try clashes(question.kind).count == 4)
    #expect(understand("few", as: question, now: now) == .ambiguous([.choice(0), .choice(1)]))
    #expect(understand("??", as: question, now: now) == .unrecognised(.noSense))
    #expect(understand("1", as: question, now: now) == .answer(Reading(.value(.choice(1)), by: .label)))
    #expect(understand("2", as: question, now: now) == .answer(Reading(.value(.choice(2)), by: .label)))
  }
}

extension Remark {
  fileprivate func isClash(of question: QuestionID, _ phrase: String) -> Bool {
    if case .hearsClash(question, _, phrase, _) = kind { true } else { false }
  }
}

extension Understood {
  /// The one answer that it is.
  fileprivate var answer: Answer? { if case .answer(let reading) = self { reading.answer } else { nil } }
}
