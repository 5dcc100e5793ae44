import Triage

/// Numbers in digits and in words.
extension Line {
  /// A number, or two with "to", "or" or a dash between them.
  func numberOrRange(at place: Int) -> Amount? {
    guard let first = number(at: place) else { return nil }
    guard let joining = rangeLink(at: first.end) ?? nextNumber(after: first) else { return first }
    let next = isWord(of: .article, at: joining) ? joining + 1 : joining
    guard let second = number(at: next), first.low <= second.low else { return first }
    return Amount(first.low, to: second.low, end: second.end)
  }

  /// The place behind a pause where the next number stands with its unit: "two, three weeks".
  private func nextNumber(after first: Amount) -> Int? {
    guard sign(at: first.end) == .pause, let next = number(at: first.end + 1),
      next.low == first.low.plus(Number(1)), unit(at: next.end) != nil
    else { return nil }
    return first.end + 1
  }

  /// A number in digits or words, with "and a half" after it where it is said.
  func number(at place: Int) -> Amount? {
    if sign(at: place) == .minus, let amount = number(at: place + 1) { return amount.times(-1) }
    guard let amount = plainNumber(at: place) else { return nil }
    guard let half = language[.andAHalf].longest(in: aligned, at: amount.end) else { return amount }
    return amount.plus(Amount(.half, end: amount.end + half.count))
  }

  /// A number in digits or words.
  func plainNumber(at place: Int) -> Amount? { numberInDigits(at: place) ?? numberInWords(at: place) }

  /// Whether the token here makes a range of the amounts on its two sides.
  func joinsRange(at place: Int) -> Bool {
    if sign(at: place) == .dash { return true }
    guard let word = word(at: place) else { return false }
    if language[.range].contains(word) { return true }
    guard language[.rangeAnd].contains(word) else { return false }
    return isBehindRangeOpening(place)
  }

  /// Whether a "between" or "from" stands somewhere before a place.
  private func isBehindRangeOpening(_ place: Int) -> Bool { firstRangeOpening.map { $0 < place } ?? false }

  /// The place after what makes a range of the amounts on its two sides: "to", a dash, "maybe" behind a comma.
  func rangeLink(at place: Int) -> Int? {
    let start = aligned.indices[min(place, aligned.count)...].first { !isPause($0) } ?? place
    if let perhaps = language[.rangePerhaps].longest(in: aligned, at: start) { return start + perhaps.count }
    let joining = sign(at: place) == .question ? place + 1 : place
    return joinsRange(at: joining) ? joining + 1 : nil
  }

  private func numberInDigits(at place: Int) -> Amount? {
    guard tokens.indices.contains(place), case .number(let number) = tokens[place] else { return nil }
    return Amount(number, end: place + 1)
  }

  /// "seven", "twenty one", "two hundred and five".
  private func numberInWords(at place: Int) -> Amount? {
    if isWord(of: .hundred, at: place), numberInDigits(at: place - 1) == nil {
      return numberOfHundreds(Amount(Number(1), end: place))
    }
    guard let first = belowHundred(at: place) else { return nil }
    let isScore = isWord(of: .score, at: first.end)
    guard isScore || isWord(of: .hundred, at: first.end) else { return first }
    return numberOfHundreds(first, each: isScore ? 20 : 100)
  }

  /// "Two hundred and five", from where the hundred stands; "three score and ten".
  private func numberOfHundreds(_ first: Amount, each: Int64 = 100) -> Amount {
    let hundreds = first.times(each)
    let isJoined = word(at: first.end + 1).map(language[.hundredAnd].contains) == true
    let next = isJoined ? first.end + 2 : first.end + 1
    guard let rest = belowHundred(at: next) else { return Amount(hundreds.low, end: first.end + 1) }
    return hundreds.plus(rest)
  }

  private func belowHundred(at place: Int) -> Amount? {
    guard let first = value(at: place) else { return nil }
    if (1...9).contains(first), isWord(of: .hundredAnd, at: place + 1), let tens = value(at: place + 2), tens >= 20,
      !isBehindRangeOpening(place)
    {
      return Amount(Number(first + tens), end: place + 3)
    }
    guard first >= 20, let second = value(at: place + 1), (1...9).contains(second) else {
      return Amount(Number(first), end: place + 1)
    }
    return Amount(Number(first + second), end: place + 2)
  }

  /// "There weeks" is three of them, "it's up there" is not: a word that is right as it stands is no slip of a number but
  /// where one is called for.
  private func isNumberBySlip(_ word: String, at place: Int) -> Bool {
    !language.words.contains(word) || tokens.count == 1 || unit(at: place + 1) != nil || joinsRange(at: place + 1)
  }

  private func value(at place: Int) -> Int? {
    guard let word = word(at: place) else { return nil }
    return language.numbers[word] ?? (isNumberBySlip(word, at: place) ? slips[place]?.number : nil)
  }
}
