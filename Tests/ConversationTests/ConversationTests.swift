import Conversation
import Testing
import Triage
import Understanding

@Suite struct QuestionTests {
  @Test func `the opening says what this is and asks the first question`() {
    var conversation = Conversation(SampleTree.make())
    #expect(
      conversation.opening(at: now).says.map(\.text) == [
        "After the storm",
        "I ask short questions and then tell you what may help. I cannot see you, and what I say is no diagnosis.",
        "Nothing you type is stored. It is gone when you leave.",
        "Nobody has signed off these questions yet, so do not rely on them alone.",
        "The emergency number is 112.",
        "Answer in your own words. Type help to see what else you can say.",
        "The serious questions come first.",
        "About 5 more questions.",
        "Is lightning close?",
        "  yes, no or not sure",
      ])
  }

  @Test(arguments: [
    (Conversation.Review.none, "Nobody has signed off these questions yet, so do not rely on them alone."),
    (.some, "Not all of these questions have been signed off as they are now, so do not rely on them alone."),
    (.all(by: ["Dr A. `x`"], last: now.date), "These questions were reviewed by Dr A. `x` on 22 November 2026."),
    (.all(by: ["A", "B"], last: now.date), "These questions were reviewed by A and B, last on 22 November 2026."),
    (
      .all(by: ["A", "B", "C", "D"], last: now.date),
      "These questions were reviewed by 4 people, last on 22 November 2026."
    ),
  ])
  func `the opening says who has reviewed the questions`(_ review: Conversation.Review, _ sentence: String) {
    var conversation = Conversation(SampleTree.make(), review: review)
    #expect(conversation.opening(at: now).says.map(\.text).contains(sentence))
  }

  @Test func `an answer is echoed and the next question follows`() {
    var chat = Transcript()
    #expect(
      chat.type("no", "tiles") == """
        > no
        I understood: no.
        Where is the damage?
          1. The garden
          2. The roof
          Type a number or the words, or not sure.
        > tiles
        I understood: The roof.
        For how long has it been leaking?
          For example 3 days, 2 weeks or since Tuesday, or not sure.
        """)
  }

  @Test func `not sure is echoed with what it counts as`() {
    var chat = Transcript()
    #expect(
      chat.type("not sure") == """
        > not sure
        I understood: not sure. To be careful, I go on as if you had said: yes.
        How long ago did it begin?
          For example 3 days, 2 weeks or since Tuesday, or not sure.
        """)
    #expect(chat.conversation.session.answer(to: SampleTree.storm) == .unsure)
  }

  @Test func `where not sure is no answer it is asked once more in plainer words, and then the session is stuck`() {
    var chat = Transcript(after: "no")
    #expect(
      chat.type("not sure", "no idea") == """
        > not sure
        I understood: not sure.
        Then let me ask it another way.
        What is broken?
          1. The garden
          2. The roof
          Type a number or the words, or not sure.
        > no idea
        Without an answer to that I cannot go on, and I do not want to guess.
        Talk to somebody
        Level: soon
        I could not follow.
        Why: I could not get an answer to: Where is the damage?
        You can still type summary, why, why not, change, back, note, person, restart or quit.
        """)
  }

  @Test func `what is not understood is helped with otherwise each time, and then counts as not sure`() {
    var chat = Transcript()
    #expect(
      chat.type("blah", "blah", "blah", "blah") == """
        > blah
        Sorry, I did not understand that.
          yes, no or not sure
        > blah
        I still do not follow. Here is the question again, with other words below it.
        Is lightning close?
        Do you see flashes?
          yes, no or not sure
        > blah
        I am sorry, I do not follow. I ask one last time. You can say not sure, or type person to see whom else you can \
        turn to.
        Is lightning close?
        Do you see flashes?
          yes, no or not sure
        > blah
        I could not follow, so I write down “not sure”. Type back to answer it after all, or person to see whom else you \
        can turn to.
        I understood: not sure. To be careful, I go on as if you had said: yes.
        How long ago did it begin?
          For example 3 days, 2 weeks or since Tuesday, or not sure.
        """)
  }

  @Test func `what is never understood is stuck where not sure is no answer`() {
    var chat = Transcript(after: "no", "blah", "blah", "blah")
    #expect(chat.ending == nil)
    _ = chat.type("blah", "blah")
    #expect(chat.ending == "talk, stuck")
  }

  @Test func `an empty line is no try`() {
    var chat = Transcript(after: "no", "", "", "", "")
    #expect(chat.conversation.question == SampleTree.place)
    #expect(chat.type("").hasPrefix("> \nNothing was typed."))
  }

  @Test func `a length out of range is told the range`() {
    var chat = Transcript(after: "yes")
    #expect(chat.type("2 years").contains("It can be from 0 days to 1 year."))
  }

  @Test func `questions are worded for somebody else where the tree knows that they are`() {
    let tree = SampleTree.make { grammar in
      grammar.onBehalf = .question(SampleTree.storm, .isOne(of: [Literal(.no)]), .none)
      grammar.questions[2].wording.forOther = "Where is their damage?"
    }
    var chat = Transcript(tree)
    #expect(chat.type("no").contains("Where is their damage?"))
    #expect(chat.type("roof", "summary").contains("2. Where is their damage? – The roof."))
  }

  @Test func `which of several is meant may be said in the words that tell them apart`() {
    var chat = Transcript(after: "no", "roof")
    #expect(
      chat.type("5", "weeks").hasPrefix(
        """
        > 5
        Which do you mean: 5 days, 5 weeks or 5 months?
        > weeks
        I understood: 5 weeks.
        """))
  }

  @Test func `one thing that may be meant is confirmed with yes, and no picks nothing`() {
    var chat = Transcript(after: "no")
    #expect(chat.type("not the garden") == "> not the garden\nDo you mean “The garden”?")
    var other = chat
    #expect(chat.type("yes").hasPrefix("> yes\nI understood: The garden."))
    _ = other.type("no")
    #expect(other.conversation.question == SampleTree.place)
  }

  @Test func `half a no is no answer to which of yes or no was meant`() {
    var chat = Transcript()
    _ = chat.type("no I think", "no I think")
    #expect(chat.conversation.question == SampleTree.storm)
  }

  @Test func `what may be yes or no is asked back`() {
    var chat = Transcript()
    #expect(chat.type("I don't think so") == "> I don't think so\nPlease say it as yes, no or not sure.")
  }
}

@Suite struct IntervalTests {
  @Test func `an interval that the tree cannot tell apart is taken`() {
    var chat = Transcript(after: "no", "roof")
    #expect(chat.type("1 to 3 weeks").contains("I understood: from 1 week to 3 weeks.\nWhich tools"))
  }

  @Test func `of an interval that the tree cuts it is asked which side`() {
    var chat = Transcript(after: "no", "roof")
    #expect(
      chat.type("3 to 6 weeks", "less") == """
        > 3 to 6 weeks
        Is it less than 4 weeks, or 4 weeks or more?
        > less
        I understood: at least 3 weeks and less than 4 weeks.
        Which tools do you have?
          1. A rake
          2. A saw
          3. Rope
          Type one or more, like 1 and 3, or none, all or not sure.
        """)
  }

  @Test func `for a red flag still unclear the worrying end counts`() {
    var chat = Transcript(after: "yes", "1 to 3 weeks")
    #expect(chat.type("not sure").hasPrefix("> not sure\nTo be careful, I take that as: 1 week.\n"))
    #expect(chat.ending == "leave")
  }

  @Test func `no interval is taken where every value enters a sum`() {
    let tree = SampleTree.make { grammar in
      grammar.scores = [Score(name: "sum", items: [.add(.question(SampleTree.wind), times: Number(1), .none)])]
      grammar.questions[5].unsure = .counts(as: Literal(.number(Number(0))))
    }
    var chat = Transcript(tree, after: "no", "roof", "1 week", "none")
    #expect(chat.type("2-3") == "> 2-3\nWhich do you mean: 2 or 3?")
  }

  private static let strongWind = SampleTree.make { grammar in
    grammar.facts[1].condition = .question(
      SampleTree.wind, .compares(.more, Literal(.number(Number(3)))), .none)
  }

  @Test func `a side of a number is cut by the question's step`() {
    var chat = Transcript(Self.strongWind, after: "no", "roof", "1 week", "none")
    #expect(
      chat.type("2 to 5", "more").hasPrefix(
        """
        > 2 to 5
        Is it 3 or less, or more than 3?
        > more
        I understood: from 4 to 5.
        Sweep up
        """))
    chat = Transcript(after: "no", "roof", "1 week", "none", "5 to 8")
    #expect(chat.type("less").hasPrefix("> less\nI understood: from 5 to 6.\n"))
  }
}

@Suite struct OutcomeTests {
  @Test func `at the highest level the level and the number come last`() {
    var chat = Transcript(after: "yes")
    #expect(
      chat.type("2 days") == """
        > 2 days
        I understood: 2 days.
        Do not wait.
        Why: How long ago did it begin? – 2 days.
        You can still type summary, why, why not, change, back, note, person, restart or quit.
        Go inside now
        NOW – call 112
        """)
  }

  @Test func `a referral says whom to see, how soon and why`() {
    var chat = Transcript(after: "no", "roof", "6 weeks", "all")
    #expect(
      chat.type("3") == """
        > 3
        I understood: 3.
        Call a roofer
        Level: soon
        This needs hands.
        Why: Water finds its way. It leaks for long.
        Whom to see: roofer, within 2 weeks.
          Phone: 555 0100
          Hours: 9 to 5
        You can still type summary, why, why not, change, back, note, person, restart or quit.
        """)
  }

  @Test func `stretches are cards, and what was left out has its reason`() {
    var chat = Transcript(after: "no", "roof", "2 weeks", "saw")
    #expect(
      chat.type("8") == """
        > 8
        I understood: 8.
        Sweep up
        Level: calm
        You can do this.
        What you can do:
        1. Sweep
           - Begin.
           - End.
           How much: hold 30 seconds, 2 times, on each side, once a day.
           Stop if: It hurts.
        Left out for you:
          - Climb. It is windy.
        Ask for help at once if one of these begins:
          - Lightning close by
        Look at this again in 2 weeks, on 6 December 2026.
        Where this comes from:
          - The almanac
        You can still type summary, why, why not, change, back, note, person, restart or quit.
        """)
  }

  @Test func `a referral shows all that is known of whom to see`() {
    let tree = SampleTree.make {
      $0.providers[0].person = "Thatcher and Sons"
      $0.providers[0].address = "1 Ridge Lane"
      $0.providers[0].page = "https://example.org/roof"
    }
    var chat = Transcript(tree, after: "no", "roof", "6 weeks", "all")
    #expect(
      chat.type("3").contains(
        """
        Whom to see: roofer, within 2 weeks.
          Thatcher and Sons
          Phone: 555 0100
          1 Ridge Lane
          Hours: 9 to 5
          https://example.org/roof

        """))
  }

  @Test func `what holds for every stretch is told once, before the first`() {
    let tree = SampleTree.make { $0.stretchingRules = ["Wear gloves.", "Breathe on."].map { StretchingRule($0) } }
    var chat = Transcript(tree, after: "no", "roof", "2 weeks", "saw")
    let words = chat.type("1")
    #expect(
      words.contains(
        """
        What you can do:
        Each time you stretch:
          - Wear gloves.
          - Breathe on.
        1. Sweep

        """))
    #expect(words.contains("2. Climb"))
    #expect(words.ranges(of: "Each time").count == 1)
  }

  @Test func `where no stretch is offered, what holds for all of them is not told`() {
    let tree = SampleTree.make {
      $0.stretchingRules = [StretchingRule("Wear gloves.")]
      $0.stretches[0].avoid = [.fact(FactID(1), .none)]
    }
    var chat = Transcript(tree, after: "no", "roof", "2 weeks", "saw")
    #expect(!chat.type("8").contains("gloves"))
  }

  @Test func `a stretch left out has a reason in words, never a name from the file`() {
    let tree = SampleTree.make { $0.facts[1].means = nil }
    var chat = Transcript(tree, after: "no", "roof", "2 weeks", "saw")
    #expect(chat.type("8").contains("Climb. It does not go with what you told me."))
  }

  @Test(arguments: ["", "  ", "thanks", "ok"])
  func `after an outcome what tells nothing is no trouble`(_ line: String) {
    var chat = Transcript(after: "yes", "2 days")
    #expect(
      chat.type(line) == """
        > \(line)
        You can still type summary, why, why not, change, back, note, person, restart or quit.
        If you have not called yet, call 112 now.
        """)
  }

  @Test func `after an emergency nothing is an answer, and commands are heard`() {
    var chat = Transcript(after: "yes", "2 days")
    #expect(chat.conversation.hasEnded)
    #expect(
      chat.type("what do I do with the children") == """
        > what do I do with the children
        That is beyond me. Ask it when you call 112: they can help with that as well.
        You can still type summary, why, why not, change, back, note, person, restart or quit.
        If you have not called yet, call 112 now.
        """)
    #expect(chat.type("back").contains("How long ago did it begin?"))
  }
}
