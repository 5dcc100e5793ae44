/// Every word that the format gives a meaning, the keys first.
///
/// They are the first symbols of every load, so that a word is known by its number.
enum Word: Int32, CaseIterable {
  // Keys: the tree itself
  case backtalk, id, title, version, language, levels, start, stuck, onBehalf, uses, about, was
  case questions, facts, scores, alarms, sections, stretches, programmes, outcomes, guarantees, sources, providers

  // About the tree
  case `for`, emergencyNumber, crisisLine, reviewDue, licence, source

  // Questions
  case ask, plainer, why, sign, forOther, type, choices, range, step, unsure, unsureBecause, unasked, applies, redFlag
  case label, hears, value

  // Facts and scores
  case when, means, `if`, points, add, times, forEachOf, percentOfAnswered

  // Steps and branches
  case say, then, decide, go, end, because, asks

  // Stretches and what holds them
  case name, purpose, helps, difficulty, setup, steps, dose, progress, stopIf, avoid, figure, hold, `repeat`, sides
  case perDay, use, firstOf, atMost

  // Outcomes and what they refer to
  case level, outside, refer, to, within, review, watchFor, publisher, year, url, role, phone, address, hours, page

  // Cases
  case backtalkCases, tree, now, defaults, cases, answers, expect, outcome, offers, offersExactly, neverOffers, asked
  case neverAsked, alarm

  // Words in conditions and claims
  case and, or, not, `is`, any, all, noneOf, at, least, most, exactly, of, has, between, one
  case yes, no, always, never, otherwise
  case ends, `in`, nothing, question, before, offering, only, after, raised, by

  // Types, and what stands for a value
  case yesNo, choice, number, duration, rising, falling, own, askAgain, each, both

  // Units
  case second, seconds, minute, minutes, hour, day, days, week, weeks, month, months, years

  static let count = allCases.count

  /// How it is written in a file.
  var text: String {
    switch self {
    case .onBehalf: "on_behalf"
    case .emergencyNumber: "emergency_number"
    case .crisisLine: "crisis_line"
    case .reviewDue: "review_due"
    case .forOther: "for_other"
    case .unsureBecause: "unsure_because"
    case .redFlag: "red_flag"
    case .forEachOf: "for each of"
    case .percentOfAnswered: "percent of answered"
    case .stopIf: "stop_if"
    case .perDay: "per_day"
    case .firstOf: "first of"
    case .atMost: "at most"
    case .watchFor: "watch_for"
    case .backtalkCases: "backtalk-cases"
    case .offersExactly: "offers exactly"
    case .neverOffers: "never offers"
    case .neverAsked: "never asked"
    case .yesNo: "yes-no"
    case .noneOf: "none"
    case .askAgain: "ask again"
    default: "\(self)"
    }
  }

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
      if key.rawValue < 64 { low |= 1 << UInt64(key.rawValue) } else { high |= 1 << UInt64(key.rawValue - 64) }
    }
  }

  func contains(_ key: Word) -> Bool {
    key.rawValue < 64 ? low >> UInt64(key.rawValue) & 1 == 1 : high >> UInt64(key.rawValue - 64) & 1 == 1
  }

  var names: [String] { Word.allCases.prefix(128).filter(contains).map(\.text) }
}
