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
}
