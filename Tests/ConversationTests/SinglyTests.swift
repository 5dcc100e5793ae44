import Conversation
import Testing
import Triage
import Understanding

/// A question whose answer is never understood as a whole.
@Suite struct `A question asked choice by choice` {
  /// The tools are a red flag: the more of them, the worse.
  private static let tree = SampleTree.make { grammar in
    grammar.questions[SampleTree.tools.position].redFlag = .worrying(
      [Literal(.choice(0)), Literal(.choice(1)), Literal(.choice(2))], .none)
  }

  private func asked() -> Transcript {
    Transcript(Self.tree, after: "no", "roof", "2 weeks", "blah", "blah")
  }

  private func tools(_ chat: Transcript) -> Answer? { chat.conversation.session.answer(to: SampleTree.tools) }

  @Test func `comes after three lines that say nothing`() {
    var chat = asked()
    #expect(
      chat.type("blah", "yes", "no", "no") == """
        > blah
        I am sorry, I do not follow. Let us take it one at a time: please answer each with yes, no or not sure. Or type \
        person to see whom else you can turn to.
        Does this fit: A rake?
          yes, no or not sure
        > yes
        Does this fit: A saw?
          yes, no or not sure
        > no
        Does this fit: Rope?
          yes, no or not sure
        > no
        I understood: A rake.
        How strong is the wind?
          A number from 0 to 10, or not sure.
        """)
    #expect(tools(chat) == .value(.choices(1)))
  }

  @Test func `is nothing where each is denied`() {
    var chat = asked()
    _ = chat.type("blah", "no", "no", "no")
    #expect(tools(chat) == .value(.choices(0)))
  }

  @Test func `counts what stays open as a yes, where there was one`() {
    var chat = asked()
    #expect(chat.type("blah", "yes", "not sure", "no").contains("What stayed open I take as a yes, to be careful."))
    #expect(tools(chat) == .value(.choices(0b011)))
  }

  /// Not sure counts as a rake.
  private static let careful = SampleTree.make { grammar in
    grammar.questions[SampleTree.tools.position].redFlag = .worrying(
      [Literal(.choice(0)), Literal(.choice(1)), Literal(.choice(2))], .none)
    grammar.questions[SampleTree.tools.position].unsure = .counts(as: Literal(.choices(0b001)))
  }

  @Test(arguments: ["blah", "not sure"])
  func `leaves denied what was denied, where not sure would be just that, and takes what is open as a yes`(
    _ line: String
  ) {
    var chat = Transcript(Self.careful, after: "no", "roof", "2 weeks", "blah", "blah", "blah", "no", line)
    let words = chat.type("no")
    #expect(words.contains("What stayed open I take as a yes, to be careful.\nI understood: A saw."))
    #expect(tools(chat) == .value(.choices(0b010)))
  }

  @Test func `is not sure where that is what stayed open`() {
    var chat = Transcript(Self.careful, after: "no", "roof", "2 weeks", "blah", "blah", "blah", "not sure", "no")
    #expect(chat.type("no").contains("To be careful, I go on as if you had said: A rake."))
    #expect(tools(chat) == .unsure)
  }

  @Test func `goes on to its end once any of it was answered`() {
    var chat = Transcript(Self.careful, after: "no", "roof", "2 weeks", "blah", "blah", "blah", "yes", "blah")
    #expect(chat.type("blah").contains("What stayed open I take as a yes"))
    #expect(tools(chat) == .value(.choices(0b111)))
  }

  @Test func `is not sure where nothing is known, and says so`() {
    var chat = asked()
    #expect(chat.type("blah", "no", "blah", "blah").contains("I could not follow, so I write down “not sure”."))
    #expect(tools(chat) == .unsure)
  }

  @Test func `takes an answer to the whole after all`() {
    var chat = asked()
    _ = chat.type("blah", "rope and saw")
    #expect(tools(chat) == .value(.choices(0b110)))
  }

  @Test func `still hears alarms and commands`() {
    var chat = asked()
    #expect(chat.type("blah", "person").contains("Whom else you can turn to:"))
    #expect(chat.type("summary").hasSuffix("Does this fit: A rake?\n  yes, no or not sure"))
    #expect(chat.type("thunder overhead").contains("I ask about it at once."))
  }

  @Test func `finds the one that fits where only one can`() {
    var chat = Transcript(after: "no", "blah", "blah", "blah")
    #expect(chat.type("no").hasSuffix("Does this fit: The roof?\n  yes, no or not sure"))
    #expect(chat.type("yes").contains("I understood: The roof."))
  }
}
