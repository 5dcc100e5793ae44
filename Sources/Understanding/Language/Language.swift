/// What people say in one language whatever it is about, read from its word list: numbers and units, yes and no, doubt,
/// denial, other people, habits of speech. What is medical comes from the tree.
public final class Language: Sendable {
  /// What each variety of a word stands for: "cannae" for "can't".
  private let variants: [String: [Line.Token]]
  /// Phrases that all mean the same.
  private let sets: [PhraseTable<Bool>]
  let numbers: [String: Int]
  /// Numbers, units, days and months, in which slips are looked for.
  let sizeNames: SlipTable
  /// Replies of one word.
  let replyNames: SlipTable
  /// Numbers with two letters swapped.
  let swappedNumbers: [String: Int]
  let ordinals: [String: Int]
  let weekdays: [String: Int]
  let months: [String: Int]
  /// Numbers that are no more than a habit of speech.
  let loose: PhraseTable<Int64>
  /// Minutes in one of each.
  let units: PhraseTable<Int64>
  /// Units that stand for one of themselves without a number, in minutes.
  let singles: PhraseTable<Int64>
  /// Units that, without a number, say at least so many minutes.
  let openEnded: PhraseTable<Int64>
  /// Days before today.
  let daysAgo: PhraseTable<Int64>
  /// The first year of life of each decade.
  let decades: PhraseTable<Int64>
  let replies: PhraseTable<Reply>
  let bounds: PhraseTable<Bound>
  let boundsAfter: PhraseTable<Bound>
  let sides: PhraseTable<Side>
  let lastPeriods: PhraseTable<Period>
  let sizes: PhraseTable<ClosedRange<Int>>
  let commands: PhraseTable<Command>
  /// Every word that stands in the list, however it is used.
  let listed: Set<String>
  /// These, and further words that are never a slip of another.
  let words: Set<String>

  /// Reads a word list. `common` holds further words of the language, parted by blanks, that are never a slip of another.
  public init(_ text: String, common: String = "") throws(LanguageError) {
    let list = try WordList(text)
    sets = Heading.allCases.map { PhraseTable($0.isSet ? list[$0.rawValue].map { (true, $0) } : []) }
    variants = list.variants.mapValues { $0.map(Line.Token.word) }
    numbers = try list.words(.number)
    swappedNumbers = Self.swapped(numbers)
    ordinals = try list.words(.ordinal)
    weekdays = try list.words(.weekday)
    months = try list.words(.month)
    loose = try list.table(.loose)
    units = try list.table(.unit)
    sizeNames = SlipTable([Array(numbers.keys), units.singleWords, Array(weekdays.keys), Array(months.keys)].joined())
    singles = try list.table(.single)
    openEnded = try list.table(.open)
    daysAgo = try list.table(.daysAgo)
    decades = try list.table(.decade)
    replies = PhraseTable(Reply.allCases.flatMap { reply in list[reply.heading.rawValue].map { (reply, $0) } })
    replyNames = SlipTable(replies.singleWords)
    bounds = PhraseTable(Bound.before.flatMap { bound in list[bound.0.rawValue].map { (bound.1, $0) } })
    boundsAfter = PhraseTable(Bound.after.flatMap { bound in list[bound.0.rawValue].map { (bound.1, $0) } })
    sides = PhraseTable(list[Heading.lowerSide.rawValue].map { (.lower, $0) } + list["upper side"].map { (.upper, $0) })
    lastPeriods = PhraseTable(Period.allCases.flatMap { period in list[period.rawValue].map { (period, $0) } })
    sizes = try list.ranges(.scale)
    commands = PhraseTable(Command.named.flatMap { named in list[named.heading.rawValue].map { (named.command, $0) } })
    listed = list.words
    words = listed.union(common.split { $0 == " " || $0 == "\n" }.map(String.init))
  }

  /// The phrases under a heading.
  subscript(_ heading: Heading) -> PhraseTable<Bool> { sets[heading.position] }

  /// Whether a phrase of a heading stands somewhere among the words.
  func has(_ heading: Heading, in words: [String]) -> Bool {
    words.indices.contains { self[heading].longest(in: words, at: $0) != nil }
  }

  /// The same with every variety of a word brought to the one that it stands for.
  func spelledAlike(_ tokens: [Line.Token]) -> [Line.Token] {
    guard tokens.contains(where: { variant(of: $0) != nil }) else { return tokens }
    return tokens.flatMap { variant(of: $0) ?? [$0] }
  }

  private func variant(of token: Line.Token) -> [Line.Token]? {
    if case .word(let word) = token { variants[word] } else { nil }
  }
}

extension Language {
  public static let english: Language = {
    do {
      return try Language(
        String(decoding: PackageResources.en_words, as: UTF8.self),
        common: String(decoding: PackageResources.en_common, as: UTF8.self))
    } catch {
      preconditionFailure("the English word list: \(error)")
    }
  }()
}

/// Why a word list cannot be read, and the line.
public struct LanguageError: Error, Equatable, CustomStringConvertible {
  public enum Cause: Equatable, Sendable {
    case unknownHeading(String)
    case badValue(String)
    case noHeading
    case missing(String)
  }

  public var cause: Cause
  /// From 1; nil where something is missing.
  public var line: Int?

  public var description: String {
    let place = line.map { "line \($0): " } ?? ""
    return switch cause {
    case .unknownHeading(let name): "\(place)there is no heading [\(name)]"
    case .badValue(let value): "\(place)the heading [\(value)] lacks its number, or has one that does not fit"
    case .noHeading: "\(place)words before the first heading"
    case .missing(let name): "the heading [\(name)] is missing"
    }
  }
}
