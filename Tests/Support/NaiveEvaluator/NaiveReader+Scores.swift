import Triage

extension NaiveReader {
  func passes(_ score: Score, _ test: ScoreTest) -> Bool {
    guard let measure = measure(score) else { return test == .isUnsure }
    switch test {
    case .isUnsure: return false
    case .compares(let comparison, let literal): return Self.compares(measure, comparison, Self.number(literal))
    case .between(let low, let high): return Self.number(low) <= measure && measure <= Self.number(high)
    }
  }

  /// What a score comes to; nil for a percentage of nothing answered.
  private func measure(_ score: Score) -> Rational? {
    switch score.form {
    case .sum: return sum(score.items)
    case .percentOfAnswered:
      let answered = Self.separated(score.items).filter { isAnswered($0) }
      guard !answered.isEmpty else { return nil }
      let most = answered.reduce(.zero) { $0 + largest($1) }
      return sum(answered) * Rational(100 * most.denominator, most.numerator)
    }
  }

  private func sum(_ items: [Score.Item]) -> Rational {
    items.reduce(.zero) { $0 + points($1) }
  }

  private func points(_ item: Score.Item) -> Rational {
    switch item {
    case .points(let points, let condition, _): return holds(condition) ? Rational(points) : .zero
    case .add(.question(let question), let times, _):
      guard let value = value(of: question) else { return .zero }
      return worth(value, of: question) * Rational(times)
    case .add(.score(let score), let times, _): return sum(grammar.scores[score].items) * Rational(times)
    case .each(let points, let references, _):
      let yes = references.filter { value(of: $0.question) == .yes }
      return yes.reduce(.zero) { total, _ in total + Rational(points) }
    }
  }

  private func worth(_ value: Value, of question: QuestionID) -> Rational {
    switch (value, grammar.questions[question].kind) {
    case (.number(let number), _): Rational(number)
    case (.choice(let position), .choice(let choices)): Rational(choices[position].value!)
    default: preconditionFailure("only numbers and choices with values can be added")
    }
  }

  /// The items with every `for each of` taken apart, one item a question.
  private static func separated(_ items: [Score.Item]) -> [Score.Item] {
    items.flatMap { item in
      guard case .each(let points, let references, let part) = item else { return [item] }
      return references.map { Score.Item.each(points, of: [$0], part) }
    }
  }

  private func isAnswered(_ item: Score.Item) -> Bool {
    grammar.questionsRead(by: item).allSatisfy { value(of: $0) != nil }
  }

  private func largest(_ item: Score.Item) -> Rational { extreme(item, ofLargest: true) }

  /// The most, or the least, that an item can give.
  private func extreme(_ item: Score.Item, ofLargest isLargest: Bool) -> Rational {
    let choose: (Rational, Rational) -> Rational = isLargest ? { max($0, $1) } : { min($0, $1) }
    switch item {
    case .points(let points, _, _): return choose(.zero, Rational(points))
    case .each(let points, let references, _):
      return references.reduce(.zero) { total, _ in total + choose(.zero, Rational(points)) }
    case .add(let addend, let times, _):
      let ends = ends(of: addend)
      return choose(ends.least * Rational(times), ends.most * Rational(times))
    }
  }

  private func ends(of addend: Score.Addend) -> (least: Rational, most: Rational) {
    switch addend {
    case .score(let score):
      let items = grammar.scores[score].items
      return (
        items.reduce(.zero) { $0 + extreme($1, ofLargest: false) },
        items.reduce(.zero) { $0 + extreme($1, ofLargest: true) }
      )
    case .question(let question):
      switch grammar.questions[question].kind {
      case .number(let range): return (Rational(range.low), Rational(range.high))
      case .choice(let choices):
        let values = choices.map { Rational($0.value!) }
        return (values.min()!, values.max()!)
      default: preconditionFailure("only numbers and choices with values can be added")
      }
    }
  }

  private static func number(_ literal: Literal) -> Rational {
    guard case .number(let number) = literal.value else { preconditionFailure("a score is compared with a number") }
    return Rational(number)
  }
}
