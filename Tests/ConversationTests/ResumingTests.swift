import Conversation
import Testing
import Triage
import Understanding

/// A chat that is cut off and goes on from its session and what was begun.
@Suite struct ResumingTests {
  static let twoAlarms = SampleTree.make { grammar in
    var flood = Alarm(name: "flood", hears: ["water everywhere"], end: OutcomeID(0))
    flood.asks = [QuestionReference(SampleTree.wind), QuestionReference(SampleTree.storm)]
    flood.condition = .any([
      .question(SampleTree.wind, .isUnsure, .none),
      .question(SampleTree.wind, .compares(.more, Literal(.number(Number(9)))), .none),
    ])
    grammar.alarms.append(flood)
  }

  /// Chats in which no line but the last answers to a confirmation: what was to be confirmed is asked anew.
  static let chats: [[String]] = [
    ["no", "roof", "2 weeks", "saw", "8"],
    ["yes", "3 weeks", "back", "2 weeks"],
    ["no", "roof", "thunder overhead", "yes", "3 weeks", "2 weeks", "saw", "8"],
    ["no", "roof", "water everywhere", "5", "thunder overhead", "back", "no", "no", "2 weeks", "rope", "not sure"],
    ["no", "roof", "2 weeks", "saw", "8", "change 3", "thunder overhead", "no", "6 weeks"],
    ["no", "roof", "2 weeks", "saw", "8", "thunder overhead, water everywhere", "no", "3", "no", "summary"],
    ["restart", "no", "roof", "change 1", "back", "2 weeks"],
    ["no", "roof", "2 weeks", "saw", "8", "water everywhere", "back", "10", "no"],
  ]

  @Test(arguments: chats)
  func `cut off anywhere it goes on as if it had not been`(_ lines: [String]) throws {
    var whole = Conversation(Self.twoAlarms)
    _ = whole.opening(at: now)
    for (place, line) in lines.enumerated() {
      _ = whole.hear(line, at: now)
      var (reference, resumed) = (whole, Conversation(resuming: whole.session, whole.open))
      #expect(resumed.question == whole.question)
      #expect(resumed.open == whole.open)
      for rest in lines[(place + 1)...] {
        let (expected, said) = (reference.hear(rest, at: now), resumed.hear(rest, at: now))
        #expect(said.says == expected.says)
      }
      #expect(resumed.session.events == reference.session.events)
      #expect(resumed.session.position == reference.session.position)
    }
  }

  @Test func `it says so, shows what was answered, and asks what it had asked`() {
    let chat = Transcript(after: "no", "roof")
    let reply = Conversation(resuming: chat.conversation.session, chat.conversation.open).resumption(at: now)
    #expect(
      reply.says.map(\.text).joined(separator: "\n") == """
        This chat was cut off. It goes on where it was.
        What you type is stored on this computer, in a record of this chat.
        Your answers so far:
          1. Is lightning close? – no.
          2. Where is the damage? – The roof.
        For how long has it been leaking?
          For example 3 days, 2 weeks or since Tuesday, or not sure.
        """)
  }

  @Test func `what waits and what was noted goes on`() {
    let tree = SampleTree.make { $0.questions[SampleTree.wind.position].hears = ["wind is #"] }
    let chat = Transcript(
      tree, after: "no", "the roof, and the wind is 4", "yes", "note mind the dog", "thunder overhead")
    var resumed = Conversation(resuming: chat.conversation.session, chat.conversation.open)
    #expect(resumed.open == chat.conversation.open)
    let words = resumed.resumption(at: now).says.map(\.text)
    #expect(words.contains("You also told me this. I keep it until I come to it:"))
    #expect(words.contains("  - mind the dog"))
    for line in ["no", "2 weeks"] { _ = resumed.hear(line, at: now) }
    #expect(
      resumed.hear("none", at: now).says.contains { $0.text == "You already told me: How strong is the wind? – 4." })
  }

  @Test func `an alarm that was being asked about is asked about again`() {
    let chat = Transcript(after: "no", "thunder overhead")
    let resumed = Conversation(resuming: chat.conversation.session, chat.conversation.open)
    #expect(resumed.question == SampleTree.storm)
    #expect(resumed.resumption(at: now).says.contains { $0.text == "Is lightning close?" })
    #expect(resumed.isRedFlag)
  }

  @Test func `an outcome is shown again`() {
    let chat = Transcript(after: "no", "roof", "2 weeks", "saw", "8")
    let resumed = Conversation(resuming: chat.conversation.session, chat.conversation.open)
    #expect(resumed.resumption(at: now).says.contains { $0.text == "Sweep up" })
  }

  @Test func `a chat that is recorded does not say that nothing is stored`() {
    func opening(_ isRecorded: Bool) -> [String] {
      var conversation = Conversation(SampleTree.make(), isRecorded: isRecorded)
      return conversation.opening(at: now).says.map(\.text)
    }
    let (stored, gone) = (
      "What you type is stored on this computer, in a record of this chat.",
      "Nothing you type is stored. It is gone when you leave."
    )
    #expect(opening(true).contains(stored) && !opening(true).contains(gone))
    #expect(opening(false).contains(gone) && !opening(false).contains(stored))
  }
}

extension Event {
  fileprivate var answer: Answer? {
    switch self {
    case .answer(_, let answer), .revise(_, let answer): answer
    case .alarm, .stuck: nil
    }
  }
}

/// What a line is said to have been taken for.
@Suite struct TakingTests {
  private static let talkative = SampleTree.make { grammar in
    grammar.questions[SampleTree.leaking.position].hears = ["leaking for #"]
  }

  /// What the last of these lines was taken for.
  private func taken(_ lines: String..., in tree: Tree = SampleTree.make()) -> Taken {
    var conversation = Conversation(tree)
    for line in lines { _ = conversation.hear(line, at: now) }
    return conversation.taken
  }

  @Test(arguments: [
    ("thunder overhead", Taken.alarms([AlarmID(0)])), ("back", .command(.back)), ("/why", .command(.why)),
    ("what if there is thunder overhead", .alarms([AlarmID(0)])),
  ])
  func `an alarm comes before a command, and a command before an answer`(_ line: String, _ taken: Taken) {
    #expect(self.taken("no", line) == taken)
  }

  @Test func `an answer is told with its rule`() {
    let answer = Understood.answer(Reading(.value(.no), by: .yesNo))
    #expect(taken("nope") == .answer(answer, to: SampleTree.storm))
  }

  /// Held against what the chat then does, line by line.
  @Test(arguments: ResumingTests.chats)
  func `what a line is said to be taken for is what came of it`(_ lines: [String]) {
    var conversation = Conversation(ResumingTests.twoAlarms)
    for line in lines {
      let before = conversation
      _ = conversation.hear(line, at: now)
      let isNew = conversation.session.events.count > before.session.events.count
      switch conversation.taken {
      case .alarms(let alarms): #expect(conversation.open.alarms.map(\.alarm).contains(alarms[0]))
      case .command(.restart): #expect(conversation.session.events.isEmpty)
      case .command, .toChange, .correction: #expect(!isNew)
      case .answer(.answer(let reading), let question):
        #expect(before.question == question)
        let event = conversation.session.events.last
        if isNew, before.open.alarms.isEmpty { #expect(event?.answer == reading.answer, "\(line)") }
      case .confirmation: break
      case .answer, .nothing: #expect(!isNew)
      }
    }
  }

  @Test func `what has to be confirmed is no answer to the question`() {
    let yes = Understood.answer(Reading(.value(.yes), by: .yesNo))
    #expect(taken("yes", "3 weeks", "change 1", "no", "yes") == .confirmation(yes))
  }

  @Test func `a yes to a list, and one to a single choice of it, are replies`() {
    let yes = Understood.answer(Reading(.value(.yes), by: .yesNo))
    #expect(taken("no", "yes") == .confirmation(yes))
    #expect(taken("no", "blah", "blah", "blah", "yes") == .confirmation(yes))
  }

  @Test func `the answer that is picked to be changed is told`() {
    #expect(taken("no", "roof", "change", "2") == .toChange(SampleTree.place))
  }

  @Test func `what corrects what was heard is told`() {
    let longer = Event.Given(SampleTree.leaking, .value(.duration(.days(42))))
    guard
      case .correction(let given) = taken("no", "the tiles, leaking for 3 weeks", "no, 6 weeks", in: Self.talkative)
    else {
      Issue.record("no correction")
      return
    }
    #expect(given.contains(longer))
  }

  @Test func `an alarm that is said again is the alarm`() {
    #expect(taken("no", "thunder overhead", "I said thunder overhead") == .alarms([AlarmID(0)]))
  }

  @Test func `after an outcome nothing is answered`() {
    #expect(taken("no", "roof", "2 weeks", "saw", "8", "garden") == .nothing)
  }
}
