import Conversation
import Testing
import Triage
import Understanding

/// Whole conversations in a language of which no letter is English: whatever is left behind in code shows.
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
    ["no", "what", "eh", "hm", "no", "not sure", "not sure"], ["no", "roof", "1 to 3 weeks", "yes", "11", "7.5"],
    ["thunder overhead", "yes", "3 days", "why", "summary", "change 1", "back", "quit"],
    ["no", "thunder overhead", "no", "thunder overhead", "what", "what", "what"],
    ["no", "roof", "since tuesday", "all", "5", "change 1", "yes", "back", "change", "change roof", "garden", "back"],
    ["yes", "3 weeks", "change 1", "no", "what", "no", "restart", "quit"],
    ["help", "why", "options", "summary", "back", "help"], ["", String(repeating: "so ", count: 300)],
  ])
  func `nothing is said in English`(_ lines: [String]) {
    var conversation = Conversation(PseudoLanguage.tree, review: .none, phrases: PseudoLanguage.phrases)
    #expect(isForeign(conversation.opening(at: now), typed: ""))
    for line in lines { #expect(isForeign(conversation.hear(line, at: now), typed: line)) }
    #expect(isForeign(conversation.interrupted(), typed: "-"))
    #expect(isForeign(conversation.interrupted(), typed: "-"))
    #expect(isForeign(conversation.endOfInput(isFinal: true), typed: "-"))
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
