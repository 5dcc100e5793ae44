import Triage

/// Outcomes, and the lists of stretches that they and programmes hold.
extension Reader {
  private static let outcomeKeys: KeySet = [
    .level, .outside, .title, .say, .titleForOther, .sayForOther, .stretches, .refer, .review, .watchFor, .source,
    .was,
  ]

  mutating func outcome(_ definition: NameSpace.Definition) -> Outcome {
    let (key, id) = (definition.key, definition.value)
    var outcome = Outcome(name: document.text(key), part: part(key), level: highest, title: "", say: "")
    guard isMapping(id, keys: Self.outcomeKeys) else { return outcome }
    outcome.level = level(id, at: key)
    outcome.title = required(.title, in: id, of: .outcome, at: key)
    outcome.say = required(.say, in: id, of: .outcome, at: key)
    outcome.titleForOther = sentence(.titleForOther, in: id)
    outcome.sayForOther = sentence(.sayForOther, in: id)
    if let list = document.value(.stretches, in: id) { outcome.stretches = stretchList(list) }
    outcome.refer = document.value(.refer, in: id).flatMap { referral($0) }
    outcome.review = document.value(.review, in: id).flatMap { minutes($0) }
    outcome.watchFor = document.value(.watchFor, in: id).map { signs($0) } ?? []
    outcome.sources = sources(.source, in: id)
    outcome.was = plain(.was, in: id)
    return outcome
  }

  /// Questions of which each says how it reads as a warning sign.
  private mutating func signs(_ list: NodeID) -> [QuestionReference] {
    items(list).compactMap { id in
      let mistakes = diagnostics.count
      guard let question = question(id) else { return nil }
      let head = questions[question.position]
      if !head.mayHaveSign, diagnostics.count == mistakes { refuse(.noSign(head.name), at: id) }
      return QuestionReference(question, at: part(id))
    }
  }

  /// The level; nil for `outside: yes`. One of the two has to stand there; for a refused one stands the highest.
  private mutating func level(_ id: NodeID, at key: NodeID) -> LevelID? {
    let level = document.value(.level, in: id)
    let outside = document.value(.outside, in: id)
    if let level, let outside {
      let last = keySpan(of: max(level, outside))
      refuse(.severalOf([Word.level.text, Word.outside.text], in: .outcome), at: last)
    } else if let outside {
      if word(outside, of: [.yes]) != nil { return nil }
    } else if let level {
      if let found = reference(level, in: .levels, .level, only: [.level]) { return LevelID(found.position) }
    } else if !hasRefusedKeys(id) {
      refuse(.noneOf([Word.level.text, "outside: yes"], in: .outcome), at: key)
    }
    return highest
  }

  var highest: LevelID { LevelID(max(0, names[.levels].definitions.count - 1)) }

  private mutating func referral(_ id: NodeID) -> Referral? {
    guard isMapping(id, keys: [.to, .within]) else { return nil }
    let within = document.value(.within, in: id).flatMap { minutes($0) }
    guard let to = document.value(.to, in: id) else {
      lacks(.to, id, .referral, at: firstWords(id))
      return nil
    }
    return reference(to, in: .providers, .provider, only: [.provider])
      .map { Referral(to: ProviderID($0.position), within: within) }
  }

  mutating func programme(_ definition: NameSpace.Definition) -> Programme {
    let name = document.text(definition.key)
    let mark = part(definition.key)
    return Programme(name: name, part: mark, list: stretchList(definition.value))
  }

  // MARK: Lists of stretches

  private mutating func stretchList(_ id: NodeID) -> StretchList {
    var list = StretchList()
    for item in items(id) {
      if document.nodes[item].kind == .scalar {
        let mark = part(item)
        if let use = use(item) { list.entries.append(.init(use, part: mark)) }
      } else if isMapping(item, keys: [.use, .if, .firstOf, .atMost]),
        let key = onlyKey(of: [.use, .firstOf, .atMost], in: item, part: .entry),
        let value = document.value(key, in: item)
      {
        read(key, value, of: item, into: &list)
      }
    }
    return list
  }

  private mutating func read(_ key: Word, _ value: NodeID, of item: NodeID, into list: inout StretchList) {
    if key == .atMost {
      refuseBeside(.atMost, .if, in: item, part: .entry)
      if list.atMost != nil {
        refuse(.severalOf([Word.atMost.text, Word.atMost.text], in: .entry), at: keySpan(of: value))
      }
      list.atMost = cap(value)
      return
    }
    let condition = condition(.if, in: item)
    let use = key == .use ? use(value) : .firstOf(items(value).compactMap { stretch($0) })
    if let use { list.entries.append(.init(use, if: condition, part: part(value))) }
  }

  private mutating func cap(_ id: NodeID) -> Int? {
    guard let cap = wholeNumber(id) else { return nil }
    if cap > 0 { return cap }
    refuse(.meaning(.capNotPositive, names: []), at: id)
    return nil
  }

  private mutating func use(_ id: NodeID) -> StretchList.Use? {
    guard let found = reference(id, in: .offers, .offerable, only: [.stretch, .programme]) else { return nil }
    return found.kind == .programme
      ? .programme(ProgrammeID(found.position)) : .stretch(StretchID(found.position))
  }
}
