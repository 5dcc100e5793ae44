import Triage

/// Names that may not be defined twice, with what each stands for.
struct NameSpace {
  struct Definition {
    var kind: Mistake.Kind
    /// Among the parts of its kind.
    var position: Int
    var key: NodeID
    var value: NodeID
    var symbol: Symbol
  }

  private(set) var definitions: [Definition] = []
  /// Whether some of the definitions could not be read: then nobody knows which names are missing.
  var isIncomplete = false
  /// For each symbol the number of its definition, -1 where it has none.
  private var slots: [Int32] = []

  func find(_ symbol: Symbol) -> Definition? {
    guard symbol.index >= 0, symbol.index < slots.count, slots[Int(symbol.index)] >= 0 else { return nil }
    return definitions[Int(slots[Int(symbol.index)])]
  }

  /// Defines a name that is not defined yet.
  mutating func define(_ definition: Definition) {
    let index = Int(definition.symbol.index)
    while slots.count <= index { slots.append(-1) }
    slots[index] = Int32(definitions.count)
    definitions.append(definition)
  }
}

/// All names of a load.
struct Names {
  enum Space: Int, CaseIterable {
    /// Questions, facts and scores.
    case conditions
    case sections
    case outcomes
    /// Stretches and programmes, since lists name both.
    case offers
    case sources
    case providers
    case levels
    case alarms
    case wordGroups
  }

  private var spaces = Space.allCases.map { _ in NameSpace() }

  subscript(space: Space) -> NameSpace {
    get { spaces[space.rawValue] }
    _modify { yield &spaces[space.rawValue] }
  }

  func find(_ symbol: Symbol, in space: Space) -> NameSpace.Definition? { spaces[space.rawValue].find(symbol) }
}
