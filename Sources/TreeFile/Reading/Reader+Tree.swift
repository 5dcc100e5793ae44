import Triage

/// The tree as a whole.
extension Reader {
  mutating func readTree(_ root: NodeID) -> Grammar? {
    guard document.nodes[root].kind == .mapping else { return nil }
    let title = required(.title, in: root, of: .tree, at: document.firstKey(of: root))
    let identity = [Word.id, .version, .language].map { requiredPlain($0, in: root) }
    let start = needed(.start, in: root).map { section($0) } ?? unknownSection()
    let stuck = needed(.stuck, in: root).map { outcome($0) } ?? unknownOutcome()
    for key in [Word.backtalk, .levels] { _ = needed(key, in: root) }
    for key in [Word.sections, .outcomes] where isInNoFile(key) { lacks(key, root, .tree, at: firstWords(root)) }

    var grammar = Grammar(
      id: identity[0], title: title, version: identity[1], language: identity[2], levels: levels(),
      start: start, stuck: stuck)
    readParts(root, into: &grammar)
    if hasUnknownTargets { addStandIns(to: &grammar) }
    return grammar.levels.isEmpty ? nil : grammar
  }

  private mutating func readParts(_ root: NodeID, into grammar: inout Grammar) {
    grammar.about = about(root)
    grammar.onBehalf = condition(.onBehalf, in: root)
    grammar.questions.reserveCapacity(questions.count)
    for definition in names[.conditions].definitions {
      switch definition.kind {
      case .question: grammar.questions.append(question(definition))
      case .fact: grammar.facts.append(fact(definition))
      default: grammar.scores.append(score(definition))
      }
    }
    grammar.alarms = names[.alarms].definitions.compactMap { alarm($0) }
    grammar.sections = names[.sections].definitions.map { section($0) }
    for definition in names[.offers].definitions {
      if definition.kind == .stretch {
        grammar.stretches.append(stretch(definition))
      } else {
        grammar.programmes.append(programme(definition))
      }
    }
    grammar.outcomes = names[.outcomes].definitions.map { outcome($0) }
    grammar.guarantees = items(.guarantees).compactMap { guarantee($0) }
    grammar.stretchingRules = items(.stretchingRules).compactMap { stretchingRule($0) }
    grammar.sources = names[.sources].definitions.map { source($0) }
    grammar.providers = names[.providers].definitions.map { provider($0) }
    grammar.wordGroups = names[.wordGroups].definitions.map { wordGroup($0) }
    knownWords = values(of: .knownWords).flatMap { knownWords($0) }
  }

  /// The items of the lists under a key, in the order of the files.
  private mutating func items(_ key: Word) -> [NodeID] { values(of: key).flatMap { items($0) } }

  /// What stands under a key, in the order of the files.
  private func values(of key: Word) -> [NodeID] {
    roots.filter { document.nodes[$0].kind == .mapping }.compactMap { document.value(key, in: $0) }
  }

  /// Words that patients know, however long they are. Behind each stands why it cannot be avoided.
  private mutating func knownWords(_ id: NodeID) -> [String] {
    guard isKind(.mapping, id, or: .mapping) else { return [] }
    return document.pairs(of: id).map { word, reason in
      _ = sentence(reason)
      return document.text(word)
    }
  }

  private mutating func requiredPlain(_ key: Word, in root: NodeID) -> String {
    needed(key, in: root).flatMap { plain($0) } ?? ""
  }

  /// The value of a key that a tree must have.
  private mutating func needed(_ key: Word, in root: NodeID) -> NodeID? {
    if let value = document.value(key, in: root) { return value }
    lacks(key, root, .tree, at: firstWords(root))
    return nil
  }

  private mutating func levels() -> [Level] {
    names[.levels].definitions.map { definition in
      var level = Level(name: document.text(definition.key), part: part(definition.key))
      if document.nodes[definition.value].kind == .mapping { level.was = plain(.was, in: definition.value) }
      return level
    }
  }

  /// What is said about the tree, and in the files that it uses the numbers to call.
  private mutating func about(_ root: NodeID) -> Grammar.About {
    var about = Grammar.About()
    if let own = document.value(.about, in: root) { about = self.about(ofTree: own) }
    for file in roots.dropFirst() where document.nodes[file].kind == .mapping {
      if let numbers = document.value(.about, in: file) { _ = isMapping(numbers, keys: Self.numberKeys) }
    }
    about.emergencyNumber = numberToCall(.emergencyNumber)
    about.crisisLine = numberToCall(.crisisLine)
    return about
  }

  /// What a file that another uses may say about the tree: whom to call is set beside whom to see.
  private static let numberKeys: KeySet = [.emergencyNumber, .crisisLine]

  /// A number to call, which one of the files has.
  private mutating func numberToCall(_ key: Word) -> String? {
    var found: NodeID?
    for root in roots where document.nodes[root].kind == .mapping {
      guard let about = document.value(.about, in: root), document.nodes[about].kind == .mapping,
        let number = document.value(key, in: about)
      else { continue }
      if let first = found {
        let mistake = Mistake.definedTwice(.number, key.text)
        diagnostics.append(
          Diagnostic(mistake, at: document.nodes[number].span).labelled(.firstDefined, document.nodes[first].span))
      }
      found = found ?? number
    }
    return found.flatMap { sentence($0) }
  }

  private mutating func about(ofTree id: NodeID) -> Grammar.About {
    var about = Grammar.About()
    guard isMapping(id, keys: [.for, .emergencyNumber, .crisisLine, .reviewDue, .licence, .source]) else {
      return about
    }
    about.audience = sentence(.for, in: id)
    if let due = document.value(.reviewDue, in: id) {
      about.reviewDue = date(due)
      about.reviewDuePart = part(due)
    }
    about.licence = plain(.licence, in: id)
    about.sources = sources(.source, in: id)
    return about
  }

  /// A day, as 2027-11-01.
  private mutating func date(_ id: NodeID) -> String? {
    guard let text = plain(id) else { return nil }
    if WrittenDay(text) != nil { return text }
    refuse(.notADate(text), at: id)
    return nil
  }
}
