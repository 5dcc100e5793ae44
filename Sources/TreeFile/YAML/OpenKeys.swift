/// The keys of all mappings that are not closed yet.
struct OpenKeys {
  /// Where a symbol is a key.
  private struct Use {
    var mapping: NodeID
    var key: NodeID
  }

  /// For each symbol, its use in the innermost open mapping that has it; nil where none has.
  private var uses: [Use?] = []
  /// For each key of an open mapping, in reading order, the use that it hides.
  private var hidden: [(symbol: Int, use: Use?)] = []

  /// How many there are, for ``close(to:)``.
  var count: Int { hidden.count }

  /// Adds a key to the innermost open mapping.
  /// - Returns: where it stands in that mapping already, and is then not added again.
  mutating func add(_ symbol: Symbol, key: NodeID, in mapping: NodeID) -> NodeID? {
    let index = Int(symbol.index)
    while uses.count <= index { uses.append(nil) }
    let before = uses[index]
    if let before, before.mapping == mapping { return before.key }
    hidden.append((index, before))
    uses[index] = Use(mapping: mapping, key: key)
    return nil
  }

  /// Takes back all keys but the first `count`, since their mappings are closed.
  mutating func close(to count: Int) {
    while hidden.count > count {
      let last = hidden.removeLast()
      uses[last.symbol] = last.use
    }
  }
}
