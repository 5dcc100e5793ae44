import Triage
import Validation

/// What can be wrong with a tree's files, with what is needed to say it.
public enum Mistake: Equatable, Sendable {
  // MARK: Files and characters

  /// A file that cannot be read, and the system's reason.
  case unreadableFile(reason: String)
  /// Bytes in a file.
  case tooLarge(limit: Int)
  /// Bytes in all files together.
  case tooLargeTogether(limit: Int)
  /// Files named under `uses:`.
  case tooManyFiles(limit: Int)
  /// Mappings and lists inside one another.
  case tooDeep(limit: Int)
  case invalidUTF8
  case nulByte
  case controlCharacter(UInt32)
  /// No line of the file ends otherwise than in CR.
  case oldLineEnds
  case bidirectionalCharacter(UInt32)
  /// A character that only looks like one of the format's own.
  case lookalike(UInt32)
  case tabIndent

  // MARK: YAML

  case emptyFile
  case yamlSyntax(String)
  /// libyaml failed inside `{…}` or `[…]`.
  case yamlFlow(String)
  /// A colon and a space in the middle of a sentence.
  case yamlColon
  case anchor
  case alias
  case mergeKey
  case tag
  case directive
  case secondDocument
  case repeatedKey(String)
  /// The words that YAML takes for a comment.
  case wordsLost(String)

  // MARK: Shape

  /// A version, behind the key that says of what it is one.
  case unsupportedVersion(String, of: String)
  case unknownKey(String, nearest: String?, known: [String])
  /// A key that belongs to questions of other types.
  case keyOfOtherType(String, type: String)
  /// What a question hears, though its choices are what people say: of such a type.
  case hearsOfChoices(type: String)
  case missingKey(String, in: Part)
  /// Of these keys exactly one has to stand there.
  case noneOf([String], in: Part)
  case severalOf([String], in: Part)
  case keyNotText
  case wrongShape(Shape)
  /// A source that stands alone where a list of them is wanted.
  case sourceNotInList(String, isDefined: Bool)
  case emptyValue
  case badName(String)
  case reservedName(String)

  // MARK: Values

  case notANumber(String)
  case notADuration(String)
  /// A length of time that is no whole number of minutes.
  case noWholeMinutes(String)
  /// A unit of time that there is not.
  case unknownUnit(String, nearest: String?, known: [String])
  case notADate(String)
  case notAMoment(String)
  case notAnAddress(String)
  /// Neither an address that can be opened safely nor a number to call.
  case notALink(String)
  /// A number or a length of time that nobody can be told, with the least and the most that can.
  case amountOutOfRange(String, least: String, most: String)
  case notARange(String, Measure)
  /// A word where one of a few is wanted.
  case unknownWord(String, nearest: String?, known: [String])

  // MARK: Names

  case definedTwice(Kind, String)
  case unknownType(String, nearest: String?)
  case unknownName(Kind, String, nearest: String?)
  case unknownTarget(Kind, String, nearest: String?)
  case unknownAnswer(String, question: String, nearest: String?, known: [String])
  /// A question that is to be watched for and does not say how it reads as a warning sign.
  case noSign(String)

  // MARK: Patterns

  /// One brace without the other.
  case strayBrace(String)
  /// A pattern, or an entry of a word group, in which no word stands.
  case nothingToHear
  /// A sign for the answer, where no number and no length of time is asked for.
  case noNumberHere
  case notAPatternRange(String)
  /// A word group holds words alone.
  case signInWordGroup(String)

  // MARK: Conditions and claims

  case conditionSyntax(expected: String, found: String)
  /// Something behind a text that is complete.
  case leftOver(String)
  case mixedAndOr
  /// A question or a score alone, where a test of it is wanted.
  case notATest(Kind, String)
  case durationWithoutUnit(String)
  case unitOnNumber(String)
  /// A number with a word behind it that is meant as its unit.
  case numberWithUnit(String, unit: String)
  /// A word or a test in the writing of other languages.
  case writtenOtherwise(String, instead: String)
  /// A fact that is compared with something.
  case factCompared(String)

  // MARK: Files named under "uses"

  case libraryMissing(String)
  case libraryOutside(String)
  /// The files, in order, the first again at the end.
  case circleOfUses([String])

  // MARK: Meaning

  /// What the core found, with the names of the parts that it mentions, in its order.
  case meaning(Problem.Kind, names: [String])

  /// What names stand for.
  public enum Kind: String, Sendable {
    case question, fact, score, section, outcome, stretch, programme, source, provider, level, alarm, number
    case wordGroup = "word group"
    case testCase = "case"
    case condition = "question, fact or score"
    case addend = "question or score"
    case avoidable = "fact or question"
    case offerable = "stretch or programme"
  }

  /// A part of a file, as a sentence names it.
  public enum Part: String, Sendable {
    case tree = "a tree"
    case question = "a question"
    case choice = "a choice"
    case fact = "a fact"
    case scoreItem = "an item of a score"
    case alarm = "an alarm"
    case step = "a step"
    case branch = "a branch"
    case stretch = "a stretch"
    case stretchingRule = "a rule of stretching"
    case entry = "an entry of a list of stretches"
    case outcome = "an outcome"
    case referral = "a referral"
    case guarantee = "a guarantee"
    case source = "a source"
    case provider = "a provider"
    case level = "a level"
    case cases = "a file of cases"
    case testCase = "a case"
    case expectation = "an expectation"
  }

  /// What a value has to look like.
  public enum Shape: String, Sendable {
    case mapping = "keys with values"
    case list = "a list"
    case text = "a text"
    case phrase = "a phrase"
    case items = "at least one item"
  }

  public enum Measure: String, Sendable {
    case number
    case duration
  }
}

extension Mistake {
  public var code: Code {
    switch self {
    case .unreadableFile: .unreadableFile
    case .tooLarge, .tooLargeTogether: .tooLarge
    case .tooManyFiles: .tooManyFiles
    case .tooDeep: .tooDeep
    case .invalidUTF8: .invalidUTF8
    case .nulByte: .nulByte
    case .controlCharacter, .oldLineEnds: .controlCharacter
    case .bidirectionalCharacter: .bidirectionalCharacter
    case .lookalike: .lookalike
    case .tabIndent: .tabIndent
    case .emptyFile: .emptyFile
    case .yamlSyntax: .yamlSyntax
    case .yamlFlow: .yamlFlow
    case .yamlColon: .yamlColon
    case .anchor: .anchor
    case .alias: .alias
    case .mergeKey: .mergeKey
    case .tag: .tag
    case .directive: .directive
    case .secondDocument: .secondDocument
    case .repeatedKey: .repeatedKey
    case .wordsLost: .wordsLost
    case .unsupportedVersion: .unsupportedVersion
    case .unknownKey: .unknownKey
    case .keyOfOtherType, .hearsOfChoices: .keyOfOtherType
    case .missingKey: .missingKey
    case .noneOf: .noneOf
    case .severalOf: .severalOf
    case .keyNotText: .keyNotText
    case .wrongShape, .sourceNotInList: .wrongShape
    case .emptyValue: .emptyValue
    case .badName: .badName
    case .reservedName: .reservedName
    case .notANumber: .notANumber
    case .notADuration, .noWholeMinutes: .notADuration
    case .unknownUnit: .unknownUnit
    case .notADate, .notAMoment: .notADate
    case .notAnAddress: .notAnAddress
    case .notALink: .notALink
    case .amountOutOfRange: .amountOutOfRange
    case .notARange: .notARange
    case .unknownWord: .unknownWord
    case .definedTwice: .definedTwice
    case .unknownType: .unknownType
    case .unknownName: .unknownName
    case .unknownTarget: .unknownTarget
    case .unknownAnswer: .unknownAnswer
    case .noSign: .noSign
    case .strayBrace: .strayBrace
    case .nothingToHear: .nothingToHear
    case .noNumberHere: .noNumberHere
    case .notAPatternRange: .notAPatternRange
    case .signInWordGroup: .signInWordGroup
    case .conditionSyntax: .conditionSyntax
    case .leftOver, .writtenOtherwise, .factCompared: .conditionSyntax
    case .mixedAndOr: .mixedAndOr
    case .notATest: .notATest
    case .durationWithoutUnit: .durationWithoutUnit
    case .unitOnNumber, .numberWithUnit: .unitOnNumber
    case .libraryMissing: .libraryMissing
    case .libraryOutside: .libraryOutside
    case .circleOfUses: .circleOfUses
    case .meaning(let kind, _): kind.code
    }
  }
}
