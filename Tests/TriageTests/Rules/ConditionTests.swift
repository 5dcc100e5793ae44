import TestSupport
import Testing
import Triage

@Suite struct `A condition` {
  @Test func `is met by one of its values`() throws {
    var tree = Sketch()
    let colour = tree.question(.choice(of: 3))
    try expect(tree, .is(colour, .choice(0), .choice(2)), [colour: .choice(0)], holds: true)
    try expect(tree, .is(colour, .choice(0), .choice(2)), [colour: .choice(1)], holds: false)
  }

  @Test func `says the opposite with not`() throws {
    var tree = Sketch()
    let wet = tree.question()
    try expect(tree, .not(.is(wet, .yes)), [wet: .no], holds: true)
    try expect(tree, .not(.is(wet, .yes)), [wet: .yes], holds: false)
  }

  @Test func `needs all of and, any of or`() throws {
    var tree = Sketch()
    let (wet, cold) = (tree.question(), tree.question())
    let answers: [QuestionID: Answer] = [wet: .yes, cold: .no]
    try expect(tree, .all([.is(wet, .yes), .is(cold, .yes)]), answers, holds: false)
    try expect(tree, .any([.is(wet, .yes), .is(cold, .yes)]), answers, holds: true)
  }

  @Test(arguments: [(Count.atLeast(2), true), (.atLeast(3), false), (.exactly(2), true), (.exactly(1), false)])
  func `counts what holds`(_ count: Count, _ holds: Bool) throws {
    var tree = Sketch()
    let (wet, cold, dark) = (tree.question(), tree.question(), tree.question())
    let answers: [QuestionID: Answer] = [wet: .yes, cold: .no, dark: .yes]
    let condition = Condition.count(count, of: .is(wet, .yes), .is(cold, .yes), .is(dark, .yes))
    try expect(tree, condition, answers, holds: holds)
  }

  @Test func `counts at most`() throws {
    var tree = Sketch()
    let (wet, cold) = (tree.question(), tree.question())
    let condition = Condition.count(.atMost(1), of: .is(wet, .yes), .is(cold, .yes))
    try expect(tree, condition, [wet: .yes, cold: .yes], holds: false)
    try expect(tree, condition, [wet: .no, cold: .yes], holds: true)
    try expect(tree, condition, [wet: .no, cold: .no], holds: true)
  }

  @Test func `asks of choices whether any, all or none of some were picked`() throws {
    var tree = Sketch()
    let fruit = tree.question(.choices(of: 4))
    let answers: [QuestionID: Answer] = [fruit: .picked(0, 1)]
    try expect(tree, .has(fruit, .any, of: 1, 2), answers, holds: true)
    try expect(tree, .has(fruit, .any, of: 2, 3), answers, holds: false)
    try expect(tree, .has(fruit, .all, of: 0, 1), answers, holds: true)
    try expect(tree, .has(fruit, .all, of: 1, 2), answers, holds: false)
    try expect(tree, .has(fruit, .none, of: 2, 3), answers, holds: true)
    try expect(tree, .has(fruit, .none, of: 1, 2), answers, holds: false)
  }

  @Test func `finds none of anything where nothing was picked`() throws {
    var tree = Sketch()
    let fruit = tree.question(.choices(of: 2))
    try expect(tree, .has(fruit, .none, of: 0, 1), [fruit: .picked()], holds: true)
    try expect(tree, .has(fruit, .any, of: 0, 1), [fruit: .picked()], holds: false)
  }

  @Test(arguments: [
    (Comparison.less, [true, false, false]), (.atMost, [true, true, false]), (.equal, [false, true, false]),
    (.atLeast, [false, true, true]), (.more, [false, false, true]),
  ])
  func `compares a number below, at and above a limit`(_ comparison: Comparison, _ holds: [Bool]) throws {
    var tree = Sketch()
    let size = tree.question(.number(0, to: 10))
    for (value, holds) in zip([4, 5, 6], holds) {
      try expect(tree, .compares(size, comparison, .number(5)), [size: .number(value)], holds: holds)
    }
  }

  @Test func `compares a duration to the minute`() throws {
    var tree = Sketch()
    let since = tree.question(.duration(Minutes(0)...(.days(365))))
    let twoDays = Minutes.days(2).count
    let isLong = Condition.compares(since, .more, .days(2))
    try expect(tree, isLong, [since: .value(.duration(Minutes(twoDays)))], holds: false)
    try expect(tree, isLong, [since: .value(.duration(Minutes(twoDays + 1)))], holds: true)
  }

  @Test func `includes both ends of between`() throws {
    var tree = Sketch()
    let size = tree.question(.number(0, to: 10))
    for (value, holds) in [(2, false), (3, true), (5, true), (6, false)] {
      try expect(tree, .between(size, .number(3), .number(5)), [size: .number(value)], holds: holds)
    }
  }

  @Test func `reads a fact as what it says`() throws {
    var tree = Sketch()
    let wet = tree.question()
    let fact = tree.fact(.not(.is(wet, .yes)))
    let other = tree.fact(.not(.fact(fact)))
    try expect(tree, .fact(other), [wet: .yes], holds: true)
    try expect(tree, .fact(other), [wet: .no], holds: false)
  }

  @Test func `holds always or never without any answer`() throws {
    try expect(Sketch(), .always, [:], holds: true)
    try expect(Sketch(), .never, [:], holds: false)
  }
}

@Suite struct `Not sure` {
  @Test func `counts as its value in every decision but is unsure`() throws {
    var tree = Sketch()
    let wet = tree.question { $0.unsure = .counts(as: Literal(.yes)) }
    try expect(tree, .is(wet, .yes), [wet: .unsure], holds: true)
    try expect(tree, .isUnsure(wet), [wet: .unsure], holds: true)
    try expect(tree, .isUnsure(wet), [wet: .yes], holds: false)
  }

  @Test func `counts as its value in a score`() throws {
    var tree = Sketch()
    let size = tree.question(.number(0, to: 10)) { $0.unsure = .counts(as: Literal(.number(4))) }
    let score = tree.score(.sum, .add(.question(size), times: Number(2), .none))
    try expect(tree, .score(score, .equal, Number(8)), [size: .unsure], holds: true)
  }

  @Test func `in its own right makes every other comparison false`() throws {
    var tree = Sketch()
    let wet = tree.question { $0.unsure = .own(.none) }
    try expect(tree, .all([.isUnsure(wet), .not(.is(wet, .yes)), .not(.is(wet, .no))]), [wet: .unsure], holds: true)
  }

  @Test func `in its own right has none of nothing`() throws {
    var tree = Sketch()
    let fruit = tree.question(.choices(of: 2)) { $0.unsure = .own(.none) }
    try expect(tree, .all([.isUnsure(fruit), .has(fruit, .none, of: 0)]), [fruit: .unsure], holds: false)
    try expect(tree, .all([.isUnsure(fruit), .has(fruit, .all, of: 0)]), [fruit: .unsure], holds: false)
  }

  @Test func `stays on the record whatever it counts as`() throws {
    var tree = Sketch()
    let wet = tree.question { $0.unsure = .counts(as: Literal(.yes)) }
    tree.start(.ask(wet), .end(tree.fine))
    #expect(try tree.session().answering([wet: .unsure]).answer(to: wet) == .unsure)
  }
}

@Suite struct `A question that was not asked` {
  @Test func `counts as what it says`() throws {
    var tree = Sketch()
    let size = tree.question(.number(0, to: 10)) { $0.unasked = Literal(.number(3)) }
    try expect(tree, .compares(size, .equal, .number(3)), [:], holds: true)
  }

  @Test func `was not asked, and is not unsure`() throws {
    var tree = Sketch()
    let wet = tree.question { question in
      question.unasked = Literal(.yes)
      question.unsure = .own(.none)
    }
    try expect(tree, .wasAsked(wet), [:], holds: false)
    try expect(tree, .isUnsure(wet), [:], holds: false)
    try expect(tree, .wasAsked(wet), [wet: .unsure], holds: true)
  }
}

/// Asks what is answered, decides by a condition, and looks where that led.
func expect(
  _ sketch: Sketch, _ condition: Condition, _ answers: [QuestionID: Answer], holds: Bool,
  _ place: SourceLocation = #_sourceLocation
) throws {
  var tree = sketch
  tree.grammar.sections[0].steps = answers.keys.sorted().map { .ask($0) }
  tree.grammar.sections[0].steps.append(.decide(.end(tree.urgent, if: condition), .end(tree.fine)))
  #expect(try tree.outcome(answers) == (holds ? tree.urgent : tree.fine), sourceLocation: place)
}
