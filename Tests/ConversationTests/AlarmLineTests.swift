import Conversation
import Testing
import Triage
import Understanding

/// A line that sounds an alarm, and what else it says.
@Suite struct `A line that sounds an alarm` {
  /// Thunder asks about the tools, and looks for a saw.
  private static let saw = SampleTree.lookingForTools([1])

  /// Thunder asks about the place, and looks for the roof.
  private static let roof = SampleTree.make { grammar in
    grammar.alarms[0].asks = [QuestionReference(SampleTree.place)]
    grammar.alarms[0].condition = .question(SampleTree.place, .isOne(of: [Literal(.choice(1))]), .none)
  }

  private static let talkative = SampleTree.make { grammar in
    grammar.questions[SampleTree.leaking.position].hears = ["leaking for #"]
  }

  @Test func `is kept for what else it says until the alarm has been asked about`() {
    var chat = Transcript(Self.talkative, after: "no")
    #expect(
      chat.type("the tiles, leaking for 3 weeks, and thunder overhead", "no", "yes") == """
        > the tiles, leaking for 3 weeks, and thunder overhead
        What you just said may matter, so I ask about it at once.
        Is lightning close?
          yes, no or not sure
        > no
        I understood: no.
        Thank you for telling me. We go on where we were.
        I heard:
          - Where is the damage? – The roof.
          - For how long has it been leaking? – 3 weeks.
        Is that right?
          yes or no
        > yes
        Thank you, I keep that in mind.
        You already told me: Where is the damage? – The roof.
        You already told me: For how long has it been leaking? – 3 weeks.
        Which tools do you have?
          1. A rake
          2. A saw
          3. Rope
          Type one or more, like 1 and 3, or none, all or not sure.
        """)
  }

  @Test func `keeps what was about to be confirmed`() {
    var chat = Transcript(Self.talkative, after: "no", "the tiles, leaking for 3 weeks")
    #expect(chat.type("thunder overhead", "no").contains("  - For how long has it been leaking? – 3 weeks.\nIs that"))
  }

  @Test func `and only asks what if keeps the rest as well`() {
    var chat = Transcript(
      Self.talkative, after: "no", "the tiles, leaking for 3 weeks. what if there is thunder overhead")
    #expect(chat.type("no").contains("tell me at once.\nI heard:\n  - Where is the damage? – The roof."))
  }

  @Test func `is forgotten but for the alarm where that holds`() {
    var chat = Transcript(Self.talkative, after: "no", "the tiles, leaking for 3 weeks, and thunder overhead")
    #expect(!chat.type("yes", "today").contains("I heard"))
    #expect(chat.ending == "leave, alarm")
  }

  @Test func `is the answer where the alarm asks what was being asked`() {
    var chat = Transcript(Self.roof, after: "no")
    #expect(
      chat.type("the roof, and thunder overhead").hasPrefix(
        "> the roof, and thunder overhead\nWhat you just said may be"))
    #expect(chat.ending == "leave, alarm")
  }

  @Test func `is no answer that would silence the alarm`() {
    var chat = Transcript(Self.roof, after: "no")
    #expect(chat.type("the garden, and thunder overhead").contains("Where is the damage?"))
    #expect(chat.ending == nil)
  }

  @Test func `is the new answer where an answer is being changed`() {
    let chat = Transcript(Self.roof, after: "no", "garden", "change 2", "the roof, and thunder overhead")
    #expect(chat.ending == "leave, alarm")
  }

  @Test func `said again counts as yes where yes or no was asked`() {
    var chat = Transcript(after: "no", "thunder overhead")
    #expect(chat.type("I said thunder overhead").contains("I understood: yes.\nHow long ago did it begin?"))
  }

  @Test(arguments: ["I said thunder overhead", "thunder overhead", "there is thunder overhead"])
  func `said again never silences itself where a yes would`(_ line: String) {
    let tree = SampleTree.make { grammar in
      grammar.alarms[0].asks = [QuestionReference(SampleTree.storm)]
      grammar.alarms[0].condition = .question(SampleTree.storm, .isOne(of: [Literal(.no)]), .none)
    }
    var chat = Transcript(tree, after: "yes", "3 weeks", "roof", "2 weeks", "saw", "8", "thunder overhead")
    #expect(chat.type(line).contains("Please say it as yes, no or not sure."))
    #expect(chat.conversation.question == SampleTree.storm)
  }

  @Test(arguments: [
    (["change"], "I leave your answers as they were."),
    (["garden", "change 2", "roof"], "I leave that answer as it was."),
  ])
  func `and only asks what if is heard while something else is to be confirmed, which is left undone`(
    _ lines: [String], _ undone: String
  ) {
    var chat = Transcript(after: "no")
    for line in lines { _ = chat.type(line) }
    let words = chat.type("what if there is thunder overhead")
    #expect(words.contains("\(undone)\nYou said “what if there is thunder overhead”. Is that so now?"))
    #expect(chat.type("no").contains("Good. If that begins, tell me at once."))
    #expect(chat.conversation.session.events.count == min(lines.count, 2))
  }

  @Test func `and only asks what if keeps what was about to be confirmed, with what it says itself`() {
    var chat = Transcript(Self.talkative, after: "no", "the tiles, leaking for 3 weeks")
    #expect(chat.type("leaking for 6 weeks. what if there is thunder overhead").contains("Is that so now?"))
    let words = chat.type("no")
    #expect(words.contains("Where is the damage? – The roof."))
    #expect(words.contains("For how long has it been leaking? – 6 weeks."))
  }

  @Test func `and only asks what if joins another of which it is being asked whether it is so`() {
    var chat = Transcript(ResumingTests.twoAlarms, after: "no", "what if there is thunder overhead")
    #expect(chat.type("what if there is water everywhere").contains("Is that so now?"))
    _ = chat.type("yes")
    #expect(chat.conversation.open.alarms.map(\.alarm) == [AlarmID(0), AlarmID(1)])
  }

  @Test func `in a note is asked about once, and the note is kept`() {
    var chat = Transcript(after: "no")
    #expect(
      chat.type("note there is thunder overhead") == """
        > note there is thunder overhead
        I noted for whoever sees you: there is thunder overhead
        What you just said may matter, so I ask about it at once.
        Is lightning close?
          yes, no or not sure
        """)
    #expect(chat.requests == [.keepNote("there is thunder overhead")])
  }

  @Test func `is asked about by what the alarm looks for, where that was being asked and the line does not answer it`()
  {
    var chat = Transcript(Self.saw, after: "no", "roof", "2 weeks")
    #expect(
      chat.type("thunder overhead") == """
        > thunder overhead
        What you just said may matter, so I ask about it at once.
        Do you mean “A saw”?
        """)
    _ = chat.type("yes")
    #expect(chat.ending == "leave, alarm")
  }

  @Test func `that already says what the alarm asks is asked whether it means that`() {
    var chat = Transcript(Self.saw, after: "no")
    #expect(
      chat.type("thunder overhead, and I hold a blade") == """
        > thunder overhead, and I hold a blade
        What you just said may matter, so I ask about it at once.
        Do you mean “A saw”?
        """)
    _ = chat.type("yes")
    #expect(chat.ending == "leave, alarm")
  }

  @Test(arguments: ["yes", "both", "I said thunder overhead"])
  func `is what a yes to a list is asked about`(_ line: String) {
    var chat = Transcript(Self.saw, after: "no", "thunder overhead")
    #expect(chat.type(line) == "> \(line)\nDo you mean “A saw”?")
    #expect(chat.type("yes").contains("I understood: A saw."))
    #expect(chat.ending == "leave, alarm")
  }
}

@Suite struct MereReplyTests {
  @Test func `a yes to a list is asked what it is to, and then the list is taken one by one`() {
    var chat = Transcript(after: "no")
    #expect(
      chat.type("yes") == """
        > yes
        Yes to which of these? Please say which, in your own words or by its number.
          Type a number or the words, or not sure.
        """)
    #expect(chat.type("yes").hasSuffix("Does this fit: The garden?\n  yes, no or not sure"))
  }

  @Test func `a no where one has to be picked asks which comes nearest`() {
    var chat = Transcript(after: "no")
    #expect(chat.type("no").contains("Please say which of these comes nearest, or not sure."))
  }

  @Test(arguments: [
    "n", "N", "0", "-", "–", "x", "no", "none", "none of those thankfully", "no nothing like that at all",
  ])
  func `a terse no to a list picks nothing`(_ line: String) {
    var chat = Transcript(after: "no", "roof", "2 weeks")
    #expect(chat.type(line).contains("I understood: none."))
  }

  @Test func `which of two are meant may be both`() {
    var chat = Transcript(SampleTree.lookingForTools([1, 2]), after: "no", "thunder overhead")
    #expect(chat.type("yes") == "> yes\nWhich do you mean: A saw or Rope?")
    #expect(chat.type("both").contains("I understood: A saw and Rope."))
  }
}

extension SampleTree {
  /// A tree in which thunder asks about the tools, and holds where there is any of these.
  fileprivate static func lookingForTools(_ tools: [Int]) -> Tree {
    make { grammar in
      grammar.alarms[0].asks = [QuestionReference(SampleTree.tools)]
      grammar.alarms[0].condition = .any([
        .question(SampleTree.tools, .has(.any, of: tools.map { Literal(.choice($0)) }), .none),
        .question(SampleTree.tools, .isUnsure, .none),
      ])
    }
  }
}
