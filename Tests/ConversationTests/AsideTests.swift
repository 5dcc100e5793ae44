import Conversation
import Foundation
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
    #expect(chat.type("restart", "yes", "summary").contains("The Roof") == false)
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
    _ = chat.type("3 weeks")
    #expect(chat.type("i'd rather not say").contains("You do not have to say.\nI understood: not sure."))
  }

  @Test func `takes it for not sure the second time only, where that calls for help at once`() {
    var chat = Transcript(after: "yes")
    #expect(
      chat.type("skip") == """
        > skip
        I cannot leave that out, since it may matter a lot. If you do not know, say not sure.
        How long ago did it begin?
          For example 3 days, 2 weeks or since Tuesday, or not sure.
        """)
    _ = chat.type("skip")
    #expect(chat.ending == "leave")
  }

  @Test func `asks the program to keep a record, at the place that was typed`() {
    var chat = Transcript()
    _ = chat.type("save record My Roof.jsonl")
    #expect(chat.requests == [.saveRecord("My Roof.jsonl")])
  }

  @Test(arguments: ["save record", "/save record"])
  func `asks for a file name where a record is to be kept and none was typed`(_ line: String) {
    var chat = Transcript()
    #expect(
      chat.type(line) == """
        > \(line)
        Please type a file name as well, like save record my-answers.
        Is lightning close?
          yes, no or not sure
        """)
    #expect(chat.requests.isEmpty)
  }

  @Test func `begins its help with the number to call when it cannot wait`() {
    var chat = Transcript()
    let words = chat.type("help")
    #expect(words.hasPrefix("> help\nWhen it cannot wait, or suddenly gets worse, call 112.\nYou can answer"))
  }

  @Test func `tells each step that led to an alarm once`() {
    let tree = SampleTree.make { grammar in
      let steps = grammar.sections[0].steps
      let isClose = Condition.question(SampleTree.storm, .isOne(of: [Literal(.yes)]), .none)
      grammar.sections.append(Section(name: "rest", steps: Array(steps[2...])))
      grammar.sections[0].steps = [
        Step(.ask(SampleTree.storm, then: [Branch(if: isClose, to: .section(SectionID(1)))])),
        Step(.decide([Branch(to: .section(SectionID(1)))])),
      ]
    }
    var chat = Transcript(tree, after: "yes", "3 weeks", "thunder overhead", "yes", "2 days")
    #expect(chat.ending == "leave, alarm")
    #expect(chat.type("why").components(separatedBy: "Is lightning close? – yes.").count == 2)
  }
}

@Suite struct `Why not` {
  @Test func `is asked of the program once there is a result`() {
    var chat = Transcript(after: "no", "roof", "2 weeks", "all")
    #expect(chat.type("why not call a roofer").contains("once there is a result"))
    #expect(chat.requests.isEmpty)
    _ = chat.type("3", "why not call a roofer", "why not roofer", "why not", "why not sweep")
    #expect(chat.requests == [.whyNot([OutcomeID(1)]), .whyNot([OutcomeID(1)]), .whyNot([])])
    #expect(chat.type("why not the moon").contains("I know no result that is called “the moon”."))
  }

  @Test func `may name a level, and asks for all of its outcomes`() {
    var chat = Transcript(after: "no", "roof", "2 weeks", "all", "3")
    _ = chat.type("why not soon")
    #expect(chat.requests == [.whyNot([OutcomeID(1), OutcomeID(3)])])
  }

  @Test func `asks for all outcomes that have the same title, and never lists a title twice`() {
    let tree = SampleTree.make { $0.outcomes[3].title = $0.outcomes[1].title }
    var chat = Transcript(tree, after: "no", "roof", "2 weeks", "all", "3")
    _ = chat.type("why not call a roofer")
    #expect(chat.requests == [.whyNot([OutcomeID(1), OutcomeID(3)])])
    #expect(chat.type("why not the moon").components(separatedBy: "Call a roofer").count == 2)
  }

  @Test(arguments: [true, false]) func `sounds no alarm, whatever the result is called`(_ hasEnded: Bool) {
    let tree = SampleTree.make { $0.alarms[0].hears = ["inside now"] }
    let ended = Transcript(tree, after: "no", "roof", "2 weeks", "all", "3")
    var chat = hasEnded ? ended : Transcript(tree)
    #expect(!chat.type("why not go inside now").contains("you just said"))
    #expect(chat.conversation.open.alarms.isEmpty)
  }

  @Test func `asks whether an alarm is meant where no result is called so`() {
    let tree = SampleTree.make { $0.alarms[0].hears = ["roof on fire"] }
    var chat = Transcript(tree, after: "no", "roof", "2 weeks", "all", "3")
    #expect(chat.type("why not roof on fire").contains("You said “why not roof on fire”. Is that so now?"))
  }

  @Test func `is not asked after an alarm`() {
    var chat = Transcript(after: "thunder overhead", "yes", "2 days")
    #expect(chat.type("why not sweep").contains("Something serious that you said decided this"))
    #expect(chat.requests.isEmpty)
  }

  @Test func `is told in the words of the questions`() {
    let chat = Transcript(after: "no", "roof", "2 weeks", "all", "3")
    func words(_ elsewhere: Elsewhere) -> [String] {
      chat.conversation.words(elsewhere, to: [OutcomeID(1)]).map(\.text)
    }
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
