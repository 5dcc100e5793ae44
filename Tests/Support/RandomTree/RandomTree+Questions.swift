import Triage

extension RandomTree {
  mutating func growQuestions() {
    for position in 0..<random.number(in: size.questions) {
      var question = Question(name: "question\(position)", part: mark(), kind: kind(), ask: "Well?")
      question.unsure = unsure(of: question)
      if random.chance(35) { makeRedFlag(&question) }
      if random.chance(35) { question.unasked = Literal(value(of: question), at: mark()) }
      if random.chance(25) { question.applies = .blank }
      guard hasRoom(for: question) else { return }
      grammar.questions.append(question)
    }
  }

  private func hasRoom(for question: Question) -> Bool {
    size.patients == .max
      || (grammar.questions + [question]).reduce(1) { $0 * $1.everyAnswer.count } <= size.patients
  }

  private mutating func kind() -> Question.Kind {
    switch random.pick(weighted: [35, 20, 15, 15, 15]) {
    case 0: .yesNo
    case 1: .choice(choices(random.number(in: size.choices)))
    case 2: .choices(choices(manyChoices() ? Question.mostChoices : random.number(in: size.choices)))
    case 3: .number(random.pick(size.numbers))
    default: .duration(random.pick(size.durations))
    }
  }

  private mutating func manyChoices() -> Bool { random.chance(5) && size.patients == .max }

  private mutating func choices(_ count: Int) -> [Choice] {
    let areScored = random.chance(70)
    let values = [Number(0), Number(1), Number(2), Number(millionths: 2_500_000), Number(-1)]
    return (0..<count).map { position in
      var choice = Choice(name: "choice\(position)", label: "Choice \(position)", part: mark())
      if areScored { choice.value = random.pick(values) }
      return choice
    }
  }

  private mutating func unsure(of question: Question) -> Question.Unsure? {
    switch random.pick(weighted: [30, 15, 35, 20]) {
    case 0: nil
    case 1: .askAgain(mark())
    case 2: .counts(as: Literal(value(of: question), at: mark()))
    default: .own(mark())
    }
  }
}

// MARK: - Red flags

extension RandomTree {
  /// Makes a question a red flag, where it has an answer that is not the least worrying.
  private mutating func makeRedFlag(_ question: inout Question) {
    switch question.kind {
    case .yesNo: rank(&question, [.no, .yes])
    case .choice(let choices): rank(&question, choices.indices.map { .choice($0) })
    case .choices(let choices): orderChoices(&question, choices.count)
    case .number, .duration: orderSizes(&question)
    }
  }

  private mutating func rank(_ question: inout Question, _ values: [Value]) {
    guard values.count > 1 else { return }
    var tiers: [[Question.Rank]] = []
    for value in values.shuffled(using: &random) {
      let rank = Question.Rank.value(Literal(value, at: mark()))
      if tiers.count > 1 && random.chance(20) { tiers[tiers.count - 1].append(rank) } else { tiers.append([rank]) }
    }
    guard case .value(let worst) = tiers.last![0] else { return }
    if random.chance(50) {
      question.unsure = .counts(as: Literal(worst.value, at: mark()))
    } else {
      question.unsure = .own(mark())
    }
    if question.unsure?.isOwn == true || random.chance(50) {
      let place = random.number(in: 1...tiers.count)
      if place < tiers.count && random.chance(30) {
        tiers[place].append(.unsure(mark()))
      } else {
        tiers.insert([.unsure(mark())], at: place)
      }
    }
    question.redFlag = .ranked(tiers, mark())
  }

  private mutating func orderChoices(_ question: inout Question, _ count: Int) {
    if random.chance(30) {
      question.redFlag = .falling(mark())
      question.unsure = .counts(as: Literal(.choices(0), at: mark()))
      return
    }
    let worrying = random.pick(random.number(in: 1...count), of: Array(0..<count))
    question.redFlag = .worrying(worrying.map { Literal(.choice($0), at: mark()) }, mark())
    question.unsure =
      random.chance(30) ? .own(mark()) : .counts(as: Literal(.choices(1 << UInt32(worrying[0])), at: mark()))
  }

  private mutating func orderSizes(_ question: inout Question) {
    let isRising = random.chance(50)
    question.redFlag = isRising ? .rising(mark()) : .falling(mark())
    let ends = question.ends!
    question.unsure = .counts(as: Literal(isRising ? ends.high : ends.low, at: mark()))
  }
}

extension Question.Unsure {
  var isOwn: Bool { if case .own = self { true } else { false } }
}

extension Question {
  /// The ends of the range of a number or a duration.
  var ends: (low: Value, high: Value)? {
    switch kind {
    case .number(let range): (.number(range.low), .number(range.high))
    case .duration(let range): (.duration(range.lowerBound), .duration(range.upperBound))
    case .yesNo, .choice, .choices: nil
    }
  }
}

// MARK: - Values

extension RandomTree {
  mutating func value(of question: Question) -> Value { random.value(of: question) }
}

extension RandomSource {
  /// A value that a question accepts.
  public mutating func value(of question: Question) -> Value {
    switch question.kind {
    case .yesNo: return .yesNo(chance(50))
    case .choice(let choices): return .choice(number(in: 0...(choices.count - 1)))
    case .choices(let choices): return .choices(UInt32(number(in: 0...(1 << choices.count - 1))))
    case .number(let range):
      let steps = Int((range.high.millionths - range.low.millionths) / range.step.millionths)
      return .number(
        Number(millionths: range.low.millionths + Int64(number(in: 0...steps)) * range.step.millionths))
    case .duration(let range):
      let bound = pick([Int64(180), 3 * 24 * 60, 60 * 24 * 60, .max])
      let most = min(range.upperBound.count, max(range.lowerBound.count, bound))
      return .duration(Minutes(Int64(number(in: Int(range.lowerBound.count)...Int(most)))))
    }
  }
}
