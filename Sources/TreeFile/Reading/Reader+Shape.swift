import Triage

/// Keys, texts and lists: what every part is made of.
extension Reader {
  /// Whether a node is a mapping. Unknown keys are refused, and read as the nearest known one that is not there.
  mutating func isMapping(_ id: NodeID, keys: KeySet) -> Bool {
    guard isKind(.mapping, id, or: .mapping) else { return false }
    // By number, since changing a node copies all of them where somebody else holds them.
    lazy var names = keys.names
    var key = id + 1
    while key < Int(document.nodes[id].after) {
      let isKnown = document.nodes[key].symbol.word.map(keys.contains) ?? false
      if !isKnown, !document.nodes[key].isRefused { refuseKey(key, in: id, known: names) }
      key = Int(document.nodes[document.value(of: key)].after)
    }
    return true
  }

  private mutating func refuseKey(_ key: NodeID, in mapping: NodeID, known: [String]) {
    document.nodes[key].isRefused = true
    if refusesLookalike(key) { return }
    let text = document.text(key)
    let suggestion = nearest.name(to: text, among: known)
    refuse(.unknownKey(text, nearest: suggestion, known: known), at: key)
    guard let word = suggestion.flatMap(Word.init), document.value(word, in: mapping) == nil else { return }
    document.nodes[key].symbol = Symbol(index: word.index)
    document.nodes[key].isRefused = false
  }

  /// Whether a key of a mapping was refused: what seems to be missing may be just that.
  func hasRefusedKeys(_ id: NodeID) -> Bool {
    var key = id + 1
    while key < Int(document.nodes[id].after) {
      if document.nodes[key].isRefused { return true }
      key = Int(document.nodes[document.value(of: key)].after)
    }
    return false
  }

  /// Refuses a part that lacks a key, unless that may stand there misspelt.
  mutating func lacks(_ key: Word, _ mapping: NodeID, _ part: Mistake.Part, at place: Span) {
    if !hasRefusedKeys(mapping) { refuse(.missingKey(key.text, in: part), at: place) }
  }

  /// Whether a node is of a kind; otherwise it is refused, unless it was already.
  mutating func isKind(_ kind: Node.Kind, _ id: NodeID, or shape: Mistake.Shape) -> Bool {
    let node = document.nodes[id]
    guard !node.isRefused else { return false }
    if node.kind == kind { return true }
    refuse(document.isEmpty(id) ? .emptyValue : .wrongShape(shape), at: firstWords(id))
    return false
  }

  /// The first key or item of a collection, all of a scalar: enough to be pointed at.
  func firstWords(_ id: NodeID) -> Span {
    var id = id
    while document.nodes[id].kind != .scalar, Int(document.nodes[id].after) > id + 1 { id += 1 }
    return document.nodes[id].span
  }

  /// The items of a list, at least one; none where it is no list.
  mutating func items(_ id: NodeID) -> [NodeID] {
    guard isKind(.list, id, or: .list) else { return [] }
    let items = Array(document.items(of: id))
    if items.isEmpty { refuse(.wrongShape(.items), at: id) }
    return items
  }

  /// A text that is no sentence: a version, a phone number.
  mutating func plain(_ id: NodeID) -> String? { isText(id) ? document.text(id) : nil }

  /// Whether a node is a text with something in it; otherwise it is refused.
  mutating func isText(_ id: NodeID) -> Bool {
    guard isKind(.scalar, id, or: .text) else { return false }
    if document.nodes[id].length == 0 { refuse(.emptyValue, at: id) }
    return document.nodes[id].length > 0
  }

  mutating func plain(_ key: Word, in mapping: NodeID) -> String? {
    document.value(key, in: mapping).flatMap { plain($0) }
  }

  /// A text that people read, without the line break that ends a block. One that YAML cut short is refused.
  mutating func sentence(_ id: NodeID) -> String? { readable(id, commentsApart: nil) }

  /// A label, or what people call something. A comment may stand behind it where at least two spaces set it apart.
  mutating func label(_ id: NodeID) -> String? { readable(id, commentsApart: 2) }

  private mutating func readable(_ id: NodeID, commentsApart gap: Int?) -> String? {
    guard let text = plain(id) else { return nil }
    if let lost = lostWords(behind: id, commentsApart: gap) {
      refuse(.wordsLost(document.sources.text(lost.range)), at: lost)
    }
    return text.utf8.last == UInt8(ascii: "\n") ? String(text.dropLast(1)) : text
  }

  /// The comment behind an unquoted text, unless `gap` spaces or more stand between them.
  private func lostWords(behind id: NodeID, commentsApart gap: Int?) -> Span? {
    let node = document.nodes[id]
    guard node.style == .plain, node.kind == .scalar else { return nil }
    let end = node.span.range.upperBound
    let rest = document.sources.bytes[end...]
    guard let mark = rest.firstIndex(where: { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }),
      rest[mark] == UInt8(ascii: "#"), mark - end < gap ?? .max
    else { return nil }
    return Span(document.sources.lineRange(from: mark))
  }

  mutating func sentence(_ key: Word, in mapping: NodeID) -> String? {
    document.value(key, in: mapping).flatMap { sentence($0) }
  }

  /// A sentence that has to be there.
  mutating func required(_ key: Word, in mapping: NodeID, of part: Mistake.Part, at place: NodeID) -> String {
    guard let value = document.value(key, in: mapping) else {
      lacks(key, mapping, part, at: document.nodes[place].span)
      return ""
    }
    return sentence(value) ?? ""
  }

  /// A list of texts; one text alone is refused.
  mutating func labels(_ key: Word, in mapping: NodeID) -> [String] {
    guard let list = document.value(key, in: mapping) else { return [] }
    return items(list).compactMap { label($0) }
  }

  /// Whether a text holds a character that was refused when the file was read, or that only looks like one of the
  /// format's own, which is refused now.
  mutating func refusesLookalike(_ id: NodeID) -> Bool {
    if document.text(id).unicodeScalars.contains(where: { isBidirectional($0.value) || isControl($0.value) }) {
      return true
    }
    guard let found = Lookalike.first(in: document.nodes[id].span.range, of: document.sources) else { return false }
    refuse(.lookalike(found.character), at: found.span)
    return true
  }

  /// A word that must be one of a few.
  mutating func word(_ id: NodeID, of known: [Word]) -> Word? {
    guard isText(id) else { return nil }
    if let word = document.symbol(id).word, known.contains(word) { return word }
    if refusesLookalike(id) { return nil }
    let text = document.text(id)
    let names = known.map(\.text)
    refuse(.unknownWord(text, nearest: nearest.name(to: text, among: names), known: names), at: id)
    return nil
  }

  // MARK: References

  /// What a name refers to. An unknown one is refused and read as the nearest.
  mutating func reference(
    _ id: NodeID, in space: Names.Space, _ kind: Mistake.Kind, only kinds: [Mistake.Kind]
  ) -> NameSpace.Definition? {
    guard isText(id) else { return nil }
    let found = names.find(document.symbol(id), in: space)
    if let found, kinds.contains(found.kind) { return found }
    if refusesLookalike(id) { return nil }
    return unknown(document.text(id), at: document.nodes[id].span, in: space, kind, only: kinds)
  }

  /// Refuses a name, and returns the nearest.
  mutating func unknown(
    _ text: String, at span: Span, in space: Names.Space, _ kind: Mistake.Kind, only kinds: [Mistake.Kind]
  ) -> NameSpace.Definition? {
    let isTarget = kind == .section || kind == .outcome
    let isComplete = hasEveryFile || isTarget || kind == .level
    guard isComplete, !names[space].isIncomplete else { return nil }
    let symbols = document.symbols
    let known = names[space].definitions.lazy.filter { kinds.contains($0.kind) }
    let suggestion = nearest.name(to: text, among: known.map { symbols.text($0.symbol) })
    refuse(
      isTarget ? .unknownTarget(kind, text, nearest: suggestion) : .unknownName(kind, text, nearest: suggestion),
      at: span)
    guard let suggestion else { return nil }
    return known.first { symbols.text($0.symbol) == suggestion }
  }

  mutating func question(_ id: NodeID) -> QuestionID? {
    reference(id, in: .conditions, .question, only: [.question]).map { QuestionID($0.position) }
  }

  mutating func questions(_ list: NodeID) -> [QuestionReference] {
    items(list).compactMap { id in question(id).map { QuestionReference($0, at: part(id)) } }
  }

  /// The section that a name leads to; the stand-in where nobody knows it.
  mutating func section(_ id: NodeID) -> SectionID {
    let found = reference(id, in: .sections, .section, only: [.section])
    return found.map { SectionID($0.position) } ?? unknownSection()
  }

  /// The outcome that a name leads to; the stand-in where nobody knows it.
  mutating func outcome(_ id: NodeID) -> OutcomeID {
    let found = reference(id, in: .outcomes, .outcome, only: [.outcome])
    return found.map { OutcomeID($0.position) } ?? unknownOutcome()
  }

  mutating func stretch(_ id: NodeID) -> StretchID? {
    reference(id, in: .offers, .stretch, only: [.stretch]).map { StretchID($0.position) }
  }

  mutating func sources(_ key: Word, in mapping: NodeID) -> [SourceID] {
    guard let list = document.value(key, in: mapping), !refusesLoneSource(list) else { return [] }
    return items(list).compactMap { id in
      reference(id, in: .sources, .source, only: [.source]).map { SourceID($0.position) }
    }
  }

  /// Refuses a source that stands where a list of them should.
  private mutating func refusesLoneSource(_ id: NodeID) -> Bool {
    let node = document.nodes[id]
    guard node.kind == .scalar, !node.isRefused, node.length > 0 else { return false }
    let isDefined = names.find(document.symbol(id), in: .sources) != nil || names[.sources].isIncomplete
    refuse(.sourceNotInList(document.text(id), isDefined: isDefined), at: id)
    return true
  }
}
