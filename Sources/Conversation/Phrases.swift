import Triage

/// Everything that the chat itself says, as whole sentences. What can be typed stands in `backquotes`.
///
/// Plain words, short sentences. A translation replaces this table and nothing else.
enum Phrases {
  // MARK: Opening

  static let whatThisIs =
    "I ask short questions and then tell you what may help. I cannot see you, and what I say is no diagnosis."
  static let nothingIsStored = "Nothing you type is stored. It is gone when you leave."
  static let isStored = "What you type is stored on this computer, in a record of this chat."
  static let resumed = "This chat was cut off. It goes on where it was."
  static let notSignedOff = "Nobody has signed off these questions yet, so do not rely on them alone."
  static let partlySignedOff =
    "Not all of these questions have been signed off as they are now, so do not rely on them alone."
  /// Names of more than three would be a list to read before the first question.
  static func reviewed(by names: [String], last date: String) -> String {
    switch names.count {
    case 0...1: "These questions were reviewed by \(allOf(names)) on \(date)."
    case 2...3: "These questions were reviewed by \(allOf(names)), last on \(date)."
    default: "These questions were reviewed by \(names.count) people, last on \(date)."
    }
  }
  static let helpHint = "Answer in your own words. Type `help` to see what else you can say."

  static func madeFor(_ audience: String) -> String { "Made for: \(audience)" }
  static func emergencyNumber(_ number: String) -> String { "The emergency number is \(number)." }

  // MARK: Questions

  static let hintYesNo = "`yes`, `no` or `not sure`"
  static let hintChoice = "Type a number or the words, or `not sure`."
  static let hintChoices = "Type one or more, like `1 and 3`, or `none`, `all` or `not sure`."
  static let hintDuration = "For example `3 days`, `2 weeks` or `since Tuesday`, or `not sure`."

  static func hintNumber(_ range: NumberRange) -> String {
    let ends = "\(range.low.digits) to \(range.high.digits)"
    if range.step == Number(1) { return "A number from \(ends), or `not sure`." }
    return "A number from \(ends) in steps of \(range.step.digits), or `not sure`."
  }

  static func whichSideOf(_ value: String) -> String { "Is it less than \(value), or \(value) or more?" }
  static func whichSideAfter(_ value: String) -> String { "Is it \(value) or less, or more than \(value)?" }

  // MARK: What was understood

  static func understood(_ what: String) -> String { "I understood: \(what)." }
  static func understoodAbout(_ what: String) -> String { "I understood: about \(what)." }
  static func understoodSince(_ date: String, _ time: String) -> String { "I understood: since \(date), so \(time)." }
  static func understoodBetween(_ first: String, _ last: String) -> String {
    "I understood: since some day from \(first) to \(last)."
  }
  static let understoodNotSure = "I understood: not sure."
  static func notSureCountsAs(_ what: String) -> String {
    "I understood: not sure. From here on I treat that as: \(what)."
  }
  static func worryingEnd(_ what: String) -> String { "To be careful, I take that as: \(what)." }
  static func alreadyTold(_ question: String, _ answer: String) -> String {
    "You already told me: \(question) – \(answer)."
  }
  static let tookAsAnswer = "I took that as your answer. If you meant the command, type"

  // MARK: What was not

  static let didNotUnderstand = "Sorry, I did not understand that."
  static let tooLong = "Sorry, that is too long for me. Please say it in a few words."
  static let empty = "Nothing was typed."
  static let needsLength = "Sorry, I need to know roughly how long."
  static func outOfRange(_ range: String) -> String { "Sorry, that does not fit here. It can be \(range)." }
  static func atLeast(_ value: String) -> String { "at least \(value)" }
  static func moreThan(_ value: String) -> String { "more than \(value)" }
  static func atMost(_ value: String) -> String { "at most \(value)" }
  static func lessThan(_ value: String) -> String { "less than \(value)" }
  static func fromTo(_ low: String, _ high: String) -> String { "from \(low) to \(high)" }
  static func offGrid(_ below: String, _ above: String) -> String {
    "Sorry, I need it more exactly: \(below) or \(above)?"
  }
  static let yesNoOrNotSure = "Please say it as yes, no or not sure."
  static func doYouMean(_ candidate: String) -> String { "Do you mean \(candidate)?" }
  static func whichOf(_ candidates: [String]) -> String { "Which do you mean: \(oneOf(candidates))?" }
  static let skippedAsNotSure = "I still could not follow, so I write down “not sure” and go on."
  static let stuckNow = "I could not follow, and I do not want to guess."
  static let plainerWords = "Then let me ask it another way."
  static let cannotTakeThat = "Sorry, that does not answer this question."

  // MARK: Alarms

  static let alarmHeard = "What you just said may matter, so I ask about it at once."
  static let alarmActs = "What you just said may be serious."
  static let alarmPassed = "Thank you for telling me. We go on where we were."
  static let answerSetAside = "What you told me changes what I have to ask, so I may ask you something again."
  static func callInDoubt(_ number: String) -> String {
    "I could not follow, and what you said may be serious. If you think that it is, please call \(number) now."
  }
  static let getHelpInDoubt =
    "I could not follow, and what you said may be serious. If you think that it is, please get help now."
  static func noAnswerTo(_ question: String) -> String { "I could not get an answer to: \(question)" }
  static let alarmWasHeard = "You said something that has to be looked at first."
  static let alarmFirst = "I have to ask this first."
  static let alarmStands =
    "This advice comes from something serious that you told me. Type `back` if you want to take that back."

  // MARK: Commands

  static let helpTitle = "You can answer in your own words. You can also type:"
  static let help: [(command: String, meaning: String)] = [
    ("why", "why I ask this"),
    ("options", "the question again, and what you can answer"),
    ("back", "take back your last answer"),
    ("change 2", "answer a question anew, by its number in the summary or by its words"),
    ("summary", "your answers so far"),
    ("restart", "forget everything and begin again"),
    ("quit", "leave"),
  ]
  static let noReasonGiven = "The file that holds these questions does not say why this one is asked."
  static let firstQuestion = "This is the first question. There is nothing to take back."
  static let wentBack = "I took back your last answer."
  static let nothingAnswered = "You have not answered anything yet."
  static let summaryTitle = "Your answers so far:"
  static let summaryOfAlarm = "And about the serious thing that you told me:"
  static let whichToChange = "Which answer do you want to change? Type `change` and its number:"
  static let keptAnswer = "I leave that answer as it was."
  static let changed = "I changed that answer and left the others as they are."
  static let alarmTakenBack = "I took back what you told me about that."
  static let changeTakenBack = "I took back your last change."
  static let restarted = "I have forgotten your answers. Let us begin again."
  static let afterOutcome = "You can still type `summary`, `why`, `change`, `back`, `restart` or `quit`."
  static func changing(_ answer: String) -> String { "Your answer was: \(answer)." }
  static func confirmLowering(_ old: String, _ new: String) -> String {
    "You said \(old) before. Shall I really change that to \(new)?"
  }
  static func unsureKept(_ answer: String) -> String { "not sure (treated as: \(answer))" }

  // MARK: Leaving

  static let lineDropped = "I dropped that line. Press Ctrl-C again to leave."
  static let leaveNow = "Do you want to leave? Your answers will be gone."
  static let leaveRecord = "Do you want to leave? What you typed stays in the record."
  static let staying = "Good, we go on."
  static let goodbye = "Goodbye, and take care."
  static let endedEarly = "The input ended before we reached an outcome, so there is no advice to give."
  static let yesOrNo = "`yes` or `no`"

  // MARK: Outcome

  static let why = "Why:"
  static let whyThisOutcome = "How we came here:"
  static let noReasons = "None of your answers led anywhere else."
  static func level(_ name: String) -> String { "Level: \(name)" }
  static func callNow(_ level: String, _ number: String) -> String { "\(level) – call \(number)" }
  static func youAnswered(_ question: String, _ answer: String) -> String { "\(question) – \(answer)." }
  static func see(_ role: String) -> String { "Whom to see: \(role)." }
  static func seeWithin(_ role: String, _ time: String) -> String { "Whom to see: \(role), within \(time)." }
  static func phone(_ number: String) -> String { "Phone: \(number)" }
  static func hours(_ hours: String) -> String { "Hours: \(hours)" }
  static let whatToDo = "What you can do:"
  static let eachTime = "Each time you stretch:"
  static let leftOut = "Left out for you:"
  static func leftOutBecause(_ name: String, _ reason: String) -> String { "\(name). \(reason)" }
  static func leftOutAsUnknown(_ reason: String) -> String {
    "I left this out to be careful, because I am not sure about: \(reason)"
  }
  static let leftOutAsUnknown = "I left this out to be careful."
  static let leftOutAsUnsuitable = "It does not go with what you told me."
  static func helps(_ what: String) -> String { "For: \(what)." }
  static func difficulty(_ rank: Int) -> String { "Difficulty \(rank) of 5." }
  static func progress(_ text: String) -> String { "When it feels easy: \(text)" }
  static func stopIf(_ text: String) -> String { "Stop if: \(text)" }
  static let watchFor = "Ask for help at once if one of these begins:"
  static func reviewOn(_ time: String, _ date: String) -> String { "Look at this again in \(time), on \(date)." }
  static let sources = "Where this comes from:"
  static func ledTo(_ outcome: String) -> String { "They led to: \(outcome)" }
}
