/// The headings of a word list. Those that take a number, a range or a word after them are told by ``takesValue``.
enum Heading: String, CaseIterable {
  /// Other spellings of the word or words that stand after it.
  case variant
  case yes, no, sometimes, perhaps, either, weakening, turning, correction, decline, filler, and, approximate
  case sometimesWhen = "sometimes when"
  case softYes = "soft yes"
  case softNo = "soft no"
  case plainYes = "plain yes"
  case plainNo = "plain no"
  case noAgain = "no again"
  case yesAgain = "yes again"
  case harmless, auxiliary, pronoun, around, over
  case pastOpening = "past opening"
  case contracted = "contracted denial"
  case pastNo = "past no"
  case notSure = "not sure"
  case notKnown = "not known"
  case listNumber = "list number"
  case lastOfList = "last of list"
  case noneOfList = "none of list"
  case aloneOfList = "alone of list"
  case restOfList = "rest of list"
  case allOfList = "all of list"
  case bothOfList = "both of list"
  case denyingChoice = "denying choice"

  case number, ordinal, loose, hundred, above, below, half, range, celsius, fahrenheit, nearly
  case nearlyBelow = "nearly below"
  case ordinalEnding = "ordinal ending"
  case counted, rate, conclusion, exact, compared, expected
  case digitLetter = "digit letter"
  case noAmount = "no amount"
  case noTime = "no time"
  case score
  case atLeast = "at least"
  case atMost = "at most"
  case atLeastAfter = "at least after"
  case atMostAfter = "at most after"
  case nearlyAfter = "nearly after"
  case thingCounted = "thing counted"
  case lowerSide = "lower side"
  case upperSide = "upper side"
  case turningNumber = "turning number"
  case rangeAnd = "range and"
  case rangePerhaps = "range perhaps"
  case rangeOpening = "range opening"
  case andAHalf = "and a half"
  case hundredAnd = "hundred and"
  case outOf = "out of"

  case unit, article, emphasis, single, open, vague, weekday, month, since, ago, recurrent, flare, of
  case articleOfFraction = "article of fraction"
  case gotWorse = "got worse"
  case daysAgo = "days ago"
  case lastWeek = "last week"
  case lastMonth = "last month"
  case lastYear = "last year"
  case dayOrWord = "day or word"
  case dayGone = "day gone"
  case reason, coming
  case articleOfDate = "article of date"
  case sinceAge = "since age"
  case thisTime = "this time"

  case scale, worst, usually, decade
  case early = "decade part early"
  case middle = "decade part mid"
  case late = "decade part late"

  case passing, part, denying, subject, another, oneself, possessive, being, thing, placing, addressing, past, present,
    hypothetical, condition, elsewhere, idiom, hedge
  case elsewhereAfter = "elsewhere after"
  case isOver = "is over"
  case presentTense = "present tense"
  case lookingBack = "looking back"
  case inYear = "in year"
  case atAge = "at age"
  case afterAge = "after age"
  case thisOne = "this one"
  case whoseAge = "whose age"
  case byNow = "by now"
  case denyingOne = "denying one"
  case done
  case unlikeBefore = "unlike before"
  case notDenying = "not denying"
  case denyingAfter = "denying after"

  /// It frightens them, or is hard to bear.
  case dismay

  /// How a wish begins, before the command that it is.
  case asking = "command asking"
  case help = "command help"
  case why = "command why"
  case options = "command options"
  case repeated = "command repeat"
  case plainer = "command plainer"
  case back = "command back"
  case summary = "command summary"
  case restart = "command restart"
  case quit = "command quit"
  case progress = "command progress"
  case person = "command person"
  case identity = "command identity"
  case greeting = "command greeting"
  case skip = "command skip"
  case print = "command print"
  case saveRecord = "command save record"
  /// Before the place of a record.
  case saveRecordAt = "save record at"
  case change = "command change"
  /// Between what is to be changed and what it is to become.
  case changeTo = "change to"
  case note = "command note"
  case whyNot = "command why not"
  case clarify = "command clarify"
  case clarifyEnding = "clarify ending"
  case notClarified = "not clarified"

  /// Whether a number, or two, or words stand after it in the brackets.
  var takesValue: Bool {
    switch self {
    case .variant, .number, .ordinal, .loose, .unit, .single, .open, .daysAgo, .weekday, .month, .decade, .scale: true
    default: false
    }
  }

  /// Whether its phrases all mean the same.
  var isSet: Bool { !takesValue }

  var position: Int { Self.positions[self]! }

  private static let positions = Dictionary(uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })
}
