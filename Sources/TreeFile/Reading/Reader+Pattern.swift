import Triage

/// Patterns of what people say, and the groups of words that they name.
extension Reader {
  /// A list of patterns.
  /// - Parameter mayHoldAnswer: whether `#` may stand in them, since a number or a length of time is asked for.
  mutating func patterns(_ key: Word, in mapping: NodeID, mayHoldAnswer: Bool = false) -> [String] {
    guard let list = document.value(key, in: mapping) else { return [] }
    return items(list).compactMap { id in
      guard let text = phrase(id) else { return nil }
      checkPattern(id, mayHoldAnswer: mayHoldAnswer)
      return text
    }
  }

  mutating func wordGroup(_ definition: NameSpace.Definition) -> WordGroup {
    let (key, id) = (definition.key, definition.value)
    let mark = part(key)
    let words = items(id).compactMap { id -> String? in
      guard let text = phrase(id) else { return nil }
      checkWords(id)
      return text
    }
    return WordGroup(name: document.text(key), part: mark, words: words)
  }

  /// A text; what YAML takes for keys with values, since it begins with a brace, is refused with that cure.
  private mutating func phrase(_ id: NodeID) -> String? { isKind(.scalar, id, or: .phrase) ? label(id) : nil }

  private mutating func checkPattern(_ id: NodeID, mayHoldAnswer: Bool) {
    let text = PlacedText(document, id)
    let pieces = PatternPiece.all(in: text.bytes)
    for piece in pieces { check(piece, of: text, mayHoldAnswer: mayHoldAnswer) }
    if pieces.allSatisfy({ $0.kind == .gap }) { refuse(.nothingToHear, at: id) }
  }

  private mutating func check(_ piece: PatternPiece, of text: PlacedText, mayHoldAnswer: Bool) {
    let place = text.span(piece.range)
    switch piece.kind {
    case .words, .gap: break
    case .group: checkGroup(text.bytes[piece.range], at: place)
    case .answer: if !mayHoldAnswer { refuse(.noNumberHere, at: place) }
    case .numbers:
      if !isRange(text.bytes[piece.range].dropFirst()) { refuse(.notAPatternRange(text[piece]), at: place) }
    case .strayBrace: refuse(.strayBrace(text[piece]), at: place)
    case .ellipsis: refuse(.lookalike(Lookalike.ellipsis), at: place)
    }
  }

  private mutating func checkGroup(_ name: ArraySlice<UInt8>, at place: Span) {
    guard names.find(name.withUnsafeBufferPointer { document.symbols.find($0) }, in: .wordGroups) == nil else { return }
    let text = String(decoding: name, as: UTF8.self)
    _ = unknown(text, at: place, in: .wordGroups, .wordGroup, only: [.wordGroup])
  }

  /// Whether two numbers stand there with a hyphen between them, the lower one first.
  private func isRange(_ text: ArraySlice<UInt8>) -> Bool {
    let ends = text.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).map { Number(parsing: $0) }
    guard ends.count == 2, let low = ends[0], let high = ends[1] else { return false }
    return low <= high
  }

  private mutating func checkWords(_ id: NodeID) {
    let text = PlacedText(document, id)
    let pieces = PatternPiece.all(in: text.bytes)
    for piece in pieces where piece.kind != .words {
      refuse(.signInWordGroup(text[piece]), at: text.span(piece.range))
    }
    if pieces.isEmpty { refuse(.nothingToHear, at: id) }
  }
}

/// The text of a scalar, with the place in its file of every byte.
private struct PlacedText {
  let bytes: [UInt8]
  /// Where the text begins in the file, as long as it stands there as it is.
  private let start: Int
  private let places: ScalarPlaces?

  init(_ document: Document, _ id: NodeID) {
    let node = document.nodes[id]
    bytes = Array(document.bytes(id))
    start = Int(node.text)
    places =
      node.isVerbatim
      ? nil
      : ScalarPlaces(text: bytes, style: node.style, source: document.sources.bytes, range: node.span.range)
  }

  func span(_ range: Range<Int>) -> Span {
    places?.span(range) ?? Span(start + range.lowerBound..<start + range.upperBound)
  }

  subscript(piece: PatternPiece) -> String { String(decoding: bytes[piece.range], as: UTF8.self) }
}
