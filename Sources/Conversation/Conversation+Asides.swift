import Triage
import Understanding

/// What is said beside the questions, and changes nothing about them.
extension Conversation {
  // MARK: In other words

  var plainerReply: [Say] {
    guard let asked = question, confirming == nil else { return questionWords }
    let plainer = grammar.questions[asked].wording.plainer
    guard let plainer, !tries.wasUnsure, !isPlainerShown else { return [otherWords(for: asked)] + questionWords }
    return [say(.notice, .plainerWords)] + questionWords(asking: plainer)
  }

  /// What a word means that stands in the question: the choice in which it stands, or else the question in plainer words,
  /// or why it is asked. Nothing else that a tree has says what its words mean.
  func clarified(_ words: String) -> [Say] {
    guard let asked = question, confirming == nil else { return [say(.paragraph, .noOtherWords)] + questionWords }
    let labels = grammar.questions[asked].choices.map(\.label).filter { $0.hasWords(plainWords(of: words)) }
    guard !labels.isEmpty else { return [otherWords(for: asked)] + reminder }
    return [say(.paragraph, .wordStandsIn)] + labels.map(Say.item) + [say(.paragraph, .ifYouCannotTell)] + reminder
  }

  private func otherWords(for asked: QuestionID) -> Say {
    let wording = grammar.questions[asked].wording
    return (wording.plainer ?? wording.why).map { Say(.paragraph, told: $0) } ?? say(.paragraph, .noOtherWords)
  }

  // MARK: Whom to reach

  /// How to reach somebody, as far as the tree knows.
  var personWords: [Say] {
    let about = grammar.about
    var items: [Say] = []
    if let number = about.emergencyNumber { items.append(item(.callAtOnce, [.number: number])) }
    if let number = about.crisisLine { items.append(item(.crisisLine, [.number: number])) }
    let told = [about.emergencyNumber, about.crisisLine]
    items += grammar.providers.filter { $0.isReachable && ($0.phone == nil || !told.contains($0.phone)) }.map {
      provider in
      let details = [provider.person, provider.phone, provider.address, provider.hours, provider.page]
      return item(.personAt, [.role: provider.role, .details: phrases.inOrder(details.compactMap { $0 })])
    }
    let referral = grammar.outcomes[grammar.stuck].refer
    let role = referral.map { grammar.providers[$0.to].role }
    let elsewhere = role.map { say(.paragraph, .personWithoutNumber, [.role: $0]) } ?? say(.paragraph, .personElsewhere)
    return [say(.paragraph, .personTitle, role: .strong)] + items + [elsewhere]
  }

  private func item(_ phrase: Phrase, _ slots: [Phrase.Slot: String]) -> Say {
    say(.item, phrase, slots, marker: "-", indent: 2)
  }

  // MARK: Notes

  mutating func note(_ text: String) -> Reply {
    let kept = keep(note: text)
    return Reply(says: kept.says + reminder, requests: kept.requests)
  }

  /// Keeps a note, and says no more than that.
  mutating func keep(note text: String) -> Reply {
    notes.append(text)
    return Reply(says: [say(.echo, .noted, [.note: text])], requests: [.keepNote(text)])
  }

  // MARK: Without an answer

  /// Goes on without an answer, which is "not sure" to the tree. Where that alone would call for help at once, it is not
  /// taken for it the first time.
  mutating func pass(over words: Phrase, at now: Moment) -> Reply {
    guard let asked = question else { return Reply(says: whatNow) }
    if !tries.wasPassed, isTooMuch(toGuess: .unsure, to: asked) {
      tries.wasPassed = true
      return Reply(says: [say(.notice, .cannotSkip)] + reminder)
    }
    if case .change = purpose { return goBack(at: now) }
    if tries.singly != nil { return takeSingly(nil, at: now) }
    return take(.answer(Reading(.unsure, by: .notSure)), at: now).preceded(by: say(.notice, words))
  }
}

extension String {
  /// Whether these words stand in it one after another.
  fileprivate func hasWords(_ words: [String]) -> Bool {
    let own = plainWords(of: self)
    return own.indices.contains { start in
      words.count <= own.count - start && zip(words, own[start...]).allSatisfy { $0.isForm(of: $1) }
    }
  }

  /// Whether two words are the same but for an ending such as that of several.
  private func isForm(of other: String) -> Bool {
    self == other || min(count, other.count) > 3 && (hasPrefix(other) || other.hasPrefix(self))
  }
}

extension Provider {
  /// Whether it says how to get there.
  fileprivate var isReachable: Bool { phone != nil || page != nil || address != nil }
}
