import Testing
import Triage

@testable import Understanding

@Suite struct LineTests {
  @Test func `spelling is brought to one form`() {
    #expect(Line("Don’t — ÉTÉ, naïve").words == ["dont", "ete", "naive"])
    #expect(Line("１２ ｄａｙｓ").tokens == [.number(Number(12)), .word("days")])
    #expect(Line("e\u{301}te\u{301}").words == ["ete"])
    #expect(Line("٣ days").words == ["3", "days"])
    #expect(Line("2½").tokens == [.number(Number(millionths: 2_500_000))])
  }

  @Test func `numbers part from their units and signs keep their sense`() {
    #expect(Line("48hrs").tokens == [.number(Number(48)), .word("hrs")])
    #expect(Line("3-4").tokens == [.number(Number(3)), .sign(.dash), .number(Number(4))])
    #expect(Line("-3").tokens == [.sign(.minus), .number(Number(3))])
    #expect(Line("1,000.5").tokens == [.number(Number(millionths: 1_000_500_000))])
    #expect(Line("1,3").tokens == [.number(Number(1)), .sign(.pause), .number(Number(3))])
    #expect(Line("'82").tokens == [.sign(.apostrophe), .number(Number(82))])
  }

  @Test(arguments: [Sample.yesNo, Sample.duration, Sample.number(0, to: 10), Sample.oneFruit, Sample.anyFruit])
  func `no line is too strange`(_ question: Question) {
    let strange = [
      "", "   ", "\u{0}\u{1}\u{1B}[2J", String(repeating: "a", count: 100_000), String(repeating: "9", count: 399), "-",
      "--1",
      ".", "..", "1.2.3", "½½½", "🤷🏽‍♀️", "\u{202E}yes", "1/0", "1e9", "0x10", "and and and", "half", "half a",
      "a couple of",
      "since", "since the", "day", "0.0000001", "9223372036854775807 years", "𝟛 days", "ﬁve", "和",
      String(repeating: "1 and ", count: 60),
    ]
    for line in strange { _ = understand(line, as: question, now: Sample.now) }
    #expect(understand(String(repeating: "a", count: 1_000), as: question, now: Sample.now) == .unrecognised(.tooLong))
    #expect(understand("", as: question, now: Sample.now) == .unrecognised(.empty))
  }

  @Test func `a slip is mended only where one word is near`() {
    #expect(Slip.mend("wekes", among: ["weeks", "months"]) == "weeks")
    #expect(Slip.mend("fine", among: ["five", "nine"]) == nil)
    #expect(Slip.mend("tow", among: ["two", "ten"]) == "two")
    #expect(Slip.mend("nooo", among: ["no", "nope"]) == "no")
    #expect(Slip.mend("on", among: ["no"]) == nil)
  }
}

extension Line {
  fileprivate init(_ text: String) { self.init(text, in: .english) }
}
