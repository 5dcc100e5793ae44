import Triage

/// The words of a line in the one spelling in which lines are compared: small letters, no accents, no signs.
public func plainWords(of text: String) -> [String] { Line.words(of: text) }

extension Question {
  /// What people say to a question of this type whatever it asks about, as whole lines: "yes", "not sure", "the second
  /// one", "3 days", "since Monday". A number alone, of which there is no end, stands here only in words.
  public func commonReplies(in language: Language = .english) -> [String] {
    typical(language) + language[.notSure].phrases
  }

  private func typical(_ language: Language) -> [String] {
    switch kind {
    case .yesNo: language.replies.phrases
    case .choice(let choices): Self.places(among: choices, language)
    case .choices(let choices):
      Self.places(among: choices, language) + language[.noneOfList].phrases + language[.allOfList].phrases
    case .number(let range): (range.isScale ? language[.noAmount].phrases : []) + language.numbers.keys.sorted()
    case .duration: Self.lengthsOfTime(language)
    }
  }

  /// How choices are picked by their place in the list.
  private static func places(among choices: [Choice], _ language: Language) -> [String] {
    let ordinals = language.ordinals.filter { $0.value <= choices.count }.keys.sorted()
    let numbers = choices.indices.map { String($0 + 1) }
    return numbers + numbers.map { "number \($0)" } + ordinals + ordinals.map { "the \($0) one" } + ["the last one"]
  }

  private static func lengthsOfTime(_ language: Language) -> [String] {
    let units = language.units.phrases
    let counts = ["a", "one", "2", "two", "3", "a few", "a couple of", "10", "14"]
    let days = language.weekdays.keys.sorted()
    let since = (days + language.months.keys.sorted()).map { "since \($0)" }
    return units.flatMap { unit in counts.map { "\($0) \(unit)" } } + days + since + language.singles.phrases
      + language.openEnded.phrases + language.daysAgo.phrases + language.lastPeriods.phrases
      + language[.vague].phrases + language[.noAmount].phrases
  }
}
