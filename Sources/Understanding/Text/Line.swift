import Triage

/// What a patient typed, brought to one spelling: lower case, no accents, one kind of quote, digits as numbers, and one
/// word for its varieties.
struct Line: Equatable, Sendable {
  let tokens: [Token]
  /// The words, one for each token; a sign is no word.
  let aligned: [String]
  /// What the words that are slips can only be, by their places.
  let slips: [Int: Slips]
  /// By token: whether something of the word list may begin there, so that it is worth while to look.
  let isListed: [Bool]
  /// Whose words these are.
  let language: Language
  /// Where the first word stands that may open a range, as "between" does.
  let firstRangeOpening: Int?

  enum Token: Hashable, Sendable {
    case word(String)
    /// Never below zero: a minus is a sign of its own.
    case number(Number)
    case sign(Sign)
  }

  enum Sign: Hashable, Sendable {
    /// A comma, or the like.
    case pause
    /// A full stop: a pause that ends a sentence.
    case stop
    /// Between two things: "3-4".
    case dash
    /// Right before a number, with nothing before it.
    case minus
    case slash
    /// Right before a number: "'82".
    case apostrophe
    case question
  }

  /// What stands for a plus right after a number, and for one or an ampersand anywhere else.
  static let plus = "plus"
  static let and = "and"

  /// A longer line is no answer; alarms are heard in it nevertheless.
  static let mostCharacters = 400

  init(_ text: String, in language: Language) {
    self.init(tokens: language.spelledAlike(Self.tokens(of: text)), in: language)
  }

  init(tokens: [Token], in language: Language) {
    self.tokens = tokens
    aligned = tokens.map { $0.text ?? "" }
    firstRangeOpening = aligned.firstIndex { language[.rangeOpening].contains($0) }
    var slips: [Int: Slips] = [:]
    for (place, token) in tokens.enumerated() {
      if case .word(let word) = token { slips[place] = language.slips(of: word) }
    }
    self.slips = slips
    isListed = tokens.indices.map { place in
      guard case .word(let word) = tokens[place] else { return true }
      return slips[place] != nil || language.listed.contains(word)
    }
    self.language = language
  }

  static func == (left: Line, right: Line) -> Bool { left.tokens == right.tokens }

  static func tokens(of text: String) -> [Token] {
    var tokens: [Token] = []
    var scanner = Scanner(Spelling.scalars(of: text))
    while let token = scanner.next() { tokens.append(token) }
    return tokens
  }

  /// The words and numbers of a text alone.
  static func words(of text: String) -> [String] { tokens(of: text).compactMap(\.text) }

  /// The words and numbers of a text alone, in the spelling of a line.
  static func words(of text: String, in language: Language) -> [String] {
    language.spelledAlike(tokens(of: text)).compactMap(\.text)
  }

  /// The words and numbers alone.
  var words: [String] { tokens.compactMap(\.text) }
}

extension Line.Token {
  /// A word, or a number as a word; nil for a sign.
  var text: String? {
    switch self {
    case .word(let word): word
    case .number(let number): number.digits
    case .sign: nil
    }
  }
}

extension Line {
  /// Cuts scalars of one spelling into tokens.
  private struct Scanner {
    let scalars: [Unicode.Scalar]
    var place = 0

    init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

    mutating func next() -> Token? {
      while let scalar = peek() {
        if scalar.isDigit || scalar == "." && peek(1)?.isDigit == true { return number() }
        if scalar.isPartOfWord { return word() }
        place += 1
        if let token = token(for: scalar) { return token }
      }
      return nil
    }

    private func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
      let index = place + ahead
      return scalars.indices.contains(index) ? scalars[index] : nil
    }

    /// A sign, or a scalar that is a word by itself; nil for what only separates. It has been passed.
    private func token(for scalar: Unicode.Scalar) -> Token? {
      switch scalar {
      case ".": isOfAbbreviation ? nil : .sign(.stop)
      case "!": .sign(.stop)
      case ",", ";", ":": .sign(.pause)
      case "?": .sign(.question)
      case "/": .sign(.slash)
      case "'": peek()?.isDigit == true ? .sign(.apostrophe) : nil
      case "-": dash()
      case "&": .word(Line.and)
      case "+": .word(isPlus ? Line.plus : Line.and)
      default: scalar.isPicture ? .word(String(scalar)) : nil
      }
    }

    /// Whether a full stop only ends a letter before a number: "b. 1949".
    private var isOfAbbreviation: Bool {
      guard place >= 2, scalars[place - 2].isPartOfWord, place == 2 || !scalars[place - 3].isPartOfWord else {
        return false
      }
      return scalars[place...].first { $0 != " " }?.isDigit == true
    }

    /// Whether a plus says "or more": right after a number, or after its unit with nothing right behind it.
    private var isPlus: Bool {
      guard place >= 2 else { return false }
      return scalars[place - 2].isDigit || scalars[place - 2].isPartOfWord && peek()?.isPartOfWord != true
    }

    private func dash() -> Token? {
      let before = place >= 2 ? scalars[place - 2] : " "
      if before.isDigit { return .sign(.dash) }
      if peek()?.isDigit == true { return .sign(before.isPartOfWord ? .dash : .minus) }
      return before == " " && peek() == " " ? .sign(.dash) : nil
    }

    private mutating func word() -> Token {
      var word = ""
      while let scalar = peek() {
        if scalar.isPartOfWord {
          word.unicodeScalars.append(scalar)
        } else if scalar != "'" || peek(1)?.isPartOfWord != true {
          break
        }
        place += 1
      }
      return .word(word)
    }

    private mutating func number() -> Token {
      var text = ""
      var hasPoint = false
      while let scalar = peek() {
        if scalar.isDigit {
          text.unicodeScalars.append(scalar)
        } else if scalar == ".", !hasPoint, peek(1)?.isDigit == true {
          hasPoint = true
          text.append(".")
        } else if !(scalar == "," && isThousand && !hasPoint) {
          break
        }
        place += 1
      }
      return Number(digits: text).map(Token.number) ?? .word(text)
    }

    /// Whether exactly three digits follow the comma here.
    private var isThousand: Bool {
      (1...3).allSatisfy { peek($0)?.isDigit == true } && peek(4)?.isDigit != true
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }

  /// An emoji, also where it is drawn in black.
  fileprivate var isPicture: Bool { properties.isEmojiPresentation || value > 0x2000 && properties.isEmoji }

  fileprivate var isPartOfWord: Bool {
    if isASCII { return ("a"..."z").contains(self) }
    return properties.isAlphabetic
  }
}
