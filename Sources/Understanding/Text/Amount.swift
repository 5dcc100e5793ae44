import Triage

/// A size that stands somewhere in a line: a number, or a length of time in minutes, or anything between two of them.
struct Amount: Equatable, Sendable {
  var low: Number
  var high: Number
  /// The place after its last token.
  var end: Int
  var isApproximate = false
  /// What was said right before it: "more than".
  var bound: Language.Bound?
  /// Whether it is at least so much, and how much more nobody knows.
  var isOpenEnded = false
  var rule = Rule.duration

  init(_ low: Number, to high: Number? = nil, end: Int, isApproximate: Bool = false) {
    self.low = low
    self.high = high ?? low
    self.end = end
    self.isApproximate = isApproximate
  }

  /// So many times as much.
  func times(_ factor: Int64) -> Amount {
    var product = self
    product.low = low.times(factor)
    product.high = high.times(factor)
    return product
  }

  /// This and another that stands after it.
  func plus(_ other: Amount) -> Amount {
    var sum = self
    sum.low = low.plus(other.low)
    sum.high = high.plus(other.high)
    sum.end = other.end
    sum.isApproximate = isApproximate || other.isApproximate
    return sum
  }
}

extension Number {
  static let half = Number(millionths: scale / 2)

  /// What stands for everything larger than can be held: a whole number, and out of every range.
  static let most = Number(millionths: .max / scale * scale)

  func times(_ factor: Int64) -> Number {
    let product = millionths.multipliedReportingOverflow(by: factor)
    return product.overflow ? Self.most : Number(millionths: product.partialValue)
  }

  func plus(_ other: Number) -> Number {
    let sum = millionths.addingReportingOverflow(other.millionths)
    return sum.overflow ? Self.most : Number(millionths: sum.partialValue)
  }
}

/// Every amount in a line, and the words beside them.
struct Amounts {
  var found: [Amount] = []
  private(set) var others: [String] = []
  /// Where each of the others stands.
  private var places: [Int] = []
  /// Where what was taken back ends.
  private var takenBack = 0
  private let line: Line
  private let language: Language

  /// Looks for amounts from left to right, each as long as it can be.
  init(in line: Line, _ find: (Int) -> Amount?) {
    let words = line.aligned
    let language = line.language
    (self.line, self.language) = (line, language)
    var place = 0
    while place < line.tokens.count {
      if let amount = find(place) {
        let said = language.boundsAfter.longest(in: words, at: amount.end)
        add(amount, bound: said?.meaning, to: &place)
        place += said?.count ?? 0
      } else if let said = language.bounds.longest(in: words, at: place), let amount = find(place + said.count) {
        add(amount, bound: said.meaning, to: &place)
      } else {
        others.append(words[place])
        places.append(place)
        place += 1
      }
    }
    guard others.indices.contains(where: { language[.approximate].longest(in: others, at: $0) != nil }) else { return }
    for index in found.indices { found[index].isApproximate = true }
  }

  private mutating func add(_ amount: Amount, bound: Language.Bound?, to place: inout Int) {
    var amount = amount
    let isNear = bound == .near || bound == .nearBelow
    amount.bound = isNear ? nil : bound
    amount.isApproximate = amount.isApproximate || isNear
    found.append(amount)
    place = amount.end
  }

  /// Leaves out what is said twice, what is taken back, and what is denied before another is told.
  mutating func dropRepeated(in line: Line) {
    if let first = found.first, found.count > 1, found.allSatisfy({ $0.low == first.low && $0.high == first.high }) {
      found = [first]
    }
    guard found.count == 2 else { return }
    let words = line.aligned
    let between = found[0].end..<max(found[0].end, found[1].end - 1)
    let isTakenBack = between.contains {
      language[.correction].longest(in: words, at: $0) != nil || language[.plainNo].contains(words[$0])
    }
    let isDenied =
      between.contains { line.sign(at: $0) == .pause } && words.first.map { language[.denying].contains($0) } == true
    guard isTakenBack && !found[0].isOpenEnded || isDenied else { return }
    found.removeFirst()
    if isTakenBack { takenBack = found[0].end }
  }

  /// Leaves out what stands in a reason, where one is told before it: "three weeks, because that weekend I dug".
  mutating func dropReasons(in line: Line) {
    let words = line.aligned
    guard let reason = words.indices.first(where: { line.language[.reason].longest(in: words, at: $0) != nil }) else {
      return
    }
    let before = found.filter { $0.end <= reason }
    if before.count == 1 { found = before }
  }

  /// Leaves out what is said of other people, where one is told of oneself: "my wife is 60, I'm 63".
  mutating func dropAnothers(in line: Line) {
    let own = found.filter { amount in !line.thought(at: amount.end - 1).contains { language[.another].contains($0) } }
    if own.count == 1 { found = own }
  }

  /// Leaves out what stands behind the first clause, where that is nothing but an amount, and others follow among other
  /// words: "an 8, even after 2 attempts".
  mutating func dropBehindFirst(in line: Line) {
    guard let first = found.first, found.count > 1, line.sign(at: first.end) == .pause else { return }
    let words = line.aligned
    let isAlone = zip(places, others).allSatisfy { place, word in
      place >= first.end || [.article, .approximate, .harmless, .passing].contains { language[$0].contains(word) }
    }
    let isTold = found[1].end - 1 - first.end > 2
    let isCorrected = words.indices[first.end...].contains { place in
      [.correction, .usually, .rangePerhaps].contains { language[$0].longest(in: words, at: place) != nil }
    }
    if isAlone, isTold, !isCorrected { found = [first] }
  }

  /// Whether a word in the same clause as an amount makes it mean something else.
  var isTurned: Bool {
    zip(places, others).contains { place, word in
      place >= takenBack && language[.turningNumber].contains(word)
        && found.contains { !line.pauses(between: place, and: $0.end - 1) }
    }
  }

  /// Whether nothing stands beside the amount that says any more.
  var isAlone: Bool { others.allSatisfy { language[.approximate].contains($0) || language[.harmless].contains($0) } }
}

extension Line {
  /// The word at a place; nil for a number, a sign, and beyond the end.
  func word(at place: Int) -> String? {
    if tokens.indices.contains(place), case .word(let word) = tokens[place] { word } else { nil }
  }

  /// Whether a single word of a set stands at a place.
  func isWord(of set: Heading, at place: Int) -> Bool { word(at: place).map(language[set].contains) ?? false }

  /// Whether the line says nothing of what was asked. "At all" is harmless beside other words and part of "not at all".
  var isNoAmount: Bool {
    return [words, language.withoutHarmless(words), words(before: .pause), thoughts.last ?? []].contains {
      language[.noAmount].contains($0)
    }
  }

  /// The words before the first sign of a kind.
  func words(before sign: Sign) -> [String] {
    tokens.indices.prefix { self.sign(at: $0) != sign }.compactMap { tokens[$0].text }
  }

  /// The words between pauses and what begins another thought, such as a "but".
  var thoughts: [[String]] { aligned.split { $0.isEmpty || language[.part].contains($0) }.map(Array.init) }

  /// The words around a place, between pauses and what begins another thought.
  func thought(at place: Int) -> [String] {
    let words = aligned
    let isBetween = { (word: String) in word.isEmpty || language[.part].contains(word) }
    let start = words[..<place].lastIndex(where: isBetween).map { $0 + 1 } ?? 0
    return Array(words[start..<(words[place...].firstIndex(where: isBetween) ?? words.count)])
  }

  /// Whether a pause parts two places, in either order.
  func pauses(between first: Int, and second: Int) -> Bool {
    (min(first, second)..<max(first, second)).contains { sign(at: $0) == .pause }
  }

  /// The sign at a place; a full stop is a pause as well.
  func sign(at place: Int) -> Sign? {
    guard tokens.indices.contains(place), case .sign(let sign) = tokens[place] else { return nil }
    return sign == .stop ? .pause : sign
  }

  /// Whether a sentence ends here: with a full stop, or a question.
  func isStop(_ place: Int) -> Bool {
    tokens.indices.contains(place) && [.sign(.stop), .sign(.question)].contains(tokens[place])
  }
}

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
    if joinsRange(at: place) { return place + 1 }
    let start = sign(at: place) == .pause ? place + 1 : place
    return language[.rangePerhaps].longest(in: aligned, at: start).map { start + $0.count }
  }

  private func numberInDigits(at place: Int) -> Amount? {
    guard tokens.indices.contains(place), case .number(let number) = tokens[place] else { return nil }
    return Amount(number, end: place + 1)
  }

  /// "seven", "twenty one", "two hundred and five".
  private func numberInWords(at place: Int) -> Amount? {
    guard let first = belowHundred(at: place) else { return nil }
    let isScore = isWord(of: .score, at: first.end)
    guard isScore || isWord(of: .hundred, at: first.end) else { return first }
    let hundreds = first.times(isScore ? 20 : 100)
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

  private func value(at place: Int) -> Int? {
    guard let word = word(at: place) else { return nil }
    return language.numbers[word] ?? slips[place]?.number
  }
}

extension Minutes {
  static let perDay: Int64 = 24 * 60
  static let perYear = 365 * perDay
}
