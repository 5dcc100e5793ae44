/// What is known of diagrams: yes, no, or nothing yet.
struct BooleanTable {
  /// By diagram: 0 nothing, 1 no, 2 yes.
  private var values: [UInt8] = []

  subscript(diagram: Diagrams.Ref) -> Bool? {
    get {
      guard Int(diagram) < values.count, values[Int(diagram)] != 0 else { return nil }
      return values[Int(diagram)] == 2
    }
    set {
      while values.count <= Int(diagram) { values.append(0) }
      values[Int(diagram)] = newValue.map { $0 ? 2 : 1 } ?? 0
    }
  }
}
