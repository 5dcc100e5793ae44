/// What steers the chat and is no answer.
public enum Command: Hashable, Sendable {
  case help
  case why
  /// Why not this outcome, in the patient's words.
  case whyNot(String)
  case options
  /// The question again.
  case `repeat`
  /// The question in plainer words.
  case plainer
  case back
  /// The answer to change, and perhaps what to, as it was typed; empty where none was named.
  case change(String)
  case summary
  /// How many questions are left.
  case progress
  /// Something for whoever sees the patient next, that decides nothing; as it was typed.
  case note(String)
  /// How to reach somebody.
  case person
  /// Who or what is asking.
  case identity
  case greeting
  /// What a word means.
  case clarify(String)
  /// Would rather not answer.
  case decline
  /// The next question.
  case skip
  /// What to do, on paper.
  case print
  /// Where to keep the record, as it was typed; empty where no place was named.
  case saveRecord(String)
  case restart
  case quit

  /// Where the words behind `change` may be parted into what is to be changed and what it is to become: "age to 70".
  public static func changes(in words: String, _ language: Language) -> [(of: String, to: String)] {
    let words = words.split(whereSeparator: \.isWhitespace)
    return words.indices.dropFirst().dropLast().filter { language[.changeTo].contains(words[$0].lowercased()) }.map {
      (words[..<$0].joined(separator: " "), words[($0 + 1)...].joined(separator: " "))
    }
  }

  /// The commands of which a whole line is the name, and where the word list has them.
  static let named: [(command: Command, heading: Heading)] = [
    (.help, .help), (.why, .why), (.options, .options), (.repeat, .repeated), (.plainer, .plainer), (.back, .back),
    (.summary, .summary), (.progress, .progress), (.person, .person), (.identity, .identity), (.greeting, .greeting),
    (.decline, .decline), (.skip, .skip), (.print, .print), (.saveRecord(""), .saveRecord), (.restart, .restart),
    (.quit, .quit), (.change(""), .change),
  ]

  /// Every whole line that is a command but for the question marks, the slashes and what follows its name.
  public static func lines(in language: Language = .english) -> [String] { language.commands.phrases }

  /// The command that a line is as a whole. A slash before it says that it is one, whatever else it could be.
  public init?(_ line: String, in language: Language = .english) {
    let parsed = Line(line, in: language)
    if !parsed.tokens.isEmpty, parsed.tokens.allSatisfy({ $0 == .sign(.question) }) {
      self = .help
    } else if let command = Self.whole(parsed) ?? Self.withTail(parsed, typed: line) ?? Self.declined(parsed) {
      self = command
    } else {
      return nil
    }
  }

  /// The wish that one thought of a line is, where others only tell why: "can I print this, so that I can take it along".
  /// Only a wish to be shown something, and only in several words: anything else might be no wish.
  init?(among line: Line) {
    guard line.words.count <= Self.mostWords else { return nil }
    let wishes = line.thoughts.lazy.filter { $0.count >= Self.fewestWords }.compactMap { thought in
      Self.whole(thought, line.language) ?? Self.clarified(thought, line.language).map(Command.clarify)
    }
    guard let wish = wishes.first(where: \.onlyShows) else { return nil }
    self = wish
  }

  /// How many words a wish has that stands among others.
  private static let fewestWords = 3

  /// Whether it shows something, and changes and ends nothing.
  private var onlyShows: Bool {
    switch self {
    case .help, .why, .options, .repeat, .plainer, .summary, .progress, .person, .identity, .clarify, .print: true
    case .whyNot, .back, .change, .note, .greeting, .decline, .skip, .saveRecord, .restart, .quit: false
    }
  }

  /// Whether a slash before the line says that it is a command.
  public static func isMarked(_ line: String) -> Bool { Line.tokens(of: line).first == .sign(.slash) }

  /// No line with more words is a command as a whole.
  private static let mostWords = 60

  private static func whole(_ line: Line) -> Command? {
    guard line.tokens.count <= mostWords else { return nil }
    if let command = whole(line.words, line.language) ?? saidTwice(line.words, line.language) { return command }
    let parts = line.aligned.split(separator: "").map(Array.init)
    guard parts.count > 1 else { return nil }
    var last: Command?
    for part in parts {
      if let command = whole(part, line.language) {
        last = command == .greeting || command == .back ? last ?? command : command
      } else if ![.asking, .harmless, .around, .correction].contains(where: { line.language[$0].covers(part) }) {
        return nil
      }
    }
    return last
  }

  private static func whole(_ words: [String], _ language: Language) -> Command? {
    let ways = language.peeled(words)
    return ways.lazy.compactMap(language.commands.whole).first
      ?? ways.lazy.compactMap { afterAsking($0, language) }.first
  }

  /// Would rather not answer, and says why behind a pause.
  private static func declined(_ line: Line) -> Command? {
    line.language[.decline].contains(line.language.withoutHarmless(line.words(before: .pause))) ? .decline : nil
  }

  /// One wish said in two ways without a pause: "go back I pressed the wrong one".
  private static func saidTwice(_ words: [String], _ language: Language) -> Command? {
    guard words.count <= mostWordsOfTwo else { return nil }
    return words.indices.dropFirst().lazy.compactMap { middle -> Command? in
      guard let last = language.commands.whole(words[middle...]) else { return nil }
      return whole(Array(words[..<middle]), language) == last ? last : nil
    }.first
  }

  private static let mostWordsOfTwo = 16

  /// The command behind "can I", "I would like to" and the like.
  private static func afterAsking(_ words: [String], _ language: Language) -> Command? {
    var place = 0
    while let found = language[.asking].longest(in: words, at: place), place + found.count < words.count {
      place += found.count
      if let command = language.commands.whole(Array(words[place...])) { return command }
    }
    return nil
  }

  /// A command with something after its name.
  private static func withTail(_ line: Line, typed: String) -> Command? {
    let (words, language) = (line.words, line.language)
    func tail(after heading: Heading) -> [String]? {
      language[heading].longest(in: words, at: 0).map { Array(words.dropFirst($0.count)) }
    }
    if let rest = tail(after: .whyNot) { return .whyNot(rest.joined(separator: " ")) }
    if let rest = tail(after: .change) { return .change(asTyped(rest, in: line, typed)) }
    if let name = language[.saveRecordAt].longest(in: words, at: 0) { return .saveRecord(typed.afterWords(name.count)) }
    if let name = language[.note].longest(in: words, at: 0), words.count > name.count {
      return .note(typed.afterWords(name.count))
    }
    guard words.count <= mostWords else { return nil }
    return language.peeled(words).lazy.compactMap { clarified($0, language) }.first.map(Command.clarify)
  }

  /// The last words of a line with the signs between them; without where one that was typed stands for several words.
  private static func asTyped(_ rest: [String], in line: Line, _ typed: String) -> String {
    let tail = typed.afterWords(line.words.count - rest.count)
    return Line.words(of: tail, in: line.language) == rest ? tail : rest.joined(separator: " ")
  }

  /// What is asked for in "what does this mean".
  private static func clarified(_ words: [String], _ language: Language) -> String? {
    guard let opening = language[.clarify].longest(in: words, at: 0) else { return nil }
    var rest = Array(words.dropFirst(opening.count))
    if let last = rest.last, language[.clarifyEnding].contains(last) { rest.removeLast() }
    guard (1...5).contains(rest.count), !language[.notClarified].contains(rest) else { return nil }
    return rest.joined(separator: " ")
  }
}

extension String {
  /// What stands after so many words, and what parts them from it, as it was typed.
  fileprivate func afterWords(_ count: Int) -> String {
    var rest = self[...].drop { $0 == "/" || $0.isWhitespace }
    for _ in 0..<count { rest = rest.drop { !$0.isWhitespace && $0 != ":" }.drop { $0.isWhitespace || $0 == ":" } }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
