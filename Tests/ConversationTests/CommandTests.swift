import Conversation
import Testing
import Triage
import Understanding

@Suite struct CommandTests {
  @Test func `why tells why it is asked`() {
    var chat = Transcript()
    #expect(
      chat.type("why") == """
        > why
        Lightning does not wait.
        Is lightning close?
          yes, no or not sure
        """)
  }

  @Test func `why tells at the end what led there`() {
    var chat = Transcript(after: "no", "roof", "6 weeks", "all", "3")
    #expect(
      chat.type("why") == """
        > why
        How we came here:
          - For how long has it been leaking? – 6 weeks. Water finds its way. It leaks for long.
          - This led to: Call a roofer
        You can still type summary, why, why not, change, back, note, person, restart or quit.
        """)
  }

  @Test func `summary numbers the answers and keeps not sure`() {
    var chat = Transcript(after: "not sure", "3 weeks", "roof")
    #expect(
      chat.type("summary") == """
        > summary
        Your answers so far:
          1. Is lightning close? – not sure (taken as: yes).
          2. How long ago did it begin? – 3 weeks.
          3. Where is the damage? – The roof.
        For how long has it been leaking?
          For example 3 days, 2 weeks or since Tuesday, or not sure.
        """)
  }

  @Test func `back takes back one answer at a time`() {
    var chat = Transcript(after: "no", "roof")
    #expect(
      chat.type("back", "undo", "back") == """
        > back
        I took back your last answer.
        Where is the damage?
          1. The garden
          2. The roof
          Type a number or the words, or not sure.
        > undo
        I took back your last answer.
        Is lightning close?
          yes, no or not sure
        > back
        This is the first question. There is nothing to take back.
        Is lightning close?
          yes, no or not sure
        """)
  }

  /// What follows once it was heard that the damage is in the garden, up to the question that comes next.
  private let changed = """
    I understood: The garden.
    This keeps your 2 other answers.
    What comes out of it is still open, since I have more to ask.
    Shall I change “The roof” to “The garden”?
      yes or no
    > yes
    I changed that answer.
    Which tools do you have?
      1. A rake
      2. A saw
      3. Rope
      Type one or more, like 1 and 3, or none, all or not sure.
    """

  @Test(arguments: ["change 2", "change place", "change damage", "change where is the damage"])
  func `an answer is changed by its number, name or words`(_ line: String) {
    var chat = Transcript(after: "no", "roof", "3 weeks")
    #expect(
      chat.type(line, "garden", "yes") == """
        > \(line)
        Your answer was: The roof. What is it now?
        Where is the damage?
          1. The garden
          2. The roof
          Type a number or the words, or not sure.
        > garden
        \(changed)
        """)
  }

  @Test(arguments: ["change place to the garden", "change my answer to 2 to garden", "/change 2 into the garden"])
  func `what an answer is to become may be said at once`(_ line: String) {
    var chat = Transcript(after: "no", "roof", "3 weeks")
    #expect(
      chat.type(line, "yes") == """
        > \(line)
        \(changed)
        """)
  }

  @Test(arguments: ["change place to the moon", "change place to quit", "i wanna change 2"])
  func `what it is to become is asked for where it was not understood`(_ line: String) {
    var chat = Transcript(after: "no", "roof", "3 weeks")
    #expect(
      chat.type(line) == """
        > \(line)
        Your answer was: The roof. What is it now?
        Where is the damage?
          1. The garden
          2. The roof
          Type a number or the words, or not sure.
        """)
  }

  @Test func `what it is to become is no answer to the question that waits`() {
    var chat = Transcript(after: "no", "roof", "3 weeks")
    _ = chat.type("change 2 to garden")
    #expect(chat.conversation.taken == .toChange(SampleTree.place))
  }

  @Test func `lowering a red flag is confirmed once`() {
    var chat = Transcript(after: "yes", "3 weeks")
    #expect(
      chat.type("change 1", "no").hasSuffix(
        "You said “yes” before. Shall I really change that to “no”?\n  yes or no"))
    #expect(chat.conversation.isRedFlag)
    #expect(chat.type("no").contains("I leave that answer as it was."))
    #expect(chat.conversation.session.answer(to: SampleTree.storm) == .value(.yes))
    _ = chat.type("change 1", "no", "yes")
    #expect(chat.conversation.session.answer(to: SampleTree.storm) == .value(.no))
  }

  @Test func `commands are heard while something is to be confirmed`() {
    var chat = Transcript(after: "yes", "3 weeks", "change 1", "no")
    #expect(chat.type("summary").hasSuffix("Shall I really change that to “no”?\n  yes or no"))
    #expect(chat.type("back").contains("I leave that answer as it was."))
    #expect(chat.conversation.session.answer(to: SampleTree.storm) == .value(.yes))
  }

  @Test func `a change is shown before it happens, by what it would really do`() {
    var chat = Transcript(after: "no", "roof")
    #expect(chat.type("change 1", "yes").contains("\nThis sets your other answer aside for now.\n"))
    #expect(chat.conversation.session.answer(to: SampleTree.storm) == .value(.no))
    #expect(chat.type("yes").contains("I changed that answer"))
    #expect(chat.conversation.question == SampleTree.since)
  }

  @Test func `change without a name lists the answers, and a number picks one of them`() {
    var chat = Transcript(after: "no", "roof", "2 weeks", "saw")
    #expect(
      chat.type("change", "2") == """
        > change
        Which answer do you want to change?
          1. Is lightning close? – no.
          2. Where is the damage? – The roof.
          3. For how long has it been leaking? – 2 weeks.
          4. Which tools do you have? – A saw.
          Type a number from this list, or back to leave your answers as they are.
        > 2
        Your answer was: The roof. What is it now?
        Where is the damage?
          1. The garden
          2. The roof
          Type a number or the words, or not sure.
        """)
  }

  @Test func `while the answers are listed no number answers the question that waits`() {
    var chat = Transcript(after: "no", "roof", "2 weeks", "saw", "change nothing much")
    #expect(chat.type("7").hasPrefix("> 7\nSorry, I did not understand that.\n  Type a number from this list"))
    #expect(chat.conversation.session.answer(to: SampleTree.wind) == nil)
    #expect(chat.type("no").contains("I leave your answers as they were.\nHow strong is the wind?"))
    #expect(chat.type("7").contains("I understood: 7."))
  }

  @Test func `a command that is also a choice is offered as both, and with a slash is the command`() {
    let tree = SampleTree.make { grammar in
      grammar.questions[2].kind = .choice([Choice(name: "front", label: "Front"), Choice(name: "back", label: "Back")])
    }
    var chat = Transcript(tree, after: "no")
    #expect(
      chat.type("back", "1").hasPrefix(
        """
        > back
        “back” can be an answer here, or a command. Which do you mean?
          1. Back
          2. The command “back”
          Type a number or the words.
        > 1
        I understood: Back.

        """))
    #expect(chat.type("/back").hasPrefix("> /back\nI took back your last answer."))
    #expect(chat.type("back", "2").contains("\nI took back your last answer."))
    _ = chat.type("no", "back")
    #expect(chat.type("/back").contains("\nI took back your last answer."))
  }

  @Test func `restart asks before it forgets, unless it is said twice or there is nothing to forget`() {
    var chat = Transcript(after: "no")
    #expect(chat.type("restart") == "> restart\nShall I forget your answers and begin again?\n  yes or no")
    #expect(chat.type("no").contains("I leave your answers as they were.\nWhere is the damage?"))
    #expect(chat.type("restart", "restart").contains("I have forgotten your answers."))
    #expect(chat.type("restart").contains("I have forgotten your answers."))
  }

  @Test func `restart forgets the answers and the recalled lines`() {
    var chat = Transcript(after: "no", "roof")
    #expect(chat.type("restart", "yes").contains("Is lightning close?"))
    #expect(chat.requests == [.forgetRecalledLines])
    #expect(chat.conversation.session.events.isEmpty)
  }

  @Test func `completion offers answers before commands`() {
    let chat = Transcript(after: "no")
    #expect(chat.conversation.completions(for: "the") == ["The garden", "The roof"])
    #expect(chat.conversation.completions(for: "s") == ["summary", "save record"])
    #expect(chat.conversation.completions(for: "change ") == ["change storm"])
  }
}

@Suite struct LeavingTests {
  @Test func `quit leaves at once`() {
    var chat = Transcript()
    #expect(chat.type("quit") == "> quit\nGoodbye, and take care.\nThe emergency number is 112.")
    #expect(chat.requests == [.leave(status: 0)])
  }

  @Test func `a second interruption in a row asks whether to leave, and a third leaves`() {
    var conversation = Transcript().conversation
    #expect(conversation.interrupted().says.map(\.text) == ["I dropped that line. Press Ctrl-C again to leave."])
    #expect(conversation.interrupted().says.first?.text == "Do you want to leave? Your answers will be gone.")
    var impatient = conversation
    #expect(impatient.interrupted().requests == [.leave(status: 0)])
    #expect(conversation.hear("yes", at: now).requests == [.leave(status: 0)])
  }

  @Test func `an interruption after a line is a first one again`() {
    var conversation = Transcript().conversation
    _ = conversation.interrupted()
    _ = conversation.hear("blah", at: now)
    #expect(conversation.interrupted().says.count == 1)
    #expect(conversation.interrupted().says.count == 2)
    #expect(conversation.hear("no", at: now).says.first?.text == "Good, we go on.")
  }

  @Test func `the end of a terminal's input asks, then leaves`() {
    var conversation = Transcript().conversation
    #expect(conversation.endOfInput(isFinal: false).requests == [])
    #expect(conversation.endOfInput(isFinal: false).requests == [.leave(status: 0)])
  }

  @Test func `a pipe that ends before an outcome is a failure, and after one it is not`() {
    var conversation = Transcript().conversation
    #expect(conversation.endOfInput(isFinal: true).requests == [.leave(status: 1)])
    conversation = Transcript(after: "yes", "2 days").conversation
    #expect(conversation.endOfInput(isFinal: true).requests == [.leave(status: 0)])
  }
}

@Suite struct AlarmTests {
  @Test func `an alarm asks at once, and ends where it holds`() {
    var chat = Transcript(after: "no")
    #expect(
      chat.type("there is thunder overhead!", "yes", "3 days") == """
        > there is thunder overhead!
        What you just said may matter, so I ask about it at once.
        Is lightning close?
          yes, no or not sure
        > yes
        I understood: yes.
        How long ago did it begin?
          For example 3 days, 2 weeks or since Tuesday, or not sure.
        > 3 days
        I understood: 3 days.
        Do not wait.
        Why: You said something that has to be looked at first. Is lightning close? – yes. How long ago did it begin? – 3 \
        days.
        You can still type summary, why, back, note, person, restart or quit.
        Go inside now
        NOW – call 112
        """)
  }

  @Test func `where it does not hold, the question that it interrupted comes back`() {
    var chat = Transcript(after: "no", "roof", "thunder overhead")
    #expect(chat.conversation.isRedFlag)
    #expect(
      chat.type("no") == """
        > no
        I understood: no.
        Thank you for telling me. We go on where we were.
        For how long has it been leaking?
          For example 3 days, 2 weeks or since Tuesday, or not sure.
        """)
  }

  @Test func `what it asked is not asked again`() {
    var chat = Transcript(after: "thunder overhead")
    #expect(
      chat.type("not sure", "5 weeks") == """
        > not sure
        I understood: not sure. To be careful, I go on as if you had said: yes.
        How long ago did it begin?
          For example 3 days, 2 weeks or since Tuesday, or not sure.
        > 5 weeks
        I understood: 5 weeks.
        Thank you for telling me. We go on where we were.
        Where is the damage?
          1. The garden
          2. The roof
          Type a number or the words, or not sure.
        """)
  }

  @Test func `an alarm is heard after an outcome, where it can still lead higher`() {
    var chat = Transcript(after: "no", "roof", "2 weeks", "saw", "8")
    _ = chat.type("thunder overhead", "yes", "today")
    #expect(chat.ending == "leave, alarm")
  }

  @Test func `an outcome that an alarm led to is not changed away from`() {
    var chat = Transcript(after: "no", "thunder overhead", "yes", "3 days")
    #expect(chat.type("change 1").contains("Type back if you want to take that back."))
    #expect(chat.conversation.hasEnded)
    #expect(chat.type("back").contains("Where is the damage?"))
  }

  @Test func `an alarm without questions ends at once`() {
    let tree = SampleTree.make { grammar in
      grammar.alarms[0].asks = []
      grammar.alarms[0].condition = nil
    }
    var chat = Transcript(tree)
    #expect(
      chat.type("thunder overhead") == """
        > thunder overhead
        What you just said may be serious.
        Do not wait.
        Why: You said something that has to be looked at first.
        You can still type summary, why, back, note, person, restart or quit.
        Go inside now
        NOW – call 112
        """)
  }

  @Test func `an alarm that interrupts another lets it come back`() {
    let tree = SampleTree.make { grammar in
      var flood = Alarm(name: "flood", hears: ["water everywhere"], end: OutcomeID(0))
      flood.asks = [QuestionReference(SampleTree.wind)]
      flood.condition = .any([
        .question(SampleTree.wind, .isUnsure, .none),
        .question(SampleTree.wind, .compares(.more, Literal(.number(Number(9)))), .none),
      ])
      grammar.alarms.append(flood)
    }
    var chat = Transcript(tree, after: "no", "thunder overhead", "yes")
    #expect(
      chat.type("water everywhere", "2") == """
        > water everywhere
        What you just said may matter, so I ask about it at once.
        How strong is the wind?
          A number from 0 to 10, or not sure.
        > 2
        I understood: 2.
        Thank you for telling me. We go on where we were.
        How long ago did it begin?
          For example 3 days, 2 weeks or since Tuesday, or not sure.
        """)
    _ = chat.type("3 days")
    #expect(chat.ending == "leave, alarm")
  }
}
