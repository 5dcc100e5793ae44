/// Every word that the format gives a meaning, the keys first.
///
/// They are the first symbols of every load, so that a word is known by its number.
enum Word: String, CaseIterable {
  // Keys: the tree itself
  case backtalk, id, title, version, language, levels, start, stuck, onBehalf = "on_behalf", uses, about, was
  case questions, facts, scores, alarms, sections, stretches, programmes, outcomes, guarantees, sources, providers
  case stretchingRules = "stretching_rules", text, knownWords = "known_words", wordGroups = "word_groups"

  // About the tree
  case `for`, emergencyNumber = "emergency_number", crisisLine = "crisis_line", reviewDue = "review_due", licence
  case source

  // Questions
  case ask, plainer, why, sign, forOther = "for_other", type, choices, range, step, unsure
  case unsureBecause = "unsure_because", unasked, applies, redFlag = "red_flag"
  case label, hears, value

  // Facts and scores
  case when, means, `if`, points, add, times, forEachOf = "for each of", percentOfAnswered = "percent of answered"

  // Steps and branches
  case say, then, decide, go, end, because, asks

  // Stretches and what holds them
  case name, purpose, helps, difficulty, setup, steps, dose, progress, stopIf = "stop_if", avoid, figure, hold
  case `repeat`, sides
  case perDay = "per_day", use, firstOf = "first of", atMost = "at most"

  // Outcomes and what they refer to
  case level, outside, refer, to, within, review, watchFor = "watch_for", publisher, year, url, role, phone, address
  case hours, page, titleForOther = "title_for_other", sayForOther = "say_for_other"

  // Cases
  case backtalkCases = "backtalk-cases", tree, words, now, defaults, cases, answers, expect, outcome, offers
  case offersExactly = "offers exactly", neverOffers = "never offers", asked
  case neverAsked = "never asked", alarm

  // Words in conditions and claims
  case and, or, not, `is`, any, all, noneOf = "none", at, least, most, exactly, of, has, between, one
  case yes, no, always, never, otherwise
  case ends, `in`, nothing, question, before, offering, only, after, raised, by

  // Types, and what stands for a value
  case yesNo = "yes-no", choice, number, duration, rising, falling, own, askAgain = "ask again", each, both

  // Units
  case second, seconds, minute, minutes, hour, day, days, week, weeks, month, months, years

  static let count = allCases.count

  /// Its number, from 0 in the order above. An enum without payloads is stored as just that, and the way through
  /// `allCases` would search; a test holds it to it.
  var index: Int32 { Int32(unsafeBitCast(self, to: UInt8.self)) }

  /// The word of a number, if one has it.
  init?(index: Int32) {
    guard Self.byIndex.indices.contains(Int(index)) else { return nil }
    self = Self.byIndex[Int(index)]
  }

  private static let byIndex = allCases

  /// How it is written in a file.
  var text: String { rawValue }

  /// Whether nothing may be named so: it would not be told from the words of a condition.
  var isReserved: Bool {
    switch self {
    case .and, .or, .not, .is, .was, .any, .all, .noneOf, .at, .least, .exactly, .of, .has, .between, .asked, .unsure,
      .yes, .no, .always, .never, .otherwise:
      true
    default: false
    }
  }
}

/// Some of the keys, as a set of bits.
struct KeySet: ExpressibleByArrayLiteral {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init(arrayLiteral keys: Word...) {
    for key in keys {
      if key.index < 64 { low |= 1 << UInt64(key.index) } else { high |= 1 << UInt64(key.index - 64) }
    }
  }

  func contains(_ key: Word) -> Bool {
    key.index < 64 ? low >> UInt64(key.index) & 1 == 1 : high >> UInt64(key.index - 64) & 1 == 1
  }

  var names: [String] { Word.allCases.prefix(128).filter(contains).map(\.text) }
}
