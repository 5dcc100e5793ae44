import Triage

/// What stands at the top of a tree's file: all of a grammar that is no list of parts.
struct Head: Canonical {
  let grammar: Grammar

  func write(to text: inout CanonicalText) {
    text.record("head") {
      $0.field("id", grammar.id)
      $0.field("title", grammar.title)
      $0.field("version", grammar.version)
      $0.field("language", grammar.language)
      $0.field("about", grammar.about)
      $0.field("levels", grammar.levels)
      $0.field("start", grammar.start)
      $0.field("stuck", grammar.stuck)
      $0.field("on_behalf", grammar.onBehalf)
    }
  }
}

extension Grammar.About: Canonical {
  func write(to text: inout CanonicalText) {
    text.record("about") {
      $0.field("for", audience)
      $0.field("emergency_number", emergencyNumber)
      $0.field("crisis_line", crisisLine)
      $0.field("review_due", reviewDue)
      $0.field("licence", licence)
      $0.field("sources", sources)
    }
  }
}

extension Level: Canonical {
  func write(to text: inout CanonicalText) {
    text.record("level") {
      $0.field("name", name)
      $0.field("was", was)
    }
  }
}

// MARK: Sources and providers

extension Source: Canonical {
  func write(to text: inout CanonicalText) {
    text.record("source") {
      $0.field("name", name)
      $0.field("title", title)
      $0.field("publisher", publisher)
      $0.field("year", year)
      $0.field("url", url)
    }
  }
}

extension Provider: Canonical {
  func write(to text: inout CanonicalText) {
    text.record("provider") {
      $0.field("name", name)
      $0.field("role", role)
      $0.field("person", person)
      $0.field("phone", phone)
      $0.field("address", address)
      $0.field("hours", hours)
      $0.field("page", page)
    }
  }
}
