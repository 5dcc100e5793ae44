extension Diagnostic {
  /// A mistake in words.
  struct Words: Equatable {
    /// What is wrong.
    var message: String
    /// A few words beside the caret: the nearest name, as a rule.
    var hint: String?
    /// What to do.
    var cure: String?

    init(_ message: String, hint: String? = nil, cure: String? = nil) {
      self.message = message
      self.hint = hint
      self.cure = cure
    }
  }

  public var code: Code { mistake.code }

  /// What is wrong, in one sentence.
  public var message: String { Visible.harmless(mistake.words.message) }

  /// What to do about it.
  public var cure: String {
    let words = mistake.words
    return Visible.harmless([words.hint, words.cure].compactMap { $0 }.joined(separator: "; "))
  }
}

extension Diagnostic.Role {
  var words: String {
    switch self {
    case .firstDefined: "first defined here"
    case .reading(let context): context
    case .uses(let name): "uses \"\(name)\""
    case .mentionedHere: "first here"
    case .readHere(let question): "here \"\(question)\" is read"
    case .member: "in the circle too"
    }
  }
}

extension Mistake {
  var words: Diagnostic.Words {
    if case .meaning(let kind, let names) = self { return kind.words(names) }
    return characterWords ?? yamlWords ?? shapeWords ?? valueWords ?? nameWords ?? patternWords ?? conditionWords
      ?? usesWords ?? .init(code.rawValue)
  }

  // MARK: Files and characters

  private var characterWords: Diagnostic.Words? {
    switch self {
    case .unreadableFile(let reason):
      .init("this file cannot be read: \(reason)", cure: "check its name, and who may read it")
    case .tooLarge(let limit):
      .init("this file is larger than \(limit) bytes", cure: "move parts of it into files named under \"uses:\"")
    case .tooLargeTogether(let limit):
      .init(
        "with this one, the files are larger than \(limit) bytes together", cure: "leave out what the tree can lack")
    case .tooManyFiles(let limit):
      .init("this is one more than the \(limit) files that may be used", cure: "put several of them into one")
    case .tooDeep(let limit):
      .init("more than \(limit) lists and mappings stand inside one another here", cure: "write it flatter")
    case .invalidUTF8: .init("this byte is not valid UTF-8", cure: "save the file as UTF-8")
    case .nulByte: .init("there is a NUL byte in this file", cure: "save it as text, in UTF-8")
    case .controlCharacter(let scalar):
      .init("there is a control character (\(Visible.hex(scalar))) in the text", cure: "remove it")
    case .oldLineEnds:
      .init(
        "the lines of this file end in a CR alone, as on very old computers",
        cure: "save it with LF, or with CR and LF, at the ends of lines")
    case .bidirectionalCharacter(let scalar):
      .init(
        "there is an invisible character (\(Visible.hex(scalar))) that changes the direction of text",
        cure: "remove it: what is shown would not be what is read")
    case .lookalike(let scalar):
      .init(
        "this character (\(Visible.hex(scalar))) only looks like \(Lookalike.name(of: scalar))",
        cure: "type \(Lookalike.name(of: scalar)) instead")
    case .tabIndent: .init("this line is indented with a tab", cure: "indent with spaces")
    default: nil
    }
  }

  // MARK: YAML

  private var yamlWords: Diagnostic.Words? {
    switch self {
    case .emptyFile: .init("there is nothing in this file", cure: "a tree begins with \"backtalk: 1\"")
    case .yamlSyntax(let problem):
      .init(
        "YAML cannot be read on from here: \(problem)", cure: "check indentation, colons and quotes around this place")
    case .yamlFlow(let problem):
      .init(
        "YAML cannot be read on from here: \(problem)",
        cure: """
          inside {…} and […] a comma, a bracket or a colon ends a text; put it in quotes, or write one key a line:
            if: at least 2 of [a, b]
            end: name
          """)
    case .yamlColon:
      .init(
        "YAML takes a colon in a sentence for a key and its value",
        cure: """
          write the sentence below its key, indented, behind ">":
            say: >
              One thing: take your time.
          """)
    case .anchor: .init("anchors (&name) are not part of the format", cure: "write the part out where it is used")
    case .alias:
      .init("aliases (*name) are not part of the format", cure: "write the part out; quote a text that begins with *")
    case .mergeKey: .init("merge keys (<<) are not part of the format", cure: "write the keys out")
    case .tag: .init("tags (!name) are not part of the format", cure: "leave it out; quote a text that begins with !")
    case .directive: .init("directives (%NAME) are not part of the format", cure: "leave this line out")
    case .secondDocument: .init("a second YAML document begins here", cure: "keep one document in a file")
    case .repeatedKey(let key): .init("\"\(key)\" stands here for the second time", cure: "keep one of the two")
    case .wordsLost(let words):
      .init(
        "YAML takes this for a comment, so these words are lost: \"\(words)\"", cure: "put the whole text in quotes")
    default: nil
    }
  }

  // MARK: Shape

  private var shapeWords: Diagnostic.Words? {
    switch self {
    case .unsupportedVersion(let version, let key):
      .init(
        "this file is written in version \"\(version)\" of the format, which is not known",
        cure: "write \"\(key): 1\"")
    case .unknownKey(let key, let nearest, let known):
      .init(
        "there is no key \"\(key)\" here", hint: suggestion(nearest), cure: nearest == nil ? choice(of: known) : nil)
    case .keyOfOtherType(let key, let type):
      .init("a question of type \"\(type)\" has no \"\(key)\"", cure: "leave it out, or change the type")
    case .hearsOfChoices(let type):
      .init(
        "a question of type \"\(type)\" has no \"hears\" of its own",
        cure: "put each phrase under \"hears:\" of the choice that it means")
    case .missingKey(let key, let part): .init("\(part.rawValue) must have \"\(key):\"", cure: "add \"\(key):\"")
    case .noneOf(let keys, let part): .init("\(part.rawValue) must have \(either(keys))", cure: "add one of them")
    case .severalOf(let keys, let part):
      .init("\(part.rawValue) cannot have both \(both(keys))", cure: "keep one of the two")
    case .keyNotText: .init("a key must be a single word or name", cure: "write the name, then a colon")
    case .wrongShape(let shape): .init("here \(shape.rawValue) should stand", cure: shape.cure)
    case .sourceNotInList(let text, let isDefined):
      .init("here a list of sources should stand", cure: sourceCure(text, isDefined: isDefined))
    case .emptyValue: .init("there is nothing here", cure: "write what is missing, or leave the key out")
    case .badName(let name):
      .init("\"\(name)\" cannot be a name", cure: "begin with a small letter, and use only a-z, 0-9, _ and -")
    case .reservedName(let name):
      .init("\"\(name)\" is a word of the conditions and cannot be a name", cure: "choose another name")
    default: nil
    }
  }

  // MARK: Values

  private var valueWords: Diagnostic.Words? {
    switch self {
    case .notANumber(let text):
      .init("\"\(text)\" is not a number that can stand here", cure: "write a number such as 3 or 0.5, not too large")
    case .notADuration(let text):
      .init("\"\(text)\" is not a length of time", cure: "write a number and a unit, such as 2 days or 6 weeks")
    case .noWholeMinutes(let text):
      .init(
        "\"\(text)\" is no whole number of minutes, in which time is counted here",
        cure: "write minutes, hours, days, weeks, months or years; only \"hold:\" takes seconds")
    case .unknownUnit(let unit, let nearest, let known):
      .init("there is no unit of time \"\(unit)\"", hint: suggestion(nearest), cure: choice(of: known))
    case .notADate(let text): .init("\"\(text)\" is not a date", cure: "write year, month and day, such as 2027-11-01")
    case .notAMoment(let text):
      .init("\"\(text)\" is not a date and time", cure: "write it like 2027-11-01T09:30")
    case .notAnAddress(let text):
      .init("\"\(text)\" is not an address that can be opened safely", cure: "begin with https://")
    case .notALink(let text):
      .init(
        "\"\(text)\" is no link that can be opened safely, and no number to call",
        cure: "begin with https://, or write a number like tel:+441234567890")
    case .amountOutOfRange(let text, let least, let most):
      .init("\(text) cannot be meant here", cure: "write at least \(least) and at most \(most)")
    case .notARange(let text, .number):
      .init("\"\(text)\" is not a range of numbers", cure: "write the two ends, such as 0 to 10")
    case .notARange(let text, .duration):
      .init("\"\(text)\" is not a range of durations", cure: "write the two ends, such as 0 days to 1 year")
    case .unknownWord(let text, let nearest, let known):
      .init("\"\(text)\" cannot stand here", hint: suggestion(nearest), cure: choice(of: known))
    default: nil
    }
  }

  // MARK: Names

  private var nameWords: Diagnostic.Words? {
    switch self {
    case .definedTwice(.number, let key):
      .init("\"\(key)\" is set a second time", cure: "set it in one file only")
    case .definedTwice(let kind, let name):
      .init("the name \"\(name)\" of this \(kind.rawValue) is already taken", cure: "give one of the two another name")
    case .unknownType(let type, let nearest):
      .init(
        "there is no type \"\(type)\"", hint: suggestion(nearest),
        cure: nearest == nil ? "write yes-no, choice, choices, number or duration" : nil)
    case .unknownName(let kind, let name, let nearest), .unknownTarget(let kind, let name, let nearest):
      .init(
        "there is no \(kind.rawValue) named \"\(name)\"", hint: suggestion(nearest),
        cure: nearest == nil ? definition(of: kind, name) : nil)
    case .unknownAnswer(let text, let question, let nearest, let known):
      .init(
        "\"\(text)\" is no answer to \"\(question)\"", hint: suggestion(nearest),
        cure: nearest == nil ? choice(of: known) : nil)
    case .noSign(let question):
      .init(
        "\"\(question)\" has no \"sign:\", so there is nothing to show here",
        cure: "add \"sign:\" to the question, or leave it out here")
    default: nil
    }
  }

  // MARK: Conditions and claims

  private var conditionWords: Diagnostic.Words? {
    switch self {
    case .conditionSyntax(let expected, let found):
      .init(
        found.isEmpty
          ? "the text ends where \(expected) should follow" : "\"\(found)\" stands where \(expected) should",
        cure: "write \(expected) here")
    case .leftOver(let text):
      .init("nothing goes on with \"\(text)\" here", cure: "remove it, or join it with \"and\" or \"or\"")
    case .mixedAndOr:
      .init("\"and\" and \"or\" are mixed here", cure: "put parentheses around what belongs together")
    case .notATest(let kind, let name):
      .init(
        "\"\(name)\" is a \(kind.rawValue), which alone neither holds nor fails",
        cure: "say what it must be: \"\(name) \(kind == .score ? ">= 3" : "is …")\"")
    case .durationWithoutUnit(let text):
      .init("\"\(text)\" has no unit of time", cure: "write \(text) days, for instance")
    case .unitOnNumber(let text):
      .init("\"\(text)\" is a length of time, and the question asks for a number", cure: "leave the unit out")
    case .numberWithUnit(let text, let unit):
      .init("\"\(text)\" is not a number alone", cure: "leave out \"\(unit)\": numbers have no units here")
    case .writtenOtherwise(let found, let instead):
      .init("\"\(found)\" is written otherwise in a condition", cure: "write \"\(instead)\"")
    case .factCompared(let name):
      .init(
        "\"\(name)\" is a fact: it holds or does not, and is not compared",
        cure: "write \"\(name)\", or \"not \(name)\"")
    default: nil
    }
  }

  // MARK: Files named under "uses"

  private var usesWords: Diagnostic.Words? {
    switch self {
    case .libraryMissing(let path):
      .init("there is no file \"\(path)\"", cure: "paths count from the folder of this file")
    case .libraryOutside(let path):
      .init(
        "\"\(path)\" is outside the folder of the tree",
        cure: "move the file into that folder, or name its own folder with --library")
    case .circleOfUses(let names):
      .init(
        "these files use one another in a circle: \(names.joined(separator: " → "))", cure: "remove one of the uses")
    default: nil
    }
  }
}
