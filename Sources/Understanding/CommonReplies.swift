import Triage

/// The words of a line in the one spelling in which lines are compared: small letters, no accents, no signs.
public func plainWords(of text: String) -> [String] { Line(text).words }

extension Question {
  /// What people say to a question of this type whatever it asks about, as whole lines: "yes", "not sure", "the second
  /// one", "3 days", "since Monday". A number alone, of which there is no end, stands here only in words.
  public var commonReplies: [String] { typical + ReplyWords.notSure.phrases }

  private var typical: [String] {
    switch kind {
    case .yesNo: ReplyWords.replies.phrases
    case .choice(let choices): Self.places(among: choices)
    case .choices(let choices): Self.places(among: choices) + ListWords.nothing.phrases + ListWords.everything.phrases
    case .number: NumberWords.none.phrases + NumberWords.values.keys.sorted()
    case .duration: Self.lengthsOfTime
    }
  }

  /// How choices are picked by their place in the list.
  private static func places(among choices: [Choice]) -> [String] {
    let ordinals = NumberWords.ordinals.filter { $0.value <= choices.count }.keys.sorted()
    let numbers = choices.indices.map { String($0 + 1) }
    return numbers + numbers.map { "number \($0)" } + ordinals + ordinals.map { "the \($0) one" } + ["the last one"]
  }

  private static let lengthsOfTime: [String] = {
    let units = TimeWords.units.phrases
    let counts = ["a", "one", "2", "two", "3", "a few", "a couple of", "10", "14"]
    let days = TimeWords.weekdays.keys.sorted()
    let since = (days + TimeWords.months.keys.sorted()).map { "since \($0)" }
    return units.flatMap { unit in counts.map { "\($0) \(unit)" } } + days + since + TimeWords.singular.phrases
      + TimeWords.openEnded.phrases + TimeWords.daysAgo.phrases + TimeWords.lastPeriod.phrases
      + TimeWords.vague.phrases + NumberWords.none.phrases
  }()
}
