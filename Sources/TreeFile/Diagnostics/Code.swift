/// The stable name of a mistake: what tools match on, and what `docs/diagnostics.md` explains.
public enum Code: String, CaseIterable, Sendable {
  // Files and characters
  case unreadableFile = "unreadable-file"
  case tooLarge = "too-large"
  case tooDeep = "too-deep"
  case invalidUTF8 = "invalid-utf8"
  case nulByte = "nul-byte"
  case controlCharacter = "control-character"
  case bidirectionalCharacter = "bidirectional-character"
  case lookalike = "lookalike"
  case tabIndent = "tab-indent"

  // YAML
  case emptyFile = "empty-file"
  case yamlSyntax = "yaml-syntax"
  case yamlFlow = "yaml-flow"
  case yamlColon = "yaml-colon"
  case anchor
  case alias
  case mergeKey = "merge-key"
  case tag
  case directive
  case secondDocument = "second-document"
  case repeatedKey = "repeated-key"
  case wordsLost = "words-lost"

  // Shape
  case unsupportedVersion = "unsupported-version"
  case unknownKey = "unknown-key"
  case keyOfOtherType = "key-of-other-type"
  case missingKey = "missing-key"
  case noneOf = "none-of-keys"
  case severalOf = "several-of-keys"
  case keyNotText = "key-not-text"
  case wrongShape = "wrong-shape"
  case emptyValue = "empty-value"
  case badName = "bad-name"
  case reservedName = "reserved-name"

  // Values
  case notANumber = "not-a-number"
  case notADuration = "not-a-duration"
  case notADate = "not-a-date"
  case notAnAddress = "not-an-address"
  case notARange = "not-a-range"
  case unknownWord = "unknown-word"

  // Names
  case definedTwice = "defined-twice"
  case unknownType = "unknown-type"
  case unknownName = "unknown-name"
  case unknownTarget = "unknown-target"
  case unknownAnswer = "unknown-answer"

  // Conditions and claims
  case conditionSyntax = "condition-syntax"
  case mixedAndOr = "mixed-and-or"
  case notATest = "not-a-test"
  case durationWithoutUnit = "duration-without-unit"
  case unitOnNumber = "unit-on-number"

  // Files named under "uses"
  case libraryMissing = "library-missing"
  case libraryOutside = "library-outside"
  case circleOfUses = "circle-of-uses"

  // Meaning
  case emptyRange = "empty-range"
  case stepNotPositive = "step-not-positive"
  case rangeOffGrid = "range-off-grid"
  case rangeTooLarge = "range-too-large"
  case noChoices = "no-choices"
  case tooManyChoices = "too-many-choices"
  case wrongType = "wrong-type"
  case outOfRange = "out-of-range"
  case offGrid = "off-grid"
  case unsureUnstated = "unsure-unstated"
  case unsureAsksAgain = "unsure-asks-again"
  case unsureLeastWorrying = "unsure-least-worrying"
  case unsureUnranked = "unsure-unranked"
  case orderWrongForm = "order-wrong-form"
  case orderLacks = "order-lacks"
  case orderRepeats = "order-repeats"
  case testWrongType = "test-wrong-type"
  case betweenBackwards = "between-backwards"
  case countOutOfRange = "count-out-of-range"
  case nestedTooDeep = "nested-too-deep"
  case namesTooDeep = "names-too-deep"
  case ownNotNamed = "own-not-named"
  case sumIsNeverUnsure = "sum-is-never-unsure"
  case scoreNotNumber = "score-not-number"
  case addsUnscored = "adds-unscored"
  case addsPercentage = "adds-percentage"
  case scoreTooLarge = "score-too-large"
  case scoreInexact = "score-inexact"
  case percentItemBelowZero = "percent-item-below-zero"
  case circleOfNames = "circle-of-names"
  case circleOfSections = "circle-of-sections"
  case runsOff = "runs-off"
  case mayNotDecide = "may-not-decide"
  case notAskedBefore = "not-asked-before"
  case programmeInProgramme = "programme-in-programme"
  case capNotPositive = "cap-not-positive"
  case avoidsNoYesNo = "avoids-no-yes-no"
  case alarmBelowHighest = "alarm-below-highest"
  case alarmUsesUnasked = "alarm-uses-unasked"
  case alarmWithoutQuestions = "alarm-without-questions"
}
