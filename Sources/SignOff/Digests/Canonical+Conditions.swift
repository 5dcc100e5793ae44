import Triage

extension Condition: Canonical {
  func write(to text: inout CanonicalText) {
    switch self {
    case .always: text.word("always")
    case .never: text.word("never")
    case .not(let condition): text.record("not") { $0.field("of", condition) }
    case .all(let conditions): text.record("all") { $0.field("of", conditions) }
    case .any(let conditions): text.record("any") { $0.field("of", conditions) }
    case .count(let count, let conditions, _):
      text.record("count") {
        $0.field("number", count)
        $0.field("of", conditions)
      }
    case .fact(let fact, _): text.record("fact") { $0.field("name", fact) }
    case .question(let question, let test, _):
      text.record("question") {
        $0.field("name", question)
        $0.about(question) { $0.field("test", test) }
      }
    case .score(let score, let test, _):
      text.record("score") {
        $0.field("name", score)
        $0.field("test", test)
      }
    }
  }
}

extension Count: Canonical {
  func write(to text: inout CanonicalText) {
    switch self {
    case .atLeast(let number): text.record("at_least") { $0.field("n", number) }
    case .exactly(let number): text.record("exactly") { $0.field("n", number) }
    case .atMost(let number): text.record("at_most") { $0.field("n", number) }
    }
  }
}

extension Comparison: Canonical {
  func write(to text: inout CanonicalText) {
    switch self {
    case .less: text.word("less")
    case .atMost: text.word("at_most")
    case .equal: text.word("equal")
    case .atLeast: text.word("at_least")
    case .more: text.word("more")
    }
  }
}

extension QuestionTest: Canonical {
  func write(to text: inout CanonicalText) {
    switch self {
    case .isOne(let literals): text.record("is") { $0.field("one_of", literals) }
    case .isUnsure: text.word("is_unsure")
    case .wasAsked: text.word("was_asked")
    case .has(let quantifier, let literals):
      text.record("has") {
        $0.field("how_many", quantifier)
        $0.field("of", literals)
      }
    case .compares(let comparison, let literal):
      text.record("compares") {
        $0.field("how", comparison)
        $0.field("with", literal)
      }
    case .between(let low, let high):
      text.record("between") {
        $0.field("low", low)
        $0.field("high", high)
      }
    }
  }
}

extension QuestionTest.Quantifier: Canonical {
  func write(to text: inout CanonicalText) {
    switch self {
    case .any: text.word("any")
    case .all: text.word("all")
    case .none: text.word("none")
    }
  }
}

extension ScoreTest: Canonical {
  func write(to text: inout CanonicalText) {
    switch self {
    case .compares(let comparison, let literal):
      text.record("compares") {
        $0.field("how", comparison)
        $0.field("with", literal)
      }
    case .between(let low, let high):
      text.record("between") {
        $0.field("low", low)
        $0.field("high", high)
      }
    case .isUnsure: text.word("is_unsure")
    }
  }
}

extension Literal: Canonical {
  func write(to text: inout CanonicalText) { value.write(to: &text) }
}

extension Value: Canonical {
  func write(to text: inout CanonicalText) {
    switch self {
    case .yesNo(let isYes): isYes ? text.word("yes") : text.word("no")
    case .choice(let position): text.record("choice") { $0.field("name", ChoiceReference(position)) }
    case .choices(let picked):
      let positions = (0..<UInt32.bitWidth).filter { picked >> UInt32($0) & 1 == 1 }
      text.record("choices") { $0.field("names", positions.map(ChoiceReference.init)) }
    case .number(let number): text.record("number") { $0.field("millionths", number) }
    case .duration(let minutes): text.record("duration") { $0.field("minutes", minutes) }
    }
  }
}

/// A choice of the question that is spoken of.
private struct ChoiceReference: Canonical {
  var position: Int

  init(_ position: Int) { self.position = position }

  func write(to text: inout CanonicalText) { text.refer(toChoice: position) }
}

extension Fact: Canonical {
  func write(to text: inout CanonicalText) {
    text.record("fact") {
      $0.field("name", name)
      $0.field("when", condition)
      $0.field("means", means)
    }
  }
}

extension Score: Canonical {
  func write(to text: inout CanonicalText) {
    text.record("score") {
      $0.field("name", name)
      $0.field("form", form)
      $0.field("items", items)
    }
  }
}

extension Score.Form: Canonical {
  func write(to text: inout CanonicalText) {
    switch self {
    case .sum: text.word("sum")
    case .percentOfAnswered: text.word("percent_of_answered")
    }
  }
}

extension Score.Item: Canonical {
  func write(to text: inout CanonicalText) {
    switch self {
    case .points(let points, let condition, _):
      text.record("points") {
        $0.field("points", points)
        $0.field("if", condition)
      }
    case .add(let addend, let times, _):
      text.record("add") {
        $0.field("what", addend)
        $0.field("times", times)
      }
    case .each(let points, let questions, _):
      text.record("each") {
        $0.field("points", points)
        $0.field("of", questions)
      }
    }
  }
}

extension Score.Addend: Canonical {
  func write(to text: inout CanonicalText) {
    switch self {
    case .question(let question): text.record("question") { $0.field("name", question) }
    case .score(let score): text.record("score") { $0.field("name", score) }
    }
  }
}
