import Triage
import Understanding

/// Compares what was understood of a line with what it means.
struct Judge {
  let listener: Listener
  let grammar: Grammar
  let key: Key
  let now: Moment

  struct Verdict {
    /// What is wrong; nothing where all is right.
    var faults: [String] = []
    var interrupted = false
    var expectedAlarm = false
    var heard: Heard
    var asked: QuestionID
  }

  func verdict(on row: Row) -> Verdict {
    guard let name = key.asked[row.kind],
      let asked = grammar.questions.ids.first(where: { grammar.questions[$0].name == name })
    else { fatalError("the key asks nothing for lines of the kind \(row.kind)") }
    let heard = listener.hear(row.typed, asked: asked, now: now)
    var verdict = Verdict(interrupted: !heard.alarms.isEmpty, heard: heard, asked: asked)
    let expected = key.meanings(of: row.facts, kind: row.kind).map { found in
      (found.fact, found.meaning.map(Expectation.key) ?? bounded(literal(found.fact, asked), by: row.facts))
    }
    verdict.expectedAlarm = expected.contains { if case .key(.alarm) = $0.1 { true } else { false } }
    for (fact, expectation) in expected where !meets(expectation, heard, asked) { verdict.faults.append("not \(fact)") }
    verdict.faults += surplus(heard, asked, expected.map(\.1))
    return verdict
  }

  enum Expectation {
    case key(Key.Meaning)
    case answer(QuestionID, Answer)
    case interval(QuestionID, Value, Value)
    /// This length of time, or everything on one side of it: "over a year".
    case side(QuestionID, Minutes, isAbove: Bool)
    case remark(Remark)
    case unsure
    case ask
    case unknown
  }

  // MARK: What is missing

  private func meets(_ expectation: Expectation, _ heard: Heard, _ asked: QuestionID) -> Bool {
    switch expectation {
    case .key(.alarm(let names)):
      heard.alarms.contains { names == ["*"] || names.contains(grammar.alarms[$0.alarm].name) }
    case .key(.command(let names)): heard.command.map { names.contains(name(of: $0)) } ?? false
    case .key(.remark(let name)): has(name, heard)
    case .key(.fact(let question, let values, let isDenied)): holds(question, values, isDenied, heard, asked)
    case .key(.nothing), .key(.may): true
    case .key(.ask), .ask: isAskedAgain(heard.answer)
    case .answer(let question, let answer): answers(heard, asked, question).contains { $0 == .answer(answer) }
    case .interval(let question, let low, let high):
      answers(heard, asked, question).contains { $0 == .interval(low, high) }
    case .side(let question, let length, let isAbove):
      answers(heard, asked, question).contains { isSide($0, of: length, isAbove, question) }
    case .remark(let remark): heard.remarks.contains(remark)
    case .unsure: if case .answer(let reading) = heard.answer { reading.answer == .unsure } else { false }
    case .unknown: false
    }
  }

  private enum Plain: Equatable {
    case answer(Answer)
    case interval(Value, Value)
  }

  private func answers(_ heard: Heard, _ asked: QuestionID, _ question: QuestionID) -> [Plain] {
    let all =
      (question == asked ? [heard.answer] : []) + heard.volunteered.filter { $0.question == question }.map(\.answer)
    return all.compactMap { understood in
      switch understood {
      case .answer(let reading): .answer(reading.answer)
      case .interval(let interval): .interval(interval.low, interval.high)
      case .ambiguous, .unrecognised: nil
      }
    }
  }

  private func isSide(_ answer: Plain, of length: Minutes, _ isAbove: Bool, _ question: QuestionID) -> Bool {
    guard case .duration(let range) = grammar.questions[question].kind else { return false }
    let beyond = Minutes(length.count + (isAbove ? 1 : -1))
    return [length, beyond].contains { end in
      let (low, high) = isAbove ? (end, range.upperBound) : (range.lowerBound, end)
      return answer == .interval(.duration(low), .duration(high)) || answer == .answer(.value(.duration(end)))
    }
  }

  private func isAskedAgain(_ understood: Understood) -> Bool {
    switch understood {
    case .answer, .interval: false
    case .ambiguous, .unrecognised: true
    }
  }

  private func has(_ remark: String, _ heard: Heard) -> Bool {
    if remark == "approximate" {
      return ([heard.answer] + heard.volunteered.map(\.answer)).contains { understood in
        switch understood {
        case .answer(let reading): reading.isApproximate
        case .interval: true
        case .ambiguous, .unrecognised: false
        }
      }
    }
    return heard.remarks.contains { "\($0)" == remark }
  }

  /// Whether a question got one of these answers, or one of these choices of a list was told of.
  private func holds(
    _ name: String, _ values: [String], _ isDenied: Bool, _ heard: Heard, _ asked: QuestionID
  ) -> Bool {
    guard let id = grammar.questions.ids.first(where: { grammar.questions[$0].name == name }) else { return false }
    let told = answers(heard, asked, id)
    let picked = told.flatMap { answer -> [String] in
      if case .answer(.value(let value)) = answer { names(of: value, grammar.questions[id]) } else { [] }
    }
    let isList = grammar.questions[id].picksSeveral
    let mentioned = isList ? affirmed(of: id, heard) : []
    if isDenied { return !values.contains(where: (picked + mentioned).contains) }
    if values.contains("ask"), id == asked, isAskedAgain(heard.answer) { return true }
    return values.contains(where: (picked + mentioned).contains)
  }

  /// The choices of a list that the line says are so. Such a list is asked in its own words all the same.
  private func affirmed(of question: QuestionID, _ heard: Heard) -> [String] {
    heard.mentions.compactMap { mention in
      guard case .choice(question, let choice, _) = mention.entry, mention.stance == .affirmed else { return nil }
      return grammar.questions[question].choices[choice].name
    }
  }

  private func names(of value: Value, _ question: Question) -> [String] {
    switch value {
    case .choice(let choice): [question.choices[choice].name]
    case .choices(let set):
      question.choices.indices.filter { set & 1 << UInt32($0) != 0 }.map { question.choices[$0].name }
    case .yesNo(let isYes): [isYes ? "yes" : "no"]
    case .number, .duration: []
    }
  }

  // MARK: What is too much

  /// What was understood that the line does not say: an alarm, a command, or an answer.
  private func surplus(_ heard: Heard, _ asked: QuestionID, _ expected: [Expectation]) -> [String] {
    let isAlarm = expected.contains { if case .key(.alarm) = $0 { true } else { false } }
    if !heard.alarms.isEmpty {
      return isAlarm ? [] : ["alarm \(heard.alarms.map { grammar.alarms[$0.alarm].name }.joined(separator: "+"))"]
    }
    let isCommand = expected.contains { if case .key(.command) = $0 { true } else { false } }
    if let command = heard.command, !isCommand, !isNamed(heard.answer), !expected.contains(where: \.isUnsure) {
      return ["command \(name(of: command))"]
    }
    guard !isCommand else { return [] }
    var faults: [String] = []
    if !isAskedAgain(heard.answer), !expected.contains(where: { speaks($0, of: asked) }) {
      faults.append("answer")
    }
    for told in heard.volunteered where !expected.contains(where: { speaks($0, of: told.question) }) {
      faults.append("also \(grammar.questions[told.question].name)")
    }
    return faults
  }

  private func isNamed(_ understood: Understood) -> Bool {
    if case .answer(let reading) = understood { reading.rule == .label } else { false }
  }

  private func speaks(_ expectation: Expectation, of question: QuestionID) -> Bool {
    switch expectation {
    case .key(.fact(let name, _, _)): name == grammar.questions[question].name
    case .key(.may(let names)): names == ["*"] || names.contains(grammar.questions[question].name)
    case .answer(let id, _), .interval(let id, _, _), .side(let id, _, _): id == question
    case .unsure: true
    default: false
    }
  }

  private func name(of command: Command) -> String {
    String("\(command)".prefix { $0 != "(" })
  }
}

extension Judge.Expectation {
  fileprivate var isUnsure: Bool { if case .unsure = self { true } else { false } }
}
