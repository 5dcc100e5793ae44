import Triage

/// What a question accepts, and how worrying an answer is.
extension Question {
  /// Why an answer is refused; nil where it is accepted.
  func refusal(of answer: Answer, to id: QuestionID) -> Rejection? {
    switch answer {
    case .unsure: acceptsUnsure ? nil : .unsureIsNoAnswer(id)
    case .value(let value): refusal(of: value, to: id)
    }
  }

  /// Whether "not sure" is an answer.
  var acceptsUnsure: Bool {
    switch unsure {
    case nil, .askAgain: false
    case .counts, .own: true
    }
  }

  private func refusal(of value: Value, to id: QuestionID) -> Rejection? {
    switch (kind, value) {
    case (.yesNo, .yesNo): return nil
    case (.choice(let choices), .choice(let position)):
      return choices.indices.contains(position) ? nil : .outOfRange(id)
    case (.choices(let choices), .choices(let bits)):
      return UInt64(bits) < UInt64(1) << UInt64(choices.count) ? nil : .outOfRange(id)
    case (.number(let range), .number(let number)):
      guard range.low <= number, number <= range.high else { return .outOfRange(id) }
      return (number.millionths - range.low.millionths) % range.step.millionths == 0 ? nil : .offGrid(id)
    case (.duration(let range), .duration(let minutes)):
      return range.contains(minutes) ? nil : .outOfRange(id)
    default: return .wrongType(id)
    }
  }

  /// How worrying an answer is, compared with the other answers to the same question; 0 for all where it is no red
  /// flag. "Not sure" in its own right is as worrying as one of the worrying choices.
  func worry(_ answer: Answer) -> Int64 {
    guard let redFlag else { return 0 }
    if case .ranked(let ranks, _) = redFlag, let place = Self.place(of: answer, in: ranks) { return Int64(place) }
    guard let value = counted(answer) else { return 1 }
    switch redFlag {
    case .rising: return Self.size(value)
    case .falling: return -Self.size(value)
    case .ranked(let ranks, _): return Int64(Self.place(of: .value(value), in: ranks)!)
    case .worrying(let literals, _): return Int64(literals.filter { NaiveReader.includes(value, $0.value) }.count)
    }
  }

  private func counted(_ answer: Answer) -> Value? {
    switch (answer, unsure) {
    case (.value(let value), _): value
    case (.unsure, .counts(as: let literal)): literal.value
    default: nil
    }
  }

  private static func place(of answer: Answer, in ranks: [[Rank]]) -> Int? {
    ranks.firstIndex { tier in
      tier.contains { rank in
        switch rank {
        case .unsure: answer == .unsure
        case .value(let literal): answer == .value(literal.value)
        }
      }
    }
  }

  private static func size(_ value: Value) -> Int64 {
    switch value {
    case .number(let number): number.millionths
    case .duration(let minutes): minutes.count
    case .choices(let bits): Int64(bits.nonzeroBitCount)
    case .yesNo, .choice: preconditionFailure("has a ranked order")
    }
  }
}
