import TestSupport
import Testing
import Triage
import Validation

@Suite struct `A tree is refused` {
  // MARK: Questions and values

  @Test func `for a range with nothing between its ends`() {
    expect(.emptyRange) { _ = $0.question(.number(4, to: 3)) }
  }

  @Test func `for a step that does not lead up`() {
    expect(.stepNotPositive) { _ = $0.question(.number(0, to: 3, step: Number(0))) }
    expect(.stepNotPositive) { _ = $0.question(.number(0, to: 3, step: Number(-1))) }
  }

  @Test func `for a range that ends between two steps`() {
    let range = NumberRange(Number(0), to: Number(10), step: Number(3))
    expect(.rangeOffGrid(range)) { _ = $0.question(.number(range)) }
  }

  @Test func `for a range of too many answers`() {
    expect(.rangeTooLarge) { _ = $0.question(.number(0, to: 3000, step: Number(millionths: 1))) }
    expect(.rangeTooLarge) { _ = $0.question(.duration(Minutes(0)...Minutes(1 << 31))) }
  }

  @Test func `for a question without choices`() {
    expect(.noChoices(QuestionID(0))) { _ = $0.question(.choice([])) }
    expect(.noChoices(QuestionID(0))) { _ = $0.question(.choices([])) }
  }

  @Test func `for more choices than can be picked at once`() {
    expect(.tooManyChoices(QuestionID(0))) { _ = $0.question(.choices(of: 32)) }
    expect { _ = $0.question(.choices(of: 31)) }
    expect { _ = $0.question(.choice(of: 32)) }
  }

  @Test func `for a value that a question does not accept`() {
    let wet = QuestionID(0)
    expect(.wrongType(wet)) { _ = $0.question { $0.unasked = Literal(.number(1)) } }
    expect(.outOfRange(wet)) { _ = $0.question(.number(0, to: 3)) { $0.unsure = .counts(as: Literal(.number(4))) } }
    expect(.offGrid(wet)) {
      _ = $0.question(.number(0, to: 4, step: Number(2))) { $0.unasked = Literal(.number(1)) }
    }
    expect(.outOfRange(wet)) { tree in
      let colour = tree.question(.choice(of: 2))
      _ = tree.fact(.is(colour, .choice(2)))
    }
  }

  // MARK: Red flags

  @Test func `for a red flag that leaves not sure open, or at its least worrying answer`() {
    let flag = QuestionID(0)
    expect(.unsureUnstated(flag)) { Self.addFlag(to: &$0, nil) }
    expect(.unsureAsksAgain(flag)) { Self.addFlag(to: &$0, .askAgain(.none)) }
    expect(.unsureLeastWorrying(flag)) { Self.addFlag(to: &$0, .counts(as: Literal(.no))) }
    expect(.unsureUnranked(flag)) { Self.addFlag(to: &$0, .own(.none)) }
    expect { Self.addFlag(to: &$0, .counts(as: Literal(.yes))) }
  }

  @Test func `for not sure at the least worrying end of a scale`() {
    for (order, least) in [(Question.RedFlag.rising(.none), 0), (.falling(.none), 9)] {
      expect(.unsureLeastWorrying(QuestionID(0))) { tree in
        _ = tree.question(.number(0, to: 9)) { question in
          question.redFlag = order
          question.unsure = .counts(as: Literal(.number(least)))
        }
      }
    }
  }

  @Test func `for an order of another form than the type has`() {
    expect(.orderWrongForm(QuestionID(0))) { tree in
      _ = tree.question { question in
        question.redFlag = .rising(.none)
        question.unsure = .counts(as: Literal(.yes))
      }
    }
  }

  @Test func `for an order that lacks an answer or has one twice`() {
    let (no, yes) = (Question.Rank.value(Literal(.no)), Question.Rank.value(Literal(.yes)))
    expect(.orderLacks(QuestionID(0), [.no])) { Self.addFlag(to: &$0, .own(.none), [[yes], [.unsure(.none)]]) }
    expect(.orderRepeats(QuestionID(0))) {
      Self.addFlag(to: &$0, .counts(as: Literal(.yes)), [[no], [yes], [no]])
    }
  }

  // MARK: Conditions

  @Test func `for a test that a type does not have`() {
    expect(.testWrongType(QuestionID(0))) { tree in
      let wet = tree.question()
      _ = tree.fact(.compares(wet, .less, .number(3)))
    }
    expect(.testWrongType(QuestionID(0))) { tree in
      let size = tree.question(.number(0, to: 3))
      _ = tree.fact(.is(size, .number(3)))
    }
    expect(.testWrongType(QuestionID(0))) { tree in
      let colour = tree.question(.choice(of: 2))
      _ = tree.fact(.has(colour, .any, of: 1))
    }
  }

  @Test func `for a duration compared with a number`() {
    expect(.wrongType(QuestionID(0))) { tree in
      let since = tree.question(.duration(Minutes(0)...(.days(9))))
      _ = tree.fact(.compares(since, .less, .number(3)))
    }
  }

  @Test func `for a between whose ends are the wrong way round`() {
    expect(.betweenBackwards) { tree in
      let size = tree.question(.number(0, to: 9))
      _ = tree.fact(.between(size, .number(5), .number(4)))
    }
  }

  @Test func `for a count of more than there are`() {
    expect(.countOutOfRange(of: 1)) { _ = $0.fact(.count(.atLeast(2), of: .always)) }
    expect(.countOutOfRange(of: 1)) { _ = $0.fact(.count(.exactly(-1), of: .always)) }
    expect { _ = $0.fact(.count(.atMost(1), of: .always)) }
  }

  @Test func `for conditions too deep one inside the other`() {
    let nested = (0..<1000).reduce(Condition.always) { inner, _ in .not(inner) }
    expect(.nestedTooDeep(limit: 32)) { _ = $0.fact(nested) }
  }

  @Test func `for a condition that overlooks not sure as a value of its own`() {
    let wet = QuestionID(0)
    expect(.ownNotNamed(wet)) { tree in
      let wet = tree.question { $0.unsure = .own(.none) }
      tree.start(.ask(wet, then: .end(tree.urgent, if: .is(wet, .yes))), .end(tree.fine))
    }
    expect { tree in
      let wet = tree.question { $0.unsure = .own(.none) }
      let fragile = tree.fact(.any([.is(wet, .yes), .isUnsure(wet)]))
      tree.start(.ask(wet, then: .end(tree.urgent, if: .fact(fragile))), .end(tree.fine))
    }
    expect(.ownNotNamed(wet)) { tree in
      let wet = tree.question { $0.unsure = .own(.none) }
      _ = tree.score(.sum, .each(Number(1), of: [QuestionReference(wet)], .none))
    }
  }

  // MARK: Facts and scores

  @Test func `for facts, scores or questions that need each other`() {
    let (fact, score) = (Problem.NameReference.fact(FactID(0)), Problem.NameReference.score(ScoreID(0)))
    expect(.circleOfNames([fact, fact])) { _ = $0.fact(.fact(FactID(0))) }
    expect(.circleOfNames([fact, score, fact])) { tree in
      let score = tree.score(.sum, .points(Number(1), if: .fact(FactID(0)), .none))
      _ = tree.fact(.score(score, .more, Number(0)))
    }
    expect(.circleOfNames([.question(QuestionID(0)), .question(QuestionID(0))])) { tree in
      let wet = tree.question { question in
        question.unasked = Literal(.no)
        question.applies = .is(QuestionID(0), .no)
      }
      tree.start(.ask(wet), .end(tree.fine))
    }
  }

  @Test func `for facts on facts on facts without end`() {
    expect(.namesTooDeep(limit: 200)) { tree in
      _ = tree.fact(.always)
      for position in 0..<201 { _ = tree.fact(.fact(FactID(position))) }
    }
  }

  @Test func `for asking a sum whether it is unsure, or comparing it with a duration`() {
    expect(.sumIsNeverUnsure(ScoreID(0))) { tree in
      let score = tree.score(.sum, .points(Number(1), if: .always, .none))
      _ = tree.fact(.isUnsure(score))
    }
    expect(.scoreNotNumber) { tree in
      let score = tree.score(.sum, .points(Number(1), if: .always, .none))
      _ = tree.fact(.score(score, .compares(.less, Literal(.days(1))), .none))
    }
  }

  @Test func `for adding what has no points`() {
    expect(.addsUnscored(QuestionID(0))) { tree in
      let colour = tree.question(.choice(of: 2))
      _ = tree.score(.sum, .add(.question(colour), times: Number(1), .none))
    }
    expect(.testWrongType(QuestionID(0))) { tree in
      let size = tree.question(.number(0, to: 3))
      _ = tree.score(.sum, .each(Number(1), of: [QuestionReference(size)], .none))
    }
  }

  @Test func `for adding a percentage to anything`() {
    expect(.addsPercentage(ScoreID(0))) { tree in
      let share = tree.score(.percentOfAnswered, .points(Number(1), if: .always, .none))
      _ = tree.score(.sum, .add(.score(share), times: Number(1), .none))
    }
  }

  @Test func `for a score that could grow too large or would have to be rounded`() {
    expect(.scoreTooLarge(ScoreID(0))) { tree in
      let large = Score.Item.points(Number.limit, if: .always, .none)
      _ = tree.score(.sum, large, large)
    }
    expect(.scoreInexact(ScoreID(0))) { tree in
      let size = tree.question(.number(0, to: 1, step: Number(millionths: 1_000)))
      _ = tree.score(.sum, .add(.question(size), times: Number(millionths: 100), .none))
    }
  }

  @Test func `for a percentage with an item below nothing`() {
    expect(.percentItemBelowZero(ScoreID(0))) { tree in
      _ = tree.score(.percentOfAnswered, .points(Number(-1), if: .always, .none))
    }
  }

  // MARK: Sections

  @Test func `for sections that lead back to each other`() {
    expect(.circleOfSections([SectionID(0), SectionID(1), SectionID(0)])) { tree in
      let back = tree.section(.go(SectionID(0)))
      tree.start(.go(back))
    }
  }

  @Test func `for a section that runs off its end`() {
    expect(.runsOff(SectionID(0))) { $0.start(.say("Hello.")) }
    expect(.runsOff(SectionID(0))) { $0.start() }
    expect(.runsOff(SectionID(0))) { tree in tree.start(.decide(if: .always, .end(tree.fine))) }
    expect(.runsOff(SectionID(0))) { tree in
      let wet = tree.question()
      tree.start(.ask(wet, then: .end(tree.fine, if: .is(wet, .yes))))
    }
  }

  @Test func `for a decision that may not decide`() {
    expect(.mayNotDecide) { tree in tree.start(.decide(.end(tree.fine, if: .always))) }
  }

  @Test func `for a decision by what some path has not asked`() {
    let cold = QuestionID(1)
    expect(.notAskedBefore(cold)) { tree in
      let (wet, cold) = (tree.question(), tree.question())
      tree.start(
        .ask(wet), .ask(cold, if: .is(wet, .yes)), .decide(.end(tree.urgent, if: .is(cold, .yes)), .end(tree.fine)))
    }
    expect { tree in
      let wet = tree.question()
      let cold = tree.question { $0.unasked = Literal(.no) }
      tree.start(
        .ask(wet), .ask(cold, if: .is(wet, .yes)), .decide(.end(tree.urgent, if: .is(cold, .yes)), .end(tree.fine)))
    }
  }

  @Test func `for a decision by what only one of two paths that join has asked`() {
    expect(.notAskedBefore(QuestionID(1))) { tree in
      let (wet, cold) = (tree.question(), tree.question())
      let end = tree.section(.decide(.end(tree.urgent, if: .is(cold, .yes)), .end(tree.fine)))
      tree.start(.ask(wet, then: .go(end, if: .is(wet, .yes))), .ask(cold), .go(end))
    }
  }

  @Test func `for a decision by what may not apply, but not by whether it was asked`() {
    expect(.notAskedBefore(QuestionID(1))) { tree in
      let wet = tree.question()
      let cold = tree.question { $0.applies = .is(wet, .yes) }
      tree.start(.ask(wet), .ask(cold, then: .end(tree.urgent, if: .is(cold, .yes))), .end(tree.fine))
    }
    expect { tree in
      let wet = tree.question()
      let cold = tree.question { $0.applies = .is(wet, .yes) }
      tree.start(.ask(wet), .ask(cold, then: .end(tree.urgent, if: .wasAsked(cold))), .end(tree.fine))
    }
  }

  @Test func `for asking whether somebody is unsure of what some path has not asked`() {
    expect(.notAskedBefore(QuestionID(0))) { tree in
      let wet = tree.question { $0.unsure = .own(.none) }
      tree.start(.decide(.end(tree.urgent, if: .isUnsure(wet)), .end(tree.fine)))
    }
  }

  @Test func `for an offer by what a patient who is stuck was not asked`() {
    expect(.notAskedBefore(QuestionID(0))) { tree in
      let wet = tree.question()
      let stretch = tree.stretch()
      tree.outcomes[tree.stuckOutcome.position].stretches = StretchList([.init(.stretch(stretch), if: .is(wet, .yes))])
      tree.start(.ask(wet), .end(tree.fine))
    }
  }

  // MARK: Stretches and alarms

  @Test func `for a programme in a programme`() {
    expect(.programmeInProgramme(ProgrammeID(0))) { tree in
      let inner = tree.programme(.of())
      _ = tree.programme(.of(.programme(inner)))
    }
  }

  @Test func `for a cap that lets nothing through`() {
    expect(.capNotPositive) { tree in
      let stretch = tree.stretch()
      tree.outcomes[0].stretches = .of(.stretch(stretch), atMost: 0)
    }
  }

  @Test func `for a stretch that avoids a question of another type`() {
    expect(.avoidsNoYesNo(QuestionID(0))) { tree in
      let size = tree.question(.number(0, to: 3))
      _ = tree.stretch(avoid: .question(size, .none))
    }
  }

  @Test func `for an alarm that ends below the highest level`() {
    expect(.alarmBelowHighest(AlarmID(0), highest: LevelID(1))) { tree in
      _ = tree.alarm()
      tree.grammar.alarms[0].end = tree.fine
    }
  }

  @Test func `for an alarm whose condition uses what it does not ask`() {
    expect(.alarmUsesUnasked(AlarmID(0), QuestionID(1))) { tree in
      let (wet, cold) = (tree.question(), tree.question())
      _ = tree.alarm(asks: [wet], if: .all([.is(wet, .yes), .is(cold, .yes)]))
    }
    expect(.alarmWithoutQuestions(AlarmID(0))) { _ = $0.alarm(if: .always) }
  }

  // MARK: All at once

  @Test func `with all of its problems, each where it is`() throws {
    var tree = Sketch()
    tree.start(.say("Hello."))
    tree.grammar.sections[0].part = PartID(1)
    let wet = tree.question { $0.unasked = Literal(.number(1), at: PartID(2)) }
    _ = tree.fact(.question(wet, .compares(.less, Literal(.number(1))), PartID(3)))
    let problems = Self.problems(of: tree)
    #expect(Set(problems.map(\.part.mark)) == [1, 2, 3])
  }

  private func expect(
    _ kinds: Problem.Kind..., at place: SourceLocation = #_sourceLocation,
    in write: (inout Sketch) -> Void
  ) {
    var tree = Sketch()
    write(&tree)
    let found = Self.problems(of: tree).map(\.kind)
    #expect(found == kinds, sourceLocation: place)
  }

  private static func problems(of tree: Sketch) -> [Problem] {
    do throws(Tree.Problems) {
      _ = try Tree(tree.grammar)
      return []
    } catch {
      return error.all
    }
  }

  /// A yes-no red flag.
  private static func addFlag(
    to tree: inout Sketch, _ unsure: Question.Unsure?,
    _ order: [[Question.Rank]] = [[.value(Literal(.no))], [.value(Literal(.yes))]]
  ) {
    _ = tree.question { question in
      question.redFlag = .ranked(order, .none)
      question.unsure = unsure
    }
  }
}
