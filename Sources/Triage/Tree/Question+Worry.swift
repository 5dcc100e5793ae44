extension Question {
  /// How worrying an answer to a red flag is: the larger, the more so. Nil where its order has no place for it.
  ///
  /// "Not sure" without a place of its own stands where the value stands that it counts as.
  ///
  /// Of a question of which any number can be picked, how many of the worrying ones were; "not sure" as a value of its
  /// own is as worrying as one of them.
  public func worry(of answer: Answer) -> Int? {
    guard let redFlag else { return nil }
    if case .ranked(let ranks, _) = redFlag, let rank = rank(of: answer, in: ranks) { return rank }
    switch (answer, unsure) {
    case (.value(let value), _): return (try? kind.code(of: value)).map { worry(of: $0, redFlag) }
    case (.unsure, .counts(let literal)): return worry(of: .value(literal.value))
    case (.unsure, .own): if case .worrying = redFlag { return 1 } else { return nil }
    case (.unsure, _): return nil
    }
  }

  /// The worry of the least worrying answer.
  package var leastWorry: Int {
    switch redFlag {
    case .falling(_): worry(of: kind.lastCode ?? 0, redFlag!)
    case .rising, .ranked, .worrying, nil: 0
    }
  }

  private func worry(of code: Int32, _ order: RedFlag) -> Int {
    switch (order, kind) {
    case (.falling, .choices): -code.nonzeroBitCount
    case (.falling, _): -Int(code)
    case (.worrying(let literals, _), _):
      (literals.reduce(0) { $0 | kind.bit(of: $1) } & code).nonzeroBitCount
    default: Int(code)
    }
  }

  private func rank(of answer: Answer, in ranks: [[Rank]]) -> Int? {
    ranks.firstIndex { tie in
      tie.contains { rank in
        switch (rank, answer) {
        case (.value(let literal), .value(let value)): literal.value == value
        case (.unsure, .unsure): true
        default: false
        }
      }
    }
  }
}
