import TestSupport
import Testing
import Triage

@Suite struct `A score` {
  @Test func `adds the points of what holds, negative and decimal ones too`() throws {
    var tree = Sketch()
    let (wet, cold) = (tree.question(), tree.question())
    let score = tree.score(
      .sum, .points(Number(millionths: 1_500_000), if: .is(wet, .yes), .none),
      .points(Number(-2), if: .is(cold, .yes), .none))
    let half = Number(millionths: 500_000)
    try expect(tree, .score(score, .equal, Number(millionths: -half.millionths)), [wet: .yes, cold: .yes], holds: true)
    try expect(tree, .score(score, .equal, Number(-2)), [wet: .no, cold: .yes], holds: true)
    try expect(tree, .score(score, .equal, Number(0)), [wet: .no, cold: .no], holds: true)
  }

  @Test func `adds a tenth ten times and gets one`() throws {
    var tree = Sketch()
    let size = tree.question(.number(0, to: 10))
    let score = tree.score(.sum, .add(.question(size), times: Number(millionths: 100_000), .none))
    try expect(tree, .score(score, .equal, Number(1)), [size: .number(10)], holds: true)
  }

  @Test func `adds what a choice is worth`() throws {
    var tree = Sketch()
    let mood = tree.question(.choice(worth: 0, 3, 7))
    let score = tree.score(.sum, .add(.question(mood), times: Number(1), .none))
    try expect(tree, .score(score, .equal, Number(7)), [mood: .choice(2)], holds: true)
  }

  @Test func `adds another score, so many times`() throws {
    var tree = Sketch()
    let size = tree.question(.number(0, to: 10))
    let inner = tree.score(.sum, .add(.question(size), times: Number(1), .none))
    let outer = tree.score(.sum, .add(.score(inner), times: Number(-3), .none), .points(Number(1), if: .always, .none))
    try expect(tree, .score(outer, .equal, Number(-11)), [size: .number(4)], holds: true)
  }

  @Test func `gives points for every yes`() throws {
    var tree = Sketch()
    let questions = [tree.question(), tree.question(), tree.question()]
    let score = tree.score(.sum, .each(Number(2), of: questions.map { QuestionReference($0) }, .none))
    let answers: [QuestionID: Answer] = [questions[0]: .yes, questions[1]: .no, questions[2]: .yes]
    try expect(tree, .score(score, .equal, Number(4)), answers, holds: true)
  }

  @Test func `lies between two ends, both included`() throws {
    var tree = Sketch()
    let size = tree.question(.number(0, to: 10))
    let score = tree.score(.sum, .add(.question(size), times: Number(1), .none))
    let test = ScoreTest.between(Literal(.number(2)), Literal(.number(3)))
    for (value, holds) in [(1, false), (2, true), (3, true), (4, false)] {
      try expect(tree, .score(score, test, .none), [size: .number(value)], holds: holds)
    }
  }
}

@Suite struct `A percentage of what was answered` {
  @Test func `is compared exactly`() throws {
    var tree = Sketch()
    let questions = [tree.question(), tree.question(), tree.question()]
    let share = tree.score(.percentOfAnswered, .each(Number(1), of: questions.map { QuestionReference($0) }, .none))
    let answers: [QuestionID: Answer] = [questions[0]: .yes, questions[1]: .no, questions[2]: .no]
    try expect(tree, .score(share, .more, Number(millionths: 33_333_333)), answers, holds: true)
    try expect(tree, .score(share, .less, Number(millionths: 33_333_334)), answers, holds: true)
  }

  @Test func `leaves out who is not sure, question by question`() throws {
    var tree = Sketch()
    let questions = [tree.question { $0.unsure = .own(.none) }, tree.question { $0.unsure = .own(.none) }]
    let share = tree.score(.percentOfAnswered, .each(Number(1), of: questions.map { QuestionReference($0) }, .none))
    let answers: [QuestionID: Answer] = [questions[0]: .yes, questions[1]: .unsure]
    try expect(tree, .score(share, .equal, Number(100)), answers, holds: true)
  }

  @Test func `counts not sure as its value, and what was not asked as it says`() throws {
    var tree = Sketch()
    let asked = tree.question { $0.unsure = .counts(as: Literal(.yes)) }
    let unasked = tree.question { $0.unasked = Literal(.no) }
    let share = tree.score(
      .percentOfAnswered, .each(Number(1), of: [QuestionReference(asked), QuestionReference(unasked)], .none))
    try expect(tree, .score(share, .equal, Number(50)), [asked: .unsure], holds: true)
  }

  @Test func `of nothing answered is unsure, and compares with nothing`() throws {
    var tree = Sketch()
    let wet = tree.question { $0.unsure = .own(.none) }
    let share = tree.score(.percentOfAnswered, .each(Number(1), of: [QuestionReference(wet)], .none))
    try expect(tree, .isUnsure(share), [wet: .unsure], holds: true)
    try expect(tree, .score(share, .atLeast, Number(0)), [wet: .unsure], holds: false)
    try expect(tree, .score(share, .less, Number(1)), [wet: .unsure], holds: false)
    try expect(tree, .isUnsure(share), [wet: .no], holds: false)
  }

  @Test func `measures against the most that the answered items can give`() throws {
    var tree = Sketch()
    let size = tree.question(.number(0, to: 10))
    let mood = tree.question(.choice(worth: 0, 4)) { $0.unsure = .own(.none) }
    let share = tree.score(
      .percentOfAnswered, .add(.question(size), times: Number(2), .none),
      .add(.question(mood), times: Number(1), .none))
    try expect(
      tree, .score(share, .equal, Number(50)), [size: .number(4), mood: .choice(1)], holds: true)
    try expect(tree, .score(share, .equal, Number(40)), [size: .number(4), mood: .unsure], holds: true)
  }
}
