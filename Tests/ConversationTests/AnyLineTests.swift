import Conversation
import Testing
import Triage
import Understanding

/// What holds whatever is typed.
@Suite struct AnyLineTests {
  /// Lines that answer, steer, alarm, confuse and mean nothing.
  static let lines = [
    "yes", "no", "not sure", "1", "2", "3", "roof", "garden", "1 and 3", "none", "all", "3 days", "3 weeks", "2 years",
    "1 to 3 weeks", "3 to 6 weeks", "less", "more", "since tuesday", "5", "11", "7.5", "thunder overhead", "back",
    "change 1", "change", "change place", "summary", "why", "help", "options", "/back", "restart", "", "blah", "\u{1B}",
  ]

  /// A generator of its own, so that every run types the same.
  struct Random: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  @Test(arguments: 0..<100)
  func `there is always something to say, and the session is what its events lead to`(_ seed: UInt64) throws {
    var random = Random(state: seed)
    var conversation = Transcript().conversation
    for _ in 0..<60 {
      let line = Self.lines.randomElement(using: &random)!
      let reply = conversation.hear(line, at: now)
      #expect(!reply.says.isEmpty, "\(line)")
      #expect(!reply.says.contains { $0.text.contains("does not answer this question") }, "\(line)")
      let replayed = try Session(conversation.session.tree, replaying: conversation.session.events)
      #expect(replayed.position == conversation.session.position)
    }
  }

  @Test(arguments: ["blah", "not sure", "1 to 3 weeks", "11", "1", "yes"])
  func `the same line again and again ends in an outcome, or in what those are told who cannot answer`(_ line: String) {
    var conversation = Transcript().conversation
    let questions = conversation.session.tree.grammar.questions.count
    var isReferred = false
    for _ in 0..<3 * questions where !conversation.hasEnded {
      let reply = conversation.hear(line, at: now)
      isReferred = isReferred || reply.says.contains { $0.text == "Talk to somebody" }
    }
    #expect(conversation.hasEnded || isReferred)
  }

  @Test func `nothing is said twice over when the patient has left`() {
    var conversation = Transcript().conversation
    _ = conversation.hear("quit", at: now)
    #expect(conversation.hear("yes", at: now) == Reply())
    #expect(conversation.interrupted() == Reply())
    #expect(conversation.endOfInput(isFinal: true) == Reply())
  }
}
