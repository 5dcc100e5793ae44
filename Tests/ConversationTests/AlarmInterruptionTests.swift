import Conversation
import Testing
import Triage

/// What an alarm interrupts, and how that goes on.
@Suite struct AlarmInterruptionTests {
  /// A second alarm, about the wind.
  private static let twoAlarms = SampleTree.make { grammar in
    var flood = Alarm(name: "flood", hears: ["water everywhere"], end: OutcomeID(0))
    flood.asks = [QuestionReference(SampleTree.wind)]
    flood.condition = .any([
      .question(SampleTree.wind, .isUnsure, .none),
      .question(SampleTree.wind, .compares(.more, Literal(.number(Number(9)))), .none),
    ])
    grammar.alarms.append(flood)
  }

  private func calm(_ tree: Tree = SampleTree.make()) -> Transcript {
    Transcript(tree, after: "no", "roof", "2 weeks", "saw", "8")
  }

  @Test func `an alarm is heard while an answer is being changed after an outcome`() {
    var chat = calm()
    _ = chat.type("change 3", "thunder overhead", "yes", "today")
    #expect(chat.ending == "leave, alarm")
  }

  @Test func `an alarm is heard after an outcome in which an answer was changed`() {
    var chat = calm()
    _ = chat.type("change 3", "3 weeks", "thunder overhead", "yes", "today")
    #expect(chat.ending == "leave, alarm")
  }

  @Test func `an alarm without questions ends, whatever it interrupts`() {
    let tree = SampleTree.make { grammar in
      grammar.alarms[0].asks = []
      grammar.alarms[0].condition = nil
    }
    var chat = calm(tree)
    _ = chat.type("change 3", "thunder overhead")
    #expect(chat.ending == "leave, alarm")
  }

  @Test func `an alarm that does not hold after an outcome leaves it as it was`() {
    var chat = calm()
    #expect(
      chat.type("thunder overhead", "no").hasPrefix(
        """
        > thunder overhead
        What you just said may matter, so I ask about it at once.
        Is lightning close?
          yes, no or not sure
        > no
        I understood: no.
        Thank you for telling me. We go on where we were.
        Sweep up
        """))
    #expect(chat.ending == "sweep")
    #expect(chat.conversation.session.answer(to: SampleTree.wind) == .value(.number(Number(8))))
  }

  @Test func `a change is kept through an alarm that does not hold`() {
    var chat = calm()
    _ = chat.type("change 3", "3 weeks", "yes", "thunder overhead", "no")
    #expect(chat.ending == "sweep")
    #expect(chat.conversation.session.answer(to: SampleTree.leaking) == .value(.duration(.days(21))))
  }

  @Test func `a question that was being changed comes back after the alarm`() {
    var chat = Transcript(after: "no", "roof", "change 2", "thunder overhead")
    #expect(
      chat.type("no").hasPrefix(
        """
        > no
        I understood: no.
        Thank you for telling me. We go on where we were.
        Your answer was: The roof. What is it now?
        Where is the damage?
        """))
    _ = chat.type("garden", "yes")
    #expect(chat.conversation.session.answer(to: SampleTree.place) == .value(.choice(0)))
    #expect(chat.conversation.question == SampleTree.leaking)
  }

  @Test func `at the highest level an alarm shows the outcome again, and no answer is changed`() {
    var chat = Transcript(after: "yes", "2 days", "change 2")
    #expect(chat.type("thunder overhead").hasSuffix("NOW – call 112"))
    #expect(chat.conversation.question == nil)
  }

  @Test func `the lowering of a red flag does not outlive an alarm's worse answer`() {
    var chat = Transcript(after: "yes", "3 weeks", "roof", "2 weeks", "saw", "8")
    _ = chat.type("change 1", "no", "yes")
    #expect(chat.conversation.session.answer(to: SampleTree.storm) == .value(.no))
    _ = chat.type("thunder overhead", "yes", "5 weeks")
    #expect(chat.conversation.session.answer(to: SampleTree.storm) == .value(.yes))
    #expect(chat.ending == "sweep")
  }

  @Test func `the raising of a red flag counts for an alarm that is told less`() {
    var chat = Transcript(after: "yes", "5 weeks", "roof", "2 weeks", "saw", "8")
    _ = chat.type("change 2", "3 weeks", "yes", "thunder overhead", "yes", "6 weeks")
    #expect(chat.ending == "sweep")
    #expect(chat.conversation.session.answer(to: SampleTree.since) == .value(.duration(.days(21))))
  }

  @Test func `alarms heard in one line are asked about one after another`() {
    var chat = Transcript(Self.twoAlarms, after: "no")
    #expect(
      chat.type("water everywhere and thunder overhead", "no", "2") == """
        > water everywhere and thunder overhead
        What you just said may matter, so I ask about it at once.
        Is lightning close?
          yes, no or not sure
        > no
        I understood: no.
        Thank you for telling me. We go on where we were.
        How strong is the wind?
          A number from 0 to 10, or not sure.
        > 2
        I understood: 2.
        Thank you for telling me. We go on where we were.
        Where is the damage?
          1. The garden
          2. The roof
          Type a number or the words, or not sure.
        """)
  }

  @Test func `an alarm that waits is not heard a second time`() {
    var chat = Transcript(Self.twoAlarms, after: "no", "thunder overhead", "water everywhere", "thunder overhead")
    #expect(chat.conversation.question == SampleTree.wind)
    _ = chat.type("2", "no")
    #expect(chat.conversation.question == SampleTree.place)
  }

  @Test func `no alarm waits any more after one has led to an outcome that is then taken back`() {
    var chat = Transcript(Self.twoAlarms, after: "no", "thunder overhead", "water everywhere", "10")
    #expect(chat.ending == "leave, alarm")
    _ = chat.type("back", "water everywhere", "2")
    #expect(chat.conversation.question == SampleTree.place)
  }

  @Test func `an alarm whose question gets no answer says whom to call, and what it interrupted goes on`() {
    let tree = SampleTree.make { grammar in
      grammar.alarms[0].asks = [QuestionReference(SampleTree.place)]
      grammar.alarms[0].condition = .question(SampleTree.place, .isOne(of: [Literal(.choice(1))]), .none)
    }
    var chat = Transcript(tree, after: "thunder overhead", "not sure")
    #expect(
      chat.type("not sure") == """
        > not sure
        I could not follow, and what you said may be serious. If you think that it is, please call 112 now.
        Is lightning close?
          yes, no or not sure
        """)
  }
}
