import Testing
import Triage

@testable import Understanding

@Suite struct ReplyTests {
  static let flag: Question = {
    var question = Sample.yesNo
    question.unsure = .counts(as: Literal(.yes))
    question.redFlag = .ranked([[.value(Literal(.no))], [.value(Literal(.yes))]], .none)
    return question
  }()

  private func read(_ line: String, as question: Question = Sample.yesNo) -> Understood {
    understand(line, as: question, now: Sample.now)
  }

  @Test(arguments: [
    "no it started in spring", "not that I have noticed", "I don't think so", "no worse than ever", "no, not now",
    "no I think", "not at the moment", "no for now", "no longer", "not any more", "I can't", "hope", "no but maybe",
    "no, all of those", "no, those", "any", "fever", "gone", "done", "bone", "one", "ever",
  ])
  func `a red flag is not ruled out by half a no`(_ line: String) {
    switch read(line, as: Self.flag) {
    case .ambiguous, .unrecognised: break
    case .answer, .interval: Issue.record("taken: \(line)")
    }
  }

  @Test func `where yes is the harmless answer, sometimes is not enough`() {
    var question = Sample.yesNo
    question.redFlag = .ranked([[.value(Literal(.yes))], [.value(Literal(.no))]], .none)
    question.unsure = .counts(as: Literal(.no))
    #expect(read("sometimes", as: question) == .ambiguous([.yes, .no]))
    #expect(read("sometimes", as: Self.flag) == .answer(Reading(.value(.yes), by: .yesNo)))
  }

  @Test(arguments: [
    "no", "No.", "nope", "no, none of those", "no, not at all", "no I haven't", "no thank god", "well no",
    "she doesn't", "no she hasn't", "he has not",
  ])
  func `a plain no rules out a red flag`(_ line: String) {
    #expect(read(line, as: Self.flag) == .answer(Reading(.value(.no), by: .yesNo)))
  }

  @Test(arguments: [
    ("no, but my brother does", Value.no), ("not me but my mum has it", .no),
    ("same as my dad, yes, we both have it", .yes),
    ("yes - sorry no, misread that", .no), ("no wait sorry I misread that, it's yes", .yes), ("he says yes", .yes),
    ("I am frightened to say it but yes", .yes), ("yes it does, I had to stop driving", .yes), ("probably yeah", .yes),
  ])
  func `what is said of others, of mistakes and besides does not hide a reply`(line: String, value: Value) {
    guard case .answer(let reading) = understand(line, as: Sample.yesNo, now: Sample.now) else {
      Issue.record("\(line) is asked again")
      return
    }
    #expect(reading.answer == .value(value), "\(line)")
  }

  @Test(arguments: [
    "no, it just came on, my mum has it", "my husband thinks it is the weather, i don't know, no",
    "no, I picked it early, my son has it",
  ])
  func `naming somebody else does not make half a no a whole one`(_ line: String) {
    #expect(read(line, as: Self.flag) == .ambiguous([.yes, .no]))
  }

  @Test func `a plain no beside what is said of somebody else rules out a red flag`() {
    #expect(read("no, but my brother does", as: Self.flag) == .answer(Reading(.value(.no), by: .yesNo)))
  }

  @Test(arguments: [
    ("no wait yes, misread that, yes i do", Value.yes),
    ("no... hang on, actually yes, I do have that, sorry dear", .yes),
    ("yes. oh hang on no I was thinking of something else, no", .no), ("yeah nah, none of that", .no),
    ("no yeah for sure i do", .yes), ("not that I've noticed, but then I pay no heed", .no),
    ("probably yes, but I never asked", .yes), ("every now and then it does, once or twice a week", .yes),
    ("as far as I know no, but I never looked", .no), ("not yet, I'm on a list", .no),
    ("the man had a look at it, yeah", .yes), ("no wait, sorry, hit the wrong thing, yes I have", .yes),
    ("no, well actually yes, now that I look at it, the wife is nodding, so yes", .yes),
    ("No. I got in a panic but it was only the elastic, so that's a no", .no),
  ])
  func `what is taken back, said in one breath or only half said is a reply`(line: String, value: Value) {
    guard case .answer(let reading) = read(line) else {
      Issue.record("\(line) is asked again")
      return
    }
    #expect(reading.answer == .value(value), "\(line)")
  }

  @Test(arguments: [
    "yeah nah, none of that", "not that I've noticed, but then I pay no heed", "yes, oh hang on, misread, no",
    "I don't think so, it never looked odd",
  ])
  func `none of that rules out a red flag`(_ line: String) {
    if case .answer(let reading) = read(line, as: Self.flag) { #expect(reading.answer != .value(.no), "\(line)") }
  }

  @Test func `what a line comes to after much else rules out no red flag`() {
    #expect(read("no, it was only the elastic, so that's a no.", as: Self.flag) == .ambiguous([.yes, .no]))
    #expect(read("it was only the elastic, so yes.", as: Self.flag) == .answer(Reading(.value(.yes), by: .yesNo)))
    #expect(read("I don't think so, no") == .answer(Reading(.value(.no), by: .yesNo, isApproximate: true)))
  }

  @Test(arguments: [
    "no idea how long, I lost track of it in the spring", "I honestly don't know how many",
    "couldn't tell you when it began", "don't know if that counts", "no idea, nobody tells me anything",
  ])
  func `not knowing may be followed by what is not known, or why`(_ line: String) {
    for question in [Sample.yesNo, Self.flag, Sample.duration, Sample.number(0, to: 10)] {
      #expect(read(line, as: question) == .answer(Reading(.unsure, by: .notSure)), "\(question.kind)")
    }
  }

  @Test func `not knowing gives way to what is known`() {
    let line = "can't really say, the pear I think"
    let listener = Listener(SmallTree.hearing(questions: [Sample.oneFruit]))
    #expect(
      listener.hear(line, asked: QuestionID(0), now: Sample.now).answer != .answer(Reading(.unsure, by: .notSure)))
    #expect(read("don't know if that counts, yes") != .answer(Reading(.unsure, by: .notSure)))
    #expect(read("no idea when, about 3 weeks", as: Sample.duration) != .answer(Reading(.unsure, by: .notSure)))
  }

  @Test func `not knowing said twice is not knowing`() {
    #expect(GeneralReply("couldn't tell you, love, I've no idea", to: Sample.duration) == .notSure)
    #expect(GeneralReply("no idea, three weeks", to: Sample.duration) == nil)
  }

  @Test func `a word of the question is no slip of an answer`() {
    var question = Self.flag
    question.wording.ask = "Do you hear a noen?"
    #expect(read("noen", as: question) == .unrecognised(.noSense))
    #expect(read("noen", as: Self.flag) == .answer(Reading(.value(.no), by: .typo)))
  }

  @Test(arguments: ["none", "none at all", "not at all", "not any, thankfully"])
  func `none of it is zero where how much or how long was asked`(_ line: String) {
    #expect(read(line, as: Sample.number(0, to: 10)) == .answer(Reading(.value(.number(Number(0))), by: .number)))
    #expect(read(line, as: Sample.duration) == .answer(Reading(.value(.duration(Minutes(0))), by: .duration)))
  }

  @Test func `only what was not typed is nothing`() {
    #expect(read("  ") == .unrecognised(.empty))
    #expect(read("!!!") == .unrecognised(.noSense))
  }

  @Test func `a yes stands, whatever follows it`() {
    #expect(read("yes since the spring", as: Self.flag) == .answer(Reading(.value(.yes), by: .yesNo)))
    #expect(read("I picked it early, yes", as: Self.flag) == .answer(Reading(.value(.yes), by: .yesNo)))
    #expect(read("I picked it early, no", as: Self.flag) == .ambiguous([.yes, .no]))
    #expect(read("yes but not much", as: Self.flag) == .ambiguous([.yes, .no]))
  }

  @Test func `a word with a slip in it is mended`() {
    #expect(read("yse") == .answer(Reading(.value(.yes), by: .typo)))
    #expect(read("nooo") == .answer(Reading(.value(.no), by: .typo)))
  }
}

@Suite struct CommandTests {
  @Test func `every line that is a command is one`() {
    #expect(Command.lines().count > 20)
    for line in Command.lines() { #expect(Command(line) != nil, "\(line)") }
  }

  @Test(arguments: [
    "i want to end it", "end it", "i give up", "no more", "let me go", "leave me alone", "i want out", "this is stupid",
    "that is enough pain for one day", "goodbye cruel world", "i want it to stop", "finish it",
    "i'm finished with life", "i'm done with this life",
  ])
  func `what may be despair is no wish to leave the chat`(_ line: String) { #expect(Command(line) != .quit) }

  @Test(arguments: ["bye", "goodbye", "quit", "stop", "i have to go", "stop the questions please", "no more questions"])
  func `what is plainly leaving is`(_ line: String) { #expect(Command(line) == .quit) }

  @Test(arguments: ["go back I pressed the wrong one", "hang on go back to the last one I answered it wrong"])
  func `one wish may be said twice without a pause`(_ line: String) { #expect(Command(line) == .back) }

  @Test(arguments: ["I'd rather not say, my mother never did", "A lady never says, my husband had to look it up"])
  func `who would rather not answer may tell why`(_ line: String) { #expect(Command(line) == .decline) }

  @Test(arguments: ["please help", "i need help", "help me"])
  func `a call for help asks for somebody, not for the commands`(_ line: String) {
    #expect(Command(line) == .person)
  }

  @Test(arguments: [
    ("why do you need to know that, it's only my bike", Command.why),
    ("is there any way to print this off so I can take it along", .print),
    ("can I speak to a real person please, I'm no good with these machines", .person),
    ("sorry, my english is bad, what does sprocket mean", .clarify("sprocket")),
  ])
  func `a wish is heard among reasons for it`(line: String, command: Command) {
    let listener = Listener(SmallTree.hearing(questions: [Sample.oneFruit]))
    #expect(listener.hear(line, asked: QuestionID(0), now: Sample.now).command == command)
  }

  @Test(arguments: [
    "I want to stop, it's too much for me", "start all over, the seat broke",
    "go back a step, since the gauge on my old bike told us that it was leaking",
  ])
  func `what would end the chat or change an answer is heard only by itself`(_ line: String) {
    let listener = Listener(SmallTree.hearing(questions: [Sample.oneFruit]))
    #expect(listener.hear(line, asked: QuestionID(0), now: Sample.now).command == nil)
  }

  @Test func `a wish among other words gives way to an alarm and to an answer`() {
    let listener = Listener(SmallTree.hearing(alarms: [["house on fire"]], questions: [Sample.yesNo]))
    for line in ["yes, but why do you need to know that", "the house on fire, why do you need to know that"] {
      #expect(listener.hear(line, asked: QuestionID(0), now: Sample.now).command == nil, "\(line)")
    }
  }

  @Test func `commands are whole lines`() {
    #expect(Command("help") == .help)
    #expect(Command("?") == .help)
    #expect(Command("?!;") == nil)
    #expect(Command("/back") == .back)
    #expect(Command("Back!") == .back)
    #expect(Command("back of the house") == nil)
    #expect(Command("help i need somebody") == nil)
    #expect(Command("change 2") == .change("2"))
    #expect(Command("change the colour") == .change("the colour"))
    #expect(Command("") == nil)
  }
}

@Suite struct CommonReplyTests {
  static let questions: [Question] = [
    Sample.yesNo, Sample.oneFruit, Sample.anyFruit, Sample.number(0, to: 120), Sample.duration,
  ]

  @Test(arguments: questions)
  func `what is common to say makes sense to a question of the type`(_ question: Question) {
    #expect(question.commonReplies().count > 50)
    for line in question.commonReplies() {
      #expect(understand(line, as: question, now: Sample.now) != .unrecognised(.noSense), "\(line)")
    }
  }

  @Test func `none and all are replies where any number can be picked, and not sure is one everywhere`() {
    #expect(GeneralReply("none of them", to: Sample.anyFruit) == .nothing)
    #expect(GeneralReply("all of them", to: Sample.anyFruit) == .everything)
    #expect(GeneralReply("none of them", to: Sample.oneFruit) == nil)
    for question in Self.questions { #expect(GeneralReply("I'm not sure, sorry", to: question) == .notSure) }
  }
}

@Suite struct MomentTests {
  @Test func `every day of eight centuries is itself again`() {
    for day in stride(from: -150_000, to: 150_000, by: 1) {
      let parts = CivilDate(dayNumber: day).parts
      #expect(CivilDate(year: parts.year, month: parts.month, day: parts.day).dayNumber == day)
    }
  }

  @Test func `known days are where they belong`() {
    #expect(CivilDate(year: 1970, month: 1, day: 1).dayNumber == 0)
    #expect(CivilDate(year: 2000, month: 3, day: 1) - CivilDate(year: 2000, month: 2, day: 28) == 2)
    #expect(CivilDate(year: 2026, month: 11, day: 22).weekday == 6)
    #expect(CivilDate(year: 2025, month: 13, day: 1) == CivilDate(year: 2026, month: 1, day: 1))
  }
}
