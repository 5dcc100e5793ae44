import Conversation
import Testing
import Triage
import Understanding

/// Whole conversations in a language of which no letter is English, said and typed: whatever is left behind in code shows.
@Suite struct `In another language` {
  /// What is read besides what was typed, which is told again as it was.
  private func isForeign(_ reply: Reply, typed line: String) -> Bool {
    let texts = reply.says.map { $0.text.replacing(line, with: "") }
    let plain = texts.filter { !PseudoLanguage.plainLetters(of: $0).isEmpty }
    #expect(plain.isEmpty, "\(line): \(plain)")
    return plain.isEmpty
  }

  @Test(arguments: [
    ["yes", "3 days"], ["no", "roof", "6 weeks", "all", "3"], ["no", "lawn", "3 weeks", "none", "8", "why", "summary"],
    ["not sure", "3 to 6 weeks", "less", "roof", "2 years", "saw and rope", "not sure", "why"],
    ["no", "qq", "qq", "qq", "no", "not sure"], ["no", "roof", "1 to 3 weeks", "yes", "11", "7.5"],
    ["thunder overhead", "yes", "3 days", "why", "summary", "change 1", "why not sweep up", "back", "quit"],
    ["no", "thunder overhead", "no", "thunder overhead", "qq", "qq", "qq"],
    [
      "no", "roof", "since tuesday", "all", "5", "change 1", "yes", "no", "change 2", "garden", "yes", "back", "change",
    ],
    ["no", "roof", "3 weeks", "none", "4", "change 3", "6 weeks", "yes", "why not sweep up", "why not nobody"],
    ["yes", "3 weeks", "change 1", "no", "qq", "no", "restart", "quit"], ["back", "summary", "decline", "skip"],
    ["help", "why", "options", "summary", "back", "help", "hello", "are you a robot", "how many more questions"],
    [
      "person", "plainer", "what does lightning mean", "repeat", "skip", "print this", "note that roof is old",
      "summary",
    ],
    ["no", "i'd rather not say", "plainer", "tiles, leaking for 3 weeks", "yes", "what if there was thunder overhead"],
    ["what if there was thunder overhead", "no", "no", "back of beyond", "", String(repeating: "so ", count: 300)],
  ])
  func `nothing is said in English`(_ lines: [String]) {
    var conversation = Conversation(
      PseudoLanguage.tree, phrases: PseudoLanguage.phrases, language: PseudoLanguage.language)
    #expect(isForeign(conversation.opening(at: now), typed: ""))
    for line in lines.map(\.foreign) { #expect(isForeign(conversation.hear(line, at: now), typed: line)) }
    let names = Set(conversation.session.tree.grammar.questions.map(\.name))
    let offered = conversation.completions(for: "").flatMap { $0.split(separator: " ") }.map(String.init)
    #expect(offered.filter { !PseudoLanguage.plainLetters(of: $0).isEmpty && !names.contains($0) } == [])
    #expect(isForeign(conversation.interrupted(), typed: "-"))
    #expect(isForeign(conversation.interrupted(), typed: "-"))
    #expect(isForeign(conversation.endOfInput(isFinal: true), typed: "-"))
  }

  /// What is typed in it leads where it leads in English.
  @Test(arguments: [
    ["yes", "three days"], ["no", "roof", "6 weeks", "all of them", "about seven"], ["no", "roof", "/back", "garden"],
    ["not sure", "between 3 and 6 weeks", "less", "tiles", "half a year", "saw and rope", "no idea"],
    ["no", "tiles, leaking for 3 weeks", "yes", "change 1", "yes", "yes"],
    ["there is thunder overhead", "yes", "yesterday"],
    ["no", "since tuesday", "roof", "since last monday", "none", "2", "why not sweep", "note hello there"],
    ["no", "save record here", "how many more questions", "restart", "yes", "no"],
    ["no", "what does damage mean", "skip"],
  ])
  func `everything is heard in it`(_ lines: [String]) {
    var (english, foreign) = (
      Conversation(SampleTree.make(PseudoLanguage.addPatterns)),
      Conversation(PseudoLanguage.tree, phrases: PseudoLanguage.phrases, language: PseudoLanguage.language)
    )
    for line in lines {
      let replies = (english.hear(line, at: now), foreign.hear(line.foreign, at: now))
      #expect(replies.0.requests.map(\.kind) == replies.1.requests.map(\.kind), "\(line)")
      #expect(replies.0.says.map(\.kind) == replies.1.says.map(\.kind), "\(line)")
      #expect(english.session.events == foreign.session.events, "\(line)")
    }
  }

  @Test func `every sentence reviewed, offered or noticed is said in it`() {
    let date = CivilDate(year: 2026, month: 11, day: 2)
    for count in 1...4 {
      let names = ["Ä", "Ö", "Ü", "É"].prefix(count)
      var conversation = Conversation(
        PseudoLanguage.tree, review: .all(by: Array(names), last: date), phrases: PseudoLanguage.phrases)
      #expect(isForeign(conversation.opening(at: now), typed: "-"))
      let notices: [Notice] = [.lineWasRepaired, .lineWasCut, .unseenInputWasDropped, .treeIsUnproven]
      #expect(isForeign(Reply(says: notices.map(conversation.words)), typed: "-"))
      #expect(PseudoLanguage.plainLetters(of: conversation.prompt + conversation.morePrompt) == "")
    }
  }
}

extension Request {
  /// Without what was typed.
  fileprivate var kind: String { String(String(describing: self).prefix { $0 != "(" }) }
}
