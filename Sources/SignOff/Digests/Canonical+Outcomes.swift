import Triage

extension Outcome: Canonical {
  func write(to text: inout CanonicalText) {
    text.record("outcome") {
      $0.field("name", name)
      $0.field("level", level)
      $0.field("title", title)
      $0.field("say", say)
      $0.field("title_for_other", titleForOther)
      $0.field("say_for_other", sayForOther)
      $0.field("stretches", stretches)
      $0.field("refer", refer)
      $0.field("review", review)
      $0.field("watch_for", watchFor)
      $0.field("sources", sources)
      $0.field("was", was)
    }
  }
}

extension Referral: Canonical {
  func write(to text: inout CanonicalText) {
    text.record("refer") {
      $0.field("to", to)
      $0.field("within", within)
    }
  }
}

// MARK: Stretches

extension StretchList: Canonical {
  func write(to text: inout CanonicalText) {
    text.record("list") {
      $0.field("entries", entries)
      $0.field("at_most", atMost)
    }
  }
}

extension StretchList.Entry: Canonical {
  func write(to text: inout CanonicalText) {
    text.record("entry") {
      $0.field("use", use)
      $0.field("if", condition)
    }
  }
}

extension StretchList.Use: Canonical {
  func write(to text: inout CanonicalText) {
    switch self {
    case .stretch(let stretch): text.record("stretch") { $0.field("name", stretch) }
    case .firstOf(let stretches): text.record("first_of") { $0.field("these", stretches) }
    case .programme(let programme): text.record("programme") { $0.field("name", programme) }
    }
  }
}

extension Programme: Canonical {
  func write(to text: inout CanonicalText) {
    text.record("programme") {
      $0.field("name", name)
      $0.field("list", list)
    }
  }
}

extension Stretch: Canonical {
  func write(to text: inout CanonicalText) {
    text.record("stretch") {
      $0.field("name", name)
      $0.field("card", card)
      $0.field("avoid", avoid)
      $0.field("sources", sources)
      $0.field("was", was)
    }
  }
}

extension StretchingRule: Canonical {
  func write(to text: inout CanonicalText) {
    text.record("rule") {
      $0.field("text", self.text)
      $0.field("sources", sources)
    }
  }
}

extension Stretch.Avoid: Canonical {
  func write(to text: inout CanonicalText) {
    switch self {
    case .fact(let fact, _): text.record("fact") { $0.field("name", fact) }
    case .question(let question, _): text.record("question") { $0.field("name", question) }
    }
  }
}

extension Stretch.Card: Canonical {
  func write(to text: inout CanonicalText) {
    text.record("card") {
      $0.field("title", title)
      $0.field("purpose", purpose)
      $0.field("helps", helps)
      $0.field("difficulty", difficulty)
      $0.field("setup", setup)
      $0.field("steps", steps)
      $0.field("dose", dose)
      $0.field("progress", progress)
      $0.field("stop_if", stopIf)
      $0.field("figure", figure)
    }
  }
}

extension Stretch.Dose: Canonical {
  func write(to text: inout CanonicalText) {
    text.record("dose") {
      $0.field("hold", hold)
      $0.field("repeat", repeats)
      $0.field("sides", sides)
      $0.field("per_day", perDay)
    }
  }
}

extension Stretch.Dose.Sides: Canonical {
  func write(to text: inout CanonicalText) {
    switch self {
    case .each: text.word("each")
    case .both: text.word("both")
    }
  }
}
