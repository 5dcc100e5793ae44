import Foundation
import Testing
import Triage

@testable import Understanding

/// Lines as people type them, each with all that it means and with what is expected of it so far.
///
/// `ask` stands for every way to ask again. Whatever else a line says beside the answer is not read yet.
@Suite struct UtteranceTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var kind: String
    var utterance: String
    var expected: String

    var testDescription: String { "\(kind): \(utterance)" }
  }

  static let rows: [Row] = {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "Fixtures/utterances.tsv")
    let lines = try! String(contentsOf: path, encoding: .utf8).split(separator: "\n").dropFirst()
    return lines.map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let typed = ["<empty>": "", "<spaces>": "   "][cells[1]] ?? cells[1]
      return Row(kind: cells[0], utterance: typed, expected: cells[3])
    }
  }()

  @Test(arguments: rows)
  func `a line means what people mean by it`(_ row: Row) {
    #expect(meaning(of: row.utterance, kind: row.kind) == row.expected)
  }

  private func meaning(of line: String, kind: String) -> String {
    if kind == "meta", let command = Command(line) { return "command \(command)" }
    return switch understand(line, as: Sample.question(of: kind), now: Sample.now) {
    case .answer(let reading): wording(of: reading)
    case .interval(let interval): wording(of: interval)
    case .ambiguous, .unrecognised: "ask"
    }
  }

  private func wording(of reading: Reading) -> String {
    let about = reading.isApproximate ? " approx" : ""
    return switch reading.answer {
    case .unsure: "unsure"
    case .value(.yesNo(let isYes)): (isYes ? "yes" : "no") + about
    case .value(.number(let number)): number.digits + about
    case .value(.duration(let time)) where time.count % 1_440 == 0: "days=\(time.count / 1_440)" + about
    case .value(.duration(let time)): "minutes=\(time.count)" + about
    case .value(.choice), .value(.choices): "choice"
    }
  }

  private func wording(of interval: Interval) -> String {
    switch (interval.low, interval.high) {
    case (.duration(let low), .duration(let high)): "days=\(low.count / 1_440)..\(high.count / 1_440)"
    case (.number(let low), .number(let high)): "\(low.digits)..\(high.digits)"
    default: "\(interval)"
    }
  }
}

/// Questions of every type, and a Sunday to ask them on.
enum Sample {
  static let now = Moment(year: 2026, month: 11, day: 22, hour: 15)

  static func question(of kind: String) -> Question {
    switch kind {
    case "duration", "rest": duration
    case "severity": number(0, to: 10)
    case "age": number(0, to: 120)
    default: yesNo
    }
  }

  static let yesNo = Question(name: "ripe", kind: .yesNo, ask: "Is it ripe?")

  static let duration = Question(
    name: "age", kind: .duration(Minutes(0)...Minutes.days(60 * 365)), ask: "How long have you had it?")

  static func number(_ low: Int, to high: Int, step: Number = Number(1)) -> Question {
    let range = NumberRange(Number(low), to: Number(high), step: step)
    return Question(name: "size", kind: .number(range), ask: "How bad is the pain?")
  }

  static let fruit = [
    choice("apple", "Red apple", "apple", "pippin"), choice("pear", "Green pear", "pear"),
    choice("plum", "Plums and damsons", "plum"), choice("none", "None of these"),
  ]

  static let oneFruit = Question(name: "fruit", kind: .choice(fruit), ask: "Which fruit?")
  static let anyFruit = Question(name: "fruits", kind: .choices(Array(fruit.prefix(3))), ask: "Which fruits?")

  private static func choice(_ name: String, _ label: String, _ hears: String...) -> Choice {
    var choice = Choice(name: name, label: label)
    choice.hears = hears
    return choice
  }
}
