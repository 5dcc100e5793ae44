import Conversation
import Testing
import Triage
import Understanding

/// What is said beside the questions.
@Suite struct `What is said beside the questions` {
  @Test(arguments: [
    "hello", "are you a robot", "how many more questions", "person", "/note my roof is old", "print this",
  ])
  func `leaves the question standing, and says it again`(_ line: String) {
    var chat = Transcript(after: "no")
    let events = chat.conversation.session.events
    #expect(chat.type(line).hasSuffix("Where is the damage?\n  Type a number or the words, or not sure."))
    #expect(chat.conversation.session.events == events)
  }

  @Test func `counts the questions that are left`() {
    var chat = Transcript(after: "no", "roof", "2 weeks")
    #expect(chat.type("how many more questions").contains("\nAbout 2 more questions.\n"))
    #expect(chat.type("all", "how many more questions").contains("\nAbout one more question.\n"))
    #expect(chat.type("3", "how many more questions").contains("\nThere are no more questions.\n"))
  }

  @Test func `keeps notes for whoever sees the patient, and decides nothing by them`() {
    var chat = Transcript(after: "note The Roof is Old", "no", "roof", "6 weeks", "all")
    #expect(chat.requests.isEmpty)
    #expect(chat.type("note and so am I").contains("I noted for whoever sees you: and so am I\n"))
    #expect(chat.requests == [.keepNote("and so am I")])
    #expect(chat.conversation.notes == ["The Roof is Old", "and so am I"])
    #expect(chat.type("3").contains("Your notes for whoever sees you:\n  - The Roof is Old\n  - and so am I\n"))
    #expect(chat.type("summary").contains("  - The Roof is Old\n"))
    #expect(chat.type("restart", "summary").contains("The Roof") == false)
  }

  @Test func `hears an alarm in a note, and keeps the note`() {
    var chat = Transcript()
    #expect(chat.type("note there is thunder overhead").contains("I ask about it at once."))
    #expect(chat.conversation.notes == ["there is thunder overhead"])
  }

  @Test func `says whom else to turn to, each number once`() {
    let tree = SampleTree.make { grammar in
      grammar.about.crisisLine = "555 0111"
      grammar.providers.append(Provider(name: "hotline", role: "a hotline"))
      grammar.providers[1].phone = "555 0111"
      grammar.providers.append(Provider(name: "neighbour", role: "a neighbour"))
    }
    var chat = Transcript(tree)
    #expect(
      chat.type("person").hasPrefix(
        """
        > person
        Whom else you can turn to:
          - When it cannot wait, or suddenly gets worse, call 112.
          - When life is too much to bear, call 555 0111. Somebody there will listen.
          - roofer: 555 0100, 9 to 5
        For anything else, ask whoever gave you this program.
        """))
  }

  @Test func `says the question in other words, or that there are none`() {
    var chat = Transcript(after: "no")
    #expect(chat.type("plainer").contains("Then let me ask it another way.\nWhat is broken?\n  1. The garden"))
    #expect(chat.type("what does damage mean").contains("What is broken?\nWhere is the damage?"))
    #expect(chat.type("roof", "plainer").contains("I have no other words for it."))
  }

  @Test func `says in which choice a word stands that somebody asks about`() {
    var chat = Transcript(after: "no", "roof", "2 weeks")
    #expect(
      chat.type("what does rope mean").hasPrefix(
        """
        > what does rope mean
        It is part of this:
          - Rope
        That is all that I know of it. If you cannot tell, say not sure.
        Which tools do you have?
        """))
  }

  @Test func `takes what is left out or held back for not sure`() {
    var chat = Transcript()
    #expect(
      chat.type("skip").contains(
        "so I write down “not sure”.\nI understood: not sure. To be careful, I go on as if you had said: yes."))
    #expect(chat.type("i'd rather not say").contains("You do not have to say.\nI understood: not sure."))
  }

  @Test func `asks the program to keep a record, at the place that was typed`() {
    var chat = Transcript()
    _ = chat.type("save record My Roof.jsonl")
    #expect(chat.requests == [.saveRecord("My Roof.jsonl")])
  }
}

@Suite struct `Why not` {
  @Test func `is asked of the program once there is a result`() {
    var chat = Transcript(after: "no", "roof", "2 weeks", "all")
    #expect(chat.type("why not call a roofer").contains("once there is a result"))
    #expect(chat.requests.isEmpty)
    _ = chat.type("3", "why not call a roofer", "why not roofer", "why not", "why not sweep")
    #expect(chat.requests == [.whyNot(OutcomeID(1)), .whyNot(OutcomeID(1)), .whyNot(nil)])
    #expect(chat.type("why not the moon").contains("I know no result that is called “the moon”."))
  }

  @Test func `is not asked after an alarm`() {
    var chat = Transcript(after: "thunder overhead", "yes", "2 days")
    #expect(chat.type("why not sweep").contains("Something serious that you said decided this"))
    #expect(chat.requests.isEmpty)
  }

  @Test func `is told in the words of the questions`() {
    let chat = Transcript(after: "no", "roof", "2 weeks", "all", "3")
    func words(_ elsewhere: Elsewhere) -> [String] { chat.conversation.words(elsewhere, to: OutcomeID(1)).map(\.text) }
    func way(_ change: Elsewhere.Change) -> Elsewhere.Way { Elsewhere.Way([change], to: OutcomeID(1)) }
    let longer = Elsewhere.Change(
      SampleTree.leaking, to: [.range(.duration(.days(28)), .duration(.days(730)))])
    let windy = Elsewhere.Change(SampleTree.wind, to: [.unsure])
    #expect(
      words(.ways([way(longer), way(windy)])).prefix(3) == [
        "“Call a roofer” would have come of this:",
        "  - For how long has it been leaking? – at least 4 weeks, and not 2 weeks.",
        "  - How strong is the wind? – not sure, and not 3.",
      ])
    #expect(words(.nobody)[0] == "No answers of yours would have led to: Call a roofer")
    let tools = Elsewhere.Change(SampleTree.tools, to: [.picks(with: [0], without: [1, 2])])
    #expect(
      words(.ways([way(tools)]))[1].hasSuffix("with A rake, without A saw or Rope, and not A rake, A saw and Rope."))
  }
}
