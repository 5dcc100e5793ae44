import Triage

/// A part of a tree that is understood only with those that it refers to, by its kind and its position among them.
struct Reference: Hashable {
  var kind: Kind
  var position: Int

  init(_ kind: Kind, _ position: Int) {
    self.kind = kind
    self.position = position
  }

  enum Kind: Int, CaseIterable {
    case question, fact, score, outcome, stretch, programme, wordGroup
  }
}

/// A kind of part that others refer to by its name.
protocol Referable {
  static func all(in grammar: Grammar) -> [Self]
  /// Nil where the name is all that a reader needs: a level, a section gone to, a source, a provider.
  static var referenceKind: Reference.Kind? { get }
  var name: String { get }
}

extension Question: Referable {
  static func all(in grammar: Grammar) -> [Question] { grammar.questions }
  static var referenceKind: Reference.Kind? { .question }
}

extension Fact: Referable {
  static func all(in grammar: Grammar) -> [Fact] { grammar.facts }
  static var referenceKind: Reference.Kind? { .fact }
}

extension Score: Referable {
  static func all(in grammar: Grammar) -> [Score] { grammar.scores }
  static var referenceKind: Reference.Kind? { .score }
}

extension Outcome: Referable {
  static func all(in grammar: Grammar) -> [Outcome] { grammar.outcomes }
  static var referenceKind: Reference.Kind? { .outcome }
}

extension Stretch: Referable {
  static func all(in grammar: Grammar) -> [Stretch] { grammar.stretches }
  static var referenceKind: Reference.Kind? { .stretch }
}

extension Programme: Referable {
  static func all(in grammar: Grammar) -> [Programme] { grammar.programmes }
  static var referenceKind: Reference.Kind? { .programme }
}

extension WordGroup: Referable {
  static func all(in grammar: Grammar) -> [WordGroup] { grammar.wordGroups }
  static var referenceKind: Reference.Kind? { .wordGroup }
}

extension Section: Referable {
  static func all(in grammar: Grammar) -> [Section] { grammar.sections }
  static var referenceKind: Reference.Kind? { nil }
}

extension Level: Referable {
  static func all(in grammar: Grammar) -> [Level] { grammar.levels }
  static var referenceKind: Reference.Kind? { nil }
}

extension Source: Referable {
  static func all(in grammar: Grammar) -> [Source] { grammar.sources }
  static var referenceKind: Reference.Kind? { nil }
}

extension Provider: Referable {
  static func all(in grammar: Grammar) -> [Provider] { grammar.providers }
  static var referenceKind: Reference.Kind? { nil }
}
