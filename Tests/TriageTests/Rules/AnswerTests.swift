import TestSupport
import Testing
import Triage

@Suite struct `A question` {
  @Test func `refuses an answer of another type first of all`() throws {
    var tree = Sketch()
    let size = tree.question(.number(0, to: 10))
    #expect(throws: Rejection.wrongType(size)) { try tree.session().validate(.yes, to: size) }
    #expect(throws: Rejection.wrongType(size)) { try tree.session().validate(.days(11), to: size) }
  }

  @Test func `refuses a number out of its range, on its grid or not`() throws {
    var tree = Sketch()
    let size = tree.question(.number(1, to: 9, step: Number(2)))
    let session = try tree.session()
    #expect(throws: Rejection.outOfRange(size)) { try session.validate(.number(11), to: size) }
    #expect(throws: Rejection.outOfRange(size)) { try session.validate(.number(0), to: size) }
    try session.validate(.number(1), to: size)
    try session.validate(.number(9), to: size)
  }

  @Test func `refuses a number off the grid that starts at the low end`() throws {
    var tree = Sketch()
    let size = tree.question(.number(1, to: 9, step: Number(2)))
    let session = try tree.session()
    #expect(throws: Rejection.offGrid(size)) { try session.validate(.number(4), to: size) }
    try session.validate(.number(5), to: size)
  }

  @Test func `takes decimals exactly`() throws {
    var tree = Sketch()
    let size = tree.question(.number(0, to: 1, step: Number(millionths: 100_000)))
    let session = try tree.session()
    try session.validate(.value(.number(Number(millionths: 300_000))), to: size)
    #expect(throws: Rejection.offGrid(size)) {
      try session.validate(.value(.number(Number(millionths: 300_001))), to: size)
    }
  }

  @Test func `takes a duration at both ends of its range`() throws {
    var tree = Sketch()
    let since = tree.question(.duration(.days(1)...(.days(7))))
    let session = try tree.session()
    try session.validate(.days(1), to: since)
    try session.validate(.days(7), to: since)
    #expect(throws: Rejection.outOfRange(since)) { try session.validate(.value(.duration(Minutes(1439))), to: since) }
  }

  @Test func `refuses a choice that it does not offer`() throws {
    var tree = Sketch()
    let colour = tree.question(.choice(of: 3))
    #expect(throws: Rejection.outOfRange(colour)) { try tree.session().validate(.choice(3), to: colour) }
    #expect(throws: Rejection.outOfRange(colour)) { try tree.session().validate(.choice(-1), to: colour) }
  }

  @Test func `takes any of its choices, and none`() throws {
    var tree = Sketch()
    let colours = tree.question(.choices(of: 31))
    let session = try tree.session()
    try session.validate(.picked(), to: colours)
    try session.validate(.picked(0, 30), to: colours)
    #expect(throws: Rejection.outOfRange(colours)) { try session.validate(.picked(31), to: colours) }
  }

  @Test func `takes not sure only where that is an answer`() throws {
    var tree = Sketch()
    let plain = tree.question()
    let again = tree.question { $0.unsure = .askAgain(.none) }
    let counted = tree.question { $0.unsure = .counts(as: Literal(.yes)) }
    let own = tree.question { $0.unsure = .own(.none) }
    let session = try tree.session()
    #expect(throws: Rejection.unsureIsNoAnswer(plain)) { try session.validate(.unsure, to: plain) }
    #expect(throws: Rejection.unsureIsNoAnswer(again)) { try session.validate(.unsure, to: again) }
    try session.validate(.unsure, to: counted)
    try session.validate(.unsure, to: own)
  }
}

@Suite struct `How worrying an answer is` {
  @Test func `follows the list of a ranked red flag`() {
    let question = redFlag(.yesNo, .ranked([[.value(Literal(.no))], [.value(Literal(.yes))]], .none))
    #expect(question.worry(of: .no)! < question.worry(of: .yes)!)
  }

  @Test func `is a tie within an inner list`() {
    let tie: [Question.Rank] = [.value(Literal(.choice(1))), .value(Literal(.choice(2)))]
    let question = redFlag(.choice(of: 3), .ranked([[.value(Literal(.choice(0)))], tie], .none))
    #expect(question.worry(of: .choice(1)) == question.worry(of: .choice(2)))
  }

  @Test func `has its own place for not sure, or that of its value`() {
    let order: [[Question.Rank]] = [[.value(Literal(.no))], [.unsure(.none)], [.value(Literal(.yes))]]
    let placed = redFlag(.yesNo, .ranked(order, .none), unsureAs: .yes)
    #expect(placed.worry(of: .no)! < placed.worry(of: .unsure)!)
    #expect(placed.worry(of: .unsure)! < placed.worry(of: .yes)!)
    let counted = redFlag(.yesNo, .ranked([order[0], order[2]], .none), unsureAs: .yes)
    #expect(counted.worry(of: .unsure) == counted.worry(of: .yes))
  }

  @Test func `rises or falls with a number`() {
    let rising = redFlag(.number(0, to: 10), .rising(.none))
    let falling = redFlag(.number(0, to: 10), .falling(.none))
    #expect(rising.worry(of: .number(2))! < rising.worry(of: .number(3))!)
    #expect(falling.worry(of: .number(2))! > falling.worry(of: .number(3))!)
  }

  @Test func `counts the worrying choices`() {
    let question = redFlag(.choices(of: 3), .worrying([Literal(.choice(0)), Literal(.choice(2))], .none))
    #expect(question.worry(of: .picked(1)) == question.worry(of: .picked()))
    #expect(question.worry(of: .picked(0))! < question.worry(of: .picked(0, 2))!)
  }

  @Test func `falls with every choice where fewer is worse`() {
    let question = redFlag(.choices(of: 3), .falling(.none))
    #expect(question.worry(of: .picked(0))! < question.worry(of: .picked())!)
  }

  private func redFlag(_ kind: Question.Kind, _ order: Question.RedFlag, unsureAs value: Value? = nil) -> Question {
    var question = Question(name: "flag", kind: kind, ask: "Well?")
    question.redFlag = order
    question.unsure = value.map { .counts(as: Literal($0)) }
    return question
  }
}
