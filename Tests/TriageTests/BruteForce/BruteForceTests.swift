import TestSupport
import Testing
import Triage

/// What looking at every patient finds, of trees small enough to see it too.
@Suite struct `Brute force` {
  /// A red flag that ends as urgent where it is yes, and a question after it.
  private struct Example {
    var tree = Sketch()
    let flag: QuestionID
    let late: QuestionID

    init() {
      flag = tree.question(.yesNo) { question in
        question.unsure = .counts(as: Literal(.yes))
        question.redFlag = .ranked([[.value(Literal(.no))], [.unsure(.none)], [.value(Literal(.yes))]], .none)
      }
      late = tree.question(.number(NumberRange(Number(0), to: Number(2)))) { $0.unsure = .own(.none) }
      tree.start(.ask(flag, then: .end(tree.urgent, if: .is(flag, .yes))), .ask(late), .end(tree.fine))
    }

    func verdict(_ claim: Guarantee.Claim, if premise: Guarantee.Premise? = nil) -> BruteForce.Verdict {
      var grammar = tree.grammar
      grammar.guarantees = [Guarantee(name: "It is so", if: premise, then: claim)]
      return BruteForce(grammar).guarantee(0)
    }
  }

  @Test func `sees a patient for every combination of answers`() {
    #expect(Patients(Example().tree.grammar).count == 3 * 4)
    let patients = Patients(Example().tree.grammar)
    #expect(Set(patients.all.map { patients.answers(of: $0) }).count == 12)
  }

  @Test func `finds a red flag monotone until a worse answer leads lower`() {
    var example = Example()
    #expect(BruteForce(example.tree.grammar).monotone(example.flag) == .holds)
    example.tree.start(
      .ask(example.flag, then: .end(example.tree.urgent, if: .isUnsure(example.flag))), .end(example.tree.fine))
    #expect(BruteForce(example.tree.grammar).monotone(example.flag) == .broken)
  }

  @Test func `lets no worse answer escape an alarm`() {
    var example = Example()
    example.tree.start(.ask(example.late), .end(example.tree.fine))
    _ = example.tree.alarm(asks: [example.flag], if: .is(example.flag, .yes))
    #expect(BruteForce(example.tree.grammar).monotone(example.flag) == .holds)
    example.tree.grammar.alarms[0].condition = .is(example.flag, .no)
    #expect(BruteForce(example.tree.grammar).monotone(example.flag) == .broken)
  }

  @Test func `of several choices takes more for more worrying, and others for neither`() {
    var tree = Sketch()
    let signs = tree.question(.choices(["a", "b", "c"].map { Choice(name: $0, label: $0) })) { question in
      question.unsure = .counts(as: Literal(.choices(1)))
      question.redFlag = .worrying((0..<3).map { Literal(.choice($0)) }, .none)
    }
    tree.start(.ask(signs, then: .end(tree.urgent, if: .has(signs, .any, of: 0))), .end(tree.fine))
    #expect(BruteForce(tree.grammar).monotone(signs) == .holds)
    tree.start(.ask(signs, then: .end(tree.urgent, if: .has(signs, .none, of: 0))), .end(tree.fine))
    #expect(BruteForce(tree.grammar).monotone(signs) == .broken)
  }

  @Test func `finds where doubt leads lower`() {
    var example = Example()
    #expect(BruteForce(example.tree.grammar).doubt(example.late) == .holds)
    example.tree.start(
      .ask(example.late, then: .end(example.tree.fine, if: .isUnsure(example.late))), .end(example.tree.urgent))
    #expect(BruteForce(example.tree.grammar).doubt(example.late) == .broken)
  }

  @Test func `holds guarantees against every patient`() {
    let example = Example()
    let isYes = Guarantee.Premise.patient(.is(example.flag, .yes))
    #expect(example.verdict(.level(.exactly(LevelID(1))), if: isYes) == .holds)
    #expect(example.verdict(.level(.atMost(LevelID(0))), if: isYes) == .broken)
    let isSure = Guarantee.Premise.patient(.not(.isUnsure(example.flag)))
    #expect(example.verdict(.ends(in: [example.tree.fine, example.tree.urgent]), if: isSure) == .holds)
    #expect(example.verdict(.asks(example.flag, within: 1)) == .holds)
    #expect(example.verdict(.asksBefore(example.late, example.flag)) == .broken)
    #expect(example.verdict(.neverAsks([example.late]), if: .level(.atLeast(LevelID(1)))) == .holds)
    #expect(example.verdict(.neverRaised(by: [example.late])) == .holds)
    #expect(example.verdict(.neverRaised(by: [example.late, example.flag])) == .broken)
    #expect(example.verdict(.offersNothing, if: .patient(.never)) == .empty)
  }

  @Test func `counts the ends by alarms`() {
    var example = Example()
    _ = example.tree.alarm(asks: [example.late], if: .isUnsure(example.late))
    let isNo = Guarantee.Premise.patient(.is(example.flag, .no))
    #expect(example.verdict(.level(.atMost(LevelID(0))), if: isNo) == .broken)
    let isKnown = Guarantee.Premise.patient(.all([.is(example.flag, .no), .not(.isUnsure(example.late))]))
    #expect(example.verdict(.level(.atMost(LevelID(0))), if: isKnown) == .holds)
  }

  @Test func `finds who is offered stretches, and who is not asked before`() {
    var example = Example()
    let stretch = example.tree.stretch(avoid: .question(example.flag, .none))
    let lone = example.tree.stretch()
    example.tree.grammar.outcomes[example.tree.fine.position].stretches = .of(.stretch(stretch))
    var force = BruteForce(example.tree.grammar)
    #expect(force.keepsAStretch(example.tree.fine) == .holds)
    #expect(force.askedBeforeOffering(example.flag) == .holds)
    #expect(force.stretchOffered(stretch) == .holds)
    #expect(force.stretchOffered(lone) == .broken)
    #expect(force.outcomeReached(example.tree.stuckOutcome) == .broken)
    example.tree.grammar.outcomes[example.tree.fine.position].stretches = .of(.stretch(stretch), .stretch(lone))
    example.tree.start(.ask(example.late), .end(example.tree.fine))
    force = BruteForce(example.tree.grammar)
    #expect(force.askedBeforeOffering(example.flag) == .broken)
    #expect(force.stretchOffered(stretch) == .broken)
  }

  @Test func `tells how patients fare otherwise in a later tree`() {
    let earlier = Example().tree.grammar
    var later = earlier
    #expect(BruteForce.changedPatients(from: earlier, to: later).isEmpty)
    later.questions[0].name = "flag"
    later.questions[0].was = earlier.questions[0].name
    later.outcomes[0].name = "well"
    later.outcomes[0].was = earlier.outcomes[0].name
    #expect(BruteForce.changedPatients(from: earlier, to: later).isEmpty)
    later.outcomes[0].level = LevelID(1)
    let changes = BruteForce.changedPatients(from: earlier, to: later)
    #expect(changes.count == 4)
    #expect(changes.allSatisfy { $0.answers["flag"] == .value(.no) && $0.before.level == "low" })
    #expect(changes.allSatisfy { $0.after.level == "high" && $0.after.outcome == "fine" })
  }
}
