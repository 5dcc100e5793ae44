import Triage

extension Section: Canonical {
  func write(to text: inout CanonicalText) {
    text.record("section") {
      $0.field("name", name)
      $0.field("steps", steps)
    }
  }
}

extension Step: Canonical {
  func write(to text: inout CanonicalText) {
    text.record("step") {
      $0.field("if", condition)
      $0.field("does", action)
    }
  }
}

extension Step.Action: Canonical {
  func write(to text: inout CanonicalText) {
    switch self {
    case .say(let words): text.record("say") { $0.field("text", words) }
    case .ask(let question, let branches):
      text.record("ask") {
        $0.field("question", question)
        $0.field("then", branches)
      }
    case .decide(let branches): text.record("decide") { $0.field("first_of", branches) }
    case .go(let section): text.record("go") { $0.field("to", section) }
    }
  }
}

extension Branch: Canonical {
  func write(to text: inout CanonicalText) {
    text.record("branch") {
      $0.field("if", condition)
      $0.field("to", target)
      $0.field("because", because)
    }
  }
}

extension Branch.Target: Canonical {
  func write(to text: inout CanonicalText) {
    switch self {
    case .section(let section): text.record("go") { $0.field("to", section) }
    case .outcome(let outcome): text.record("end") { $0.field("in", outcome) }
    }
  }
}

// MARK: Alarms and guarantees

extension Alarm: Canonical {
  func write(to text: inout CanonicalText) {
    text.record("alarm") {
      $0.field("name", name)
      $0.patterns("hears", hears)
      $0.field("asks", asks)
      $0.field("if", condition)
      $0.field("end", end)
    }
  }
}

extension WordGroup: Canonical {
  func write(to text: inout CanonicalText) {
    text.record("word_group") {
      $0.field("name", name)
      $0.field("words", words)
    }
  }
}

extension Guarantee: Canonical {
  func write(to text: inout CanonicalText) {
    text.record("guarantee") {
      $0.field("name", name)
      $0.field("if", premise)
      $0.field("then", claim)
    }
  }
}

extension Guarantee.Premise: Canonical {
  func write(to text: inout CanonicalText) {
    switch self {
    case .patient(let condition): text.record("patient") { $0.field("is", condition) }
    case .level(let test): text.record("level") { $0.field("is", test) }
    }
  }
}

extension Guarantee.LevelTest: Canonical {
  func write(to text: inout CanonicalText) {
    switch self {
    case .exactly(let level): text.record("exactly") { $0.field("level", level) }
    case .atLeast(let level): text.record("at_least") { $0.field("level", level) }
    case .atMost(let level): text.record("at_most") { $0.field("level", level) }
    }
  }
}

extension Guarantee.Claim: Canonical {
  func write(to text: inout CanonicalText) {
    switch self {
    case .patient(let condition): text.record("patient") { $0.field("is", condition) }
    case .level(let test): text.record("level") { $0.field("is", test) }
    case .ends(let outcomes): text.record("ends") { $0.field("in", outcomes) }
    case .offersNothing: text.word("offers_nothing")
    case .neverOffers(let stretches): text.record("never_offers") { $0.field("these", stretches) }
    case .neverAsks(let questions): text.record("never_asks") { $0.field("these", questions) }
    case .asks(let question, let count):
      text.record("asks_within") {
        $0.field("question", question)
        $0.field("within", count)
      }
    case .asksBefore(let first, let second):
      text.record("asks_before") {
        $0.field("question", first)
        $0.field("before", second)
      }
    case .asksBeforeOffering(let question):
      text.record("asks_before_offering") { $0.field("question", question) }
    case .offersOnlyAfter(let stretch, let question):
      text.record("offers_only_after") {
        $0.field("stretch", stretch)
        $0.field("question", question)
      }
    case .neverRaised(let questions): text.record("never_raised") { $0.field("by", questions) }
    }
  }
}
