import Conversation
import Testing
import Triage
import Understanding

@Suite struct `What is volunteered` {
  private static let tree = SampleTree.make { grammar in
    grammar.questions[SampleTree.leaking.position].hears = ["leaking for #"]
    grammar.questions[SampleTree.wind.position].hears = ["wind is #"]
    if case .choice(var choices) = grammar.questions[SampleTree.place.position].kind {
      choices[1].hears.append("broken slates")
      grammar.questions[SampleTree.place.position].kind = .choice(choices)
    }
  }

  @Test func `is confirmed once, waits, and is told when its question is reached`() {
    var chat = Transcript(Self.tree, after: "no")
    #expect(
      chat.type("the tiles, leaking for 3 weeks, and the wind is 4") == """
        > the tiles, leaking for 3 weeks, and the wind is 4
        I heard:
          - Where is the damage? – The roof.
          - For how long has it been leaking? – 3 weeks.
          - How strong is the wind? – 4.
        Is that right?
          yes or no
        """)
    #expect(chat.conversation.session.answers.count == 1)
    #expect(
      chat.type("yes") == """
        > yes
        I understood: The roof.
        You already told me: For how long has it been leaking? – 3 weeks.
        Which tools do you have?
          1. A rake
          2. A saw
          3. Rope
          Type one or more, like 1 and 3, or none, all or not sure.
        """)
    #expect(chat.type("all").contains("You already told me: How strong is the wind? – 4.\nSweep up"))
  }

  private func heard() -> Transcript {
    Transcript(Self.tree, after: "no", "the tiles, leaking for 3 weeks, and the wind is 4")
  }

  @Test func `is shown again with what corrects it`() {
    for line in ["5 weeks", "no, leaking for 5 weeks"] {
      var chat = heard()
      #expect(
        chat.type(line) == """
          > \(line)
          I heard:
            - Where is the damage? – The roof.
            - For how long has it been leaking? – 5 weeks.
            - How strong is the wind? – 4.
          Is that right?
            yes or no
          """)
    }
    var chat = heard()
    #expect(chat.type("no, the garden").contains("  - Where is the damage? – The garden.\n  - For how long"))
  }

  @Test func `is taken as right by an answer that contradicts nothing of it`() {
    var chat = Transcript(Self.tree, after: "no", "hm, the wind is 4")
    #expect(
      chat.type("the tiles").hasPrefix(
        "> the tiles\nYou did not say no, so I take it that I heard the rest right.\nI understood: The roof.\n"))
    #expect(chat.conversation.waiting.map(\.question) == [SampleTree.wind])
    chat = heard()
    #expect(chat.type("it is the roof").contains("I heard the rest right.\nI understood: The roof.\n"))
  }

  @Test func `is asked about once more where a line says nothing to it`() {
    var chat = heard()
    #expect(chat.type("blah").hasPrefix("> blah\nSorry, I did not understand that.\nI heard:\n"))
    #expect(chat.type("blah").hasPrefix("> blah\nThen I forget that, and ask one thing at a time.\n"))
  }

  @Test func `is right where the same is said again`() {
    var chat = heard()
    let words = chat.type("the tiles, leaking for 3 weeks")
    #expect(words.contains("You did not say no, so I take it that I heard the rest right.\nI understood: The roof."))
  }

  @Test(arguments: ["no, 6 weeks", "no it's 6 weeks", "no - 6 weeks", "no. 6 weeks"])
  func `is corrected behind a no, whatever parts the two`(_ line: String) {
    var chat = heard()
    #expect(chat.type(line).contains("For how long has it been leaking? – 6 weeks."))
  }

  @Test(arguments: ["dunno", "not sure", "no idea"])
  func `is forgotten where nobody knows, and that answers nothing`(_ line: String) {
    var chat = heard()
    let events = chat.conversation.session.events
    #expect(chat.type(line).contains("Then I forget that, and ask one thing at a time."))
    #expect(chat.conversation.session.events == events)
  }

  @Test func `is told to be less than was said where it is`() {
    var chat = Transcript(Self.tree, after: "no")
    #expect(
      chat.type("the tiles, leaking for 3 weeks, and grandfather telephoned the neighbours about chimneys").contains(
        "3 weeks.\nI ask about the rest later.\nIs that right?"))
  }

  @Test func `stands in the summary as long as it waits`() {
    var chat = heard()
    #expect(
      chat.type("yes", "summary").contains(
        """
        You also told me this. I keep it until I come to it:
          - How strong is the wind? – 4.
        """))
  }

  @Test func `is kept beside a question that it does not answer`() {
    var chat = Transcript(Self.tree, after: "broken slates")
    #expect(chat.type("yes").contains("Thank you, I keep that in mind.\nIs lightning close?"))
    #expect(chat.type("no").contains("You already told me: Where is the damage? – The roof."))
  }

  @Test func `is forgotten where it was heard wrong`() {
    var chat = Transcript(Self.tree, after: "no", "tiles, leaking for 3 weeks")
    #expect(chat.type("no").contains("Then I forget that, and ask one thing at a time.\nWhere is the damage?"))
    #expect(chat.conversation.waiting.isEmpty)
    #expect(chat.conversation.session.answers.count == 1)
  }

  @Test func `decides nothing while it waits, and is shown at the end where it was not needed`() {
    var chat = Transcript(Self.tree, after: "broken slates", "yes", "yes")
    #expect(chat.conversation.waiting == [Event.Given(SampleTree.place, .value(.choice(1)))])
    #expect(
      chat.type("2 days").contains(
        "You also told me this, and I did not need it:\n  - Where is the damage? – The roof."))
    #expect(chat.ending == "leave")
  }

  @Test func `answers no red flag, which is asked in its own words`() {
    let tree = SampleTree.make { grammar in
      grammar.questions[SampleTree.wind.position].redFlag = .rising(.none)
      grammar.questions[SampleTree.wind.position].unsure = .counts(as: Literal(.number(Number(10))))
      grammar.questions[SampleTree.wind.position].hears = ["wind #"]
    }
    var chat = Transcript(tree, after: "no")
    _ = chat.type("tiles, wind 3")
    #expect(chat.conversation.waiting.isEmpty)
    #expect(chat.conversation.session.answer(to: SampleTree.place) == .value(.choice(1)))
  }

  @Test func `is asked again where the answer is taken back`() {
    var chat = Transcript(Self.tree, after: "no", "tiles, leaking for 3 weeks", "yes")
    #expect(chat.conversation.question == SampleTree.tools)
    #expect(chat.type("back").contains("For how long has it been leaking?"))
    #expect(chat.conversation.question == SampleTree.leaking)
  }
}

@Suite struct `An alarm that is only asked about` {
  @Test func `is confirmed with one question`() {
    var chat = Transcript(after: "no")
    #expect(
      chat.type("what if there was thunder overhead", "no") == """
        > what if there was thunder overhead
        You said “what if there was thunder overhead”. Is that so now?
          yes or no
        > no
        Good. If that begins, tell me at once.
        Where is the damage?
          1. The garden
          2. The roof
          Type a number or the words, or not sure.
        """)
    #expect(chat.conversation.isRedFlag == false)
  }

  @Test(arguments: ["yes", "maybe", "perhaps so", "i think so"]) func `is asked about unless it is denied`(
    _ line: String
  ) {
    var chat = Transcript(after: "no", "what if there was thunder overhead")
    #expect(chat.conversation.isRedFlag)
    #expect(chat.type(line).contains("I ask about it at once.\nIs lightning close?"))
  }

  @Test func `interrupts where it is said to be so`() {
    var chat = Transcript(after: "no", "what if there was thunder overhead")
    #expect(chat.type("there is thunder overhead").contains("I ask about it at once."))
  }
}
