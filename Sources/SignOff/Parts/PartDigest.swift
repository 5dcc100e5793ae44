import Triage

/// A part of a tree and the digest of what it means: of its own text, and of all that is needed to understand it.
public struct PartDigest: Equatable, Sendable {
  public var part: TreePart
  public var digest: Digest
}

extension Grammar {
  /// The digest of every part, in the order of ``TreePart``, the sections in the order of the file.
  ///
  /// Where something was written, in which order and in which file, and what comments stand beside it, is no part of
  /// its meaning. Neither is the order of what is found by its name, but that of steps, branches, choices, levels,
  /// alarms and guarantees is.
  /// - Complexity: O(*p* × *d*), of parts and definitions. The bytes of a definition are digested once.
  public var partDigests: [PartDigest] { PartDigests(self).all }
}

private struct PartDigests {
  private(set) var all: [PartDigest] = []
  private let definitions: Definitions
  private var text: CanonicalText
  /// What some part holds.
  private var used: Set<Reference> = []

  private static let everything = Set(Reference.Kind.allCases)
  /// What is needed to understand a condition. The outcomes and stretches that a guarantee names are only named.
  private static let decided: Set<Reference.Kind> = [.question, .fact, .score, .wordGroup]

  init(_ grammar: Grammar) {
    definitions = Definitions(grammar)
    text = CanonicalText(grammar)
    add(.head, [Head(grammar: grammar)])
    for section in grammar.sections { add(.section(section.name), [section]) }
    add(.alarms, grammar.alarms)
    add(.guarantees, grammar.guarantees, following: Self.decided)
    add(
      .stretches, grammar.stretchingRules, with: definitions.references(.stretch) + definitions.references(.programme))
    add(.sources, grammar.sources.sorted { $0.name < $1.name })
    add(.providers, grammar.providers.sorted { $0.name < $1.name })
    let unused = Reference.Kind.allCases.flatMap(definitions.references).filter { !used.contains($0) }
    if !unused.isEmpty { add(.rest, [String](), with: unused) }
  }

  /// - Parameters:
  ///   - own: what belongs to no other part.
  ///   - named: what belongs to the part beside that which `own` uses.
  private mutating func add(
    _ part: TreePart, _ own: [some Canonical], with named: [Reference] = [],
    following kinds: Set<Reference.Kind> = everything
  ) {
    text.clear()
    part.text.write(to: &text)
    own.write(to: &text)
    let held = definitions.closure(of: text.uses + named, following: kinds)
    used.formUnion(held)
    var builder = Digest.Builder()
    builder.add(text.bytes)
    for digest in definitions.digests(of: held) { builder.add(digest.bytes) }
    all.append(PartDigest(part: part, digest: builder.digest()))
  }
}
