import Triage

/// Somebody who answers at random, and to whom everything happens that can.
public struct RandomPatient {
  public var random: RandomSource
  private let grammar: Grammar
  /// The values that the tree compares each question with.
  private let thresholds: [QuestionID: [Value]]

  public init(_ grammar: Grammar, seed: UInt64) {
    random = RandomSource(seed: seed)
    self.grammar = grammar
    thresholds = grammar.thresholds
  }

  /// An answer that a question accepts, often "not sure" and often at a threshold of the tree.
  public mutating func answer(to id: QuestionID) -> Answer {
    let question = grammar.questions[id]
    if question.acceptsUnsure && random.chance(20) { return .unsure }
    guard let thresholds = thresholds[id], random.chance(60) else { return .value(random.value(of: question)) }
    let near = random.pick(thresholds).moved(random.number(in: -1...1), alongGridOf: question)
    return .value(question.refusal(of: .value(near), to: id) == nil ? near : random.value(of: question))
  }

  /// Something that could happen to a session: mostly what it waits for, sometimes what it has to refuse.
  public mutating func event(for session: some Interview) -> Event {
    switch random.pick(weighted: [70, 3, 8, 12, 7]) {
    case 0: return expected(session)
    case 1: return .stuck
    case 2 where !grammar.alarms.isEmpty: return alarm(session)
    case 3 where !session.answers.isEmpty: return revision(session)
    default: return unfounded(session)
    }
  }

  private mutating func expected(_ session: some Interview) -> Event {
    guard let question = session.asked else { return unfounded(session) }
    return .answer(question, answer(to: question))
  }

  private mutating func revision(_ session: some Interview) -> Event {
    let question = random.pick(session.answers).question
    return .revise(question, answer(to: question))
  }

  /// An alarm with its questions answered; now and then with an answer too few or too many.
  private mutating func alarm(_ session: some Interview) -> Event {
    let alarm = random.pick(grammar.alarms.ids)
    var given: [Event.Given] = []
    while let question = session.nextQuestion(of: alarm, after: given) {
      given.append(Event.Given(question, answer(to: question)))
    }
    if random.chance(15) && !given.isEmpty { given.removeLast() }
    if random.chance(15) {
      let question = random.pick(grammar.questions.ids)
      given.append(Event.Given(question, answer(to: question)))
    }
    return .alarm(alarm, given)
  }

  /// An event whatever the session waits for, with an answer of whatever type.
  private mutating func unfounded(_ session: some Interview) -> Event {
    let any = random.pick(grammar.questions.ids)
    let question = random.chance(60) ? session.asked ?? any : any
    let answer = anyAnswer(near: question)
    return random.chance(60) ? .answer(question, answer) : .revise(question, answer)
  }

  /// An answer that may well be refused.
  public mutating func anyAnswer(near question: QuestionID) -> Answer {
    random.chance(15) ? .unsure : .value(anyValue(near: grammar.questions[question]))
  }

  private mutating func anyValue(near question: Question) -> Value {
    switch (question.kind, random.number(in: 0...2)) {
    case (.number(let range), 0): return .number(Number(millionths: range.high.millionths + range.step.millionths))
    case (.number(let range), 1): return .number(Number(millionths: range.low.millionths + 1))
    case (.duration(let range), 0): return .duration(Minutes(range.lowerBound.count - 1))
    case (.choice(let choices), 0): return .choice(choices.count)
    case (.choices(let choices), 0): return .choices(1 << UInt32(choices.count))
    default:
      return random.pick([.yes, .choice(0), .choice(-1), .choices(0), .number(Number(0)), .duration(Minutes(0))])
    }
  }
}

extension Value {
  /// The value so many steps further on, for numbers and durations.
  fileprivate func moved(_ steps: Int, alongGridOf question: Question) -> Value {
    switch (self, question.kind) {
    case (.number(let number), .number(let range)):
      .number(Number(millionths: number.millionths + Int64(steps) * range.step.millionths))
    case (.duration(let minutes), _): .duration(Minutes(minutes.count + Int64(steps)))
    default: self
    }
  }
}

extension Grammar {
  /// The numbers and durations that each question is compared with.
  fileprivate var thresholds: [QuestionID: [Value]] {
    var thresholds: [QuestionID: [Value]] = [:]
    for (question, test) in conditions.flatMap({ tests(in: $0) }) {
      switch test {
      case .compares(_, let literal): thresholds[question, default: []].append(literal.value)
      case .between(let low, let high): thresholds[question, default: []] += [low.value, high.value]
      case .isOne, .isUnsure, .wasAsked, .has: break
      }
    }
    return thresholds
  }
}
