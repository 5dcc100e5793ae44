import Testing
import Triage
import Understanding

@testable import Conversation

@Suite struct PhraseTests {
  private let phrases = Phrases.english

  private func question(_ kind: Question.Kind) -> Question { Question(name: "q", kind: kind, ask: "?") }

  /// What is echoed, typed again.
  private func again(_ value: Value, _ question: Question) -> Understood {
    understand(phrases.value(value, of: question), as: question, now: now)
  }

  @Test func `every length of time is understood again as it is echoed`() {
    let question = question(.duration(Minutes(0)...Minutes.days(60 * 365)))
    var minutes: [Int64] = Array(0...3_000)
    minutes += stride(from: 3_000, through: 60 * 365 * 1_440, by: 7_919)
    for count in minutes {
      guard case .answer(let reading) = again(.duration(Minutes(count)), question) else {
        Issue.record("\(count) minutes: \(phrases.duration(Minutes(count)))")
        continue
      }
      #expect(reading.answer == .value(.duration(Minutes(count))))
    }
  }

  @Test func `every number is understood again as it is echoed`() {
    let range = NumberRange(Number(-3), to: Number(40), step: Number(millionths: 100_000))
    let question = question(.number(range))
    for tenths in -30...400 {
      let value = Value.number(Number(millionths: Int64(tenths) * 100_000))
      #expect(again(value, question) == .answer(Reading(.value(value), by: .number)))
    }
  }

  @Test func `every pick from a list is understood again as it is echoed`() {
    let labels = ["A rake", "Nuts and bolts", "Rope, thick", "A saw"]
    let choices = labels.map { Choice(name: $0.lowercased(), label: $0) }
    for picks in 0..<UInt32(16) {
      guard case .answer(let reading) = again(.choices(picks), question(.choices(choices))) else {
        Issue.record("\(picks)")
        continue
      }
      #expect(reading.answer == .value(.choices(picks)))
    }
  }

  @Test func `intervals leave out an end that is the range's own`() {
    let question = question(.duration(Minutes(0)...Minutes.days(365)))
    func words(_ low: Int64, _ high: Int64) -> String {
      phrases.interval(Interval(.duration(Minutes(low)), to: .duration(Minutes(high)), by: .duration), of: question)
    }
    #expect(words(1_440, 2_880) == "from 1 day to 2 days")
    #expect(words(0, 20_159) == "less than 2 weeks")
    #expect(words(20_161, 365 * 1_440) == "more than 2 weeks")
    #expect(words(20_160, 365 * 1_440) == "at least 2 weeks")
  }
}
