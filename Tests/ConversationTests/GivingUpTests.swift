import Conversation
import Testing
import Triage
import Understanding

/// Lines that are never understood.
@Suite struct `Nobody is guessed into the highest level` {
  private func lost() -> Transcript { Transcript(after: "yes", "blah", "blah", "blah") }

  @Test func `but is told whom else to turn to, and asked on`() {
    var chat = lost()
    #expect(
      chat.type("blah") == """
        > blah
        I am sorry, I cannot follow, and I do not want to guess at something that matters. That is not your fault.
        Whom else you can turn to:
          - When it cannot wait, or suddenly gets worse, call 112.
          - roofer: 555 0100, 9 to 5
        For anything else, ask whoever gave you this program.
        If you would like to go on here, this is what I need to know:
        How long ago did it begin?
          For example 3 days, 2 weeks or since Tuesday, or not sure.
        """)
    #expect(chat.conversation.question == SampleTree.since)
  }

  @Test func `and then what those are told who cannot answer`() {
    var chat = lost()
    let words = chat.type("blah", "blah", "blah", "blah")
    #expect(words.contains("Talk to somebody\nLevel: soon\nI could not follow.\nIf you would like to go on here"))
    #expect(chat.ending == nil)
    #expect(chat.conversation.question == SampleTree.since)
    _ = chat.type("3 weeks")
    #expect(chat.conversation.question == SampleTree.place)
  }

  @Test func `while a not sure that was said counts as the tree has it`() {
    var chat = lost()
    _ = chat.type("not sure")
    #expect(chat.ending == "leave")
  }

  @Test func `while what goes on below that level is still left open`() {
    var chat = Transcript(after: "blah", "blah", "blah")
    #expect(chat.type("blah").contains("I could not follow, so I write down “not sure”."))
    #expect(chat.conversation.question == SampleTree.since)
  }
}

@Suite struct DismayTests {
  @Test(arguments: ["I'm so scared", "this is horrible"])
  func `what frightens is heard, and is no try`(_ line: String) {
    var chat = Transcript(after: "no")
    #expect(
      chat.type(line, line, line, line).hasSuffix(
        """
        > \(line)
        I am sorry that this is so hard for you. We take it one question at a time.
        Where is the damage?
          Type a number or the words, or not sure.
        """))
  }

  @Test(arguments: ["no, i'm so scared", "yes, i'm so scared"])
  func `beside the answer to a single choice it is heard as well`(_ line: String) {
    var chat = Transcript(after: "no", "blah", "blah", "blah")
    let words = chat.type(line)
    #expect(words.contains("I am sorry that this is so hard for you."))
    #expect(!words.contains("Does this fit: The garden?"))
    let next = line.hasPrefix("no") ? "The roof?\n  yes, no or not sure" : "not sure."
    #expect(chat.type("I'm so scared").hasSuffix(next))
  }

  @Test func `beside what may be an answer it is heard, and that is asked about`() {
    var chat = Transcript(after: "no")
    let words = chat.type("I'm worried it's the roof")
    #expect(words.contains("I am sorry that this is so hard for you."))
    #expect(words.contains("Do you mean “The roof”?"))
  }

  @Test func `beside not knowing it is heard as well`() {
    var chat = Transcript()
    let words = chat.type("i don't know, i'm so scared")
    #expect(words.contains("so hard for you. We take it one question at a time.\nI understood: not sure."))
    #expect(chat.conversation.session.answer(to: SampleTree.storm) == .unsure)
  }

  @Test func `beside an answer it is heard as well`() {
    var chat = Transcript()
    #expect(
      chat.type("no, but I'm scared").hasPrefix(
        "> no, but I'm scared\nI am sorry that this is so hard for you. We take it one question at a time.\n"))
  }
}

@Suite struct EchoTests {
  @Test func `an answer with more beside it says what was taken from it`() {
    var chat = Transcript()
    #expect(chat.type("yes and we telephoned the neighbours").contains("I took this from what you said: yes."))
  }

  @Test(arguments: ["no", "no thank you", "not at all"])
  func `an answer with nothing beside it does not`(_ line: String) {
    var chat = Transcript()
    #expect(chat.type(line).contains("I understood: no."))
  }

  @Test func `what began today is said so`() {
    var chat = Transcript(after: "no", "roof")
    #expect(chat.type("since this morning").contains("I understood: today."))
  }
}
