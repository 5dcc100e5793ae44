import Triage

/// Which keys a file may have, and what each name in them stands for.
extension Reader {
  private static let treeKeys: KeySet = [
    .backtalk, .id, .title, .version, .language, .levels, .start, .stuck, .onBehalf, .uses, .about, .questions, .facts,
    .scores, .alarms, .sections, .stretches, .programmes, .stretchingRules, .outcomes, .guarantees, .sources,
    .providers, .knownWords, .wordGroups,
  ]

  /// Of a file that another uses: all that makes up a tree, but for what there is one of.
  private static let libraryKeys: KeySet = [
    .backtalk, .uses, .about, .questions, .facts, .scores, .alarms, .sections, .stretches, .programmes,
    .stretchingRules, .outcomes, .guarantees, .sources, .providers, .knownWords, .wordGroups,
  ]

  /// Refuses files of another version of the format: their keys may mean anything.
  mutating func checkVersions() -> Bool {
    var isKnown = true
    for root in roots {
      isKnown = isVersionKnown(.backtalk, in: root) && isKnown
    }
    return isKnown
  }

  /// Whether the version that stands behind a key is the one that is known, if any does.
  mutating func isVersionKnown(_ key: Word, in root: NodeID) -> Bool {
    guard document.nodes[root].kind == .mapping, let version = document.value(key, in: root) else { return true }
    let isRefused = document.nodes[version].isRefused
    if isRefused || document.nodes[version].kind == .scalar && document.text(version) == "1" { return true }
    refuse(.unsupportedVersion(document.text(version), of: key.text), at: firstWords(version))
    return false
  }

  mutating func checkKeys() {
    for (number, root) in roots.enumerated() {
      guard isMapping(root, keys: number == 0 ? Self.treeKeys : Self.libraryKeys), mayHideNames(root) else { continue }
      for space in Names.Space.allCases { names[space].isIncomplete = true }
    }
  }

  /// Whether something that was refused may define any name, or bring in files that do.
  private func mayHideNames(_ root: NodeID) -> Bool {
    var key = root + 1
    while key < Int(document.nodes[root].after) {
      let value = document.value(of: key)
      let isMisspeltUse = document.nodes[key].symbol.word == .uses && document.text(key) != Word.uses.text
      if isMisspeltUse || document.nodes[key].isRefused && document.nodes[value].kind != .scalar { return true }
      key = Int(document.nodes[value].after)
    }
    return false
  }

  mutating func defineNames() {
    define(.questions, as: .question, in: .conditions)
    define(.facts, as: .fact, in: .conditions)
    define(.scores, as: .score, in: .conditions)
    define(.stretches, as: .stretch, in: .offers)
    define(.programmes, as: .programme, in: .offers)
    define(.sources, as: .source, in: .sources)
    define(.providers, as: .provider, in: .providers)
    define(.sections, as: .section, in: .sections)
    define(.outcomes, as: .outcome, in: .outcomes)
    define(.alarms, as: .alarm, in: .alarms)
    define(.wordGroups, as: .wordGroup, in: .wordGroups)
    defineLevels()
    for (key, space) in [(Word.sections, Names.Space.sections), (.outcomes, .outcomes)] where isInNoFile(key) {
      names[space].isIncomplete = true
    }
    if document.nodes[roots[0]].kind == .mapping, document.value(.levels, in: roots[0]) == nil {
      names[.levels].isIncomplete = true
    }
  }

  /// Whether no file has a key, as far as the files can be read.
  func isInNoFile(_ key: Word) -> Bool {
    roots.allSatisfy { document.nodes[$0].kind == .mapping && document.value(key, in: $0) == nil }
  }

  /// Defines all names that stand as keys under `section`, in all files.
  private mutating func define(_ section: Word, as kind: Mistake.Kind, in space: Names.Space) {
    var count = 0
    for root in roots where document.nodes[root].kind == .mapping {
      guard let parts = document.value(section, in: root) else { continue }
      guard isKind(.mapping, parts, or: .mapping) else {
        names[space].isIncomplete = true
        continue
      }
      for (key, value) in document.pairs(of: parts) {
        guard define(key, value, as: kind, at: count, in: space) else { continue }
        count += 1
      }
    }
  }

  /// Defines one name, and says whether it is new.
  private mutating func define(
    _ key: NodeID, _ value: NodeID, as kind: Mistake.Kind, at position: Int,
    in space: Names.Space
  ) -> Bool {
    let symbol = document.symbols.intern(document.bytes(key))
    if let first = names.find(symbol, in: space) {
      let mistake = Mistake.definedTwice(kind, document.text(key))
      let place = document.nodes[first.key].span
      diagnostics.append(Diagnostic(mistake, at: document.nodes[key].span).labelled(.firstDefined, place))
      return false
    }
    if !checkName(key) { names[space].isIncomplete = true }
    names[space].define(.init(kind: kind, position: position, key: key, value: value, symbol: symbol))
    return true
  }

  /// Levels stand in a list: names, or `name:` with `was:`.
  private mutating func defineLevels() {
    guard let list = document.value(.levels, in: roots[0]) else { return }
    let mistakes = diagnostics.count
    var count = 0
    for item in items(list) {
      guard let name = levelName(item), define(name, item, as: .level, at: count, in: .levels) else { continue }
      count += 1
    }
    if diagnostics.count > mistakes { names[.levels].isIncomplete = true }
  }

  private mutating func levelName(_ item: NodeID) -> NodeID? {
    guard document.nodes[item].kind == .mapping else { return isText(item) ? item : nil }
    guard isMapping(item, keys: [.name, .was]) else { return nil }
    guard let name = document.value(.name, in: item) else {
      lacks(.name, item, .level, at: firstWords(item))
      return nil
    }
    return isText(name) ? name : nil
  }

  /// Whether a name is one, `[a-z][a-z0-9_-]*` and no word of the conditions; otherwise it is refused.
  @discardableResult
  mutating func checkName(_ id: NodeID) -> Bool {
    let bytes = document.bytes(id)
    let isName =
      bytes.first.map { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") } ?? false && bytes.allSatisfy(isNameByte)
    if !isName {
      if !refusesLookalike(id) { refuse(.badName(document.text(id)), at: id) }
      return false
    }
    guard let word = document.symbol(id).word, word.isReserved else { return true }
    refuse(.reservedName(document.text(id)), at: id)
    return false
  }
}

/// Whether a byte may stand in a name, if not at its beginning.
func isNameByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"),
    UInt8(ascii: "-"):
    true
  default: false
  }
}
