import Triage

/// Everything in a tree that is referred to by name, each with the digest of its own text.
struct Definitions {
  private struct Definition {
    var digest: Digest
    var uses: [Reference]
  }

  /// By kind, then by position.
  private var all: [[Definition]] = []
  /// By kind: the positions in the order of the names, so that a digest knows nothing of the order in the file.
  private var sorted: [[Int]] = []

  init(_ grammar: Grammar) {
    var text = CanonicalText(grammar)
    for kind in Reference.Kind.allCases {
      switch kind {
      case .question: add(grammar.questions, &text)
      case .fact: add(grammar.facts, &text)
      case .score: add(grammar.scores, &text)
      case .outcome: add(grammar.outcomes, &text)
      case .stretch: add(grammar.stretches, &text)
      case .programme: add(grammar.programmes, &text)
      case .wordGroup: add(grammar.wordGroups, &text)
      }
    }
  }

  private mutating func add<Part: Referable & Canonical>(_ parts: [Part], _ text: inout CanonicalText) {
    all.append(
      parts.indices.map { position in
        text.clear()
        text.define(parts[position], at: ID(position))
        return Definition(digest: Digest(of: text.bytes), uses: text.uses)
      })
    sorted.append(parts.indices.sorted { parts[$0].name < parts[$1].name })
  }

  /// Every reference of a kind, in the order of the names.
  func references(_ kind: Reference.Kind) -> [Reference] { sorted[kind.rawValue].map { Reference(kind, $0) } }

  /// These, all that they use, all that those use, and so on.
  /// - Parameter kinds: what belongs to them; of another kind the name is all that is needed.
  func closure(of references: [Reference], following kinds: Set<Reference.Kind>) -> Set<Reference> {
    var found: Set<Reference> = []
    var waiting = references
    while let next = waiting.popLast() {
      guard kinds.contains(next.kind), found.insert(next).inserted else { continue }
      waiting += all[next.kind.rawValue][next.position].uses
    }
    return found
  }

  /// The digests of these, by their kinds and names.
  func digests(of references: Set<Reference>) -> [Digest] {
    Reference.Kind.allCases.flatMap { kind in
      self.references(kind).filter(references.contains).map { all[kind.rawValue][$0.position].digest }
    }
  }
}

extension CanonicalText {
  /// Writes a part; the answers that a question speaks of are its own.
  fileprivate mutating func define<Part: Canonical>(_ part: Part, at id: ID<Part>) {
    if part is Question { about(QuestionID(id.position)) { part.write(to: &$0) } } else { part.write(to: &self) }
  }
}
