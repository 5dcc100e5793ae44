import Conversation

/// How text stands out, by what it is for and never by its words. Colour only ever repeats what the words say.
struct Look: Equatable {
  /// Parameters of the terminal's "select graphic rendition", in its own numbers.
  var parameters: [Int] = []

  static let bold = 1
  static let dim = 2
  static let red = 31
  static let green = 32
  static let yellow = 33
  static let cyan = 36

  init(_ role: Say.Role, in kind: Say.Kind) {
    let own = Self.parameters(of: role)
    parameters = Self.parameters(of: kind).filter { !own.contains($0) } + own
  }

  private static func parameters(of kind: Say.Kind) -> [Int] {
    switch kind {
    case .heading, .question, .outcome: [bold]
    case .echo: [dim]
    case .trouble: [yellow]
    case .paragraph, .choice, .notice, .item: []
    }
  }

  private static func parameters(of role: Say.Role) -> [Int] {
    switch role {
    case .plain: []
    case .strong: [bold]
    case .dim: [dim]
    case .typed: [cyan]
    case .level(let rank, let count): [bold, colour(ofRank: rank, below: count)]
    }
  }

  /// Green for the lowest level, red for the highest of several, yellow between.
  private static func colour(ofRank rank: Int, below count: Int) -> Int {
    if rank <= 0 { return green }
    return rank >= count - 1 ? red : yellow
  }

  /// `text` in this look, and whatever follows in none.
  func wearing(_ text: String) -> String {
    parameters.isEmpty ? text : "\u{1B}[\(parameters.map(String.init).joined(separator: ";"))m\(text)\u{1B}[0m"
  }
}

/// When to use colour, as `--color` says it.
public enum ColourChoice: String, Sendable, CaseIterable {
  case auto
  case always
  case never

  /// - Parameters:
  ///   - isTerminal: whether the output is a terminal that understands escape sequences.
  ///   - environment: the value of a variable; `NO_COLOR` counts where it is set to anything (no-color.org).
  /// - Returns: whether to colour.
  public func wantsColour(isTerminal: Bool, environment: (String) -> String?) -> Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto:
      let isRefused = environment("NO_COLOR").map { !$0.isEmpty } ?? false
      return isTerminal && !isRefused && environment("TERM") ?? "dumb" != "dumb"
    }
  }
}
