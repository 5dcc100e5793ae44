/// Lines in the making: each is numbered, and carries the hash of the one before.
public struct Chain: Equatable, Sendable {
  public private(set) var count: Int
  private var last: Hash

  /// A chain without a line.
  public init() { (count, last) = (0, .none) }

  /// Goes on behind a line.
  init(after line: Line) { (count, last) = (line.number, line.hash) }

  public mutating func link(_ entry: Entry, at time: String) -> Line {
    var line = Line(number: count + 1, time: time, entry: entry, previous: last, hash: .none)
    line.hash = Line.hash(of: line)
    self = Chain(after: line)
    return line
  }

  /// What is wrong with a line where this chain should go on; nil where nothing is.
  func flaw(of line: Line) -> Flaw.Kind? {
    if Line.hash(of: line) != line.hash { return .changed }
    if line.entry.privateTexts.contains(where: { !$0.isIntact }) { return .textChanged }
    if line.number > count + 1 { return .missing(count + 1, to: line.number - 1) }
    if line.number <= count { return .misplaced(line.number) }
    return line.previous == last ? nil : .foreign
  }
}
