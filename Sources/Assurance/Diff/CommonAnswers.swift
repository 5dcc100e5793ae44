import Triage

/// A question of which two versions take other answers: other choices, another range or another step.
///
/// Every answer of either gets one code. Who is compared gives an answer that both take.
struct CommonAnswers {
  /// All answers of either version, as the old one reads them, and as the new one does. What only the other takes is
  /// worth no more and no less than what a version takes itself, so that no score can come to more by it.
  let old: Question.Kind
  let new: Question.Kind
  /// By choice of the new version: its place among all.
  let places: [Int]
  let accepted: Accepted

  /// The answers that both take, by their codes.
  enum Accepted: Equatable {
    /// Codes that lie so far apart, from the first to the last.
    case codes(first: Int32, last: Int32, apart: Int32)
    /// These choices.
    case choices(Set<Int32>)
  }

  /// Nil where the type is another, there are more answers than can be told apart, or none that both take.
  init?(_ old: Question.Kind, _ new: Question.Kind) {
    switch (old, new) {
    case (.choice(let ours), .choice(let theirs)):
      self.init(ours, theirs, Question.Kind.choice)
      guard accepted != .choices([]) else { return nil }
    case (.choices(let ours), .choices(let theirs)):
      self.init(ours, theirs, Question.Kind.choices)
    case (.number(let one), .number(let other)):
      guard let grid = Grid(Grid.Side(one), Grid.Side(other)) else { return nil }
      let range = NumberRange(
        Number(millionths: grid.low), to: Number(millionths: grid.high), step: Number(millionths: grid.step))
      self.init(.number(range), grid.accepted)
    case (.duration(let one), .duration(let other)):
      guard let grid = Grid(Grid.Side(one), Grid.Side(other)) else { return nil }
      let kind = Question.Kind.duration(Minutes(grid.low)...Minutes(grid.high))
      self.init(kind, grid.accepted)
    default: return nil
    }
    guard self.old.lastCode != nil else { return nil }
  }

  private init(_ kind: Question.Kind, _ accepted: Accepted) {
    (old, new, places, self.accepted) = (kind, kind, [], accepted)
  }

  /// The old version's choices come first, so that each keeps its place.
  private init(_ old: [Choice], _ new: [Choice], _ kind: ([Choice]) -> Question.Kind) {
    var (all, places, taken) = (old, [Int](), Set<Int>())
    for choice in new {
      let known = old.indices.first { choice.isSame(as: old[$0]) && !taken.contains($0) }
      places.append(known ?? all.count)
      if let known { taken.insert(known) } else { all.append(choice) }
    }
    var (before, after) = (all, all)
    for place in all.indices {
      if place >= old.count { before[place].value = old.first?.value }
      after[place] = places.firstIndex(of: place).map { new[$0] } ?? all[place]
      if !places.contains(place) { after[place].value = new.first?.value }
    }
    (self.old, self.new, self.places) = (kind(before), kind(after), places)
    accepted = .choices(Set(taken.map { Int32($0) }))
  }

  /// A literal of the new version, its choices at their places among all.
  func moved(_ literal: Literal) -> Literal {
    switch literal.value {
    case .choice(let choice): Literal(.choice(places[choice]), at: literal.part)
    case .choices(let picked):
      Literal(
        .choices(places.indices.reduce(0) { picked >> UInt32($1) & 1 == 1 ? $0 | 1 << UInt32(places[$1]) : $0 }),
        at: literal.part)
    case .yesNo, .number, .duration: literal
    }
  }

  func moved(_ unsure: Question.Unsure?) -> Question.Unsure? {
    if case .counts(let literal) = unsure { .counts(as: moved(literal)) } else { unsure }
  }

  /// Whether each choice that both versions have is worth the same.
  var hasSameValues: Bool {
    guard case (.choice(let before), .choice(let after)) = (old, new), case .choices(let both) = accepted else {
      return true
    }
    return both.allSatisfy { before[Int($0)].value == after[Int($0)].value }
  }
}

extension Choice {
  fileprivate func isSame(as old: Choice) -> Bool { name == old.name || was == old.name }
}

extension CommonAnswers.Accepted {
  /// Whether an answer that is known as a whole is one that both take.
  func contains(_ code: Int32) -> Bool {
    switch self {
    case .codes(let first, let last, let apart): code >= first && code <= last && (code - first) % apart == 0
    case .choices(let choices): choices.contains(code)
    }
  }

  /// The first and the last answer within a range of codes that both take; nil where there is none.
  func within(_ range: ClosedRange<Int32>) -> ClosedRange<Int32>? {
    guard case .codes(let first, let last, let apart) = self else { return nil }
    let (start, gap) = (Int64(first), Int64(apart))
    let (from, to) = (Int64(max(range.lowerBound, first)), Int64(min(range.upperBound, last)))
    let (low, high) = (start + (from - start + gap - 1) / gap * gap, to - (to - start) % gap)
    return to >= start && low <= high ? Int32(low)...Int32(high) : nil
  }
}

/// Numbers of two versions on one grid.
private struct Grid {
  var low: Int64
  var high: Int64
  var step: Int64
  var accepted: CommonAnswers.Accepted

  /// The numbers that one version takes, exactly: the high end is one of them.
  struct Side {
    var low: Int64
    var high: Int64
    var step: Int64

    init?(_ range: NumberRange) {
      guard range.step.millionths > 0, range.low <= range.high else { return nil }
      (low, step) = (range.low.millionths, range.step.millionths)
      high = range.high.millionths - (range.high.millionths - low) % step
    }

    init(_ range: ClosedRange<Minutes>) { (low, high, step) = (range.lowerBound.count, range.upperBound.count, 1) }

    func contains(_ number: Int64) -> Bool { number >= low && number <= high && (number - low) % step == 0 }
  }

  /// How many numbers are looked at for the first that both take.
  private static let mostLookedAt = 1_000_000

  init?(_ one: Side?, _ other: Side?) {
    guard let one, let other else { return nil }
    let step = Self.divisor(Self.divisor(one.step, other.step), abs(one.low - other.low))
    let low = min(one.low, other.low)
    (self.low, self.step, high) = (low, step, max(one.high, other.high))
    guard (high - low) / step < Question.mostAnswers else { return nil }
    let start = max(one.low, other.low)
    let ours = stride(from: start + (one.low - start) % one.step, through: one.high, by: Int(one.step))
      .lazy.filter { $0 >= start }.prefix(Self.mostLookedAt)
    guard let first = ours.first(where: { other.contains($0) }) else { return nil }
    // A step that is longer than all of the range leaves the first.
    let (common, isTooLong) = (one.step / Self.divisor(one.step, other.step)).multipliedReportingOverflow(
      by: other.step)
    let both = isTooLong || common > high - low ? max(step, high - low + step) : common
    let last = first + (min(one.high, other.high) - first) / both * both
    accepted = .codes(first: Int32((first - low) / step), last: Int32((last - low) / step), apart: Int32(both / step))
  }

  private static func divisor(_ one: Int64, _ other: Int64) -> Int64 {
    other == 0 ? one : divisor(other, one % other)
  }
}
