extension Flaw {
  /// What is wrong, why that may be, and what to do.
  public var words: (what: String, cause: String, cure: String) {
    switch kind {
    case .noRecord:
      (
        "this is not the first line of a record",
        "The file is none, or its beginning was changed or cut off.", Self.copy
      )
    case .version(let version):
      (
        "the record was written in version \(version) of the format, and this program reads version "
          + "\(Start.recordVersion)",
        "Another version of the program wrote it, or the line was changed.",
        "Use the version of the program that wrote it."
      )
    case .unreadable:
      ("this is no line of a record", "It was changed, or put there, by something else.", Self.copy)
    case .changed:
      ("the line is not what was written", "Something in it was changed afterwards: its hash is another.", Self.copy)
    case .textChanged:
      ("what was typed is not what was written", "The text or its salt was changed: its hash is another.", Self.copy)
    case .missing(let first, let last):
      (
        first == last
          ? "line \(first) is missing before it" : "lines \(first) to \(last) are missing before it",
        "Something was removed.", Self.copy
      )
    case .misplaced(let number):
      ("this is line \(number), which does not belong here", "Lines were moved or repeated.", Self.copy)
    case .foreign:
      (
        "the line does not go on from the one before it",
        "One of the two comes from another record.", Self.copy
      )
    case .outOfPlace:
      ("the line stands behind the end, or begins a second time", "Two records were joined.", Self.copy)
    }
  }

  private static let copy = "Use an unchanged copy of the record. What follows this line proves nothing."
}
