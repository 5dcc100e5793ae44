import TestSupport
import Testing
import Triage

@Suite struct `A step` {
  @Test func `runs only where its condition holds, its branches included`() throws {
    var tree = Sketch()
    let (wet, cold) = (tree.question(), tree.question())
    tree.start(.ask(wet), .ask(cold, if: .is(wet, .yes), then: .end(tree.urgent)), .end(tree.fine))
    #expect(try tree.outcome([wet: .no]) == tree.fine)
    #expect(try tree.outcome([wet: .yes, cold: .no]) == tree.urgent)
  }

  @Test func `takes the first branch that holds`() throws {
    var tree = Sketch()
    let size = tree.question(.number(0, to: 10))
    tree.start(
      .ask(size),
      .decide(
        .end(tree.fine, if: .compares(size, .less, .number(3))),
        .end(tree.urgent, if: .compares(size, .less, .number(6))), .end(tree.stuckOutcome)))
    #expect(try tree.outcome([size: .number(2)]) == tree.fine)
    #expect(try tree.outcome([size: .number(5)]) == tree.urgent)
    #expect(try tree.outcome([size: .number(6)]) == tree.stuckOutcome)
  }

  @Test func `that takes no branch falls to the next`() throws {
    var tree = Sketch()
    let wet = tree.question()
    tree.start(.ask(wet, then: .end(tree.urgent, if: .is(wet, .yes))), .say("Good."), .end(tree.fine))
    #expect(try tree.outcome([wet: .no]) == tree.fine)
  }

  @Test func `does not ask again, and tries its branches all the same`() throws {
    var tree = Sketch()
    let (wet, cold) = (tree.question(), tree.question())
    tree.start(
      .ask(wet), .ask(cold), .ask(wet, then: .end(tree.urgent, if: .is(cold, .yes))), .end(tree.fine))
    #expect(try tree.outcome([wet: .no, cold: .yes]) == tree.urgent)
    #expect(try tree.session().answering([wet: .no, cold: .yes]).answers.count == 2)
  }

  @Test func `does not ask what does not apply, and tries its branches all the same`() throws {
    var tree = Sketch()
    let wet = tree.question()
    let cold = tree.question { $0.applies = .is(wet, .yes) }
    tree.start(.ask(wet), .ask(cold, then: .end(tree.urgent, if: .is(wet, .no))), .end(tree.fine))
    #expect(try tree.outcome([wet: .no]) == tree.urgent)
    #expect(try tree.session().answering([wet: .yes]).asked == cold)
  }

  @Test func `goes to a section, which asks on`() throws {
    var tree = Sketch()
    let (wet, cold) = (tree.question(), tree.question())
    let more = tree.section(.ask(cold), .decide(.end(tree.urgent, if: .is(cold, .yes)), .end(tree.fine)))
    tree.start(.ask(wet, then: .go(more, if: .is(wet, .yes))), .end(tree.stuckOutcome))
    #expect(try tree.outcome([wet: .yes, cold: .yes]) == tree.urgent)
    #expect(try tree.outcome([wet: .no]) == tree.stuckOutcome)
  }

  @Test func `leaves its trace: what was said, answered and taken`() throws {
    var tree = Sketch()
    let wet = tree.question()
    let branch = Branch.end(tree.urgent, if: .is(wet, .yes))
    tree.start(.say("Hello."), .ask(wet, then: branch), .end(tree.fine))
    let trace = try tree.session().answering([wet: .yes]).trace
    #expect(
      trace.map(\.withoutReasons) == [
        .said("Hello.", .none), .answered(wet, .yes, .none), .took(branch, reasons: []),
      ])
    #expect(trace.last?.reasons.map(\.subject) == [.question(wet)])
    #expect(trace.last?.reasons.map(\.held) == [true])
  }

  @Test func `says of what did not hold that it made a not hold`() throws {
    var tree = Sketch()
    let wet = tree.question()
    let branch = Branch.end(tree.urgent, if: .not(.is(wet, .yes)))
    tree.start(.ask(wet, then: branch), .end(tree.fine))
    #expect(try tree.session().answering([wet: .no]).trace.last?.reasons.map(\.held) == [false])
  }
}

extension TraceEntry {
  fileprivate var reasons: [Reason] { if case .took(_, let reasons) = self { reasons } else { [] } }
}
