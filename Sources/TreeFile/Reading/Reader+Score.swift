import Triage

/// Facts and scores.
extension Reader {
  mutating func fact(_ definition: NameSpace.Definition) -> Fact {
    let (key, id) = (definition.key, definition.value)
    var fact = Fact(name: document.text(key), part: part(key), condition: .always)
    guard document.nodes[id].kind == .mapping else {
      fact.condition = condition(id)
      return fact
    }
    guard isMapping(id, keys: [.when, .means]) else { return fact }
    fact.means = sentence(.means, in: id)
    if let condition = condition(.when, in: id) {
      fact.condition = condition
    } else {
      lacks(.when, id, .fact, at: document.nodes[key].span)
    }
    return fact
  }

  mutating func score(_ definition: NameSpace.Definition) -> Score {
    let (key, id) = (definition.key, definition.value)
    var score = Score(name: document.text(key), part: part(key), items: [])
    let mistakes = diagnostics.count
    defer { if diagnostics.count > mistakes { hasRefusedScores = true } }
    var list = id
    if document.nodes[id].kind == .mapping {
      guard isMapping(id, keys: [.percentOfAnswered]) else { return score }
      guard let items = document.value(.percentOfAnswered, in: id) else { return score }
      score.form = .percentOfAnswered
      list = items
    }
    score.items = items(list).compactMap { scoreItem($0) }
    return score
  }

  private mutating func scoreItem(_ id: NodeID) -> Score.Item? {
    guard isMapping(id, keys: [.if, .points, .add, .times, .forEachOf]) else { return nil }
    guard let key = onlyKey(of: [.if, .add, .forEachOf], in: id, part: .scoreItem) else { return nil }
    if key == .add {
      refuseBeside(.add, .points, in: id, part: .scoreItem)
      let times = document.value(.times, in: id).map { number($0) ?? Number(1) } ?? Number(1)
      return document.value(.add, in: id).flatMap { name in addend(name).map { .add($0, times: times, part(name)) } }
    }
    refuseBeside(key, .times, in: id, part: .scoreItem)
    guard let value = document.value(.points, in: id) else {
      lacks(.points, id, .scoreItem, at: firstWords(id))
      return nil
    }
    let points = number(value)
    if key == .if {
      let condition = condition(.if, in: id) ?? .always
      return points.map { .points($0, if: condition, part(value)) }
    }
    let each = document.value(.forEachOf, in: id).map { questions($0) } ?? []
    return points.map { .each($0, of: each, part(value)) }
  }

  private mutating func addend(_ name: NodeID) -> Score.Addend? {
    guard let found = reference(name, in: .conditions, .addend, only: [.question, .score]) else { return nil }
    return found.kind == .score ? .score(ScoreID(found.position)) : .question(QuestionID(found.position))
  }

  // MARK: Keys that exclude one another

  /// The one of `keys` that a mapping has. None, or more than one, is refused.
  mutating func onlyKey(of keys: KeySet, in id: NodeID, part: Mistake.Part) -> Word? {
    var found: Word?
    for (key, _) in document.pairs(of: id) {
      guard let word = document.nodes[key].symbol.word, keys.contains(word) else { continue }
      if let found {
        let mistake = Mistake.severalOf([found.text, word.text], in: part)
        diagnostics.append(Diagnostic(mistake, at: document.nodes[key].span))
        return nil
      }
      found = word
    }
    if found == nil, !hasRefusedKeys(id) { refuse(.noneOf(keys.names, in: part), at: firstWords(id)) }
    return found
  }

  /// Refuses a key that has no meaning beside `key`.
  mutating func refuseBeside(_ key: Word, _ other: Word, in id: NodeID, part: Mistake.Part) {
    guard let value = document.value(other, in: id) else { return }
    refuse(.severalOf([key.text, other.text], in: part), at: keySpan(of: value))
  }
}
