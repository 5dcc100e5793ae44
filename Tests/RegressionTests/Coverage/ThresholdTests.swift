import TestSupport
import Testing
import Triage

@testable import Regression

/// Which sides of which comparisons a session comes by.
@Suite struct ThresholdTests {
  /// The sides that somebody comes by who answers so.
  static func sides(_ sketch: Sketch, _ answers: [QuestionID: Answer]) throws -> Set<String> {
    try sides(sketch, sketch.session().answering(answers).events)
  }

  static func sides(_ sketch: Sketch, _ events: [Event]) throws -> Set<String> {
    let marked = MarkedTree(sketch.grammar)
    let sides = marked.points(passedBy: events).map { marked.points[$0].what }.compactMap { what in
      what.side.map { "\(what.words(in: sketch.grammar)): \($0)" }
    }
    return Set(sides)
  }

  /// A number from 0 to 9 that "not sure" counts as 0, asked first, and what is decided then.
  static func sketch(_ decide: (inout Sketch, QuestionID) -> [Step]) -> (Sketch, QuestionID) {
    var sketch = Sketch()
    let number = sketch.question(.number(0, to: 9)) { $0.unsure = .counts(as: Literal(.number(0))) }
    let steps = decide(&sketch, number)
    sketch.grammar.sections[0].steps = [.ask(number)] + steps + [.end(sketch.fine)]
    return (sketch, number)
  }

  @Test(arguments: [(3, "q0 >= 4: false"), (4, "q0 >= 4: true")])
  func `an answer lies on one side`(_ answer: Int, _ side: String) throws {
    let (sketch, number) = Self.sketch { sketch, number in
      [.decide(.end(sketch.urgent, if: .compares(number, .atLeast, .number(4))), .end(sketch.fine))]
    }
    #expect(try Self.sides(sketch, [number: .number(answer)]) == [side])
  }

  @Test func `not sure lies on no side, whatever it counts as`() throws {
    let (sketch, number) = Self.sketch { sketch, number in
      [.decide(.end(sketch.urgent, if: .compares(number, .atLeast, .number(4))), .end(sketch.fine))]
    }
    #expect(try Self.sides(sketch, [number: .unsure]) == [])
  }

  @Test func `what was not asked lies on no side, whatever it counts as`() throws {
    var sketch = Sketch()
    let number = sketch.question(.number(0, to: 9)) { $0.unasked = Literal(.number(5)) }
    sketch.start(
      .decide(.end(sketch.urgent, if: .compares(number, .less, .number(4))), .end(sketch.fine)))
    #expect(try Self.sides(sketch, [:]) == [])
  }

  @Test func `a condition is read from left to right, as far as it takes to know it`() throws {
    func below(_ limit: Int, _ number: QuestionID) -> Condition { .compares(number, .less, .number(limit)) }
    let (sketch, number) = Self.sketch { sketch, number in
      [
        .say("Low.", if: .all([below(4, number), below(3, number)])),
        .say("High.", if: .not(.any([below(6, number), below(7, number)]))),
      ]
    }
    #expect(
      try Self.sides(sketch, [number: .number(2)]) == ["q0 < 4: true", "q0 < 3: true", "q0 < 6: true"])
    #expect(
      try Self.sides(sketch, [number: .number(6)]) == ["q0 < 4: false", "q0 < 6: false", "q0 < 7: true"])
  }

  @Test func `of a count everything is looked at`() throws {
    let (sketch, number) = Self.sketch { _, number in
      [
        .say(
          "One.",
          if: .count(.atLeast(1), of: .compares(number, .less, .number(4)), .between(number, .number(2), .number(3))))
      ]
    }
    #expect(try Self.sides(sketch, [number: .number(1)]) == ["q0 < 4: true", "q0 between 2 and 3: false"])
  }

  @Test func `a branch behind the one that is taken is not looked at`() throws {
    let (sketch, number) = Self.sketch { sketch, number in
      [
        .decide(
          .end(sketch.urgent, if: .compares(number, .less, .number(4))),
          .end(sketch.urgent, if: .compares(number, .more, .number(8))), .end(sketch.fine))
      ]
    }
    #expect(try Self.sides(sketch, [number: .number(3)]) == ["q0 < 4: true"])
  }

  @Test func `a fact is looked at where something uses it that is looked at`() throws {
    let (sketch, number) = Self.sketch { sketch, number in
      let low = sketch.fact(.compares(number, .less, .number(4)))
      let lowEnough = sketch.fact(.all([.not(.fact(low)), .compares(number, .less, .number(6))]))
      _ = sketch.fact(.compares(number, .less, .number(8)))
      return [.say("Low.", if: .any([.fact(low), .fact(lowEnough)]))]
    }
    #expect(MarkedTree(sketch.grammar).points.filter { $0.what.side != nil }.count == 4)
    #expect(try Self.sides(sketch, [number: .number(1)]) == ["q0 < 4: true"])
    #expect(try Self.sides(sketch, [number: .number(5)]) == ["q0 < 4: false", "q0 < 6: true"])
  }

  @Test func `a score lies on a side, and its items are looked at with it`() throws {
    let (sketch, number) = Self.sketch { sketch, number in
      let inner = sketch.score(.sum, .points(Number(2), if: .compares(number, .more, .number(4)), .none))
      let outer = sketch.score(.sum, .add(.score(inner), times: Number(1), .none))
      return [.say("Two.", if: .score(outer, .atLeast, Number(1)))]
    }
    #expect(try Self.sides(sketch, [number: .number(5)]) == ["s1 >= 1: true", "q0 > 4: true"])
  }

  @Test func `a percentage of nothing answered lies on no side`() throws {
    var sketch = Sketch()
    let number = sketch.question(.number(0, to: 9)) { $0.unsure = .own(.none) }
    let share = sketch.score(.percentOfAnswered, .add(.question(number), times: Number(1), .none))
    sketch.start(.ask(number), .say("Half.", if: .score(share, .atLeast, Number(50))), .end(sketch.fine))
    #expect(try Self.sides(sketch, [number: .unsure]) == [])
    #expect(try Self.sides(sketch, [number: .number(4)]) == ["s0 >= 50: false"])
  }

  @Test func `what decides whether a question applies is looked at where the question is reached`() throws {
    let (sketch, number) = Self.sketch { sketch, number in
      let other = sketch.question { $0.applies = .compares(number, .less, .number(4)) }
      return [.ask(other, if: .compares(number, .less, .number(8)))]
    }
    #expect(try Self.sides(sketch, [number: .number(9)]) == ["q0 < 8: false"])
    #expect(try Self.sides(sketch, [number: .number(6)]) == ["q0 < 8: true", "q0 < 4: false"])
  }

  @Test func `a list of stretches is looked at where its outcome is reached`() throws {
    var (sketch, number) = Self.sketch { _, _ in [] }
    let programme = sketch.programme(
      StretchList([.init(.stretch(sketch.stretch()), if: .compares(number, .less, .number(2)))]))
    sketch.grammar.outcomes[sketch.fine.position].stretches = StretchList([
      .init(.programme(programme), if: .compares(number, .less, .number(4)))
    ])
    #expect(try Self.sides(sketch, [number: .number(5)]) == ["q0 < 4: false"])
    #expect(try Self.sides(sketch, [number: .number(3)]) == ["q0 < 4: true", "q0 < 2: false"])
  }

  @Test func `an alarm's condition is looked at over the answers to the alarm alone`() throws {
    var (sketch, number) = Self.sketch { _, _ in [] }
    let other = sketch.question(.number(0, to: 9))
    let alarm = sketch.alarm(asks: [other], if: .compares(other, .atLeast, .number(7)))
    let passed = Event.alarm(alarm, [Event.Given(other, .number(3))])
    #expect(try Self.sides(sketch, [passed]) == ["q1 >= 7: false"])
    let ended = Event.alarm(alarm, [Event.Given(other, .number(8))])
    #expect(try Self.sides(sketch, [.answer(number, .number(1))]) == [])
    #expect(try Self.sides(sketch, [passed, ended]) == ["q1 >= 7: true", "q1 >= 7: false"])
  }
}
