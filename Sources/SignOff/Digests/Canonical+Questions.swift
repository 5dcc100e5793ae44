import Triage

extension Question: Canonical {
  func write(to text: inout CanonicalText) {
    text.record("question") {
      $0.field("name", name)
      $0.field("kind", kind)
      $0.field("wording", wording)
      $0.patterns("hears", hears)
      $0.field("unsure", unsure)
      $0.field("unsure_because", unsureBecause)
      $0.field("unasked", unasked)
      $0.field("applies", applies)
      $0.field("red_flag", redFlag)
      $0.field("sources", sources)
      $0.field("was", was)
    }
  }
}

extension Question.Kind: Canonical {
  func write(to text: inout CanonicalText) {
    switch self {
    case .yesNo: text.word("yes_no")
    case .choice(let choices): text.record("choice") { $0.field("of", choices) }
    case .choices(let choices): text.record("choices") { $0.field("of", choices) }
    case .number(let range): text.record("number") { $0.field("range", range) }
    case .duration(let range):
      text.record("duration") {
        $0.field("low", range.lowerBound)
        $0.field("high", range.upperBound)
      }
    }
  }

  /// Those to choose from, where there are any.
  var choices: [Choice] {
    switch self {
    case .choice(let choices), .choices(let choices): choices
    case .yesNo, .number, .duration: []
    }
  }
}

extension Choice: Canonical {
  func write(to text: inout CanonicalText) {
    text.record("choice") {
      $0.field("name", name)
      $0.field("label", label)
      $0.patterns("hears", hears)
      $0.field("value", value)
      $0.field("was", was)
    }
  }
}

extension NumberRange: Canonical {
  func write(to text: inout CanonicalText) {
    text.record("range") {
      $0.field("low", low)
      $0.field("high", high)
      $0.field("step", step)
    }
  }
}

extension Question.Wording: Canonical {
  func write(to text: inout CanonicalText) {
    text.record("wording") {
      $0.field("ask", ask)
      $0.field("plainer", plainer)
      $0.field("why", why)
      $0.field("sign", sign)
      $0.field("for_other", forOther)
    }
  }
}

extension Question.Unsure: Canonical {
  func write(to text: inout CanonicalText) {
    switch self {
    case .askAgain: text.word("ask_again")
    case .counts(let literal): text.record("counts") { $0.field("as", literal) }
    case .own: text.word("own")
    }
  }
}

extension Question.RedFlag: Canonical {
  func write(to text: inout CanonicalText) {
    switch self {
    case .rising: text.word("rising")
    case .falling: text.word("falling")
    case .ranked(let ranks, _): text.record("ranked") { $0.field("from_least", ranks) }
    case .worrying(let literals, _): text.record("worrying") { $0.field("these", literals) }
    }
  }
}

extension Question.Rank: Canonical {
  func write(to text: inout CanonicalText) {
    switch self {
    case .value(let literal): text.record("value") { $0.field("is", literal) }
    case .unsure: text.word("unsure")
    }
  }
}
