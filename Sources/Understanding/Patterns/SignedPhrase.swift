/// A phrase under `hears`, with the sign in front of it apart; a blank between the two means nothing. Where no word or
/// group follows, the sign is none.
struct SignedPhrase {
  enum Sign: Character {
    /// As the whole line.
    case whole = "="
    /// Only where the line is no answer otherwise.
    case lastResort = "?"
    /// It takes away what the others under the same `hears` say.
    case exception = "!"
    /// What is over counts as well.
    case ofAnyTime = "~"
  }

  let sign: Sign?
  /// The phrase by itself.
  let words: Substring

  init(_ text: String) {
    let phrase = text.drop(while: \.isWhitespace)
    let rest = phrase.dropFirst().drop(while: \.isWhitespace)
    sign =
      rest.contains { $0.isLetter || $0.isNumber || $0 == "{" || $0 == "#" } ? phrase.first.flatMap(Sign.init) : nil
    words = sign == nil ? phrase : rest
  }
}
