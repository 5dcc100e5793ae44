/// A piece of YAML, to be written in the way that trees are.
indirect enum YAMLNode {
  case text(String)
  case list([YAMLNode])
  case map([(key: String, value: YAMLNode)])

  /// Names in a row.
  static func names(_ names: [String]) -> YAMLNode { .list(names.map { .text($0) }) }

  /// As lines, the first without its indentation.
  func lines() -> [String] {
    switch self {
    case .text(let text): [Self.quoted(text)]
    case .list(let items): isRow ? [row] : items.flatMap { Self.indented($0.lines(), first: "- ") }
    case .map(let entries): entries.flatMap { Self.entry($0.key, $0.value) }
    }
  }

  private static func entry(_ key: String, _ value: YAMLNode) -> [String] {
    value.isRow ? ["\(key): \(value.row)"] : ["\(key):"] + value.lines().map { "  \($0)" }
  }

  private static func indented(_ lines: [String], first: String) -> [String] {
    lines.enumerated().map { ($0.offset == 0 ? first : "  ") + $0.element }
  }

  /// Whether it stands on one line, as lists of names do.
  private var isRow: Bool {
    switch self {
    case .text: true
    case .list(let items): items.allSatisfy(\.isRow)
    case .map: false
    }
  }

  private var row: String {
    switch self {
    case .list(let items): "[\(items.map(\.row).joined(separator: ", "))]"
    default: lines()[0]
    }
  }

  /// As it is where it can be taken for nothing but a name or a number, and else in quotes.
  private static func quoted(_ text: String) -> String {
    let isPlain = text.allSatisfy { $0.isLetter || $0.isNumber || "-_. ".contains($0) }
    return isPlain && !text.isEmpty ? text : "\"\(text)\""
  }
}
