import SignOff
import Triage

/// What each part of a tree means, read off the values themselves: every field that Swift knows of is in it, whether
/// somebody thought of it or not. Slow, and written from `docs/sign-off.md` alone, to hold the digests against.
struct Reflected {
  let grammar: Grammar
  private var definitions: [Named: Piece] = [:]
  private(set) var meanings: [TreePart: [String]] = [:]

  /// What others use by its name.
  private enum Named: Hashable {
    case question(Int), fact(Int), score(Int), outcome(Int), stretch(Int), programme(Int), wordGroup(Int)

    var isDecided: Bool {
      switch self {
      case .question, .fact, .score, .wordGroup: true
      case .outcome, .stretch, .programme: false
      }
    }
  }

  private struct Piece {
    var text = ""
    var uses: [Named] = []
  }

  init(_ grammar: Grammar) {
    self.grammar = grammar
    for (position, question) in grammar.questions.enumerated() {
      definitions[.question(position)] = piece(question, asked: ID(position))
    }
    for (position, fact) in grammar.facts.enumerated() { definitions[.fact(position)] = piece(fact) }
    for (position, score) in grammar.scores.enumerated() { definitions[.score(position)] = piece(score) }
    for (position, outcome) in grammar.outcomes.enumerated() { definitions[.outcome(position)] = piece(outcome) }
    for (position, stretch) in grammar.stretches.enumerated() { definitions[.stretch(position)] = piece(stretch) }
    for (position, list) in grammar.programmes.enumerated() { definitions[.programme(position)] = piece(list) }
    for (position, group) in grammar.wordGroups.enumerated() { definitions[.wordGroup(position)] = piece(group) }
    addParts()
  }

  /// The fields of a grammar that are lists of parts with a place of their own.
  private static let lists: Set = [
    "questions", "facts", "scores", "alarms", "sections", "stretches", "programmes", "stretchingRules", "outcomes",
    "guarantees", "sources", "providers", "wordGroups",
  ]

  private mutating func addParts() {
    let head = Mirror(reflecting: grammar).children.filter { !Self.lists.contains($0.label ?? "") }
    meanings[.head] = meaning(head.map { piece($0.value) })
    for section in grammar.sections { meanings[.section(section.name)] = meaning([piece(section)]) }
    meanings[.alarms] = meaning(grammar.alarms.map { piece($0) })
    meanings[.guarantees] = meaning(grammar.guarantees.map { piece($0) }, onlyDecided: true)
    let library = grammar.stretches.indices.map(Named.stretch) + grammar.programmes.indices.map(Named.programme)
    meanings[.stretches] = meaning(grammar.stretchingRules.map { piece($0) } + [Piece(uses: library)])
    meanings[.sources] = grammar.sources.map { piece($0).text }.sorted()
    meanings[.providers] = grammar.providers.map { piece($0).text }.sorted()
    let used = Set(meanings.values.joined())
    let unused = definitions.filter { !used.contains($0.value.text) }
    if !unused.isEmpty { meanings[.rest] = meaning([Piece(uses: Array(unused.keys))]) }
  }

  /// The text of some pieces in their order, and of all that they use in the order of the alphabet.
  private func meaning(_ own: [Piece], onlyDecided: Bool = false) -> [String] {
    var found: Set<Named> = []
    func find(_ uses: [Named]) {
      for use in uses where !onlyDecided || use.isDecided {
        if found.insert(use).inserted { find(definitions[use]?.uses ?? []) }
      }
    }
    for piece in own { find(piece.uses) }
    return own.map(\.text) + found.compactMap { definitions[$0]?.text }.sorted()
  }

  private func piece(_ value: Any, asked: QuestionID? = nil) -> Piece {
    var piece = Piece()
    write(value, asked: asked, to: &piece)
    return piece
  }

  private func write(_ value: Any, asked: QuestionID?, to piece: inout Piece) {
    // Types are compared first: casts to each of them would take most of the time.
    switch ObjectIdentifier(type(of: value)) {
    case ObjectIdentifier(PartID.self): break
    case ObjectIdentifier(String.self): piece.text += (value as? String).debugDescription
    case ObjectIdentifier(Value.self): if let value = value as? Value { piece.text += words(value, choices(of: asked)) }
    case let type where Self.references.contains(type): refer(to: value, in: &piece)
    default: writeChildren(value, asked: asked, to: &piece)
    }
  }

  private static let references: Set = [
    ObjectIdentifier(QuestionID.self), ObjectIdentifier(FactID.self), ObjectIdentifier(ScoreID.self),
    ObjectIdentifier(OutcomeID.self), ObjectIdentifier(StretchID.self), ObjectIdentifier(ProgrammeID.self),
    ObjectIdentifier(SectionID.self), ObjectIdentifier(LevelID.self), ObjectIdentifier(SourceID.self),
    ObjectIdentifier(ProviderID.self),
  ]

  private func refer(to value: Any, in piece: inout Piece) {
    func refer(_ name: String, _ use: Named? = nil) {
      piece.text += name
      if let use { piece.uses.append(use) }
    }
    switch value {
    case let id as QuestionID: refer(grammar.questions[id].name, .question(id.position))
    case let id as FactID: refer(grammar.facts[id].name, .fact(id.position))
    case let id as ScoreID: refer(grammar.scores[id].name, .score(id.position))
    case let id as OutcomeID: refer(grammar.outcomes[id].name, .outcome(id.position))
    case let id as StretchID: refer(grammar.stretches[id].name, .stretch(id.position))
    case let id as ProgrammeID: refer(grammar.programmes[id].name, .programme(id.position))
    case let id as SectionID: refer(grammar.sections[id].name)
    case let id as LevelID: refer(grammar.levels[id].name)
    case let id as SourceID: refer(grammar.sources[id].name)
    case let id as ProviderID: refer(grammar.providers[id].name)
    default: fatalError("\(type(of: value))")
    }
  }

  private func writeChildren(_ value: Any, asked: QuestionID?, to piece: inout Piece) {
    var asked = asked
    if value is Condition, case .question(let question, _, _)? = value as? Condition { asked = question }
    let mirror = Mirror(reflecting: value)
    if mirror.children.isEmpty { piece.text += "\(value)" }
    piece.text += "("
    for child in mirror.children {
      piece.text += (child.label ?? "") + ": "
      if child.label == "hears" { piece.uses += groups(in: "\(child.value)") }
      write(child.value, asked: asked, to: &piece)
      piece.text += ", "
    }
    piece.text += ")"
  }

  private func groups(in patterns: String) -> [Named] {
    grammar.wordGroups.indices.filter { patterns.contains("{\(grammar.wordGroups[$0].name)}") }.map(Named.wordGroup)
  }

  private func words(_ value: Value, _ choices: [Choice]) -> String {
    switch value {
    case .choice(let position): "the choice \(choices[position].name)"
    case .choices(let picked):
      "the choices \(choices.indices.filter { picked >> $0 & 1 == 1 }.map { choices[$0].name })"
    case .yesNo, .number, .duration: "\(value)"
    }
  }

  private func choices(of question: QuestionID?) -> [Choice] {
    switch question.map({ grammar.questions[$0].kind }) {
    case .choice(let choices), .choices(let choices): choices
    default: []
    }
  }
}
