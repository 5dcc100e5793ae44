import Triage

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
    var isDoubted = false
    while place < line.tokens.count {
      if let amount = find(place) {
        add(amount, bound: nil, to: &place)
      } else if let said = language.bounds.longest(in: words, at: place),
        let amount = Self.amount(at: place + said.count, in: line, find)
      {
        add(amount, bound: said.meaning, to: &place)
      } else if let doubt = language[.notSure].longest(in: words, at: place) {
        isDoubted = true
        place += doubt.count
      } else {
        others.append(words[place])
        places.append(place)
        place += 1
      }
    }
    let isAbout = language.has(.approximate, in: others)
    guard isDoubted || isAbout else { return }
    for index in found.indices { found[index].isApproximate = true }
  }

  /// What is found at a place, or behind an article there: "nearly a 7".
  private static func amount(at place: Int, in line: Line, _ find: (Int) -> Amount?) -> Amount? {
    find(place) ?? (line.isWord(of: .article, at: place) ? find(place + 1) : nil)
  }

  /// Takes up an amount, and what is said of it right behind.
  private mutating func add(_ amount: Amount, bound before: Language.Bound?, to place: inout Int) {
    let behind = language.boundsAfter.longest(in: line.aligned, at: amount.end)
    let bound = before ?? behind?.meaning
    var amount = amount
    let isNear = bound == .near || bound == .nearBelow
    amount.start = place
    amount.bound = isNear ? nil : bound
    amount.isApproximate = amount.isApproximate || isNear
    found.append(amount)
    place = amount.end + (behind?.count ?? 0)
  }

  /// Leaves out what is said again right after it was said: "six weeks, yes, six weeks".
  mutating func dropEchoes() {
    found = found.reduce(into: []) { told, next in
      if let last = told.last, last.low == next.low, last.high == next.high { return }
      told.append(next)
    }
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

  /// Leaves out what is said of others, where one is told of oneself by name: "he was two years with his, mine is a week".
  mutating func dropAllBesideOwn(in line: Line) {
    guard found.count > 1 else { return }
    let clauses = found.map { amount in
      line.clauses.first { $0.contains(amount.end - 1) }.map { line.aligned[$0] } ?? []
    }
    let isAnothers = clauses.map { $0.contains { line.language[.another].contains($0) } }
    let own = found.indices.filter { place in
      !isAnothers[place] && clauses[place].contains { line.language[.oneself].contains($0) }
    }
    if own.count == 1, isAnothers.count(where: \.self) == found.count - 1 { found = [found[own[0]]] }
  }

  /// Leaves out what others said that it would be, where one is told that is so: "it's a year, they told me six weeks".
  mutating func dropExpected(in line: Line) {
    guard found.count > 1 else { return }
    let told = found.filter { !language.has(.expected, in: line.thought(before: $0.start)) }
    if told.count == 1 { found = told }
  }

  /// Leaves out what stands behind the first clause, where that is nothing but an amount, and others follow among other
  /// words: "an 8, even after 2 attempts".
  ///
  /// - Parameter turning: what says in a later clause that another amount is meant.
  mutating func dropBehindFirst(in line: Line, unless turning: [Heading]) {
    guard let first = found.first, found.count > 1,
      let pause = line.tokens.indices[first.end...].first(where: { line.sign(at: $0) == .pause })
    else { return }
    let words = line.aligned
    let isAlone = line.isAside(0..<first.start) && line.isAside(first.end..<pause)
    let isTold = found[1].end - 1 - pause > 2
    let isCorrected = words.indices[pause...].contains { place in
      turning.contains { language[$0].longest(in: words, at: place) != nil }
    }
    if isAlone, isTold, !isCorrected { found = [first] }
  }

  /// Leaves out days to come, beside a length of time: "on Monday it'll be 3 weeks".
  mutating func dropComing(in line: Line) {
    let words = line.aligned
    guard found.count > 1, language.has(.coming, in: words) else {
      return
    }
    let lengths = found.filter { $0.rule != .since }
    if lengths.count == 1 { found = lengths }
  }

  /// Leaves out what the last amount is reckoned from: "80 in August, so 79 still".
  mutating func dropReckoned(in line: Line) {
    guard found.count > 1, let last = found.last, !last.isToday else { return }
    let words = line.aligned
    let isExact = language[.exact].longest(in: words, at: last.end) != nil
    let isReckoned = (found[found.count - 2].end..<last.start).contains { place in
      language[.conclusion].longest(in: words, at: place).map { line.isAside(place + $0.count..<last.start) } ?? false
    }
    if isExact || isReckoned { found = [last] }
  }

  /// Leaves out what another is only compared with: "more like an 8 than a 7", "it's not a 10, but an 8".
  mutating func dropCompared(in line: Line) {
    guard found.count > 1 else { return }
    let told = found.filter { amount in
      let before = line.aligned[..<amount.start].last { !language[.article].contains($0) }
      return before.map { !language[.compared].contains($0) } ?? true
    }
    guard told.count == 1 else { return }
    if told[0] == found.last { takenBack = told[0].start }
    found = told
  }

  /// Makes one of an amount and the most that it may be: "a week, ten days at most".
  mutating func joinMost() {
    guard found.count == 2, found[0].bound == nil, found[1].bound == .atMost, found[0].high <= found[1].high else {
      return
    }
    found[0].high = found[1].high
    found.removeLast()
  }

  /// Leaves out what is still to come, beside what is so now: "19, 20 next week".
  mutating func dropToCome(in line: Line) {
    guard found.count > 1 else { return }
    let now = found.filter { !language.has(.coming, in: line.thought(at: $0.end - 1)) }
    if now.count == 1 { found = now }
  }

  /// Whether a word in the same clause as an amount makes it mean something else.
  var isTurned: Bool {
    zip(places, others).contains { place, word in
      place >= takenBack && language[.turningNumber].contains(word)
        && found.contains { !line.pauses(between: place, and: $0.end - 1) && !goesOn(behind: $0, before: place) }
    }
  }

  /// Whether another thought begins between an amount and a word: "a month, and the oil doesn't help".
  private func goesOn(behind amount: Amount, before place: Int) -> Bool {
    guard amount.end < place - 1 else { return false }
    return (amount.end..<place - 1).contains { line.isWord(of: .and, at: $0) }
  }

  /// Whether nothing stands beside the amount that says any more.
  var isAlone: Bool { others.allSatisfy { language[.approximate].contains($0) || language[.harmless].contains($0) } }
}
