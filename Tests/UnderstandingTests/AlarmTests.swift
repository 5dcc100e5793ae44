import Testing
import Triage

@testable import Understanding

@Suite struct AlarmTests {
  private let listener = Listener(
    SmallTree.hearing(alarms: [["house on fire", "can't stop it"], ["water everywhere"]]))

  private func alarms(in line: String) -> [Int] {
    listener.hear(line, asked: nil, now: Sample.now).alarms.map(\.alarm.position)
  }

  @Test(arguments: [
    "house on fire", "The HOUSE on fire!!", "help my house on fire now", "I cant stop it", "no, house on fire",
    "the roof is fine but house on fire", "nothing except house on fire", "no can't stop it",
    String(repeating: "so ", count: 1_000) + "house on fire",
  ])
  func `a phrase is heard as whole words, wherever it stands`(_ line: String) { #expect(alarms(in: line) == [0]) }

  @Test(arguments: [
    "no house on fire", "not house on fire", "greenhouse on fire", "house on fireplace", "house fire", "",
  ])
  func `a phrase that is denied or only looks alike is not`(_ line: String) { #expect(alarms(in: line).isEmpty) }

  @Test func `every alarm in a line is heard, in the tree's order`() {
    #expect(alarms(in: "water everywhere and the house on fire") == [0, 1])
  }

  @Test func `each phrase that is heard is told once, in the tree's order`() {
    let heard = listener.alarmPhrases(in: "can't stop it, the house on fire, house on fire", asked: nil)
    #expect(heard.map(\.position) == [0, 1])
    #expect(heard.allSatisfy { $0.alarm == AlarmID(0) })
    #expect(listener.alarmPhrases(in: "no house on fire", asked: nil) == [])
  }

  // MARK: What only sounds alike

  @Test(arguments: [
    "in the film the house on fire was a model", "dreamt about a house on fire", "house on fire on the news",
    "I'm a firefighter with a house on fire every week",
  ])
  func `what belongs to a film, a dream or a job sounds none`(_ line: String) { #expect(alarms(in: line).isEmpty) }

  @Test(arguments: [
    "watching the film about boats and my house on fire", "I'm a firefighter and I have a house on fire",
    "I'm a firefighter, house on fire", "saw the news, house on fire", "my job is bad and the house on fire",
  ])
  func `a film or a job takes away nothing that is the patient's own`(_ line: String) {
    #expect(alarms(in: line) == [0])
  }

  @Test(arguments: [
    "house on fire in 1994", "house on fire once, that was 2003", "house on fire, I was nine",
    "when I was nine we had a house on fire", "house on fire when I was little",
    "house on fire with my first, she's 30 now", "house on fire, all fixed, that's years ago",
    "house on fire, no bother since", "house on fire years ago, never again",
    "house on fire, but that is sixty years ago", "when I was a young man the house on fire",
  ])
  func `long ago is a year, an age, a time of life, or what is over`(_ line: String) {
    #expect(alarms(in: line).isEmpty)
  }

  @Test(arguments: [
    "house on fire since 2019", "house on fire in 1994 and again today", "moved in years ago, house on fire",
    "in 1994 I moved, house on fire", "moved in 1994 and this house on fire", "I was nine feet off, house on fire",
    "house on fire when I was in the bath", "never previously had the house on fire like this",
    "my house is on fire now",
  ])
  func `what is so now is not past`(_ line: String) { #expect(!alarms(in: line).isEmpty) }

  @Test(arguments: [
    "a woman at work had a house on fire", "a friend of mine had a house on fire",
    "I listen to people whose house on fire", "Mum sat with her house on fire, I had none",
    "my sister moved years ago, house on fire, she left",
  ])
  func `what is somebody else's sounds none`(_ line: String) { #expect(alarms(in: line).isEmpty) }

  @Test(arguments: [
    "I'm a lady of 60 with the house on fire", "as a carer I have the house on fire", "told Mum the house on fire",
    "off the horse house on fire", "got out of the car house on fire",
  ])
  func `who is typing is nobody else, and where they are is not what they are`(_ line: String) {
    #expect(alarms(in: line) == [0])
  }

  @Test(arguments: ["granny can't stop it", "my wife can't stop it", "Mum had a house on fire, what do I do"])
  func `somebody else in need now is asked about`(_ line: String) {
    #expect(listener.hear(line, asked: nil, now: Sample.now).alarms.map(\.isHypothetical) == [true])
  }

  @Test func `somebody else's need is only told where the patient speaks of themselves`() {
    #expect(alarms(in: "my wife can't stop it, so I lift her").isEmpty)
  }

  @Test(arguments: [
    "nothing helps the house on fire", "never had a house on fire like this", "stopped at the house on fire",
    "didn't look and got a house on fire",
  ])
  func `a denial takes away only what it denies`(_ line: String) { #expect(alarms(in: line) == [0]) }

  // MARK: Sentences

  @Test func `what is hoped or wondered in one sentence is not said of the next`() {
    let heard = listener.hear("Hope you are well. House on fire", asked: nil, now: Sample.now)
    #expect(heard.alarms.map(\.isHypothetical) == [false])
  }

  @Test func `how somebody is today is not when something was`() {
    #expect(alarms(in: "House on fire years ago. I am fine today").isEmpty)
    #expect(alarms(in: "House on fire years ago. It's back today") == [0])
  }

  @Test(arguments: ["I saw a film and fell off the roof", "watched a programme then fell off the roof"])
  func `what somebody did after a film is no film`(_ line: String) {
    let listener = Listener(SmallTree.hearing(alarms: [["fell off the roof"]]))
    #expect(listener.hear(line, asked: nil, now: Sample.now).alarms.count == 1)
  }

  @Test func `what others do in a film is`() {
    let listener = Listener(SmallTree.hearing(alarms: [["fell off the roof"]]))
    let line = "I saw a film with a man who sang and fell off the roof"
    #expect(listener.hear(line, asked: nil, now: Sample.now).alarms.isEmpty)
  }

  @Test func `a longer phrase of one alarm hides none of another`() {
    let listener = Listener(SmallTree.hearing(alarms: [["house on fire"], ["big house on fire tonight"]]))
    let heard = listener.hear("big house on fire tonight", asked: nil, now: Sample.now)
    #expect(heard.alarms.map(\.alarm.position) == [0, 1])
  }

  @Test func `a phrase that an exception takes away hides none`() {
    let listener = Listener(SmallTree.hearing(alarms: [["flood", "water ... flood ... film", "! film ... water"]]))
    #expect(listener.hear("water and flood in a film", asked: nil, now: Sample.now).alarms.count == 1)
  }

  @Test func `an exception takes away only what shares words with it`() {
    let listener = Listener(SmallTree.hearing(alarms: [["water ... everywhere", "! drinking ... bottle"]]))
    #expect(listener.hear("water drinking bottle everywhere", asked: nil, now: Sample.now).alarms.count == 1)
  }
}
