import Triage
import Understanding

/// What the patient is told at the end.
extension Conversation {
  func outcomeWords(_ ending: Session.Ending, at now: Moment) -> [Say] {
    let outcome = grammar.outcomes[ending.outcome]
    return grammar.isHighest(outcome.level) ? highestWords(outcome) : ordinaryWords(outcome, at: now)
  }

  /// Short, with the level and the number last, where the eye is when the prompt returns.
  private func highestWords(_ outcome: Outcome) -> [Say] {
    let look = role(of: outcome.level)
    var words =
      onBehalfWords + [
        Say(.paragraph, told: session.isOnBehalf ? outcome.sayForOther ?? outcome.say : outcome.say, isApart: true)
      ] + reasonWords
    words += referralWords(outcome.refer) + unusedWords + noteWords
    words.append(stillToType)
    let level = grammar.levels[outcome.level!].name.uppercased()
    let call = grammar.about.emergencyNumber.map { text(.callNow, [.level: level, .number: $0]) } ?? level
    return words + [
      Say(.outcome, told: title(of: outcome), role: look, isApart: true), Say(.outcome, told: call, role: look),
    ]
  }

  private func ordinaryWords(_ outcome: Outcome, at now: Moment) -> [Say] {
    var words = titleWords(outcome) + reasonWords + referralWords(outcome.refer) + stretchWords + watchWords(outcome)
    if let review = outcome.review { words.append(reviewWords(review, at: now)) }
    return words + unusedWords + noteWords + sourceWords(outcome.sources) + whatNow
  }

  /// The advice of an outcome to somebody who has not come to it.
  func adviceWords(_ outcome: Outcome) -> [Say] {
    titleWords(outcome) + referralWords(outcome.refer) + watchWords(outcome)
  }

  private func titleWords(_ outcome: Outcome) -> [Say] {
    var words = [Say(.outcome, told: title(of: outcome), role: role(of: outcome.level), isApart: true)]
    if let level = outcome.level {
      words.append(say(.outcome, .level, [.level: grammar.levels[level].name], role: role(of: level)))
    }
    return words + onBehalfWords
      + [Say(.paragraph, told: session.isOnBehalf ? outcome.sayForOther ?? outcome.say : outcome.say)]
  }

  /// What an outcome is called, to somebody else where somebody answers for them.
  func title(of outcome: Outcome) -> String {
    session.isOnBehalf ? outcome.titleForOther ?? outcome.title : outcome.title
  }

  /// A tree words its stretches, and perhaps its outcomes, for the patient. Who answers for somebody else is told so.
  private var onBehalfWords: [Say] { session.isOnBehalf ? [say(.notice, .youAreThey)] : [] }

  private func role(of level: LevelID?) -> Say.Role {
    level.map { .level(rank: $0.position, count: grammar.levels.count) } ?? .strong
  }

  // MARK: Parts

  private func referralWords(_ referral: Referral?) -> [Say] {
    guard let referral else { return [] }
    let provider = grammar.providers[referral.to]
    let role = provider.role
    let see =
      referral.within.map { text(.seeWithin, [.role: role, .time: phrases.duration($0)]) } ?? text(.see, [.role: role])
    let details = [
      provider.person, provider.phone.map { text(.phone, [.number: $0]) }, provider.address,
      provider.hours.map { text(.openingHours, [.hours: $0]) }, provider.page,
    ]
    return [Say(.paragraph, told: see, role: .strong, isApart: true)]
      + details.compactMap { $0 }.map { Say(.paragraph, told: $0, indent: 2) }
  }

  private func watchWords(_ outcome: Outcome) -> [Say] {
    let signs = outcome.watchFor.compactMap { grammar.questions[$0.question].wording.sign }
    guard !signs.isEmpty else { return [] }
    return [say(.paragraph, .watchFor, role: .strong, isApart: true)] + signs.map(Say.item)
  }

  private func reviewWords(_ review: Minutes, at now: Moment) -> Say {
    let days = Int(review.count / (24 * 60))
    let words = text(.reviewOn, [.time: phrases.duration(review), .date: phrases.date(now.date + days)])
    return Say(.paragraph, told: words, isApart: true)
  }

  func sourceWords(_ sources: [SourceID]) -> [Say] {
    guard !sources.isEmpty else { return [] }
    let items = sources.map { source in
      let source = grammar.sources[source]
      let details = [source.title, source.publisher, source.year.map(String.init), source.url]
      return Say.item(phrases.inOrder(details.compactMap { $0 }))
    }
    return [say(.paragraph, .sources, role: .dim, isApart: true)] + items
  }

  // MARK: Stretches

  private var stretchWords: [Say] {
    let offer = session.offer
    var words: [Say] = []
    if !offer.stretches.isEmpty { words += [say(.heading, .whatToDo, isApart: true)] + ruleWords }
    for (place, stretch) in offer.stretches.enumerated() {
      words += cardWords(grammar.stretches[stretch].card, at: place)
    }
    if !offer.leftOut.isEmpty { words.append(say(.paragraph, .leftOut, role: .strong, isApart: true)) }
    return words + offer.leftOut.map(leftOutWords)
  }

  /// What holds for every stretch, told once, before the first of them is begun.
  private var ruleWords: [Say] {
    guard !grammar.stretchingRules.isEmpty else { return [] }
    return [say(.paragraph, .eachTime, role: .strong, isApart: true)]
      + grammar.stretchingRules.map { Say.item($0.text) }
  }

  private func cardWords(_ card: Stretch.Card, at place: Int) -> [Say] {
    let title = Say(.paragraph, told: card.title, role: .strong, marker: "\(place + 1).", isApart: true)
    let before = [
      card.purpose, card.helps.isEmpty ? nil : text(.helps, [.parts: phrases.allOf(card.helps)]),
      card.difficulty.map { text(.difficulty, [.rank: String($0)]) }, card.setup,
    ]
    let after = [
      card.dose.flatMap(phrases.dose), card.progress.map { text(.progress, [.advice: $0]) },
      card.stopIf.map { text(.stopIf, [.signs: $0]) },
    ]
    func paragraphs(_ texts: [String?]) -> [Say] {
      texts.compactMap { $0 }.map { Say(.paragraph, told: $0, indent: 3) }
    }
    let steps = card.steps.map { Say(.item, told: $0, marker: "-", indent: 3) }
    return [title] + paragraphs(before) + steps + paragraphs(after)
  }

  private func leftOutWords(_ leftOut: Offer.LeftOut) -> Say {
    let reason = reason(for: leftOut.avoid)
    let words =
      leftOut.isKnown
      ? reason ?? text(.leftOutAsUnsuitable)
      : reason.map { text(.leftOutAsUnknownAbout, [.reason: $0]) } ?? text(.leftOutAsUnknown)
    return .item(text(.leftOutBecause, [.name: grammar.stretches[leftOut.stretch].card.title, .reason: words]))
  }

  /// In words for a patient; nil where the tree has none.
  private func reason(for avoid: Stretch.Avoid) -> String? {
    switch avoid {
    case .fact(let fact, _): return grammar.facts[fact].means
    case .question(let question, _):
      let wording = grammar.questions[question].wording
      return wording.sign ?? wording.ask
    }
  }
}
