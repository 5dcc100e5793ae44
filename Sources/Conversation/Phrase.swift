/// Everything that the chat itself says. What each says stands in the phrase table of a language.
enum Phrase: String, CaseIterable, Sendable {
  // MARK: Opening

  case whatThisIs
  case madeFor
  case nothingIsStored
  case isStored
  case resumed
  case notSignedOff
  case partlySignedOff
  case reviewedByOne
  case reviewedBySome
  case reviewedByMany
  case emergencyNumber
  case helpHint

  // MARK: How a question can be answered

  case hintYesNo
  case hintChoice
  case hintChoices
  case hintDuration
  case hintNumber
  case hintNumberInSteps
  case hintYesOrNo
  case hintWhichToChange
  case whichSideOf
  case whichSideAfter

  // MARK: What was understood

  case understood
  case understoodAbout
  case understoodToday
  case tookFrom
  case understoodSince
  case understoodBetween
  case understoodNotSure
  case notSureCountsAs
  case notSureIsCareful
  case worryingEnd
  case alreadyTold
  case answerOrCommand
  case theCommand
  case hintPick

  // MARK: What was not

  case heardAll
  case askedLater
  case isThatRight
  case kept
  case notHeard
  case takenAsRight
  case waitingTitle
  case isItSo
  case isNotSo
  case didNotUnderstand
  case comfort
  case yesToWhich
  case whichIsNearest
  case tooLong
  case empty
  case needsLength
  case outOfRange
  case offGrid
  case yesNoOrNotSure
  case doYouMean
  case whichOf
  case stillUnclear
  case stillUnclearPlainer
  case lastTry
  case askSingly
  case singleQuestion
  case singleUnclear
  case unclearCounts
  case skippedAsNotSure
  case declined
  case skipped
  case cannotSkip
  case cannotFollow
  case stillOpen
  case stuckNow
  case stuckUnsure
  case plainerWords
  case cannotTakeThat

  // MARK: Alarms

  case alarmHeard
  case alarmActs
  case alarmPassed
  case answerSetAside
  case callInDoubt
  case getHelpInDoubt
  case noAnswerTo
  case alarmWasHeard
  case alarmFirst
  case alarmStands

  // MARK: Commands

  case helpTitle
  case helpWhy
  case helpWhyNot
  case helpOptions
  case helpPlainer
  case helpBack
  case helpChange
  case helpSummary
  case helpProgress
  case helpNote
  case helpPerson
  case helpSaveRecord
  case helpRestart
  case helpQuit
  case noReasonGiven
  case firstQuestion
  case wentBack
  case nothingAnswered
  case summaryTitle
  case summaryOfAlarm
  case whichToChange
  case keptAnswer
  case keptAnswers
  case sameAnswer
  case changed
  case alarmTakenBack
  case changeTakenBack
  case confirmRestart
  case restarted
  case afterOutcome
  case afterAlarm
  case askWhoeverAnswers
  case stillCall
  case actNow
  case changing
  case changeKeeps
  case changeDrops
  case changeDropsAll
  case answersCounted
  case changeEnds
  case changeAsksMore
  case changeLeavesResult
  case changeStillOpen
  case changeResult
  case confirmChange
  case confirmLowering
  case noOtherWords
  case wordStandsIn
  case ifYouCannotTell
  case whoAmI
  case hello
  case cannotPrint
  case noted
  case notesTitle
  case personTitle
  case crisisLine
  case callAtOnce
  case personAt
  case personWithoutNumber
  case personElsewhere
  case questionsLeft
  case nothingLeft
  case whyNotLater
  case whyNotAlarm
  case whyNotUnknown
  case whyNotSeveral
  case whyNotThere
  case whyNotNobody
  case whyNotNobodyElse
  case whyNotFound
  case whyNotWays
  case whyNotElsewhere
  case whyNotWay
  case whyNotChange
  case noAnswer
  case withPicks
  case withoutPicks
  case anything
  case answered
  case unsureKept

  // MARK: Leaving

  case lineDropped
  case leaveNow
  case leaveRecord
  case staying
  case goodbye
  case endedEarly

  // MARK: The terminal

  case prompt
  case morePrompt
  case allPages
  case lineWasRepaired
  case lineWasCut
  case unseenInputWasDropped
  case treeIsUnproven
  case lineWasLost
  case recordBegun
  case recordRefused
  case recordNeedsName
  case recordGoesOn
  case recordCannotBegin
  case recordBroke

  // MARK: The outcome

  case youAreThey
  case why
  case whyThisOutcome
  case noReasons
  case level
  case callNow
  case see
  case seeWithin
  case phone
  case openingHours
  case whatToDo
  case eachTime
  case leftOut
  case leftOutBecause
  case leftOutAsUnknownAbout
  case leftOutAsUnknown
  case leftOutAsUnsuitable
  case helps
  case difficulty
  case progress
  case stopIf
  case watchFor
  case reviewOn
  case sources
  case unused
  case ledTo

  // MARK: Answers in words

  case yes
  case no
  case notSure
  case nothing

  // MARK: A command that is offered as a whole line

  case changeOne

  // MARK: Values

  case atLeast
  case moreThan
  case atMost
  case lessThan
  case fromTo
  case noTime
  case years
  case months
  case weeks
  case days
  case hours
  case minutes
  case date
  case january
  case february
  case march
  case april
  case may
  case june
  case july
  case august
  case september
  case october
  case november
  case december
  case dose
  case holdSeconds
  case times
  case onEachSide
  case withBothSides
  case timesADay

  // MARK: Lists are put together from the left: "a

  case next
  case andLast
  case nextOfLong
  case andLastOfLong
  case orLast
  case nextSentence
}

extension Phrase {
  /// What stands in a sentence only once it is said.
  enum Slot: String, CaseIterable, Sendable {
    case above, advice, all, answer, answers, audience, before, below, changes, choice, choices, command, count,
      date, day, details, dropped, first, high, hours, kept, last, level, line, low, month, name, names, new,
      next, note, number, old, outcome, parts, path, question, range, rank, reason, reasons, role, signs, step,
      time, value, words, year
  }

  /// What each sentence has to have, exactly.
  var slots: Set<Slot> {
    switch self {
    case .answerOrCommand, .isItSo: [.line]
    case .changeEnds, .changeResult, .whyNotNobody, .whyNotWays, .ledTo: [.outcome]
    case .changeKeeps, .changeDropsAll, .answersCounted, .questionsLeft, .lineWasLost, .years, .months, .weeks,
      .days, .hours, .minutes, .holdSeconds, .times, .timesADay:
      [.count]
    case .changeOne: [.name]
    case .difficulty: [.rank]
    case .emergencyNumber, .callInDoubt, .callAtOnce, .askWhoeverAnswers, .stillCall, .crisisLine, .phone: [.number]
    case .helps, .dose: [.parts]
    case .leftOutAsUnknownAbout: [.reason]
    case .level: [.level]
    case .madeFor: [.audience]
    case .morePrompt: [.all]
    case .noAnswerTo: [.question]
    case .noted: [.note]
    case .openingHours: [.hours]
    case .outOfRange: [.range]
    case .progress: [.advice]
    case .recordBegun, .recordGoesOn: [.path]
    case .see, .personWithoutNumber: [.role]
    case .singleQuestion: [.choice]
    case .stopIf: [.signs]
    case .theCommand: [.command]
    case .understood, .tookFrom, .understoodAbout, .notSureCountsAs, .notSureIsCareful, .worryingEnd, .doYouMean,
      .changing,
      .unsureKept:
      [.answer]
    case .whichOf: [.answers]
    case .whichSideOf, .whichSideAfter, .atLeast, .moreThan, .atMost, .lessThan: [.value]
    case .why: [.reasons]
    case .whyNotUnknown, .whyNotSeveral: [.words]
    case .withPicks, .withoutPicks: [.choices]
    case .alreadyTold, .answered: [.question, .answer]
    case .andLast, .andLastOfLong, .orLast: [.before, .last]
    case .callNow: [.level, .number]
    case .changeDrops: [.kept, .dropped]
    case .confirmChange, .confirmLowering: [.old, .new]
    case .hintNumber, .fromTo: [.low, .high]
    case .leftOutBecause: [.name, .reason]
    case .next, .nextOfLong, .nextSentence: [.before, .next]
    case .offGrid: [.below, .above]
    case .personAt: [.role, .details]
    case .recordRefused, .recordBroke: [.path, .reason]
    case .reviewOn: [.time, .date]
    case .reviewedByMany: [.count, .date]
    case .reviewedByOne, .reviewedBySome: [.names, .date]
    case .seeWithin: [.role, .time]
    case .understoodBetween: [.first, .last]
    case .understoodSince: [.date, .time]
    case .whyNotWay: [.outcome, .changes]
    case .date: [.day, .month, .year]
    case .hintNumberInSteps: [.low, .high, .step]
    case .whyNotChange: [.question, .new, .old]
    default: []
    }
  }
}
